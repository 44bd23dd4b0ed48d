import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { type Mark, type Marks, type MarksAct, marksAfter, NO_MARKS } from "./marks";
import { maskFile, newMask, type Paint, paintMark, shareOf } from "./paint";

interface Picture {
  width: number;
  height: number;
}

/** The mask of one picture: its marks, the drawing of them, and how much they cover. */
export function useMask(picture: Picture) {
  const { width, height } = picture;
  const [marks, act] = useReducer((now: Marks, next: MarksAct) => marksAfter(now, next), NO_MARKS);
  const mask = useRef<Paint>(undefined);
  const [share, setShare] = useState(0);
  // Counts drawings, so that the stage knows when to show the mask anew.
  const [drawn, setDrawn] = useState(0);
  const paint = useCallback(() => {
    mask.current ??= newMask({ width, height });
    return mask.current;
  }, [width, height]);

  useEffect(() => {
    const on = paint();
    const scale = on.canvas.width / width;
    on.clearRect(0, 0, on.canvas.width, on.canvas.height);
    for (const mark of marks.done) paintMark(on, mark, scale);
    setShare(shareOf(on));
    setDrawn((n) => n + 1);
  }, [marks, paint, width]);

  return {
    marks,
    share,
    drawn,
    paint,
    add: useCallback((mark: Mark) => act({ do: "add", mark }), []),
    undo: useCallback(() => act({ do: "undo" }), []),
    redo: useCallback(() => act({ do: "redo" }), []),
    file: (name: string) => maskFile(paint(), { width, height }, name),
  };
}

export type Mask = ReturnType<typeof useMask>;
