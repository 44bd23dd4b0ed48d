import { useForm } from "@mantine/form";
import { IconPassword } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, done, isProblem, signUpInfoQuery } from "@/api";
import { Button, Dialog, FieldError, formatDate, Icon, PasswordField, toast, useLang, useProblemLine } from "@/shared";
import { accountQuery } from "./query";
import { Section } from "./Section";

export function SignInSection() {
  const { t } = useTranslation("account");
  const lang = useLang();
  const account = useQuery(accountQuery).data;
  const [changing, setChanging] = useState(false);
  return (
    <Section id="ways" title={t("ways.title")} lead={t("ways.lead")}>
      <ul className="card rows">
        <li>
          <Icon of={IconPassword} />
          <div className="grow">
            <b>{t("password.title")}</b>
            <p className="small faint num">
              {account?.passwordChangedAt ? t("password.changed", { date: formatDate(account.passwordChangedAt, lang) }) : t("password.never")}
            </p>
          </div>
          <Button size="sm" onClick={() => setChanging(true)}>
            {t("profile.change")}
          </Button>
        </li>
      </ul>
      <PasswordDialog opened={changing} close={() => setChanging(false)} />
    </Section>
  );
}

function PasswordDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation(["account", "common"]);
  const client = useQueryClient();
  const line = useProblemLine();
  const info = useQuery(signUpInfoQuery).data;
  const form = useForm({ initialValues: { currentPassword: "", newPassword: "" } });
  const change = useMutation({
    mutationFn: (values: typeof form.values) => done(api.PUT("/account/password", { body: values })),
    onSuccess: () => {
      toast({ message: t("account:password.done") });
      void client.invalidateQueries({ queryKey: ["account"] });
      form.reset();
      close();
    },
    onError: (error) => {
      if (isProblem(error, "wrong-credentials")) form.setFieldError("currentPassword", t("account:password.wrong"));
      else if (isProblem(error, "weak-password")) form.setFieldError("newPassword", line(error));
      else if (isProblem(error)) form.setErrors(error.fields());
    },
  });
  const general = change.error && !Object.keys(form.errors).length ? line(change.error) : "";
  return (
    <Dialog
      opened={opened}
      close={close}
      title={t("account:password.dialog")}
      foot={
        <>
          <Button look="quiet" onClick={close}>
            {t("common:action.cancel")}
          </Button>
          <Button type="submit" form="password-form" look="primary" busy={change.isPending}>
            {t("account:password.button")}
          </Button>
        </>
      }
    >
      <form id="password-form" className="stack stack-4" onSubmit={form.onSubmit((values) => change.mutate(values))}>
        <p className="mute">{t("account:password.text")}</p>
        <PasswordField label={t("account:password.current")} autoComplete="current-password" required {...form.getInputProps("currentPassword")} />
        <PasswordField
          label={t("account:password.new")}
          hint={info && (info.passwordHint || t("account:password.hint", { n: info.minPasswordLength }))}
          minLength={info?.minPasswordLength}
          autoComplete="new-password"
          required
          {...form.getInputProps("newPassword")}
        />
        {general && <FieldError>{general}</FieldError>}
      </form>
    </Dialog>
  );
}
