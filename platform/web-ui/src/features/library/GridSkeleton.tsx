import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";

const RATIOS = [1.5, 0.8, 1.33, 1.5, 1, 1.78, 0.75, 1.5, 1.33, 0.8, 1.78, 1];

/**
 * Boxes of true sizes while the grid loads, and, not busy, where more will stand once somebody scrolls there. Below each new page stands a fresh
 * one, by its key, so that none is seen to move.
 */
export function GridSkeleton({ rows = 2, busy = true }: { rows?: number; busy?: boolean }) {
  const { t } = useTranslation();
  return (
    <ul className="jg lib-skel" aria-busy={busy || undefined} aria-hidden={!busy || undefined} aria-label={t("state.loading")}>
      {RATIOS.slice(0, rows * 6).map((ratio, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the boxes are alike and never move
        <li key={place} className="skel" style={{ "--r": ratio } as CSSProperties} />
      ))}
    </ul>
  );
}
