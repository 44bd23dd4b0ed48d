import { useTranslation } from "react-i18next";
import type { Setting } from "./SettingControl";

export interface SettingWords {
  title: string;
  hint: string | undefined;
  choice: (value: string) => string;
}

/** What a setting is called: in the person's language where it is ours, as its plugin says where it is a plugin's. */
export function useSettingWords(): (setting: Pick<Setting, "key" | "title" | "description">) => SettingWords {
  const { t, i18n } = useTranslation("settings");
  const find = (key: string): string | undefined => (i18n.exists(`settings:${key}`) ? t(key as "save") : undefined);
  return (setting) => {
    const key = `key.${setting.key.replace(/^instances\.[^.]+\./, "").replace(/^(enabled|role|concurrency|local-hosts)$/, "instance.$1")}`;
    return {
      title: find(`${key}.title`) ?? setting.title,
      hint: find(`${key}.hint`) ?? (find(`${key}.title`) ? undefined : setting.description),
      choice: (value) => find(`${key}.choice.${value}`) ?? value,
    };
  };
}
