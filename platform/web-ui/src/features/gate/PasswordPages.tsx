import { useForm } from "@mantine/form";
import { IconCircleCheck, IconHourglassOff, IconMailOpened } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { api, done, isProblem, signUpInfoQuery } from "@/api";
import { Button, buttonClass, Empty, Failed, FieldError, PasswordField, TextField, toast, useProblemLine, useTitle } from "@/shared";
import { GateFrame } from "./Frame";
import { SignInLink } from "./SignUpPages";
import { useHashToken } from "./useHashToken";

export function ForgottenPage() {
  const { t } = useTranslation("gate");
  useTitle(t("forgotten.title"));
  const line = useProblemLine();
  const form = useForm({ initialValues: { email: "" } });
  const ask = useMutation({ mutationFn: (email: string) => done(api.POST("/password-resets", { body: { email } })) });
  if (ask.isSuccess) {
    return (
      <GateFrame>
        <Empty level={1} icon={IconMailOpened} title={t("mail.title")} action={<SignInLink />}>
          {t("forgotten.sent", { email: ask.variables })} {t("forgotten.sentMore")}
        </Empty>
      </GateFrame>
    );
  }
  return (
    <GateFrame>
      <div className="stack">
        <h1>{t("forgotten.title")}</h1>
        <p className="mute">{t("forgotten.text")}</p>
      </div>
      <form className="stack stack-4" aria-label={t("forgotten.title")} onSubmit={form.onSubmit(({ email }) => ask.mutate(email.trim()))}>
        <TextField label={t("email")} type="email" autoComplete="username" required {...form.getInputProps("email")} />
        {ask.isError && <FieldError>{line(ask.error)}</FieldError>}
        <Button type="submit" look="primary" size="lg" block busy={ask.isPending}>
          {t("forgotten.button")}
        </Button>
        <p className="center">
          <Link to="/sign-in">{t("mail.back")}</Link>
        </p>
      </form>
    </GateFrame>
  );
}

/** `/reset#token`. */
export function ResetPage() {
  const { t } = useTranslation("gate");
  useTitle(t("reset.title"));
  const token = useHashToken();
  const navigate = useNavigate();
  const line = useProblemLine();
  const info = useQuery(signUpInfoQuery).data;
  const form = useForm({ initialValues: { newPassword: "" } });
  const reset = useMutation({
    mutationFn: (newPassword: string) => done(api.POST("/password-resets/complete", { body: { token, newPassword } })),
    onSuccess: async () => {
      toast({ message: t("reset.done") });
      await navigate({ to: "/sign-in" });
    },
    onError: (error) => isProblem(error) && form.setErrors(error.fields()),
  });
  if (token === "" || isProblem(reset.error, "link-used-or-expired")) {
    return (
      <GateFrame>
        <Empty
          level={1}
          icon={IconHourglassOff}
          title={t("reset.missing")}
          action={
            <Link className={buttonClass({})} to="/forgotten">
              {t("reset.again")}
            </Link>
          }
        >
          {t("reset.missingText")}
        </Empty>
      </GateFrame>
    );
  }
  const general = reset.error && !Object.keys(form.errors).length ? line(reset.error) : "";
  return (
    <GateFrame>
      <div className="stack">
        <h1>{t("reset.title")}</h1>
        <p className="mute">{t("reset.text")}</p>
      </div>
      <form className="stack stack-4" aria-label={t("reset.title")} onSubmit={form.onSubmit(({ newPassword }) => reset.mutate(newPassword))}>
        <PasswordField
          label={t("newPassword")}
          hint={info && (info.passwordHint || t("passwordHint", { n: info.minPasswordLength }))}
          autoComplete="new-password"
          minLength={info?.minPasswordLength}
          required
          {...form.getInputProps("newPassword")}
        />
        {general && <FieldError>{general}</FieldError>}
        <Button type="submit" look="primary" size="lg" block busy={reset.isPending}>
          {t("reset.button")}
        </Button>
      </form>
    </GateFrame>
  );
}

/** `/confirm#token`: confirms by itself, since the click on the link was the act. */
export function ConfirmPage() {
  const { t } = useTranslation("gate");
  useTitle(t("confirm.done"));
  const token = useHashToken();
  const confirm = useMutation({ mutationFn: () => done(api.POST("/email-confirmations/complete", { body: { token } })) });
  const asked = useRef(false);
  const { mutate } = confirm;
  useEffect(() => {
    if (token === "" || asked.current) return;
    asked.current = true;
    mutate();
  }, [token, mutate]);
  const go = (
    <Link className={buttonClass({ look: "primary" })} to="/">
      {t("confirm.go")}
    </Link>
  );
  return (
    <GateFrame>
      {token === "" || (isProblem(confirm.error) && confirm.error.status < 500) ? (
        <Empty level={1} icon={IconHourglassOff} title={t("confirm.failed")} action={go}>
          {t("confirm.failedText")}
        </Empty>
      ) : confirm.isError ? (
        <Failed level={1} error={confirm.error} retry={() => mutate()} />
      ) : confirm.isSuccess ? (
        <Empty level={1} icon={IconCircleCheck} title={t("confirm.done")} action={go}>
          {t("confirm.doneText")}
        </Empty>
      ) : (
        <div className="empty" role="status">
          <span className="spin lg" aria-hidden="true" />
          <h1 className="empty-h">{t("confirm.busy")}</h1>
        </div>
      )}
    </GateFrame>
  );
}
