import { useMantineColorScheme } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconContrast, IconMoon, IconSun } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, done, type Schemas } from "@/api";
import { LANGUAGES, type Language, setLanguage } from "@/i18n";
import { Button, Failed, Field, formatDate, Icon, initials, RowSkeletons, Segmented, SelectField, toast, useLang, useProblemLine } from "@/shared";
import { EmailDialog } from "./EmailDialog";
import { accountQuery } from "./query";
import { Section } from "./Section";

export function Profile() {
  const { t } = useTranslation("account");
  const account = useQuery(accountQuery);
  return (
    <Section id="profile" title={t("tab.profile")} lead={t("profile.lead")}>
      <div className="card">
        {account.isError ? (
          <Failed error={account.error} level={3} retry={() => void account.refetch()} />
        ) : !account.data ? (
          <div className="card-pad">
            <RowSkeletons rows={3} />
          </div>
        ) : (
          <ProfileCard account={account.data} />
        )}
      </div>
    </Section>
  );
}

function ProfileCard({ account }: { account: Schemas["Account"] }) {
  const { t } = useTranslation(["account", "common"]);
  const lang = useLang();
  const client = useQueryClient();
  const line = useProblemLine();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [changing, setChanging] = useState(false);
  const change = useMutation({
    mutationFn: (locale: Language) => body(api.PATCH("/account", { body: { locale } })),
    onSuccess: (next) => client.setQueryData(accountQuery.queryKey, next),
    onError: (error) => toast({ tone: "bad", message: line(error) }),
  });
  const confirm = useMutation({
    mutationFn: () => done(api.POST("/account/email-confirmations")),
    onSuccess: () => toast({ message: t("account:profile.confirmSent") }),
    onError: (error) => toast({ tone: "bad", message: line(error) }),
  });
  return (
    <>
      <div className="card-pad ac-prof">
        <div className="ac-pic">
          <span className="avatar av-xl" aria-hidden="true">
            {initials(account.email)}
          </span>
          <span className="badge">{t(`account:role.${account.role}`)}</span>
        </div>
        <div className="cols-2 ac-f">
          <Field
            label={t("account:profile.email")}
            hint={account.pendingEmail ? t("account:profile.pending", { email: account.pendingEmail }) : t("account:profile.emailHint")}
          >
            {(ids) => (
              <>
                <div className="join">
                  <input {...ids} className="input" value={account.email} readOnly />
                  <Button onClick={() => setChanging(true)}>{t("account:profile.change")}</Button>
                </div>
                {account.emailConfirmed ? (
                  <span className="ok-t small">
                    <Icon of={IconCheck} size="s" />
                    {t("account:profile.confirmed")}
                  </span>
                ) : (
                  <span className="row wrap small">
                    <Icon of={IconAlertTriangle} size="s" className="acc" />
                    {t("account:profile.unconfirmed")}
                    <button type="button" className="link" disabled={confirm.isPending} onClick={() => confirm.mutate()}>
                      {t("account:profile.confirmAgain")}
                    </button>
                  </span>
                )}
              </>
            )}
          </Field>
          <SelectField
            label={t("common:language")}
            hint={t("account:profile.languageHint")}
            value={lang}
            onChange={(event) => {
              const next = event.target.value as Language;
              void setLanguage(next);
              change.mutate(next);
            }}
          >
            {(Object.keys(LANGUAGES) as Language[]).map((language) => (
              <option key={language} value={language} lang={language}>
                {LANGUAGES[language]}
              </option>
            ))}
          </SelectField>
          <div className="field">
            <span className="label">{t("account:profile.theme")}</span>
            <Segmented
              className="block"
              name="theme"
              legend={t("account:profile.theme")}
              value={colorScheme}
              onChange={setColorScheme}
              options={[
                { value: "light", label: <WithIcon icon={IconSun} text={t("common:theme.light")} /> },
                { value: "dark", label: <WithIcon icon={IconMoon} text={t("common:theme.dark")} /> },
                { value: "auto", label: <WithIcon icon={IconContrast} text={t("common:theme.auto")} /> },
              ]}
            />
            <p className="hint">{t("account:profile.themeHint")}</p>
          </div>
        </div>
      </div>
      <div className="card-foot">
        <span className="small faint num">{t("account:profile.since", { date: formatDate(account.createdAt, lang) })}</span>
      </div>
      <EmailDialog opened={changing} close={() => setChanging(false)} />
    </>
  );
}

function WithIcon({ icon, text }: { icon: typeof IconSun; text: string }) {
  return (
    <>
      <Icon of={icon} size="s" />
      {text}
    </>
  );
}
