import { IconBrush, IconCopy, IconDots, IconDownload, IconEraser, IconPhotoUp, IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, done, GENERATIONS, media, useHas } from "@/api";
import { type Asset, draftOf, handToComposer, Marks, ratioStyle, Thumb, useDelete, useFacts } from "@/features/asset";
import { useMaskable } from "@/features/wish";
import { Button, dayKey, FactsLine, formatDay, formatTime, Icon, IconButton, Menu, toast, useLang, useNow, useProblemLine } from "@/shared";
import type { Generation } from "./Running";

/** What is finished, by day, newest first. */
export function Batches({ generations }: { generations: readonly Generation[] }) {
  const lang = useLang();
  const now = useNow(600_000);
  const days = new Map<string, Generation[]>();
  for (const generation of generations) {
    const key = dayKey(generation.createdAt);
    days.set(key, [...(days.get(key) ?? []), generation]);
  }
  return (
    <>
      {[...days].map(([key, items]) => (
        <section className="section" key={key} aria-labelledby={`day-${key}`}>
          <div className="section-head">
            <h2 id={`day-${key}`}>{formatDay(items[0]?.createdAt ?? key, lang, now)}</h2>
          </div>
          {items.map((generation) => (
            <Batch key={generation.id} generation={generation} />
          ))}
        </section>
      ))}
    </>
  );
}

function Batch({ generation }: { generation: Generation }) {
  const { t } = useTranslation("studio");
  const lang = useLang();
  const facts = useFacts();
  const results = generation.results ?? [];
  const kind = results[0]?.kind ?? generation.kind;
  const cost = generation.credits === 0 ? t("batch.free") : t("batch.credits", { count: generation.credits });
  return (
    <article className="batch">
      <header className="batch-head">
        <div className="grow">
          <h3 className="batch-prompt">{generation.prompt}</h3>
          <p className="small faint num">
            {generation.modelName}, {t(`batch.${kind}`, { count: results.length })}, {cost}, {formatTime(generation.createdAt, lang)}
          </p>
        </div>
        <BatchActions generation={generation} results={results} />
      </header>
      {results.length > 0 ? <Pictures results={results} /> : <p className="note">{t("batch.gone")}</p>}
      {generation.notes?.map((note) => (
        <p className="small mute" key={note}>
          {note}
        </p>
      ))}
      {results.length > 0 && (
        <FactsLine
          facts={facts({
            seen: widest(results),
            local: generation.local,
            recipients: generation.recipients,
            keptUntil: results[0]?.expiresAt ?? generation.keptUntil,
          })}
        />
      )}
    </article>
  );
}

function widest(results: readonly Asset[]): Asset["visibility"] {
  if (results.some((one) => one.visibility === "public")) return "public";
  return results.some((one) => one.visibility === "link") ? "link" : "private";
}

function BatchActions({ generation, results }: { generation: Generation; results: readonly Asset[] }) {
  const { t } = useTranslation("studio");
  const client = useQueryClient();
  const line = useProblemLine();
  const remove = useDelete();
  const forget = useMutation({
    mutationFn: () => done(api.DELETE("/generations/{generationId}", { params: { path: { generationId: generation.id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: GENERATIONS }),
    onError: (error) => toast({ tone: "bad", message: line(error) }),
  });
  return (
    <div className="row">
      <Button look="quiet" size="sm" icon={IconCopy} onClick={() => handToComposer(draftOf(generation))}>
        {t("batch.use")}
      </Button>
      <Menu
        label={t("batch.more")}
        target={
          <button type="button" className="btn btn-quiet btn-icon btn-sm" aria-label={t("batch.more")}>
            <Icon of={IconDots} size="s" />
          </button>
        }
        entries={[
          { label: t("batch.forget"), icon: IconEraser, run: () => forget.mutate() },
          results.length > 0 && {
            label: t("batch.deleteAll", { count: results.length }),
            icon: IconTrash,
            danger: true,
            run: () => void remove(results.map((one) => one.id)),
          },
        ]}
      />
    </div>
  );
}

function Pictures({ results }: { results: readonly Asset[] }) {
  const layout = results.length === 4 ? "batch-4" : results.length === 1 ? "batch-1" : results.length < 4 ? "batch-3" : "jg jg-b";
  const sizes = results.length === 1 ? "(max-width: 767px) 100vw, 640px" : "(max-width: 767px) 50vw, 590px";
  return (
    <div className={layout}>
      {results.map((asset, place) => (
        <figure className="pic" key={asset.id} style={ratioStyle(asset)}>
          <Link to="/library/$assetId" params={{ assetId: asset.id }} className="pic-link">
            <Thumb asset={asset} sizes={sizes} />
            <Marks asset={asset} play />
          </Link>
          <PictureTools asset={asset} place={place + 1} />
        </figure>
      ))}
    </div>
  );
}

function PictureTools({ asset, place }: { asset: Asset; place: number }) {
  const { t } = useTranslation(["studio", "asset"]);
  const remove = useDelete();
  const upload = useHas("upload");
  const maskable = useMaskable();
  return (
    <div className="tools" role="toolbar" aria-label={t("studio:batch.tools", { n: place })}>
      {upload && asset.kind === "image" && (
        <IconButton icon={IconPhotoUp} label={t("asset:act.reference")} onClick={() => handToComposer({ references: [{ asset, role: "content" }] })} />
      )}
      {maskable && asset.kind === "image" && (
        <Link
          className="btn btn-quiet btn-icon"
          to="/library/$assetId/change"
          params={{ assetId: asset.id }}
          aria-label={t("asset:act.change")}
          title={t("asset:act.change")}
        >
          <Icon of={IconBrush} />
        </Link>
      )}
      <a className="btn btn-quiet btn-icon" href={media.download(asset.id)} download aria-label={t("asset:act.download")} title={t("asset:act.download")}>
        <Icon of={IconDownload} />
      </a>
      <IconButton icon={IconTrash} label={t("asset:act.delete")} onClick={() => void remove([asset.id])} />
    </div>
  );
}
