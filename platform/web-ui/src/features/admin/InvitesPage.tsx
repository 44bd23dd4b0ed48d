import { useForm } from "@mantine/form";
import { IconUserPlus } from "@tabler/icons-react";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, done, isProblem, type Schemas } from "@/api";
import {
  Button,
  Dialog,
  Empty,
  Failed,
  FieldError,
  formatDate,
  ListEnd,
  RowSkeletons,
  SelectField,
  ShownOnce,
  TextField,
  toast,
  useLang,
  useProblemLine,
  useTitle,
} from "@/shared";

type Invite = Schemas["Invite"];
const TONES: Record<Invite["state"], string> = { open: "badge badge-warn", used: "badge badge-ok", revoked: "badge", expired: "badge" };

export function InvitesPage() {
  const { t } = useTranslation("admin");
  useTitle(t("tab.invites"));
  const [making, setMaking] = useState(false);
  const [fresh, setFresh] = useState<Schemas["CreatedInvite"]>();
  const invites = useInfiniteQuery({
    queryKey: ["invites"],
    queryFn: ({ pageParam }) => body(api.GET("/admin/invites", { params: { query: { limit: 50, ...(pageParam && { cursor: pageParam }) } } })),
    initialPageParam: "",
    getNextPageParam: (page: Schemas["InvitePage"]) => page.next,
  });
  const items = invites.data?.pages.flatMap((page) => page.items) ?? [];
  const start = (
    <Button look="primary" icon={IconUserPlus} onClick={() => setMaking(true)}>
      {t("invite.new")}
    </Button>
  );
  return (
    <>
      {items.length > 0 && <div className="filterbar">{start}</div>}
      {fresh && (
        <ShownOnce
          title={t("invite.ready")}
          text={fresh.invite.email ? t("invite.readyMail", { email: fresh.invite.email }) : t("invite.readyText")}
          label={t("invite.link")}
          value={fresh.url}
          done={t("invite.haveIt")}
          onDone={() => setFresh(undefined)}
        />
      )}
      {invites.isError && !invites.data ? (
        <div className="card">
          <Failed error={invites.error} retry={() => void invites.refetch()} />
        </div>
      ) : invites.isPending ? (
        <RowSkeletons rows={4} />
      ) : items.length === 0 ? (
        !fresh && (
          <div className="card">
            <Empty icon={IconUserPlus} title={t("invite.none")} action={start}>
              {t("invite.noneText")}
            </Empty>
          </div>
        )
      ) : (
        <InviteTable items={items} />
      )}
      {items.length > 0 && <ListEnd list={invites} end={t("invite.end")} />}
      <NewInvite
        opened={making}
        close={() => setMaking(false)}
        onMade={(made) => {
          setFresh(made);
          setMaking(false);
        }}
      />
    </>
  );
}

function InviteTable({ items }: { items: readonly Invite[] }) {
  const { t } = useTranslation("admin");
  const lang = useLang();
  const client = useQueryClient();
  const line = useProblemLine();
  const revoke = useMutation({
    mutationFn: (inviteId: string) => done(api.DELETE("/admin/invites/{inviteId}", { params: { path: { inviteId } } })),
    onSuccess: () => {
      toast({ message: t("invite.revoked") });
      void client.invalidateQueries({ queryKey: ["invites"] });
    },
    onError: (error) => toast({ tone: "bad", message: line(error) }),
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that may scroll sideways must be reachable by keyboard
    <section className="table-wrap table-cards vm" tabIndex={0} aria-label={t("invite.table")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("invite.for")}</th>
            <th scope="col">{t("people.role")}</th>
            <th scope="col">{t("people.state")}</th>
            <th scope="col">{t("invite.made")}</th>
            <th scope="col">{t("invite.ends")}</th>
            <th scope="col">
              <span className="vh">{t("invite.revoke")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((invite) => {
            const whom = invite.email ?? invite.note ?? t("invite.anybody");
            return (
              <tr key={invite.id}>
                <td>
                  <b>{whom}</b>
                  {invite.email && invite.note && <span className="sub">{invite.note}</span>}
                </td>
                <td data-l={t("people.role")}>{t(`role.${invite.role ?? "user"}`)}</td>
                <td data-l={t("people.state")}>
                  <span className={TONES[invite.state]}>{t(`inviteState.${invite.state}`)}</span>
                </td>
                <td data-l={t("invite.made")}>
                  <span className="num">{formatDate(invite.createdAt, lang)}</span>
                </td>
                <td data-l={t("invite.ends")}>
                  <span className="num">{formatDate(invite.usedAt ?? invite.expiresAt, lang)}</span>
                </td>
                <td className="act">
                  {invite.state === "open" && (
                    <Button
                      look="danger"
                      size="sm"
                      aria-label={t("invite.revokeNamed", { whom })}
                      busy={revoke.isPending && revoke.variables === invite.id}
                      onClick={() => revoke.mutate(invite.id)}
                    >
                      {t("invite.revoke")}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function NewInvite({ opened, close, onMade }: { opened: boolean; close: () => void; onMade: (made: Schemas["CreatedInvite"]) => void }) {
  const { t } = useTranslation(["admin", "common"]);
  const client = useQueryClient();
  const line = useProblemLine();
  const form = useForm({ initialValues: { email: "", role: "user" as Schemas["Role"], note: "", days: "7" } });
  const make = useMutation({
    mutationFn: ({ email, role, note, days }: typeof form.values) =>
      body(
        api.POST("/admin/invites", {
          body: { role, expiresInDays: Number(days), ...(email.trim() && { email: email.trim() }), ...(note.trim() && { note: note.trim() }) },
        }),
      ),
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: ["invites"] });
      form.reset();
      onMade(made);
    },
    onError: (error) => isProblem(error) && form.setErrors(error.fields()),
  });
  const general = make.error && !Object.keys(form.errors).length ? line(make.error) : "";
  return (
    <Dialog
      opened={opened}
      close={close}
      title={t("admin:invite.title")}
      foot={
        <>
          <Button look="quiet" onClick={close}>
            {t("common:action.cancel")}
          </Button>
          <Button type="submit" form="invite-form" look="primary" busy={make.isPending}>
            {t("admin:invite.make")}
          </Button>
        </>
      }
    >
      <form id="invite-form" className="stack stack-4" onSubmit={form.onSubmit((values) => make.mutate(values))}>
        <TextField label={t("admin:invite.email")} hint={t("admin:invite.emailHint")} type="email" {...form.getInputProps("email")} />
        <div className="cols-2">
          <SelectField label={t("admin:people.role")} {...form.getInputProps("role")}>
            <option value="user">{t("admin:role.user")}</option>
            <option value="admin">{t("admin:role.admin")}</option>
          </SelectField>
          <SelectField label={t("admin:invite.good")} {...form.getInputProps("days")}>
            {[1, 7, 30].map((days) => (
              <option key={days} value={days}>
                {t("admin:invite.days", { count: days })}
              </option>
            ))}
          </SelectField>
        </div>
        <TextField label={t("admin:invite.note")} hint={t("admin:invite.noteHint")} maxLength={200} {...form.getInputProps("note")} />
        {general && <FieldError>{general}</FieldError>}
      </form>
    </Dialog>
  );
}
