import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";

const RATIOS = [1.5, 0.8, 1.33, 1.5, 1, 1.78, 0.75, 1.5, 1.33, 0.8, 1.78, 1];

/** Boxes of true sizes while the grid loads. */
export function GridSkeleton({ rows = 2 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <ul className="jg lib-skel" aria-busy="true" aria-label={t("state.loading")}>
      {RATIOS.slice(0, rows * 6).map((ratio, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the boxes are alike and never move
        <li key={place} className="skel" style={{ "--r": ratio } as CSSProperties} />
      ))}
    </ul>
  );
}
