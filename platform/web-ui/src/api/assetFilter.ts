/** Which part of the library is asked for: it stands in the address, so that a reload and a link show the same. */
import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, body, type Schemas } from "./client";
import { ASSETS } from "./queries";

export interface AssetFilter {
  q?: string;
  kind?: "image" | "video";
  modelId?: string;
  visibility?: "private" | "link" | "public";
  /** Made within so many days. */
  days?: 1 | 7 | 30 | 365;
  origin?: "uploaded";
  /** Only what is deleted within 14 days. */
  soon?: true;
}

/** Reads what stands in the address; anything unknown is left out. */
export function parseAssetFilter(search: Record<string, unknown>): AssetFilter {
  const found: AssetFilter = {};
  const { q, kind, modelId, visibility, origin, soon } = search;
  if ((typeof q === "string" && q.trim()) || typeof q === "number") found.q = String(q).slice(0, 200);
  if (kind === "image" || kind === "video") found.kind = kind;
  if (typeof modelId === "string" && modelId) found.modelId = modelId;
  if (visibility === "private" || visibility === "link" || visibility === "public") found.visibility = visibility;
  const days = Number(search.days);
  if (days === 1 || days === 7 || days === 30 || days === 365) found.days = days;
  if (origin === "uploaded") found.origin = "uploaded";
  if (soon === true) found.soon = true;
  return found;
}

const PAGE = 100;

export const assetPages = (filter: AssetFilter) =>
  infiniteQueryOptions({
    queryKey: [...ASSETS, "pages", filter],
    queryFn: ({ pageParam, signal }) => {
      const { days, soon, q, ...same } = filter;
      const query = {
        ...same,
        limit: PAGE,
        ...(q && { q: q.trim() }),
        ...(days && { createdFrom: daysAgo(days) }),
        ...(soon && { expiresSoon: true }),
        ...(pageParam && { cursor: pageParam }),
      };
      return body(api.GET("/assets", { params: { query }, signal }));
    },
    initialPageParam: "",
    getNextPageParam: (page: Schemas["AssetPage"]) => page.next,
  });

/** Midnight, so many days back: the same all day long, so that pages of one list agree. */
function daysAgo(days: number): string {
  const at = new Date();
  at.setHours(0, 0, 0, 0);
  at.setDate(at.getDate() - (days - 1));
  return at.toISOString();
}
