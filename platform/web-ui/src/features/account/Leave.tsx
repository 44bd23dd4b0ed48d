import { useForm } from "@mantine/form";
import { IconTrash, IconUserHeart } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, done, isProblem, type Schemas } from "@/api";
import {
  Button,
  Dialog,
  Failed,
  FieldError,
  formatBytes,
  formatDate,
  formatMoment,
  formatNumber,
  Icon,
  PasswordField,
  RowSkeletons,
  ShownOnce,
  toast,
  useLang,
  useProblemLine,
} from "@/shared";
import { erasureQuery } from "./query";
import { Section } from "./Section";

type Erasure = Schemas["AccountErasure"];

/** Leaving: what would go, what a law keeps, and the way back while it waits. */
export function Leave() {
  const { t } = useTranslation("account");
  const erasure = useQuery(erasureQuery);
  const [asking, setAsking] = useState(false);
  return (
    <Section
      id="leave"
      title={t("leave.title")}
      lead={t("leave.lead")}
      aside={
        erasure.data?.state === "none" && (
          <Button look="danger" icon={IconTrash} onClick={() => setAsking(true)}>
            {t("leave.open")}
          </Button>
        )
      }
    >
      <div className="card">
        {erasure.isPending ? (
          <div className="card-pad">
            <RowSkeletons rows={2} />
          </div>
        ) : erasure.isError ? (
          <Failed error={erasure.error} retry={() => void erasure.refetch()} />
        ) : (
          <>
            {erasure.data.state !== "none" && <Waiting erasure={erasure.data} />}
            <WhatGoes erasure={erasure.data} />
          </>
        )}
      </div>
      {erasure.data && <LeaveDialog erasure={erasure.data} opened={asking} close={() => setAsking(false)} />}
    </Section>
  );
}

function Waiting({ erasure }: { erasure: Erasure }) {
  const { t } = useTranslation("account");
  const lang = useLang();
  const client = useQueryClient();
  const line = useProblemLine();
  const keep = useMutation({
    mutationFn: () => done(api.DELETE("/account/erasure")),
    onSuccess: () => {
      toast({ message: t("leave.kept") });
      void client.invalidateQueries({ queryKey: erasureQuery.queryKey });
    },
    onError: (error) => toast({ tone: "bad", message: line(error) }),
  });
  return (
    <div className="note note-warn leave-note" role="status">
      <Icon of={IconTrash} />
      <div className="grow stack stack-2">
        <p>
          <b>{erasure.dueAt ? t("leave.waits", { date: formatMoment(erasure.dueAt, lang) }) : t("leave.running")}</b>
        </p>
        {erasure.dueAt && (
          <p>
            <Button size="sm" icon={IconUserHeart} busy={keep.isPending} onClick={() => keep.mutate()}>
              {t("leave.keep")}
            </Button>
          </p>
        )}
      </div>
    </div>
  );
}

function WhatGoes({ erasure }: { erasure: Erasure }) {
  const { t } = useTranslation(["account", "common"]);
  const lang = useLang();
  const shown = erasure.categories.filter((one) => one.count > 0 || one.outcome === "keep");
  if (shown.length === 0) return <p className="card-pad mute">{t("account:leave.nothing")}</p>;
  return (
    <ul className="rows" aria-label={t("account:leave.what")}>
      {shown.map((one) => (
        <li key={one.category}>
          <div className="grow">
            <b>{t(`common:category.${one.category}`, { defaultValue: one.category })}</b>
            <p className="small faint num">
              {t("account:leave.count", { count: one.count, n: formatNumber(one.count, lang) })}
              {one.bytes > 0 && `, ${formatBytes(one.bytes, lang)}`}
            </p>
          </div>
          <span className={one.outcome === "keep" ? "badge badge-warn" : "badge"}>
            {one.outcome === "keep" && one.keptUntil
              ? t("account:leave.outcome.keep", {
                  date: formatDate(one.keptUntil, lang),
                  why: t(`account:leave.why.${one.reason ?? ""}`, { defaultValue: t("account:leave.why.law") }),
                })
              : t(`account:leave.outcome.${one.outcome === "pseudonymise" ? "pseudonymise" : "erase"}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function LeaveDialog({ erasure, opened, close }: { erasure: Erasure; opened: boolean; close: () => void }) {
  const { t } = useTranslation(["account", "common"]);
  const lang = useLang();
  const client = useQueryClient();
  const line = useProblemLine();
  const form = useForm({ initialValues: { password: "", atOnce: erasure.graceDays === 0 } });
  const leave = useMutation({
    mutationFn: (values: typeof form.values) => body(api.POST("/account/erasure", { body: values })),
    onSuccess: (taken) => {
      form.reset();
      if (taken.state === "running") {
        // The session is over; the receipt's page needs none.
        const { pathname, hash } = new URL(taken.receiptUrl);
        window.location.assign(pathname + hash);
        return;
      }
      void client.invalidateQueries({ queryKey: erasureQuery.queryKey });
    },
    onError: (error) => {
      if (isProblem(error, "wrong-credentials")) form.setFieldError("password", t("account:password.wrong"));
      else if (isProblem(error)) form.setErrors(error.fields());
    },
  });
  const general = leave.error && !Object.keys(form.errors).length ? (isProblem(leave.error, "conflict") ? t("account:leave.last") : line(leave.error)) : "";
  const shut = () => {
    leave.reset();
    close();
  };
  if (leave.data) {
    return (
      <Dialog opened={opened} close={shut} title={t("account:leave.takenTitle")} foot={null}>
        <ShownOnce
          title={leave.data.dueAt ? t("account:leave.waits", { date: formatMoment(leave.data.dueAt, lang) }) : t("account:leave.running")}
          text={t("account:leave.receiptText")}
          label={t("account:leave.receipt")}
          value={leave.data.receiptUrl}
          done={t("account:leave.have")}
          onDone={shut}
        />
      </Dialog>
    );
  }
  return (
    <Dialog
      opened={opened}
      close={shut}
      title={t("account:leave.dialog")}
      foot={
        <>
          <Button look="quiet" onClick={shut}>
            {t("common:action.cancel")}
          </Button>
          <Button type="submit" form="leave-form" look="danger-fill" busy={leave.isPending}>
            {t("account:leave.button")}
          </Button>
        </>
      }
    >
      <form id="leave-form" className="stack stack-4" onSubmit={form.onSubmit((values) => leave.mutate(values))}>
        <p className="mute">{t("account:leave.text")}</p>
        {erasure.graceDays > 0 && (
          <fieldset className="choices">
            <legend className="vh">{t("account:leave.when")}</legend>
            {([false, true] as const).map((atOnce) => (
              <label className="choice" key={String(atOnce)}>
                <input type="radio" name="when" checked={form.values.atOnce === atOnce} onChange={() => form.setFieldValue("atOnce", atOnce)} />
                <span>
                  <b>{atOnce ? t("account:leave.atOnce") : t("account:leave.later", { count: erasure.graceDays })}</b>
                  <small className="sub">{atOnce ? t("account:leave.atOnceText") : t("account:leave.laterText")}</small>
                </span>
              </label>
            ))}
          </fieldset>
        )}
        <PasswordField label={t("account:password.current")} autoComplete="current-password" required {...form.getInputProps("password")} />
        {general && <FieldError>{general}</FieldError>}
      </form>
    </Dialog>
  );
}
