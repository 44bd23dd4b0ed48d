import { describe, expect, it } from "vitest";
import { boxBetween, type Mark, marksAfter, NO_MARKS, widestBrush } from "../../src/features/mask/marks";
import { sizeFor } from "../../src/features/wish/sizeFor";

const dot = (x: number): Mark => ({ kind: "line", erase: false, radius: 4, points: [{ x, y: 0 }] });

describe("marks", () => {
  it("are taken back one by one and come again in the same order", () => {
    const two = marksAfter(marksAfter(NO_MARKS, { do: "add", mark: dot(1) }), { do: "add", mark: dot(2) });
    const one = marksAfter(two, { do: "undo" });
    expect(one).toEqual({ done: [dot(1)], undone: [dot(2)] });
    expect(marksAfter(one, { do: "redo" })).toEqual(two);
  });

  it("end what could be redone when something new is drawn", () => {
    const back = marksAfter(marksAfter(NO_MARKS, { do: "add", mark: dot(1) }), { do: "undo" });
    expect(marksAfter(back, { do: "add", mark: dot(3) })).toEqual({ done: [dot(3)], undone: [] });
  });

  it("stay as they are where there is nothing to take back", () => {
    expect(marksAfter(NO_MARKS, { do: "undo" })).toBe(NO_MARKS);
    expect(marksAfter(NO_MARKS, { do: "redo" })).toBe(NO_MARKS);
  });

  it("know a box by two corners, and how wide a brush may be", () => {
    expect(boxBetween({ x: 1, y: 2 }, { x: 5, y: 8 })).toEqual([
      { x: 1, y: 2 },
      { x: 5, y: 2 },
      { x: 5, y: 8 },
      { x: 1, y: 8 },
    ]);
    expect(widestBrush({ width: 768, height: 512 })).toBe(192);
  });
});

describe("the size of what is changed", () => {
  const sides = {
    properties: {
      width: { type: "integer", minimum: 64, maximum: 1024, multipleOf: 8 },
      height: { type: "integer", minimum: 64, maximum: 1024, multipleOf: 8 },
    },
  };

  it("is the picture's own where the model takes it", () => {
    expect(sizeFor(sides, { width: 768, height: 512 })).toEqual({ width: 768, height: 512 });
  });

  it("is smaller in the same proportions where it is too large", () => {
    expect(sizeFor(sides, { width: 4096, height: 2048 })).toEqual({ width: 1024, height: 512 });
  });

  it("is larger in the same proportions where it is too small", () => {
    expect(sizeFor(sides, { width: 32, height: 64 })).toEqual({ width: 64, height: 128 });
  });

  it("is the nearest shape where only some are offered", () => {
    const some = { properties: { size: { enum: ["1024x1024", "1536x1024", "1024x1536"] } } };
    expect(sizeFor(some, { width: 900, height: 600 })).toEqual({ size: "1536x1024" });
  });
});
