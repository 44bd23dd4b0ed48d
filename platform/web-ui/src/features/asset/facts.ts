import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api";
import { formatCountry, formatDate, type Seen, type ThreeFacts, useLang } from "@/shared";

type Recipient = Schemas["Recipient"];

interface Source {
  seen: Seen;
  local: boolean;
  recipients?: readonly Recipient[] | undefined;
  categories?: readonly string[] | undefined;
  keptUntil?: string | undefined;
}

/** "prompt, reference picture" in the person's language; an unknown category keeps its own word. */
export function useCategories(): (categories: readonly string[]) => string {
  const { t, i18n } = useTranslation("asset");
  const lang = useLang();
  return (categories) => {
    const words = categories.map((name) => (i18n.exists(`asset:category.${name}`) ? t(`category.${name as "prompt"}`) : name));
    return new Intl.ListFormat(lang, { type: "unit", style: "long" }).format(words);
  };
}

/** "signing in, mails" for the words of purposes, one or several with commas between; an unknown one keeps its own word. */
export function usePurposes(): (purposes: string) => string {
  const { t, i18n } = useTranslation("asset");
  const lang = useLang();
  return (purposes) => {
    const words = purposes.split(/\s*,\s*/).map((name) => (i18n.exists(`asset:purpose.${name}`) ? t(`purpose.${name as "generation"}`) : name));
    return new Intl.ListFormat(lang, { type: "unit", style: "long" }).format(words);
  };
}

/** The three answers of something that was made. */
export function useFacts(): (source: Source) => ThreeFacts {
  const { t } = useTranslation(["asset", "common"]);
  const lang = useLang();
  const words = useCategories();
  return ({ seen, local, recipients = [], categories = ["prompt"], keptUntil }) => {
    const first = recipients[0];
    const country = first?.country ? formatCountry(first.country, lang) : undefined;
    const who = first ? (country ? `${first.legalName}, ${country}` : first.legalName) : "";
    const what = words(categories);
    const date = keptUntil ? formatDate(keptUntil, lang) : "";
    return {
      seen,
      seenText: t(`common:seen.${seen}`),
      local: local || !first,
      wentText: local || !first ? t("asset:went.local") : t("asset:went.away", { what: what.charAt(0).toLocaleUpperCase(lang) + what.slice(1), who }),
      wentShort: local || !first ? t("asset:went.localShort") : t("asset:went.awayShort", { where: country ?? first.legalName }),
      keptText: keptUntil ? t("asset:kept.until", { date }) : t("asset:kept.always"),
      keptShort: keptUntil ? date : t("asset:kept.always"),
    };
  };
}
