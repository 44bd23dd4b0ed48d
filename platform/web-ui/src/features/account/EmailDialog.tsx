import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, done, isProblem } from "@/api";
import { Button, Dialog, FieldError, PasswordField, TextField, toast, useProblemLine } from "@/shared";
import { accountQuery } from "./query";

export function EmailDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation(["account", "common"]);
  const client = useQueryClient();
  const line = useProblemLine();
  const form = useForm({ initialValues: { email: "", password: "" } });
  const change = useMutation({
    mutationFn: ({ email, password }: typeof form.values) => done(api.PUT("/account/email", { body: { email: email.trim(), password } })),
    onSuccess: (_, { email }) => {
      toast({ message: t("account:email.sent", { email }) });
      void client.invalidateQueries({ queryKey: accountQuery.queryKey });
      form.reset();
      close();
    },
    onError: (error) => {
      if (isProblem(error, "wrong-credentials")) form.setFieldError("password", t("account:password.wrong"));
      else if (isProblem(error)) form.setErrors(error.fields());
    },
  });
  const general = change.error && !Object.keys(form.errors).length ? line(change.error) : "";
  return (
    <Dialog
      opened={opened}
      close={close}
      title={t("account:email.title")}
      foot={
        <>
          <Button look="quiet" onClick={close}>
            {t("common:action.cancel")}
          </Button>
          <Button type="submit" form="email-form" look="primary" busy={change.isPending}>
            {t("account:email.button")}
          </Button>
        </>
      }
    >
      <form id="email-form" className="stack stack-4" onSubmit={form.onSubmit((values) => change.mutate(values))}>
        <p className="mute">{t("account:email.text")}</p>
        <TextField label={t("account:email.new")} type="email" autoComplete="email" required {...form.getInputProps("email")} />
        <PasswordField label={t("account:password.current")} autoComplete="current-password" required {...form.getInputProps("password")} />
        {general && <FieldError>{general}</FieldError>}
      </form>
    </Dialog>
  );
}
