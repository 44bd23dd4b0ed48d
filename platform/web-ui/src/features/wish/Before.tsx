import { useTranslation } from "react-i18next";
import { type Schemas, useBalance } from "@/api";
import { useCategories, useFacts } from "@/features/asset";
import { formatDate, formatNumber, type ThreeFacts, useLang } from "@/shared";

type Quote = Schemas["Quote"];

/** The three answers of what is not made yet: who will see it, what would go where, how long it would be kept. */
export function useBefore(): (quote: Quote | undefined, model: Schemas["Model"] | undefined) => ThreeFacts {
  const { t } = useTranslation("wish");
  const lang = useLang();
  const facts = useFacts();
  const words = useCategories();
  return (quote, model) => {
    const local = quote?.local ?? model?.local ?? true;
    const recipients = quote?.recipients ?? model?.recipients;
    const categories = quote?.dataCategories ?? ["prompt"];
    const before = facts({ seen: quote?.visibility ?? "private", local, recipients, categories, keptUntil: quote?.keptUntil });
    const first = recipients?.[0];
    const what = words(categories);
    const goes =
      local || !first
        ? t("stays")
        : t("goes", { what: what.charAt(0).toLocaleUpperCase(lang) + what.slice(1), who: [first.legalName, before.wentShort].filter(Boolean).join(", ") });
    return {
      ...before,
      seenText: before.seen === "private" ? t("private") : before.seenText,
      seenShort: before.seenText,
      wentText: goes,
      keptText: quote?.keptUntil ? t("kept", { date: formatDate(quote.keptUntil, lang) }) : before.keptText,
    };
  };
}

/** What it costs, and what that leaves. */
export function Cost({ quote, className }: { quote: Quote | undefined; className?: string }) {
  const { t } = useTranslation("wish");
  const lang = useLang();
  const balance = useBalance();
  return (
    <p className={className ? `cost ${className}` : "cost"} aria-live="polite">
      {quote ? (
        <>
          <b className="num">{quote.credits === 0 ? t("free") : t("credits", { count: quote.credits })}</b>
          {quote.credits > 0 && balance && (
            <small className="faint num">
              {quote.affordable === false
                ? t("have", { n: formatNumber(balance.available, lang) })
                : t("leaves", { n: formatNumber(balance.available - quote.credits, lang) })}
            </small>
          )}
        </>
      ) : (
        <span className="skel cost-skel" />
      )}
    </p>
  );
}
