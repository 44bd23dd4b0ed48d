import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { api, body, idempotencyKey, isProblem, type Schemas } from "@/api";
import { Button, Dialog, Field, FieldError, TextField, toast, useProblemLine } from "@/shared";
import type { Person } from "./PeoplePage";

interface Props {
  person: Person;
  opened: boolean;
  close: () => void;
}

/** Runs one change of a person, refreshes the list, says that it worked, closes. */
function usePersonChange<V>(run: (values: V) => Promise<unknown>, said: string, close: () => void, onFields: (fields: Record<string, string>) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => {
      toast({ message: said });
      void client.invalidateQueries({ queryKey: ["people"] });
      close();
    },
    onError: (error) => isProblem(error) && onFields(error.fields()),
  });
}

export function GrantDialog({ person, opened, close }: Props) {
  const { t } = useTranslation(["admin", "common"]);
  const line = useProblemLine();
  const form = useForm({
    initialValues: { credits: "100", note: "" },
    validate: { credits: (text) => (/^\d{1,10}$/.test(text) && Number(text) > 0 ? null : t("admin:grant.number")) },
  });
  const key = useRef(idempotencyKey());
  const grant = usePersonChange(
    ({ credits, note }: typeof form.values) =>
      body(
        api.POST("/admin/people/{personId}/credits", {
          params: { path: { personId: person.id }, header: { "Idempotency-Key": key.current } },
          body: { credits: Number(credits), ...(note.trim() && { note: note.trim() }) },
        }),
      ),
    t("admin:grant.done", { email: person.email }),
    () => {
      key.current = idempotencyKey();
      form.reset();
      close();
    },
    form.setErrors,
  );
  const general = grant.error && !Object.keys(form.errors).length ? line(grant.error) : "";
  return (
    <Dialog
      opened={opened}
      close={close}
      title={t("admin:grant.title")}
      foot={
        <>
          <Button look="quiet" onClick={close}>
            {t("common:action.cancel")}
          </Button>
          <Button type="submit" form="grant-form" look="primary" busy={grant.isPending}>
            {t("admin:grant.button")}
          </Button>
        </>
      }
    >
      <form id="grant-form" className="stack stack-4" onSubmit={form.onSubmit((values) => grant.mutate(values))}>
        <p className="mute">{t("admin:grant.text", { email: person.email })}</p>
        <TextField label={t("admin:grant.credits")} className="num" inputMode="numeric" required {...form.getInputProps("credits")} />
        <TextField label={t("admin:grant.note")} hint={t("admin:grant.noteHint")} maxLength={200} {...form.getInputProps("note")} />
        {general && <FieldError>{general}</FieldError>}
      </form>
    </Dialog>
  );
}

export function RoleDialog({ person, opened, close }: Props) {
  const { t } = useTranslation(["admin", "common"]);
  const line = useProblemLine();
  const form = useForm<{ role: Schemas["Role"] }>({ initialValues: { role: person.role } });
  const change = usePersonChange(
    ({ role }: { role: Schemas["Role"] }) => body(api.PUT("/admin/people/{personId}/role", { params: { path: { personId: person.id } }, body: { role } })),
    t("admin:roleDialog.done"),
    close,
    form.setErrors,
  );
  return (
    <Dialog
      opened={opened}
      close={close}
      title={t("admin:roleDialog.title", { email: person.email })}
      foot={
        <>
          <Button look="quiet" onClick={close}>
            {t("common:action.cancel")}
          </Button>
          <Button look="primary" busy={change.isPending} disabled={form.values.role === person.role} onClick={() => change.mutate(form.values)}>
            {t("admin:roleDialog.button")}
          </Button>
        </>
      }
    >
      <fieldset className="choices">
        <legend className="vh">{t("admin:people.role")}</legend>
        {(["user", "admin"] as const).map((role) => (
          <label className="choice" key={role}>
            <input type="radio" name="role" checked={form.values.role === role} onChange={() => form.setFieldValue("role", role)} />
            <span>
              <b>{t(`admin:role.${role}`)}</b>
              <small className="sub">{t(`admin:roleDialog.${role}`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {change.isError && <FieldError>{line(change.error)}</FieldError>}
    </Dialog>
  );
}

export function SuspendDialog({ person, opened, close }: Props) {
  const { t } = useTranslation(["admin", "common"]);
  const line = useProblemLine();
  const form = useForm({ initialValues: { reason: "" }, validate: { reason: (text) => (text.trim().length >= 3 ? null : t("admin:suspend.say")) } });
  const suspend = usePersonChange(
    ({ reason }: { reason: string }) =>
      body(api.POST("/admin/people/{personId}/suspend", { params: { path: { personId: person.id } }, body: { reason: reason.trim() } })),
    t("admin:suspend.done"),
    () => {
      form.reset();
      close();
    },
    form.setErrors,
  );
  const general = suspend.error && !Object.keys(form.errors).length ? line(suspend.error) : "";
  return (
    <Dialog
      opened={opened}
      close={close}
      title={t("admin:suspend.title", { email: person.email })}
      foot={
        <>
          <Button look="quiet" onClick={close}>
            {t("common:action.cancel")}
          </Button>
          <Button type="submit" form="suspend-form" look="danger-fill" busy={suspend.isPending}>
            {t("admin:suspend.button")}
          </Button>
        </>
      }
    >
      <form id="suspend-form" className="stack stack-4" onSubmit={form.onSubmit((values) => suspend.mutate(values))}>
        <p className="mute">{t("admin:suspend.text")}</p>
        <Field label={t("admin:suspend.reason")} hint={t("admin:suspend.reasonHint")} error={form.errors.reason}>
          {(ids) => (
            <textarea
              {...ids}
              className="input"
              rows={3}
              maxLength={500}
              value={form.values.reason}
              onChange={(event) => form.setFieldValue("reason", event.target.value)}
            />
          )}
        </Field>
        {general && <FieldError>{general}</FieldError>}
      </form>
    </Dialog>
  );
}

export function EraseDialog({ person, opened, close }: Props) {
  const { t } = useTranslation(["admin", "common"]);
  const line = useProblemLine();
  const form = useForm({ initialValues: { atOnce: false } });
  const erase = usePersonChange(
    (values: typeof form.values) => body(api.POST("/admin/people/{personId}/erasure", { params: { path: { personId: person.id } }, body: values })),
    t("admin:erase.done"),
    () => {
      form.reset();
      close();
    },
    form.setErrors,
  );
  return (
    <Dialog
      opened={opened}
      close={close}
      title={t("admin:erase.title", { email: person.email })}
      foot={
        <>
          <Button look="quiet" onClick={close}>
            {t("common:action.cancel")}
          </Button>
          <Button look="danger-fill" busy={erase.isPending} onClick={() => erase.mutate(form.values)}>
            {t("admin:erase.button")}
          </Button>
        </>
      }
    >
      <p className="mute">{t("admin:erase.text")}</p>
      <fieldset className="choices">
        <legend className="vh">{t("admin:erase.when")}</legend>
        {([false, true] as const).map((atOnce) => (
          <label className="choice" key={String(atOnce)}>
            <input type="radio" name="when" checked={form.values.atOnce === atOnce} onChange={() => form.setFieldValue("atOnce", atOnce)} />
            <span>
              <b>{t(atOnce ? "admin:erase.atOnce" : "admin:erase.later")}</b>
              <small className="sub">{t(atOnce ? "admin:erase.atOnceText" : "admin:erase.laterText")}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {erase.isError && <FieldError>{isProblem(erase.error, "conflict") ? t("admin:erase.last") : line(erase.error)}</FieldError>}
    </Dialog>
  );
}
