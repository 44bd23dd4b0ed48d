import { IconHourglass, IconMovie, IconPlayerPlayFilled } from "@tabler/icons-react";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { media, type Schemas } from "@/api";
import { daysFrom, formatClock, formatDate, Icon, SeenMark, useLang, useNow } from "@/shared";
import { averageColour } from "./blur";

export type Asset = Schemas["Asset"];

/** What a screen reader says for a picture: its prompt, else its day. */
export function useAlt(): (asset: Asset) => string {
  const { t } = useTranslation("asset");
  const lang = useLang();
  return (asset) => {
    const words = asset.prompt ?? asset.fileName;
    return words ? t(`alt.${asset.kind}`, { prompt: words }) : t(`alt.${asset.kind}Bare`, { date: formatDate(asset.createdAt, lang) });
  };
}

/** The thumbnail in the widths that exist. Its size comes with the data, its ground from the blur hash: nothing jumps. */
export function Thumb({ asset, sizes, eager }: { asset: Asset; sizes: string; eager?: boolean }) {
  const alt = useAlt();
  const widths = asset.thumbnails.length > 0 ? asset.thumbnails : [512];
  const middle = widths.includes(512) ? 512 : (widths[0] ?? 512);
  return (
    <img
      src={media.thumbnail(asset.id, middle)}
      srcSet={widths.map((width) => `${media.thumbnail(asset.id, width)} ${width}w`).join(", ")}
      sizes={sizes}
      width={asset.width}
      height={asset.height}
      alt={alt(asset)}
      loading={eager ? "eager" : "lazy"}
      decoding="async"
      style={{ backgroundColor: averageColour(asset.blurHash) }}
    />
  );
}

export function ratioStyle(asset: Asset): CSSProperties {
  return { "--r": String(Math.round((asset.width / asset.height) * 10_000) / 10_000) } as CSSProperties;
}

/** The marks on a picture: who can see it, always; days left in the last 14; the length of a film. */
export function Marks({ asset, play }: { asset: Asset; play?: boolean }) {
  const { t } = useTranslation("asset");
  const now = useNow(600_000);
  const left = asset.expiresAt ? daysFrom(now, asset.expiresAt) : Number.POSITIVE_INFINITY;
  return (
    <>
      <SeenMark seen={asset.visibility} />
      {play && asset.kind === "video" && (
        <span className="play" aria-hidden="true">
          <Icon of={IconPlayerPlayFilled} className="i-f" />
        </span>
      )}
      {left <= 14 ? (
        <span className="plate dur">
          <Icon of={IconHourglass} />
          {t("kept.days", { count: Math.max(0, left) })}
        </span>
      ) : (
        asset.kind === "video" &&
        asset.durationMillis !== undefined && (
          <span className="plate dur">
            <Icon of={IconMovie} />
            {formatClock(asset.durationMillis / 1000)}
          </span>
        )
      )}
    </>
  );
}
