import type { Schemas } from "@/api";
import { dayKey } from "@/shared";
import { justify } from "./justify";

export type Asset = Schemas["Asset"];

/** What the grid scrolls over: a day's head, or a row of pictures. */
export type Line =
  | { kind: "day"; key: string; at: string; count: number; complete: boolean; height: number }
  | { kind: "row"; key: string; height: number; cells: { asset: Asset; width: number; place: number }[] };

const DAY_HEIGHT = 52;

/**
 * All lines of what is loaded. `more` says that the last day may go on: its last row then waits for what completes it, since a row that is
 * justified anew would move under the eyes.
 */
export function linesOf(assets: readonly Asset[], width: number, rowHeight: number, gap: number, more: boolean): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < assets.length) {
    const first = assets[start];
    if (!first) break;
    const key = dayKey(first.createdAt);
    let end = start + 1;
    while (end < assets.length && dayKey(assets[end]?.createdAt ?? "") === key) end += 1;
    lines.push({ kind: "day", key: `d${key}`, at: first.createdAt, count: end - start, complete: !(more && end === assets.length), height: DAY_HEIGHT });
    let place = start;
    const rows = justify(assets.slice(start, end), width, rowHeight, gap);
    if (more && end === assets.length && rows.length > 1) rows.pop();
    for (const row of rows) {
      const cells = row.items.map(({ item, width: cell }) => ({ asset: item, width: cell, place: place++ }));
      lines.push({ kind: "row", key: `r${cells[0]?.asset.id}`, height: row.height + gap, cells });
    }
    start = end;
  }
  return lines;
}

/** The place an arrow leads to: sideways by one, up and down to the nearest middle in the neighbouring row. */
export function arrowTo(lines: readonly Line[], from: number, key: string, gap: number): number | undefined {
  const rows = lines.filter((line) => line.kind === "row");
  const last = rows.at(-1)?.cells.at(-1)?.place ?? 0;
  if (key === "ArrowLeft") return Math.max(0, from - 1);
  if (key === "ArrowRight") return Math.min(last, from + 1);
  if (key === "Home") return 0;
  if (key === "End") return last;
  if (key !== "ArrowUp" && key !== "ArrowDown") return undefined;
  const at = rows.findIndex((row) => row.cells.some((cell) => cell.place === from));
  const target = rows[at + (key === "ArrowUp" ? -1 : 1)];
  if (!target) return from;
  const middles = (row: (typeof rows)[number]) => {
    let x = 0;
    return row.cells.map((cell) => {
      const middle = x + cell.width / 2;
      x += cell.width + gap;
      return { place: cell.place, middle };
    });
  };
  const row = rows[at];
  const here = row ? (middles(row).find((one) => one.place === from)?.middle ?? 0) : 0;
  return middles(target).reduce((best, one) => (Math.abs(one.middle - here) < Math.abs(best.middle - here) ? one : best)).place;
}
