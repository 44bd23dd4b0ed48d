import { IconMapPinUp, IconServer2 } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "@/api";
import { useCategories, usePurposes } from "@/features/asset";
import { Empty, Failed, formatBytes, formatCountry, formatMoment, Icon, ListEnd, RowSkeletons, useLang } from "@/shared";
import { Section } from "./Section";

/** Everything that left this server for this person: what, to whom, when, why. */
export function Disclosures() {
  const { t } = useTranslation("account");
  const lang = useLang();
  const words = useCategories();
  const purposes = usePurposes();
  const list = useInfiniteQuery({
    queryKey: ["disclosures"],
    queryFn: ({ pageParam }) => body(api.GET("/disclosures", { params: { query: { limit: 20, ...(pageParam && { cursor: pageParam }) } } })),
    initialPageParam: "",
    getNextPageParam: (page: Schemas["DisclosurePage"]) => page.next,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section id="sent" title={t("sent.title")} lead={t("sent.lead")}>
      <div className="card">
        {list.isError && !list.data ? (
          <Failed error={list.error} level={3} retry={() => void list.refetch()} />
        ) : list.isPending ? (
          <div className="card-pad">
            <RowSkeletons rows={3} />
          </div>
        ) : items.length === 0 ? (
          <Empty level={3} icon={IconServer2} title={t("sent.empty")}>
            {t("sent.emptyText")}
          </Empty>
        ) : (
          <ul className="rows">
            {items.map((one) => (
              <li key={one.id}>
                <span className={one.local ? "t-mark" : "t-mark out"}>
                  <Icon of={one.local ? IconServer2 : IconMapPinUp} size="s" />
                </span>
                <div className="grow">
                  <b>
                    {one.local
                      ? t("sent.here", { name: one.recipientName })
                      : one.country
                        ? `${one.recipientName}, ${formatCountry(one.country, lang)}`
                        : one.recipientName}
                  </b>
                  <p className="small faint num">
                    {t("sent.line", { what: words(one.categories), size: formatBytes(one.bytes, lang), why: purposes(one.purpose) })}
                    {one.retention && ` ${t("sent.keeps", { text: one.retention })}`}
                  </p>
                </div>
                <span className="small faint num nowrap">{formatMoment(one.at, lang)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {items.length > 0 && <ListEnd list={list} end={t("sent.end")} />}
    </Section>
  );
}
