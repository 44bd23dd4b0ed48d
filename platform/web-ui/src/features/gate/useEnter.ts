import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useCallback } from "react";
import { replaceSession, type Session } from "@/api";
import { isLanguage, setLanguage } from "@/i18n";

/** Only a path of this origin may be gone to after signing in: what stands in the address was written by anybody. */
function ownPath(next: string | undefined): string | undefined {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : undefined;
}

/** After signing in: the new session, the account's language, and the page that was asked for. */
export function useEnter(): (session: Session, next?: string) => Promise<void> {
  const client = useQueryClient();
  const router = useRouter();
  return useCallback(
    async (session, next) => {
      replaceSession(client, session);
      const wish = session.account?.locale;
      if (isLanguage(wish)) await setLanguage(wish);
      await router.invalidate();
      router.history.replace(ownPath(next) ?? (session.wizardOpen ? "/setup" : "/"));
    },
    [client, router],
  );
}
