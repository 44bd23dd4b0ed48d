import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { isProblem, type Session, sessionQuery } from "@/api";

/** The session ended while a page was open: back to signing in, and from there to the same page. */
function onError(error: unknown): void {
  // A wrong password in a form is answered by 401 too, and is no end of the session.
  if (!isProblem(error) || error.status !== 401 || error.code === "wrong-credentials") return;
  const session = queryClient.getQueryData<Session>(sessionQuery.queryKey);
  if (!session?.signedIn) return;
  const next = window.location.pathname + window.location.search;
  window.location.assign(`/sign-in?next=${encodeURIComponent(next)}`);
}

/** A wrong request stays wrong; only silence and overload are asked again. */
function worthRetrying(count: number, error: unknown): boolean {
  if (!isProblem(error)) return false;
  return count < 2 && error.status === 503 && error.code === "unreachable";
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: { staleTime: 15_000, retry: worthRetrying, retryDelay: (count) => 500 * 2 ** count, refetchOnWindowFocus: false },
    mutations: { retry: false },
  },
});
