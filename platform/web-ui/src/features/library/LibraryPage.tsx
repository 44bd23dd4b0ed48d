import "@/styles/library.css";
import { IconDownload, IconPhoto, IconSearchOff, IconTrash, IconX } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ASSETS, type AssetFilter, api, assetPages, body, media, parseAssetFilter } from "@/api";
import { useDelete } from "@/features/asset";
import { Button, buttonClass, Empty, Failed, formatBytes, formatDate, formatNumber, IconButton, useLang, useTitle } from "@/shared";
import { DetailsPanel } from "./DetailsPanel";
import { Filters } from "./Filters";
import { Grid } from "./Grid";
import { GridSkeleton } from "./GridSkeleton";
import type { Asset } from "./lines";

export function LibraryPage() {
  const { t } = useTranslation("library");
  useTitle(t("title"));
  const filter = parseAssetFilter(useSearch({ from: "/inside/library" }));
  const navigate = useNavigate();
  const pages = useInfiniteQuery(assetPages(filter));
  const assets = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  const [current, setCurrent] = useState<string>();
  const selection = useSelection(assets);
  const remove = useDelete();
  const setFilter = (next: AssetFilter) => {
    selection.clear();
    void navigate({ to: "/library", search: next, replace: true });
  };
  const onNearEnd = useCallback(() => {
    if (pages.hasNextPage && !pages.isFetching) void pages.fetchNextPage();
  }, [pages.hasNextPage, pages.isFetching, pages.fetchNextPage]);
  const place = assets.findIndex((asset) => asset.id === current);
  const open = assets[place];
  const filtered = Object.keys(filter).length > 0;
  const deleteThem = (ids: readonly string[]) => void remove(ids, selection.clear);
  return (
    <div className={open ? "lib" : "lib lib-wide"}>
      <div className="lib-main">
        <h1 className="vh">{t("title")}</h1>
        <Filters filter={filter} onChange={setFilter} />
        <Summary onSoon={() => setFilter({ soon: true })} />
        {pages.isError && !pages.data ? (
          <Failed error={pages.error} title={t("failed")} retry={() => void pages.refetch()} />
        ) : pages.isPending ? (
          <GridSkeleton />
        ) : assets.length === 0 ? (
          <NothingHere filter={filter} filtered={filtered} onClear={() => setFilter({})} />
        ) : (
          <>
            <Grid
              assets={assets}
              more={pages.hasNextPage && !pages.isFetchNextPageError}
              filter={filter}
              chosen={selection.ids}
              current={current}
              onCurrent={(asset) => setCurrent(asset.id)}
              onOpen={(asset) => void navigate({ to: "/library/$assetId", params: { assetId: asset.id }, search: filter })}
              onToggle={selection.toggle}
              onDelete={deleteThem}
              onNearEnd={onNearEnd}
            />
            {pages.isFetchNextPageError ? (
              <Failed error={pages.error} title={t("failedMore")} retry={() => void pages.fetchNextPage()} />
            ) : pages.hasNextPage ? (
              <GridSkeleton key={assets.length} rows={1} busy={pages.isFetchingNextPage} />
            ) : (
              <p className="end-line">{filtered ? t("endFiltered") : t("end")}</p>
            )}
          </>
        )}
        <SelectionBar assets={assets} ids={selection.ids} onClear={selection.clear} onDelete={deleteThem} />
      </div>
      {open && (
        <DetailsPanel
          key={open.id}
          asset={open}
          filter={filter}
          onClose={() => setCurrent(undefined)}
          onStep={(by) => {
            const next = assets[place + by];
            if (next) setCurrent(next.id);
          }}
        />
      )}
    </div>
  );
}

