import "@/styles/lightbox.css";
import { IconArrowLeft, IconBrush, IconDownload, IconLayoutSidebarRight, IconPhotoUp, IconTrash } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { assetPages, media, parseAssetFilter, useHas } from "@/api";
import { type Asset, DetailSections, handToComposer, useAlt, useDelete, useDetails } from "@/features/asset";
import { useMaskable } from "@/features/wish";
import { buttonClass, Failed, formatMoment, Icon, IconButton, RowSkeletons, useLang, useTitle } from "@/shared";
import { Film } from "./Film";
import { PictureStage } from "./PictureStage";
import { Player } from "./Player";

/** One piece on its own ground, with its neighbours in the list it was opened from. */
export function FullView() {
  const { t } = useTranslation(["lightbox", "asset"]);
  const lang = useLang();
  const { assetId } = useParams({ from: "/library/$assetId" });
  const filter = parseAssetFilter(useSearch({ from: "/library/$assetId" }));
  const navigate = useNavigate();
  const alt = useAlt();
  const remove = useDelete();
  const upload = useHas("upload");
  const maskable = useMaskable();
  const details = useDetails(assetId);
  const [side, setSide] = useState(true);
  const pages = useInfiniteQuery(assetPages(filter));
  const list = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  const place = list.findIndex((one) => one.id === assetId);
  const asset: Asset | undefined = details.data?.asset ?? list[place];
  const words = asset?.prompt ?? asset?.fileName ?? t("lightbox:title");
  useTitle(words);

  const near = place >= list.length - 3;
  useEffect(() => {
    if (place >= 0 && near && pages.hasNextPage && !pages.isFetching) void pages.fetchNextPage();
  }, [place, near, pages.hasNextPage, pages.isFetching, pages.fetchNextPage]);

  const previous = place > 0 ? list[place - 1] : undefined;
  const next = place >= 0 ? list[place + 1] : undefined;
  const show = (one: Asset | undefined) => one && void navigate({ to: "/library/$assetId", params: { assetId: one.id }, search: filter, replace: true });
  const back = () => void navigate({ to: "/library", search: filter });
  const drop = () => void remove([assetId], () => (next || previous ? show(next ?? previous) : back()));

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      if (event.key === "Escape" && !document.fullscreenElement) back();
      else if (event.key === "ArrowLeft") show(previous);
      else if (event.key === "ArrowRight") show(next);
      else if (event.key === "Delete") drop();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });

  if (details.isError && !asset) {
    return (
      <main id="main" className="page">
        <Failed error={details.error} level={1} retry={() => void details.refetch()} />
        <p className="end-line">
          <Link to="/library" search={filter}>
            {t("lightbox:back")}
          </Link>
        </p>
      </main>
    );
  }
  const video = asset?.kind === "video";
  return (
    <main id="main" className={["lb", video && "is-video", !side && "no-side"].filter(Boolean).join(" ")}>
      <header className="lb-top">
        <Link className="btn btn-quiet btn-icon" to="/library" search={filter} aria-label={t("lightbox:back")} title={t("lightbox:back")}>
          <Icon of={IconArrowLeft} className="i-flip" />
        </Link>
        <div className="grow">
          <h1 className="cut lb-title">{words}</h1>
          <p className="small faint num cut">
            {place >= 0 && !pages.hasNextPage && `${t("lightbox:place", { n: place + 1, of: list.length })}, `}
            {asset && formatMoment(asset.createdAt, lang)}
          </p>
        </div>
        {asset && (
          <div className="row lb-acts">
            {upload && !video && (
              <IconButton
                icon={IconPhotoUp}
                className="hide-s"
                label={t("asset:act.reference")}
                onClick={() => {
                  handToComposer({ references: [{ asset, role: "content" }] });
                  void navigate({ to: "/" });
                }}
              />
            )}
            {maskable && !video && (
              <Link
                className={buttonClass({ look: "quiet" }, true)}
                to="/library/$assetId/change"
                params={{ assetId: asset.id }}
                aria-label={t("asset:act.change")}
                title={t("asset:act.change")}
              >
                <Icon of={IconBrush} />
              </Link>
            )}
            <a
              className={buttonClass({ look: "quiet" }, true)}
              href={media.download(asset.id)}
              download
              aria-label={t("asset:act.download")}
              title={t("asset:act.download")}
            >
              <Icon of={IconDownload} />
            </a>
            <IconButton icon={IconTrash} label={t("asset:act.delete")} onClick={drop} />
            <IconButton
              icon={IconLayoutSidebarRight}
              className={side ? "is-on hide-s" : "hide-s"}
              label={t("lightbox:details")}
              aria-pressed={side}
              onClick={() => setSide(!side)}
            />
          </div>
        )}
      </header>
      {asset ? (
        video ? (
          <Player key={asset.id} asset={asset} alt={alt(asset)} />
        ) : (
          <PictureStage
            key={asset.id}
            asset={asset}
            alt={alt(asset)}
            {...(previous && { previous: { label: t("lightbox:previous", { what: alt(previous) }), go: () => show(previous) } })}
            {...(next && { next: { label: t("lightbox:next", { what: alt(next) }), go: () => show(next) } })}
          />
        )
      ) : (
        <div className="lb-stage" aria-busy="true">
          <span className="spin lg" aria-hidden="true" />
        </div>
      )}
      {list.length > 1 && place >= 0 && <Film list={list} place={place} filter={filter} />}
      {side && (
        <aside className="lb-side" aria-label={t("lightbox:about")}>
          {details.data ? (
            <DetailSections details={details.data} className="lb-sec" level={2} />
          ) : details.isError ? (
            <Failed error={details.error} level={2} retry={() => void details.refetch()} />
          ) : (
            <div className="lb-sec">
              <RowSkeletons rows={6} />
            </div>
          )}
        </aside>
      )}
    </main>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.matches("input, textarea, select, video") || target.isContentEditable);
}
