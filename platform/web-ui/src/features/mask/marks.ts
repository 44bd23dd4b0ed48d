/**
 * What a person has marked, as a list of acts that can be taken back one by one. Points and widths are in the picture's own
 * pixels, so that a mask looks the same at every zoom. Pure: {@link paintMark} draws it.
 */
export interface Point {
  x: number;
  y: number;
}

export type Mark =
  | { kind: "line"; erase: boolean; radius: number; points: readonly Point[] }
  | { kind: "area"; points: readonly Point[] }
  | { kind: "invert" }
  | { kind: "clear" };

export interface Marks {
  done: readonly Mark[];
  undone: readonly Mark[];
}

export const NO_MARKS: Marks = { done: [], undone: [] };

export type MarksAct = { do: "add"; mark: Mark } | { do: "undo" } | { do: "redo" };

/** A new mark ends what could be redone. */
export function marksAfter(now: Marks, act: MarksAct): Marks {
  switch (act.do) {
    case "add":
      return { done: [...now.done, act.mark], undone: [] };
    case "undo": {
      const last = now.done.at(-1);
      return last ? { done: now.done.slice(0, -1), undone: [...now.undone, last] } : now;
    }
    case "redo": {
      const next = now.undone.at(-1);
      return next ? { done: [...now.done, next], undone: now.undone.slice(0, -1) } : now;
    }
  }
}

/** The four corners of a box that was drawn from one to the other. */
export function boxBetween(a: Point, b: Point): Point[] {
  return [a, { x: b.x, y: a.y }, b, { x: a.x, y: b.y }];
}

export const LEAST_BRUSH = 4;

/** The widest brush, in pixels of the picture: a quarter of its longer side. */
export function widestBrush(picture: { width: number; height: number }): number {
  return Math.max(LEAST_BRUSH * 2, Math.round(Math.max(picture.width, picture.height) / 4));
}
