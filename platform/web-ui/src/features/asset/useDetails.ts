import { queryOptions, useQuery } from "@tanstack/react-query";
import { ASSETS, api, body } from "@/api";

export const detailsQuery = (assetId: string) =>
  queryOptions({ queryKey: [...ASSETS, "one", assetId], queryFn: () => body(api.GET("/assets/{assetId}", { params: { path: { assetId } } })) });

export function useDetails(assetId: string) {
  return useQuery(detailsQuery(assetId));
}
