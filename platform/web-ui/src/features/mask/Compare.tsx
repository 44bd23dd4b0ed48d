import { IconArrowsHorizontal, IconRefresh } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type CSSProperties, useState } from "react";
import { useTranslation } from "react-i18next";
import { media } from "@/api";
import { type Asset, Thumb, useFacts } from "@/features/asset";
import { Button, FactsLine, formatOrdinal, Icon, useLang } from "@/shared";
import type { Change } from "./useChange";

interface Props {
  asset: Asset;
  results: readonly Asset[];
  change: Change;
}

const MIDDLE = 50;

/** Before and after, with a line that is dragged or moved by the arrow keys, and what happened to the data. */
export function Compare({ asset, results, change }: Props) {
  const { t } = useTranslation("mask");
  const lang = useLang();
  const facts = useFacts();
  const [chosen, choose] = useState(0);
  const [at, setAt] = useState(MIDDLE);
  const result = results[chosen] ?? results[0];
  if (!result) return null;
  const place = { "--at": `${at}%` } as CSSProperties;
  const { generation } = change;
  return (
    <>
      <div className="lb-stage mk-stage">
        <div className="mk-room">
          <figure className="mk-fig ba" style={{ "--r": result.width / result.height } as CSSProperties}>
            <img src={media.content(result.id)} width={result.width} height={result.height} alt={t("after.alt")} draggable={false} />
            <div className="ba-before" style={place}>
              <img src={media.content(asset.id)} width={asset.width} height={asset.height} alt={t("before.alt")} draggable={false} />
            </div>
            <span className="plate ba-l">{t("before.title")}</span>
            <span className="plate ba-r">{t("after.title")}</span>
            <input
              className="ba-range"
              type="range"
              min={0}
              max={100}
              value={at}
              aria-label={t("beforeAfter")}
              aria-valuetext={t("shareBefore", { percent: at })}
              onChange={(event) => setAt(Number(event.target.value))}
            />
            <span className="ba-line" style={place} aria-hidden="true">
              <i>
                <Icon of={IconArrowsHorizontal} />
              </i>
            </span>
          </figure>
        </div>
        <div className="mk-bar">
          <div className="mk-b1 mk-hint">
            <p className="small mute">{t("drag")}</p>
          </div>
        </div>
      </div>
      <aside className="lb-side mk-side" aria-label={t("results")}>
        <div className="mk-form">
          <div className="lb-sec">
            <h2 className="h-s" id="mask-results">
              {t("results")}
            </h2>
            <div className="mk-res" role="radiogroup" aria-labelledby="mask-results">
              {results.map((one, n) => (
                <label key={one.id}>
                  <input type="radio" name="result" checked={n === chosen} onChange={() => choose(n)} />
                  <span className="pic" style={{ "--r": one.width / one.height } as CSSProperties}>
                    <Thumb asset={one} sizes="160px" eager />
                  </span>
                  <b>{formatOrdinal(n + 1, lang)}</b>
                </label>
              ))}
            </div>
          </div>
          <div className="lb-sec">
            <h2 className="h-s">{t("happened")}</h2>
            {generation && (
              <FactsLine
                column
                facts={facts({
                  seen: result.visibility,
                  local: generation.local,
                  recipients: generation.recipients,
                  categories: ["prompt", "reference", "mask"],
                  keptUntil: result.expiresAt ?? generation.keptUntil,
                })}
              />
            )}
            {generation?.notes?.map((note) => (
              <p className="hint" key={note}>
                {note}
              </p>
            ))}
          </div>
          <div className="mk-go">
            <div className="row between">
              <Button icon={IconRefresh} busy={change.send.isPending} onClick={() => change.send.mutate(t("fileName"))}>
                {t("again")}
              </Button>
              <Button look="quiet" onClick={change.back}>
                {t("backToMask")}
              </Button>
            </div>
            <Link className="btn btn-primary btn-lg btn-block" to="/library/$assetId" params={{ assetId: result.id }}>
              {t("open", { place: formatOrdinal(chosen + 1, lang) })}
            </Link>
            <p className="hint">{t("bothStay")}</p>
          </div>
        </div>
      </aside>
    </>
  );
}
