import { IconMovie } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { AssetFilter } from "@/api";
import { type Asset, ratioStyle, Thumb } from "@/features/asset";
import { Icon } from "@/shared";

const AROUND = 12;

/** The strip of neighbours below the picture. */
export function Film({ list, place, filter }: { list: readonly Asset[]; place: number; filter: AssetFilter }) {
  const { t } = useTranslation("lightbox");
  const here = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place is the reason to scroll
  useEffect(() => {
    here.current?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [place]);
  const from = Math.max(0, place - AROUND);
  return (
    <nav className="film" aria-label={t("film")}>
      <ul className="film-row">
        {list.slice(from, place + AROUND + 1).map((asset) => {
          const current = asset.id === list[place]?.id;
          return (
            <li key={asset.id} style={ratioStyle(asset)} ref={current ? here : undefined}>
              <Link
                className="pic"
                to="/library/$assetId"
                params={{ assetId: asset.id }}
                search={filter}
                replace
                preload={false}
                aria-current={current ? "true" : undefined}
              >
                <Thumb asset={asset} sizes="92px" />
                {asset.kind === "video" && (
                  <span className="plate film-d">
                    <Icon of={IconMovie} />
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
