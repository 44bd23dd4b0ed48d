import { IconAlertTriangle, IconCoins, IconEyeOff, IconLock, IconLockOpen, IconTrash, IconUserCog, IconUserHeart } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, done } from "@/api";
import { Button, formatBytes, formatDate, formatNumber, Icon, initials, toast, useLang, useProblemLine } from "@/shared";
import type { Person } from "./PeoplePage";
import { EraseDialog, GrantDialog, RoleDialog, SuspendDialog } from "./PersonDialogs";

export function PersonDetail({ person }: { person: Person }) {
  const { t } = useTranslation("admin");
  const lang = useLang();
  const client = useQueryClient();
  const line = useProblemLine();
  const [open, setOpen] = useState<"role" | "suspend" | "grant" | "erase">();
  const close = () => setOpen(undefined);
  const admit = useMutation({
    mutationFn: () => body(api.POST("/admin/people/{personId}/unsuspend", { params: { path: { personId: person.id } } })),
    onSuccess: () => {
      toast({ message: t("person.admitted") });
      void client.invalidateQueries({ queryKey: ["people"] });
    },
    onError: (error) => toast({ tone: "bad", message: line(error) }),
  });
  const keep = useMutation({
    mutationFn: () => done(api.DELETE("/admin/people/{personId}/erasure", { params: { path: { personId: person.id } } })),
    onSuccess: () => {
      toast({ message: t("person.kept") });
      void client.invalidateQueries({ queryKey: ["people"] });
    },
    onError: (error) => toast({ tone: "bad", message: line(error) }),
  });
  const n = (value: number) => formatNumber(value, lang);
  return (
    <>
      <section className="card" aria-labelledby="person-h">
        <div className="card-pad p-top">
          <span className="avatar av-xl pl-av" aria-hidden="true">
            {initials(person.email)}
          </span>
          <div className="grow">
            <h2 id="person-h" className="breaks">
              {person.email}
            </h2>
            <p className="mute">{person.emailConfirmed ? t("person.confirmed") : t("person.unconfirmed")}</p>
            <p className="row wrap p-badges">
              <span className={person.state === "active" ? "badge badge-ok" : "badge badge-bad"}>
                <span className={person.state === "active" ? "dot dot-ok" : "dot dot-bad"} />
                {t(`personState.${person.state}`)}
              </span>
              <span className="badge">{t(`role.${person.role}`)}</span>
              <span className="badge mono">
                {person.id.slice(0, 4)}…{person.id.slice(-4)}
              </span>
            </p>
          </div>
          <div className="row wrap pl-do">
            <Button size="sm" icon={IconCoins} onClick={() => setOpen("grant")}>
              {t("person.grant")}
            </Button>
            <Button size="sm" icon={IconUserCog} onClick={() => setOpen("role")}>
              {t("person.role")}
            </Button>
            {!person.you &&
              (person.state === "active" ? (
                <Button size="sm" look="danger" icon={IconLock} onClick={() => setOpen("suspend")}>
                  {t("person.suspend")}
                </Button>
              ) : (
                <Button size="sm" icon={IconLockOpen} busy={admit.isPending} onClick={() => admit.mutate()}>
                  {t("person.admit")}
                </Button>
              ))}
            {!person.you && !person.erasure && (
              <Button size="sm" look="danger" icon={IconTrash} onClick={() => setOpen("erase")}>
                {t("person.erase")}
              </Button>
            )}
          </div>
        </div>
        {person.erasure && (
          <div className="note note-warn p-fail">
            <Icon of={IconTrash} />
            <p className="row wrap">
              <b>{person.erasure.dueAt ? t("person.goes", { date: formatDate(person.erasure.dueAt, lang) }) : t("person.going")}</b>
              {person.erasure.dueAt && (
                <Button size="sm" icon={IconUserHeart} busy={keep.isPending} onClick={() => keep.mutate()}>
                  {t("person.keep")}
                </Button>
              )}
            </p>
          </div>
        )}
        {person.suspension && (
          <div className="note note-warn p-fail">
            <Icon of={IconAlertTriangle} />
            <p>
              <b>{t("person.suspendedOn", { date: formatDate(person.suspension.at, lang) })}</b> {person.suspension.reason}
            </p>
          </div>
        )}
        <dl className="pl-n pl-n4 num">
          <div>
            <dt>{t("person.since")}</dt>
            <dd>{formatDate(person.createdAt, lang)}</dd>
          </div>
          <div>
            <dt>{t("person.items")}</dt>
            <dd>
              {person.items === undefined ? "–" : n(person.items)}
              {person.bytes !== undefined && <small>{formatBytes(person.bytes, lang)}</small>}
            </dd>
          </div>
          <div>
            <dt>{t("person.credits")}</dt>
            <dd>
              {person.balance ? n(person.balance.available) : "–"}
              {person.balance && person.balance.held > 0 && <small>{t("person.held", { n: n(person.balance.held) })}</small>}
            </dd>
          </div>
          <div>
            <dt>{t("person.seen")}</dt>
            <dd>{person.lastSeenAt ? formatDate(person.lastSeenAt, lang) : t("person.never")}</dd>
          </div>
        </dl>
      </section>
      <section className="card" aria-labelledby="made-h">
        <div className="card-head">
          <h2 id="made-h">{t("person.made")}</h2>
          <span className="badge">
            <Icon of={IconEyeOff} />
            {t("person.notShown")}
          </span>
        </div>
        <div className="pl-hid" aria-hidden="true">
          {Array.from({ length: Math.min(10, person.items ?? 0) }, (_, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the boxes are alike and never move
            <i key={place} />
          ))}
        </div>
        <div className="card-pad pl-why">
          <p className="mute">{t("person.sealed")}</p>
        </div>
      </section>
      <GrantDialog person={person} opened={open === "grant"} close={close} />
      <RoleDialog person={person} opened={open === "role"} close={close} />
      <EraseDialog person={person} opened={open === "erase"} close={close} />
      <SuspendDialog person={person} opened={open === "suspend"} close={close} />
    </>
  );
}
