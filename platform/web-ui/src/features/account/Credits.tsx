import { IconCoins } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, balanceQuery, body, type Schemas } from "@/api";
import { Empty, Failed, formatMoment, formatNumber, ListEnd, RowSkeletons, useLang } from "@/shared";
import { Section } from "./Section";

export function Credits() {
  const { t } = useTranslation(["account", "common"]);
  const lang = useLang();
  const balance = useQuery(balanceQuery).data;
  const entries = useInfiniteQuery({
    queryKey: ["balance", "entries"],
    queryFn: ({ pageParam }) => body(api.GET("/credits/entries", { params: { query: { limit: 20, ...(pageParam && { cursor: pageParam }) } } })),
    initialPageParam: "",
    getNextPageParam: (page: Schemas["LedgerPage"]) => page.next,
  });
  const items = entries.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section
      id="credits"
      title={t("account:credits.title")}
      lead={t("account:credits.lead")}
      aside={
        balance && (
          <p className="num">
            <b className="strong">{t("account:credits.available", { n: formatNumber(balance.available, lang) })}</b>
            {balance.held > 0 && <span className="mute"> {t("account:credits.held", { n: formatNumber(balance.held, lang) })}</span>}
          </p>
        )
      }
    >
      {entries.isError && !entries.data ? (
        <div className="card">
          <Failed error={entries.error} level={3} retry={() => void entries.refetch()} />
        </div>
      ) : entries.isPending ? (
        <div className="card card-pad">
          <RowSkeletons rows={3} />
        </div>
      ) : items.length === 0 ? (
        <div className="card">
          <Empty level={3} icon={IconCoins} title={t("account:credits.empty")}>
            {t("account:credits.emptyText")}
          </Empty>
        </div>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that may scroll sideways must be reachable by keyboard */}
          <section className="table-wrap table-cards vm" tabIndex={0} aria-label={t("account:credits.table")}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t("account:credits.what")}</th>
                  <th scope="col">{t("account:credits.when")}</th>
                  <th scope="col" className="num">
                    {t("account:credits.credits")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((entry) => (
                  <tr key={entry.id}>
                    <td>
                      {t(`account:credits.kind.${entry.kind}`)}
                      {(entry.modelName ?? entry.note) && <span className="sub">{entry.note ?? entry.modelName}</span>}
                    </td>
                    <td data-l={t("account:credits.when")}>
                      <span className="num">{formatMoment(entry.at, lang)}</span>
                    </td>
                    <td className="num" data-l={t("account:credits.credits")}>
                      {entry.credits > 0
                        ? `+${formatNumber(entry.credits, lang)}`
                        : entry.credits === 0 && entry.amount
                          ? `(${formatNumber(entry.amount, lang)})`
                          : formatNumber(entry.credits, lang)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <ListEnd list={entries} end={t("account:credits.end")} />
        </>
      )}
    </Section>
  );
}
