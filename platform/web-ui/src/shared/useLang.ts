import { useTranslation } from "react-i18next";
import { isLanguage, type Language } from "@/i18n";

/** The language the page is in; it changes when the person changes it. */
export function useLang(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : "en";
}
