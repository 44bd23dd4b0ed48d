import "@/styles/jobs.css";
import "@/styles/studio.css";
import "@/styles/studio-widths.css";
import { IconWand } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { api, body, GENERATIONS } from "@/api";
import { Empty, Failed, RowSkeletons, useNow, useReach, useTitle } from "@/shared";
import { Batches } from "./Batches";
import { Composer } from "./Composer";
import { ACTIVE, type Generation, Running } from "./Running";
import { useComposer } from "./useComposer";

/** A failure stands among what runs for this long, then only in its day. */
const FAILURE_SHOWN_MILLIS = 3_600_000;
const EARLIER_PROMPTS = 8;
const QUEUE_AGAIN_MILLIS = 5_000;

export function StudioPage() {
  const { t } = useTranslation("studio");
  useTitle(t("title"));
  const composer = useComposer();
  const now = useNow(60_000);
  const pages = useInfiniteQuery({
    queryKey: [...GENERATIONS, "all"],
    queryFn: ({ pageParam }) => body(api.GET("/generations", { params: { query: { limit: 20, ...(pageParam && { cursor: pageParam }) } } })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    // Nobody is told when others leave the queue, so places in it are asked for while something waits.
    refetchInterval: (query) => (query.state.data?.pages.some((page) => page.items.some((one) => one.state === "queued")) ? QUEUE_AGAIN_MILLIS : false),
  });
  const all = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  const isNow = (generation: Generation) =>
    ACTIVE.has(generation.state) ||
    ((generation.state === "failed" || generation.state === "canceled") &&
      now.getTime() - new Date(generation.finishedAt ?? generation.createdAt).getTime() < FAILURE_SHOWN_MILLIS);
  const running = all.filter(isNow);
  const finished = all.filter((generation) => generation.state === "succeeded" && !isNow(generation));
  const earlier = useMemo(() => [...new Set(all.map((generation) => generation.prompt))].slice(0, EARLIER_PROMPTS), [all]);
  const foot = useReach(() => pages.hasNextPage && !pages.isFetchingNextPage && void pages.fetchNextPage());
  return (
    <div className="page page-studio studio-c">
      <h1 className="vh">{t("title")}</h1>
      <Composer composer={composer} earlier={earlier} />
      {pages.isError && !pages.data ? (
        <div className="section card">
          <Failed error={pages.error} title={t("list.failed")} retry={() => void pages.refetch()} />
        </div>
      ) : pages.isPending ? (
        <div className="section">
          <RowSkeletons rows={3} picture />
        </div>
      ) : all.length === 0 ? (
        <div className="section">
          <Empty icon={IconWand} title={t("list.empty")}>
            {t("list.emptyText")}
          </Empty>
        </div>
      ) : (
        <>
          <Running generations={running} onRetry={(generation) => composer.retryWith(generation)} />
          <Batches generations={finished} />
          <div ref={foot} />
          {pages.isFetchNextPageError ? (
            <Failed error={pages.error} retry={() => void pages.fetchNextPage()} />
          ) : pages.hasNextPage ? (
            <RowSkeletons rows={1} picture />
          ) : (
            <p className="end-line">
              {t("list.end")} <Link to="/library">{t("list.library")}</Link>
            </p>
          )}
        </>
      )}
    </div>
  );
}