function useSelection(assets: readonly Asset[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<string>();
  const clear = useCallback(() => setIds(new Set()), []);
  const toggle = (asset: Asset, through: boolean) => {
    const next = new Set(ids);
    const from = through ? assets.findIndex((one) => one.id === anchor) : -1;
    if (from >= 0) {
      const to = assets.indexOf(asset);
      for (const one of assets.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(one.id);
    } else if (!next.delete(asset.id)) next.add(asset.id);
    setAnchor(asset.id);
    setIds(next);
  };
  return { ids, toggle, clear };
}

function Summary({ onSoon }: { onSoon: () => void }) {
  const { t } = useTranslation("library");
  const lang = useLang();
  const summary = useQuery({ queryKey: [...ASSETS, "summary"], queryFn: () => body(api.GET("/assets/summary")) }).data;
  const n = (value: number) => formatNumber(value, lang);
  if (!summary || summary.total === 0) return <p className="lib-sum small faint num">&nbsp;</p>;
  const shared = summary.link > 0 || summary.public > 0;
  return (
    <p className="lib-sum small faint num">
      {shared
        ? t("summary.shared", { total: n(summary.total), private: n(summary.private), link: n(summary.link), public: n(summary.public) })
        : t("summary.private", { total: n(summary.total), size: formatBytes(summary.bytes, lang) })}{" "}
      {summary.expiringSoon > 0 && (
        <button type="button" className="link" onClick={onSoon}>
          {summary.nextExpiryAt
            ? t("summary.soonFrom", { count: summary.expiringSoon, date: formatDate(summary.nextExpiryAt, lang) })
            : t("summary.soon", { count: summary.expiringSoon })}
        </button>
      )}
    </p>
  );
}

function NothingHere({ filter, filtered, onClear }: { filter: AssetFilter; filtered: boolean; onClear: () => void }) {
  const { t } = useTranslation("library");
  if (!filtered) {
    return (
      <Empty
        icon={IconPhoto}
        title={t("empty.title")}
        action={
          <Link className={buttonClass({ look: "primary" })} to="/">
            {t("empty.make")}
          </Link>
        }
      >
        {t("empty.text")}
      </Empty>
    );
  }
  const others = Object.keys(filter).length - (filter.q ? 1 : 0);
  return (
    <Empty
      icon={IconSearchOff}
      title={filter.q ? t("none.prompt", { q: filter.q }) : t("none.title")}
      action={<Button onClick={onClear}>{t("none.clear")}</Button>}
    >
      {filter.q && others > 0 && t("none.filters", { count: others })}
    </Empty>
  );
}

const MOST_DOWNLOADS = 20;

function SelectionBar({
  assets,
  ids,
  onClear,
  onDelete,
}: {
  assets: readonly Asset[];
  ids: ReadonlySet<string>;
  onClear: () => void;
  onDelete: (ids: readonly string[]) => void;
}) {
  const { t } = useTranslation(["library", "asset"]);
  const lang = useLang();
  if (ids.size === 0) return null;
  const chosen = assets.filter((asset) => ids.has(asset.id));
  const bytes = chosen.reduce((sum, asset) => sum + asset.bytes, 0);
  const download = () => {
    for (const asset of chosen.slice(0, MOST_DOWNLOADS)) {
      const link = document.createElement("a");
      link.href = media.download(asset.id);
      link.download = "";
      link.click();
    }
  };
  return (
    <div className="selbar" role="toolbar" aria-label={t("library:selected", { count: ids.size })}>
      <IconButton icon={IconX} label={t("library:clearSelection")} size="sm" onClick={onClear} />
      <span className="strong num nowrap" role="status">
        {t("library:selected", { count: ids.size })}
      </span>
      <span className="mute small num hide-s nowrap">{formatBytes(bytes, lang)}</span>
      <span className="end row">
        {ids.size <= MOST_DOWNLOADS && <IconButton icon={IconDownload} label={t("asset:act.download")} onClick={download} />}
        <IconButton icon={IconTrash} label={t("asset:act.delete")} onClick={() => onDelete([...ids])} />
      </span>
    </div>
  );
}
