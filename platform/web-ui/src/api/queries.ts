/** Queries that more than one feature shares, so that one answer serves all and events can refresh it. */
import { type InfiniteData, type QueryClient, queryOptions } from "@tanstack/react-query";
import { api, body, type Schemas } from "./client";
import type { EventMessage } from "./events";

export const balanceQuery = queryOptions({ queryKey: ["balance"], queryFn: () => body(api.GET("/credits")) });

export const modelsQuery = queryOptions({ queryKey: ["models"], queryFn: () => body(api.GET("/models")), staleTime: 60_000 });

export const signUpInfoQuery = queryOptions({ queryKey: ["sign-up"], queryFn: () => body(api.GET("/sign-up")), staleTime: 60_000 });

export const operatorQuery = queryOptions({ queryKey: ["operator"], queryFn: () => body(api.GET("/operator")), staleTime: 60_000 });

export const privacyPageQuery = queryOptions({ queryKey: ["privacy-page"], queryFn: () => body(api.GET("/privacy-page")) });

export const pluginsQuery = queryOptions({ queryKey: ["plugins"], queryFn: () => body(api.GET("/admin/plugins")) });

export const healthQuery = queryOptions({ queryKey: ["health"], queryFn: () => body(api.GET("/admin/health")), refetchInterval: 15_000 });

type Generation = Schemas["Generation"];
type GenerationPage = Schemas["GenerationPage"];

export const GENERATIONS = ["generations"] as const;
export const ASSETS = ["assets"] as const;

/** The key of one generation that is watched by itself. */
export const oneGeneration = (id: string) => [...GENERATIONS, "one", id] as const;

/** Puts one generation into the cached pages: in its place where it is known, else at the front; and where it is watched. */
export function putGeneration(client: QueryClient, generation: Generation): void {
  client.setQueryData<Generation>(oneGeneration(generation.id), (known) => known && generation);
  client.setQueriesData<InfiniteData<GenerationPage>>({ queryKey: GENERATIONS }, (data) => {
    const [first, ...rest] = data?.pages ?? [];
    if (!data || !first) return data;
    let known = false;
    const swap = (page: GenerationPage): GenerationPage => ({
      ...page,
      items: page.items.map((item) => {
        if (item.id !== generation.id) return item;
        known = true;
        return generation;
      }),
    });
    const pages = [first, ...rest].map(swap);
    if (!known && pages[0]) pages[0] = { ...pages[0], items: [generation, ...pages[0].items] };
    return { ...data, pages };
  });
}

/** The library is asked for anew, but never for what was deleted: its details may still be on the page for a moment. */
export function assetsChanged(client: QueryClient, deleted: readonly string[] = []): Promise<void> {
  return client.invalidateQueries({
    queryKey: ASSETS,
    predicate: ({ queryKey: [, part, id] }) => !(part === "one" && deleted.includes(String(id))),
  });
}

/** What an event means for what is cached. */
export function applyEvent(client: QueryClient, event: EventMessage): void {
  switch (event.type) {
    case "generation":
      if (event.generation) putGeneration(client, event.generation);
      else void client.invalidateQueries({ queryKey: GENERATIONS });
      if (event.generation?.state === "succeeded") void client.invalidateQueries({ queryKey: ASSETS });
      break;
    case "asset":
      void assetsChanged(client, event.change === "deleted" && event.assetId ? [event.assetId] : []);
      if (event.change === "deleted" || event.change === "restored") void client.invalidateQueries({ queryKey: GENERATIONS });
      break;
    case "balance":
      if (event.balance) client.setQueryData(balanceQuery.queryKey, event.balance);
      break;
    case "account":
      void client.invalidateQueries({ queryKey: ["session"] });
      void client.invalidateQueries({ queryKey: ["account"] });
      break;
    case "resync":
      void client.invalidateQueries();
      break;
  }
}
