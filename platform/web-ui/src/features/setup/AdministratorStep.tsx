import { useForm } from "@mantine/form";
import { IconHourglassOff } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, isProblem, replaceSession } from "@/api";
import { Button, Empty, FieldError, PasswordField, TextField, useLang, useProblemLine } from "@/shared";

/** The token of the terminal's link, or nothing. */
export function setupTokenInAddress(): string {
  const found = window.location.hash.slice(1);
  return /^[A-Za-z0-9_-]{16,200}$/.test(found) ? found : "";
}

export function AdministratorStep() {
  const { t } = useTranslation("setup");
  const [token] = useState(setupTokenInAddress);
  const lang = useLang();
  const client = useQueryClient();
  const router = useRouter();
  const line = useProblemLine();
  const state = useQuery({ queryKey: ["setup"], queryFn: () => body(api.GET("/setup")) }).data;
  const form = useForm({ initialValues: { email: "", password: "" } });
  const create = useMutation({
    mutationFn: ({ email, password }: typeof form.values) =>
      body(api.POST("/setup/administrator", { body: { token, email: email.trim(), password, locale: lang } })),
    onSuccess: async (session) => {
      // The token has done its work: it leaves the address bar and the history.
      window.history.replaceState(window.history.state, "", "/setup");
      replaceSession(client, session);
      await router.invalidate();
    },
    onError: (error) => isProblem(error) && form.setErrors(error.fields()),
  });
  if (isProblem(create.error, "link-used-or-expired")) {
    return (
      <Empty icon={IconHourglassOff} title={t("token.title")} action={<code className="badge">{t("token.command")}</code>}>
        {t("token.text")}
      </Empty>
    );
  }
  const general = create.error && !Object.keys(form.errors).length ? line(create.error) : "";
  return (
    <form aria-label={t("name.administrator")} onSubmit={form.onSubmit((values) => create.mutate(values))}>
      <div className="card-pad step-body stack stack-5">
        <TextField label={t("email")} hint={t("emailHint")} type="email" autoComplete="username" required {...form.getInputProps("email")} />
        <PasswordField
          label={t("password")}
          hint={state && t("passwordHint", { n: state.minPasswordLength })}
          autoComplete="new-password"
          minLength={state?.minPasswordLength}
          required
          {...form.getInputProps("password")}
        />
        {general && <FieldError>{general}</FieldError>}
      </div>
      <div className="card-foot">
        <span />
        <span className="row">
          <Button type="submit" look="primary" busy={create.isPending}>
            {t("create")}
          </Button>
        </span>
      </div>
    </form>
  );
}
