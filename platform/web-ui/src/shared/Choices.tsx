import { useMantineColorScheme } from "@mantine/core";
import { IconContrast, IconLanguage } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { LANGUAGES, type Language, setLanguage } from "@/i18n";
import { IconButton } from "./Button";
import { Icon } from "./Icon";
import { Menu } from "./Menu";
import { useLang } from "./useLang";

/** Light to dark and back; the account page also offers what the system says. */
export function ThemeButton() {
  const { t } = useTranslation();
  const { toggleColorScheme } = useMantineColorScheme();
  return <IconButton icon={IconContrast} label={t("top.theme")} onClick={toggleColorScheme} />;
}

/** For the pages before signing in, where no account knows the language yet. */
export function LanguageButton() {
  const { t } = useTranslation();
  const now = useLang();
  return (
    <Menu
      label={t("language")}
      target={
        <button type="button" className="btn btn-quiet btn-sm">
          <Icon of={IconLanguage} size="s" />
          <span className="vh">{t("language")}: </span>
          {LANGUAGES[now]}
        </button>
      }
      entries={(Object.keys(LANGUAGES) as Language[]).map((language) => ({
        label: <span lang={language}>{LANGUAGES[language]}</span>,
        checked: language === now,
        run: () => void setLanguage(language),
      }))}
    />
  );
}
