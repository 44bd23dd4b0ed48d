import { useEffect } from "react";

/** The browser's title, "Library · Heliograph". */
export function useTitle(page: string): void {
  useEffect(() => {
    document.title = page ? `${page} · Heliograph` : "Heliograph";
  }, [page]);
}
