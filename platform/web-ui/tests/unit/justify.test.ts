import { describe, expect, it } from "vitest";
import { justify } from "../../src/features/library/justify";
import { type Asset, arrowTo, linesOf } from "../../src/features/library/lines";

const WIDTH = 1000;
const WANTED = 208;
const GAP = 4;

function asset(n: number, width: number, height: number, day = "2026-11-24"): Asset {
  return {
    id: `a${n}`,
    kind: "image",
    origin: "generated",
    mediaType: "image/png",
    width,
    height,
    bytes: 1,
    createdAt: `${day}T12:00:00Z`,
    visibility: "private",
    thumbnails: [],
  };
}

const many = Array.from({ length: 57 }, (_, n) => asset(n, [900, 640, 840, 720, 960][n % 5] ?? 900, [600, 800, 630, 720, 540][n % 5] ?? 600));

describe("justified rows", () => {
  it("keeps every item once, in order", () => {
    const rows = justify(many, WIDTH, WANTED, GAP);
    expect(rows.flatMap((row) => row.items.map(({ item }) => item.id))).toEqual(many.map((one) => one.id));
  });

  it("fills the width in every row but the last, near the wanted height", () => {
    const rows = justify(many, WIDTH, WANTED, GAP);
    for (const row of rows.slice(0, -1)) {
      const used = row.items.reduce((sum, cell) => sum + cell.width, 0) + GAP * (row.items.length - 1);
      expect(used).toBeCloseTo(WIDTH, 3);
      expect(row.height).toBeGreaterThan(WANTED * 0.6);
      expect(row.height).toBeLessThanOrEqual(WANTED * 1.35);
    }
    expect(rows.at(-1)?.height).toBeLessThanOrEqual(WANTED);
  });

  it("copes with nothing, with one, and with slivers", () => {
    expect(justify([], WIDTH, WANTED, GAP)).toEqual([]);
    expect(justify([asset(1, 10, 10)], WIDTH, WANTED, GAP)[0]?.height).toBe(WANTED);
    const [sliver] = justify([asset(1, 1, 4000)], WIDTH, WANTED, GAP);
    expect(sliver?.items[0]?.width).toBeGreaterThanOrEqual(WANTED * 0.4);
    const [panorama] = justify([asset(1, 40_000, 10)], 300, WANTED, GAP);
    expect(panorama?.items[0]?.width).toBeLessThanOrEqual(300);
  });
});

describe("lines of the grid", () => {
  const two = [...many.slice(0, 7), asset(100, 900, 600, "2026-11-20"), asset(101, 900, 600, "2026-11-20")];

  it("puts a head before each day and counts it once its end is known", () => {
    const days = linesOf(two, WIDTH, WANTED, GAP, true).filter((line) => line.kind === "day");
    expect(days.map((day) => [day.count, day.complete])).toEqual([
      [7, true],
      [2, false],
    ]);
  });

  it("moves by arrows: sideways by one, up and down to the nearest, and stops at the ends", () => {
    const lines = linesOf(two, WIDTH, WANTED, GAP, false);
    expect(arrowTo(lines, 0, "ArrowRight", GAP)).toBe(1);
    expect(arrowTo(lines, 0, "ArrowLeft", GAP)).toBe(0);
    expect(arrowTo(lines, 8, "ArrowRight", GAP)).toBe(8);
    expect(arrowTo(lines, 3, "End", GAP)).toBe(8);
    const below = arrowTo(lines, 0, "ArrowDown", GAP) ?? -1;
    expect(below).toBeGreaterThan(0);
    expect(arrowTo(lines, below, "ArrowUp", GAP)).toBe(0);
    expect(arrowTo(lines, 0, "ArrowUp", GAP)).toBe(0);
    expect(arrowTo(lines, 0, "x", GAP)).toBeUndefined();
  });
});
