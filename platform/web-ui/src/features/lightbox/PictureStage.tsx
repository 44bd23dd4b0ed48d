import { useElementSize } from "@mantine/hooks";
import { IconChevronLeft, IconChevronRight, IconMaximize, IconMinus, IconPlus } from "@tabler/icons-react";
import { type CSSProperties, type PointerEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { media } from "@/api";
import { type Asset, averageColour } from "@/features/asset";
import { Icon, Range } from "@/shared";

export interface Neighbour {
  label: string;
  go: () => void;
}

interface Props {
  asset: Asset;
  alt: string;
  previous?: Neighbour;
  next?: Neighbour;
}

const MOST = 4;
const STEP = 1.25;

/** Zoom is a factor of the picture's own pixels; `undefined` is "fit". */
export function PictureStage({ asset, alt, previous, next }: Props) {
  const { t } = useTranslation("lightbox");
  const { ref: room, width, height } = useElementSize<HTMLElement>();
  const stage = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<number>();
  const [at, setAt] = useState({ x: 0, y: 0 });
  const fit = width > 0 && height > 0 ? Math.min(1, width / asset.width, height / asset.height) : 1;
  const factor = zoom ?? fit;
  const least = Math.min(0.1, fit);
  const zoomTo = (wanted: number | undefined) => {
    if (wanted === undefined || Math.abs(wanted - fit) < 0.005) {
      setZoom(undefined);
      setAt({ x: 0, y: 0 });
    } else setZoom(Math.min(MOST, Math.max(least, wanted)));
  };
  const full = () => void (document.fullscreenElement ? document.exitFullscreen() : stage.current?.requestFullscreen());

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || (event.target instanceof HTMLElement && event.target.matches("input, textarea"))) return;
      if (event.key === "+" || event.key === "=") zoomTo(factor * STEP);
      else if (event.key === "-") zoomTo(factor / STEP);
      else if (event.key === " " && event.target === document.body) zoomTo(zoom === undefined ? 1 : undefined);
      else if (event.key === "f") full();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });

  const grip = useRef<{ x: number; y: number }>(undefined);
  const drag = {
    onPointerDown: (event: PointerEvent) => {
      if (zoom === undefined || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      grip.current = { x: event.clientX - at.x, y: event.clientY - at.y };
    },
    onPointerMove: (event: PointerEvent) => {
      if (grip.current) setAt({ x: event.clientX - grip.current.x, y: event.clientY - grip.current.y });
    },
    onPointerUp: () => {
      grip.current = undefined;
    },
  };
  const style: CSSProperties = {
    width: asset.width * factor,
    height: asset.height * factor,
    maxWidth: "none",
    maxHeight: "none",
    transform: `translate(${at.x}px, ${at.y}px)`,
    backgroundColor: averageColour(asset.blurHash),
    cursor: zoom === undefined ? "zoom-in" : "grab",
  };
  return (
    <div
      className="lb-stage"
      ref={stage}
      onWheel={(event) => (event.ctrlKey || zoom !== undefined || event.deltaY < 0 ? zoomTo(factor * (event.deltaY < 0 ? 1.1 : 1 / 1.1)) : undefined)}
    >
      <figure className="lb-fig" ref={room} {...drag}>
        <img
          className="lb-img zoomable"
          src={media.content(asset.id)}
          width={asset.width}
          height={asset.height}
          alt={alt}
          draggable={false}
          style={style}
          onDoubleClick={() => zoomTo(zoom === undefined ? 1 : undefined)}
        />
      </figure>
      {previous && (
        <button type="button" className="lb-nav prev" aria-label={previous.label} onClick={previous.go}>
          <Icon of={IconChevronLeft} className="i-flip" />
        </button>
      )}
      {next && (
        <button type="button" className="lb-nav next" aria-label={next.label} onClick={next.go}>
          <Icon of={IconChevronRight} className="i-flip" />
        </button>
      )}
      <div className="lb-zoom" role="toolbar" aria-label={t("zoom.label")}>
        <button type="button" aria-label={t("zoom.smaller")} onClick={() => zoomTo(factor / STEP)}>
          <Icon of={IconMinus} />
        </button>
        <Range
          min={Math.round(least * 100)}
          max={MOST * 100}
          value={Math.round(factor * 100)}
          aria-label={t("zoom.label")}
          aria-valuetext={`${Math.round(factor * 100)} %`}
          onChange={(event) => zoomTo(Number(event.target.value) / 100)}
        />
        <button type="button" aria-label={t("zoom.larger")} onClick={() => zoomTo(factor * STEP)}>
          <Icon of={IconPlus} />
        </button>
        <output className="num">{Math.round(factor * 100)} %</output>
        <span className="lb-sep" />
        <button type="button" className={zoom === undefined ? "t is-on" : "t"} aria-pressed={zoom === undefined} onClick={() => zoomTo(undefined)}>
          {t("zoom.fit")}
        </button>
        <button type="button" className={zoom === 1 ? "t is-on" : "t"} aria-pressed={zoom === 1} onClick={() => zoomTo(1)}>
          1 : 1
        </button>
        <span className="lb-sep hide-s" />
        <button type="button" className="hide-s" aria-label={t("zoom.full")} onClick={full}>
          <Icon of={IconMaximize} />
        </button>
      </div>
    </div>
  );
}
