import { useForm } from "@mantine/form";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas, signUpInfoQuery, useSession } from "@/api";
import { Button, FieldError, Icon, PasswordField, TextField, useProblemLine, useTitle } from "@/shared";
import { GateFrame } from "./Frame";
import { Keep } from "./Keep";
import { ModeSwitch } from "./ModeSwitch";
import { useEnter } from "./useEnter";

export function SignInPage() {
  const { t } = useTranslation("gate");
  useTitle(t("signIn.title"));
  const session = useSession();
  const passwords = session.signInMethods.filter((method) => method.kind === "password");
  return (
    <GateFrame>
      <h1>{t("claim")}</h1>
      {session.signUpMode === "open" && <ModeSwitch now="in" />}
      {session.signInRefused ? <Refused /> : passwords.map((method) => <PasswordForm key={method.id} method={method} />)}
      {session.signUpMode !== "open" && <HowToJoin mode={session.signUpMode} />}
      <Keep />
    </GateFrame>
  );
}

function Refused() {
  const { t } = useTranslation("gate");
  return (
    <div className="note note-warn" role="alert">
      <Icon of={IconAlertTriangle} />
      <div className="stack">
        <p>
          <b>{t("refused.title")}</b>
        </p>
        <p>{t("refused.text")}</p>
        <p className="small">{t("refused.operator")}</p>
      </div>
    </div>
  );
}

function PasswordForm({ method }: { method: Schemas["SignInMethod"] }) {
  const { t } = useTranslation("gate");
  const { next } = useSearch({ from: "/open/sign-in" });
  const enter = useEnter();
  const line = useProblemLine();
  const form = useForm({ initialValues: { email: "", password: "" } });
  const signIn = useMutation({
    mutationFn: (values: typeof form.values) => body(api.POST("/session", { body: { ...values, email: values.email.trim(), method: method.id } })),
    onSuccess: (session) => enter(session, next),
  });
  return (
    <form className="stack stack-4" aria-label={t("signIn.title")} onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
      <TextField label={t("email")} type="email" autoComplete="username" required {...form.getInputProps("email")} />
      <PasswordField
        label={t("password")}
        autoComplete="current-password"
        required
        aside={
          <Link to="/forgotten" className="small">
            {t("forgottenLink")}
          </Link>
        }
        {...form.getInputProps("password")}
      />
      {signIn.isError && <FieldError>{line(signIn.error)}</FieldError>}
      <Button type="submit" look="primary" size="lg" block busy={signIn.isPending}>
        {t("signIn.button")}
      </Button>
    </form>
  );
}

function HowToJoin({ mode }: { mode: "invite" | "closed" }) {
  const { t } = useTranslation("gate");
  const contact = useQuery(signUpInfoQuery).data?.contact;
  return (
    <p className="mute center">
      {mode === "closed" ? t("signIn.closed") : t("signIn.noAccount")} {mode === "invite" && contact && t("signIn.ask", { contact })}
    </p>
  );
}
