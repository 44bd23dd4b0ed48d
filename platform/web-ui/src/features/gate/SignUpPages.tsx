import { useForm } from "@mantine/form";
import { IconHourglassOff, IconMailOpened } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, Navigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, isProblem, type Schemas, signUpInfoQuery, useSession } from "@/api";
import {
  Button,
  buttonClass,
  Empty,
  Failed,
  FieldError,
  formatDate,
  PasswordField,
  RowSkeletons,
  TextField,
  useLang,
  useProblemLine,
  useTitle,
} from "@/shared";
import { GateFrame } from "./Frame";
import { Keep } from "./Keep";
import { ModeSwitch } from "./ModeSwitch";
import { useEnter } from "./useEnter";
import { useHashToken } from "./useHashToken";

/** Open sign-up. Where accounts are made by invitation there is no such page. */
export function SignUpPage() {
  const { t } = useTranslation("gate");
  useTitle(t("signUp.title"));
  const session = useSession();
  if (session.signUpMode !== "open") return <Navigate to="/sign-in" />;
  return (
    <GateFrame>
      <h1>{t("claim")}</h1>
      <ModeSwitch now="up" />
      <SignUpForm />
      <Keep />
    </GateFrame>
  );
}

/** `/invite#token`: the token stands in the fragment, so it reached no log. */
export function InvitePage() {
  const { t } = useTranslation("gate");
  useTitle(t("invite.title"));
  const lang = useLang();
  const token = useHashToken();
  const invite = useQuery({
    queryKey: ["invite", token],
    queryFn: () => body(api.POST("/invites/inspect", { body: { token } })),
    enabled: token !== "",
    retry: false,
    gcTime: 0,
  });
  if (token === "" || isProblem(invite.error)) {
    const gone = token === "" || (isProblem(invite.error) && invite.error.status < 500);
    return (
      <GateFrame>
        {gone ? (
          <Empty level={1} icon={IconHourglassOff} title={t("invite.missing")} action={<SignInLink />}>
            {t("invite.missingText")}
          </Empty>
        ) : (
          <Failed level={1} error={invite.error} retry={() => void invite.refetch()} />
        )}
      </GateFrame>
    );
  }
  return (
    <GateFrame>
      <h1>{t("invite.title")}</h1>
      {invite.data ? (
        <>
          <p className="mute">
            {t("invite.text", { date: formatDate(invite.data.expiresAt, lang) })} {invite.data.role === "admin" && t("invite.admin")}
          </p>
          <SignUpForm token={token} invite={invite.data} />
        </>
      ) : (
        <RowSkeletons rows={3} />
      )}
      <Keep />
    </GateFrame>
  );
}

function SignUpForm({ token, invite }: { token?: string; invite?: Schemas["InviteInfo"] }) {
  const { t } = useTranslation("gate");
  const lang = useLang();
  const enter = useEnter();
  const line = useProblemLine();
  const info = useQuery(signUpInfoQuery).data;
  const [mailed, setMailed] = useState("");
  const form = useForm({ initialValues: { email: invite?.email ?? "", password: "" } });
  const signUp = useMutation({
    mutationFn: ({ email, password }: typeof form.values) =>
      body(api.POST("/sign-up", { body: { email: email.trim(), password, locale: lang, ...(token && { inviteToken: token }) } })),
    onSuccess: async (result, { email }) => {
      if (result.next === "signedIn" && result.session) await enter(result.session);
      else setMailed(email);
    },
    onError: (error) => isProblem(error) && form.setErrors(error.fields()),
  });
  if (mailed) {
    return (
      <Empty icon={IconMailOpened} title={t("mail.title")} action={<SignInLink />}>
        {t("mail.text", { email: mailed })}
      </Empty>
    );
  }
  const general = signUp.error && !Object.keys(form.errors).length ? line(signUp.error) : "";
  return (
    <form className="stack stack-4" aria-label={t("signUp.title")} onSubmit={form.onSubmit((values) => signUp.mutate(values))}>
      <TextField
        label={t("email")}
        hint={t("emailHint")}
        type="email"
        autoComplete="email"
        required
        readOnly={invite?.email !== undefined}
        {...form.getInputProps("email")}
      />
      <PasswordField
        label={t("password")}
        hint={info && (info.passwordHint || t("passwordHint", { n: info.minPasswordLength }))}
        autoComplete="new-password"
        minLength={info?.minPasswordLength}
        required
        {...form.getInputProps("password")}
      />
      {general && <FieldError>{general}</FieldError>}
      <Button type="submit" look="primary" size="lg" block busy={signUp.isPending}>
        {signUp.isPending ? t("signUp.busy") : t("signUp.button")}
      </Button>
    </form>
  );
}

export function SignInLink() {
  const { t } = useTranslation("gate");
  return (
    <Link className={buttonClass({})} to="/sign-in">
      {t("mail.back")}
    </Link>
  );
}
