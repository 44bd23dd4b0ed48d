/**
 * Rows of one height that fill the width, as in a photo album. Pure: sizes come with the data, so every height is known before
 * a picture has loaded and nothing jumps.
 */
export interface Sized {
  width: number;
  height: number;
}

export interface JustifiedRow<T> {
  items: { item: T; width: number }[];
  height: number;
}

/** No picture is wider or narrower than this, or it would be a sliver. */
const MIN_RATIO = 0.4;
const MAX_RATIO = 4;
/** The last row keeps the height that is wanted; a full row may grow at most by this. */
const MAX_STRETCH = 1.35;

export function justify<T extends Sized>(items: readonly T[], width: number, wanted: number, gap: number): JustifiedRow<T>[] {
  const rows: JustifiedRow<T>[] = [];
  let row: { item: T; ratio: number }[] = [];
  let sum = 0;
  const close = (full: boolean) => {
    if (row.length === 0) return;
    const room = width - gap * (row.length - 1);
    const fitting = room / sum;
    const height = full ? fitting : Math.min(wanted, fitting);
    rows.push({
      height: Math.min(height, wanted * MAX_STRETCH),
      items: row.map(({ item, ratio }) => ({ item, width: Math.min(height, wanted * MAX_STRETCH) * ratio })),
    });
    row = [];
    sum = 0;
  };
  for (const item of items) {
    const ratio = Math.min(MAX_RATIO, Math.max(MIN_RATIO, item.width / item.height));
    const next = sum + ratio;
    // Close before this one where that leaves the row nearer to the wanted height.
    if (row.length > 0) {
      const now = (width - gap * (row.length - 1)) / sum;
      const then = (width - gap * row.length) / next;
      if (then < wanted && now - wanted < wanted - then) close(true);
    }
    row.push({ item, ratio });
    sum += ratio;
    if ((width - gap * (row.length - 1)) / sum <= wanted) close(true);
  }
  close(false);
  return rows;
}
