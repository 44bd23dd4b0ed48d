import { useElementSize, useMediaQuery } from "@mantine/hooks";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { media } from "@/api";
import { type Asset, averageColour } from "@/features/asset";
import { Icon, Range } from "@/shared";
import { boxBetween, LEAST_BRUSH, type Mark, type Point, widestBrush } from "./marks";
import { paintMark, showMask, trace } from "./paint";
import type { Tool } from "./Tools";
import type { Mask } from "./useMask";

interface Props {
  asset: Asset;
  alt: string;
  mask: Mask;
  tool: Tool;
  brush: number;
  setBrush: (pixels: number) => void;
}

const ZOOM_STEP = 1.25;
const MOST_ZOOM = 8;
const FAR = 10;
/** Of the height of a narrow screen, for the picture. */
const NARROW_SHARE = 0.6;

/** The picture, the mask over it and the brush. Painted by pointer, finger or keyboard. */
export function Stage({ asset, alt, mask, tool, brush, setBrush }: Props) {
  const { t } = useTranslation("mask");
  const { ref: room, width: roomWidth, height: roomHeight } = useElementSize<HTMLDivElement>();
  const [zoom, setZoom] = useState(1);
  const [at, setAt] = useState<Point>();
  const [penDown, setPenDown] = useState(false);
  const canvas = useRef<HTMLCanvasElement>(null);
  // What is being drawn right now; it becomes a mark when the pointer goes up.
  const draft = useRef<Point[]>(undefined);
  const hint = useId();
  const narrow = useMediaQuery("(max-width: 899px)", undefined, { getInitialValueInEffect: false });
  // Below 900 px the page scrolls, so the room is as high as the picture; it leaves some of the screen to the tools.
  const height = narrow ? window.innerHeight * NARROW_SHARE : roomHeight;
  const fit = roomWidth > 0 && height > 0 ? Math.min(1, roomWidth / asset.width, height / asset.height) : 0;
  const factor = fit * zoom;
  const dots = Math.min(2, globalThis.devicePixelRatio || 1);
  const size = { width: Math.floor(asset.width * factor), height: Math.floor(asset.height * factor) };
  const erase = tool === "eraser";
  const line = (points: readonly Point[]): Mark => ({ kind: "line", erase, radius: brush / 2, points });

  const show = () => {
    const view = canvas.current?.getContext("2d");
    if (!view) return;
    showMask(view, mask.paint(), dots);
    if (draft.current && (tool === "outline" || tool === "box")) {
      view.save();
      view.setLineDash([6 * dots, 4 * dots]);
      view.strokeStyle = "#ffce85";
      view.lineWidth = 1.75 * dots;
      trace(view, outlineOf(draft.current, tool), view.canvas.width / asset.width);
      view.closePath();
      view.stroke();
      view.restore();
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew where the mask or the size changed
  useEffect(show, [mask.drawn, size.width, size.height]);

  const pointIn = (figure: Element, { clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const box = figure.getBoundingClientRect();
    return { x: ((clientX - box.left) / box.width) * asset.width, y: ((clientY - box.top) / box.height) * asset.height };
  };
  const extend = (point: Point) => {
    const points = draft.current;
    if (!points) return;
    const last = points.at(-1);
    points.push(point);
    if (tool === "brush" || tool === "eraser") paintMark(mask.paint(), line(last ? [last, point] : [point]), mask.paint().canvas.width / asset.width);
    requestAnimationFrame(show);
  };
  const finish = () => {
    const points = draft.current;
    draft.current = undefined;
    if (!points || points.length === 0) return;
    if (tool === "brush" || tool === "eraser") mask.add(line(points));
    else if (points.length > 1) mask.add({ kind: "area", points: outlineOf(points, tool) });
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    if (tool === "move") return;
    draft.current = [];
    extend(pointIn(event.currentTarget, event));
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    setAt(pointIn(event.currentTarget, event));
    if (tool === "move" && event.buttons === 1) event.currentTarget.closest(".mk-room")?.scrollBy(-event.movementX, -event.movementY);
    else if (draft.current) {
      const between = event.nativeEvent.getCoalescedEvents?.() ?? [];
      for (const one of between.length > 0 ? between : [event.nativeEvent]) extend(pointIn(event.currentTarget, one));
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const way = ARROWS[event.key];
    if (way && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const step = (event.shiftKey ? FAR : 1) * Math.max(2, brush / 4);
      const from = at ?? { x: asset.width / 2, y: asset.height / 2 };
      const to = { x: within(from.x + way.x * step, asset.width), y: within(from.y + way.y * step, asset.height) };
      setAt(to);
      if (penDown) mask.add(line([from, to]));
    } else if (event.key === " ") {
      const here = at ?? { x: asset.width / 2, y: asset.height / 2 };
      setAt(here);
      if (!penDown) mask.add(line([here]));
      setPenDown(!penDown);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const ring: CSSProperties = at
    ? { left: at.x * factor, top: at.y * factor, width: brush * factor, height: brush * factor }
    : { left: 0, top: 0, width: 0, height: 0 };
  const painting = tool === "brush" || tool === "eraser";
  return (
    <div className="lb-stage mk-stage">
      <div className="mk-room" ref={room}>
        <figure
          className={`mk-fig tool-${tool}`}
          style={{ ...(fit > 0 ? size : {}), "--r": asset.width / asset.height, backgroundColor: averageColour(asset.blurHash) } as CSSProperties}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows and space paint here
          tabIndex={0}
          role="application"
          aria-label={t("canvas")}
          aria-describedby={hint}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={finish}
          onPointerCancel={finish}
          onPointerLeave={() => !draft.current && setAt(undefined)}
          onKeyDown={onKeyDown}
          onBlur={() => setPenDown(false)}
        >
          <img src={media.content(asset.id)} width={asset.width} height={asset.height} alt={alt} draggable={false} />
          <canvas className="ov" ref={canvas} width={Math.max(1, size.width * dots)} height={Math.max(1, size.height * dots)} />
          {at && painting && <span className={penDown ? "mk-ring is-down" : "mk-ring"} style={ring} aria-hidden="true" />}
        </figure>
      </div>
      <p className="vh" id={hint}>
        {t("keys")}
      </p>
      <p className="vh" role="status">
        {penDown ? t("penDown") : ""}
      </p>
      <div className="mk-bar">
        <div className="mk-b1">
          <div className="mk-f">
            <label htmlFor="mask-brush">{t("brush")}</label>
            <Range
              id="mask-brush"
              min={LEAST_BRUSH}
              max={widestBrush(asset)}
              value={brush}
              aria-valuetext={t("pixels", { n: brush })}
              onChange={(event) => setBrush(Number(event.target.value))}
            />
            <output className="num" htmlFor="mask-brush">
              {t("pixels", { n: brush })}
            </output>
          </div>
        </div>
        <div className="lb-zoom" role="toolbar" aria-label={t("zoom.label")}>
          <button type="button" aria-label={t("zoom.smaller")} disabled={zoom <= 1} onClick={() => setZoom(Math.max(1, zoom / ZOOM_STEP))}>
            <Icon of={IconMinus} />
          </button>
          <output className="num">{Math.round(factor * 100)} %</output>
          <button type="button" aria-label={t("zoom.larger")} onClick={() => setZoom(Math.min(MOST_ZOOM, zoom * ZOOM_STEP))}>
            <Icon of={IconPlus} />
          </button>
          <span className="lb-sep" />
          <button type="button" className={zoom === 1 ? "t is-on" : "t"} aria-pressed={zoom === 1} onClick={() => setZoom(1)}>
            {t("zoom.fit")}
          </button>
        </div>
      </div>
    </div>
  );
}

const ARROWS: Record<string, Point> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };

function outlineOf(points: readonly Point[], tool: Tool): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)];
  return tool === "box" && first && last ? boxBetween(first, last) : points;
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
