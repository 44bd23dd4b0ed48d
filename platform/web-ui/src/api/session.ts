/** Who is here and what this installation can do. Asked once at the start; every sign-in and sign-out replaces it. */
import { type QueryClient, queryOptions, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { api, body, done, rememberCsrfToken, type Schemas } from "./client";

export type Session = Schemas["Session"];

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async () => remember(await body(api.GET("/session"))),
  staleTime: Number.POSITIVE_INFINITY,
});

function remember(session: Session): Session {
  rememberCsrfToken(session.csrfToken);
  return session;
}

export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

/** True where the caller has the permission; the interface hides what it lacks. */
export function useMay(permission: string): boolean {
  return useSession().permissions.includes(permission);
}

/** True where the part is installed. What is not installed is absent, not greyed. */
export function useHas(feature: string): boolean {
  return useSession().features.includes(feature);
}

/** An invitation belongs to its link; asked for again after its use it would be told to be gone. */
const OF_NOBODY: readonly unknown[] = ["session", "invite"];

/** Everything else that is cached belonged to whoever was here before: it goes with them. */
export function replaceSession(client: QueryClient, session: Session): void {
  client.removeQueries({ predicate: (query) => !OF_NOBODY.includes(query.queryKey[0]) });
  client.setQueryData(sessionQuery.queryKey, remember(session));
}

export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await done(api.DELETE("/session"));
    rememberCsrfToken(undefined);
    client.clear();
    window.location.assign("/sign-in");
  }, [client]);
}
