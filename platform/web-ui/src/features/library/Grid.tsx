import { useElementSize } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { AssetFilter } from "@/api";
import { Marks, Thumb, useAlt } from "@/features/asset";
import { formatDay, useLang, useNow } from "@/shared";
import { type Asset, arrowTo, type Line, linesOf } from "./lines";

interface Props {
  assets: readonly Asset[];
  more: boolean;
  filter: AssetFilter;
  chosen: ReadonlySet<string>;
  current: string | undefined;
  onCurrent: (asset: Asset) => void;
  onOpen: (asset: Asset) => void;
  onToggle: (asset: Asset, through: boolean) => void;
  onDelete: (ids: readonly string[]) => void;
  onNearEnd: () => void;
}

const GAP = 4;

/** The justified grid: only what is near the view is in the page, so that 100,000 scroll as smoothly as ten. */
export function Grid(props: Props) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  return (
    <div ref={ref} className="grid-room">
      {width > 0 && <Rows {...props} width={width} />}
    </div>
  );
}

function Rows({ assets, more, filter, chosen, current, onCurrent, onOpen, onToggle, onDelete, onNearEnd, width }: Props & { width: number }) {
  const { t } = useTranslation("library");
  const lang = useLang();
  const now = useNow(600_000);
  const alt = useAlt();
  const box = useRef<HTMLDivElement>(null);
  const wanted = width < 560 ? 116 : width < 760 ? 168 : 208;
  const lines = useMemo(() => linesOf(assets, width, wanted, GAP, more), [assets, width, wanted, more]);
  // All heights are known, so the room is as high as the lines at once, and what stands below is never moved by a second look.
  const total = useMemo(() => lines.reduce((sum, line) => sum + line.height, 0), [lines]);
  const virtual = useWindowVirtualizer({
    count: lines.length,
    estimateSize: (line) => lines[line]?.height ?? wanted,
    getItemKey: (line) => lines[line]?.key ?? line,
    overscan: 4,
    scrollMargin: box.current?.offsetTop ?? 0,
  });
  const sizes = useRef("");
  const signature = `${width}:${lines.length}:${lines[0]?.key}`;
  if (sizes.current !== signature) {
    sizes.current = signature;
    virtual.measure();
  }
  const shown = virtual.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  if (more && lastShown >= lines.length - 6) queueMicrotask(onNearEnd);

  const currentPlace = assets.findIndex((asset) => asset.id === current);
  const tabStop = Math.max(0, currentPlace);

  const go = (place: number) => {
    const asset = assets[place];
    if (!asset) return;
    onCurrent(asset);
    const line = lines.findIndex((one) => one.kind === "row" && one.cells.some((cell) => cell.place === place));
    if (line >= 0) virtual.scrollToIndex(line, { align: "auto" });
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-asset="${asset.id}"]`)?.focus());
  };
  const onKey = (event: KeyboardEvent, asset: Asset, place: number) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const target = arrowTo(lines, place, event.key, GAP);
    if (target !== undefined) {
      event.preventDefault();
      go(target);
    } else if (event.key === " ") {
      event.preventDefault();
      onToggle(asset, event.shiftKey);
    } else if (event.key === "Delete") {
      event.preventDefault();
      onDelete(chosen.size > 0 ? [...chosen] : [asset.id]);
    }
  };

  const cell = (asset: Asset, cellWidth: number, height: number, place: number) => {
    const isChosen = chosen.has(asset.id);
    return (
      <li
        key={asset.id}
        className={[isChosen && "is-sel", asset.id === current && "is-cur"].filter(Boolean).join(" ") || undefined}
        style={{ width: cellWidth, height }}
      >
        <Link
          className="pic"
          to="/library/$assetId"
          params={{ assetId: asset.id }}
          search={filter}
          preload={false}
          data-asset={asset.id}
          tabIndex={place === tabStop ? 0 : -1}
          onKeyDown={(event) => onKey(event, asset, place)}
          onDoubleClick={() => onOpen(asset)}
          onClick={(event) => {
            // Enter and a click with a modifier follow the link; a plain click shows the details beside the grid.
            if (event.ctrlKey || event.metaKey || event.shiftKey || event.detail === 0) {
              if (event.shiftKey) {
                event.preventDefault();
                onToggle(asset, true);
              }
              return;
            }
            event.preventDefault();
            if (chosen.size > 0) onToggle(asset, false);
            else onCurrent(asset);
          }}
        >
          <Thumb asset={asset} sizes={`${Math.round(cellWidth)}px`} />
          <Marks asset={asset} />
        </Link>
        <label className="pick">
          <input type="checkbox" checked={isChosen} tabIndex={-1} onChange={(event) => onToggle(asset, (event.nativeEvent as MouseEvent).shiftKey === true)} />
          <span className="vh">{t("select", { what: alt(asset) })}</span>
        </label>
      </li>
    );
  };

  const draw = (line: Line) =>
    line.kind === "day" ? (
      <h2 className="lib-day">
        {formatDay(line.at, lang, now)} {line.complete && <span className="faint num">{line.count}</span>}
      </h2>
    ) : (
      <ul className="jrow">{line.cells.map(({ asset, width: cellWidth, place }) => cell(asset, cellWidth, line.height - GAP, place))}</ul>
    );

  return (
    <div ref={box} className={chosen.size > 0 ? "grid-box is-choosing" : "grid-box"} style={{ height: total }}>
      {shown.map((item) => {
        const line = lines[item.index];
        return (
          line && (
            <div key={item.key} className="grid-line" style={{ transform: `translateY(${item.start - virtual.options.scrollMargin}px)` }}>
              {draw(line)}
            </div>
          )
        );
      })}
    </div>
  );
}
