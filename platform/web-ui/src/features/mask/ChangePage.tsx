import "@/styles/lightbox.css";
import "@/styles/mask.css";
import { IconArrowBackUp, IconArrowForwardUp, IconArrowLeft, IconBrushOff } from "@tabler/icons-react";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Asset, useAlt, useDetails } from "@/features/asset";
import { Empty, Failed, Icon, IconButton, Loading, ThemeButton, useTitle } from "@/shared";
import { Compare } from "./Compare";
import { LEAST_BRUSH, widestBrush } from "./marks";
import { Stage } from "./Stage";
import { type Tool, Tools, toolOf } from "./Tools";
import { useChange } from "./useChange";
import { useMask } from "./useMask";
import { WishForm } from "./WishForm";

/** Changing a part of a picture: where by painting, what by words. */
export function ChangePage() {
  const { t } = useTranslation("mask");
  const { assetId } = useParams({ from: "/library/$assetId/change" });
  const details = useDetails(assetId);
  useTitle(t("title"));
  const asset = details.data?.asset;
  if (asset?.kind === "image") return <Editor key={asset.id} asset={asset} />;
  return (
    <main id="main" className="page">
      {details.isError ? (
        <Failed error={details.error} level={1} retry={() => void details.refetch()} />
      ) : asset ? (
        <Empty icon={IconBrushOff} level={1} title={t("noPicture")} />
      ) : (
        <Loading />
      )}
    </main>
  );
}

function Editor({ asset }: { asset: Asset }) {
  const { t } = useTranslation("mask");
  const alt = useAlt()(asset);
  const navigate = useNavigate();
  const mask = useMask(asset);
  const change = useChange(asset, mask);
  const [tool, setTool] = useState<Tool>("brush");
  const [brush, setBrush] = useState(() => Math.round(Math.max(asset.width, asset.height) / 12));
  const { marks } = mask;
  const { generation } = change;
  const results = generation?.state === "succeeded" ? (generation.results ?? []) : [];
  const comparing = results.length > 0;
  const sendIt = () => {
    if (mask.share > 0 && change.prompt.trim() && !change.send.isPending && !change.waiting) change.send.mutate(t("fileName"));
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = event.ctrlKey || event.metaKey;
      if (command && event.key === "Enter" && !comparing) sendIt();
      else if (isTyping(event.target) || event.altKey) return;
      else if (event.key === "Escape") void navigate({ to: "/library/$assetId", params: { assetId: asset.id } });
      else if (comparing) return;
      else if (command && event.key.toLowerCase() === "z") event.shiftKey ? mask.redo() : mask.undo();
      else if (command && event.key.toLowerCase() === "y") mask.redo();
      else if (command) return;
      else if (event.key === "[") setBrush((now) => Math.max(LEAST_BRUSH, Math.round(now / 1.25)));
      else if (event.key === "]") setBrush((now) => Math.min(widestBrush(asset), Math.round(now * 1.25)));
      else if (event.key.toLowerCase() === "i") mask.add({ kind: "invert" });
      else {
        const next = toolOf(event.key);
        if (!next) return;
        setTool(next);
      }
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });

  return (
    <main id="main" className={comparing ? "lb mk is-compare" : "lb mk"}>
      <header className="lb-top">
        <Link className="btn btn-quiet btn-icon" to="/library/$assetId" params={{ assetId: asset.id }} aria-label={t("toPicture")} title={t("toPicture")}>
          <Icon of={IconArrowLeft} className="i-flip" />
        </Link>
        <div className="grow">
          <h1 className="cut lb-title">{t("title")}</h1>
          <p className="small faint num cut">{[asset.prompt ?? asset.fileName, t("size", { w: asset.width, h: asset.height })].filter(Boolean).join(", ")}</p>
        </div>
        {!comparing && (
          <div className="row mk-undo">
            <IconButton
              icon={IconArrowBackUp}
              label={t("undo", { count: marks.done.length })}
              title={t("undoKey")}
              disabled={marks.done.length === 0}
              onClick={mask.undo}
            />
            <IconButton
              icon={IconArrowForwardUp}
              label={t("redo", { count: marks.undone.length })}
              title={t("redoKey")}
              disabled={marks.undone.length === 0}
              onClick={mask.redo}
            />
          </div>
        )}
        <div className="row lb-acts">
          <ThemeButton />
        </div>
      </header>
      {comparing ? (
        <Compare asset={asset} results={results} change={change} />
      ) : (
        <>
          <Tools tool={tool} choose={setTool} mask={mask} />
          <Stage asset={asset} alt={alt} mask={mask} tool={tool} brush={brush} setBrush={setBrush} />
          <aside className="lb-side mk-side" aria-label={t("wish")}>
            {change.catalogue.isError ? (
              <Failed error={change.catalogue.error} retry={() => void change.catalogue.refetch()} />
            ) : change.catalogue.data && change.models.length === 0 ? (
              <Empty icon={IconBrushOff} title={t("noModel")} />
            ) : (
              <>
                {generation && (generation.state === "failed" || generation.state === "canceled") && (
                  <p className="note note-bad" role="alert">
                    {generation.failure?.message ?? t("failed")}
                  </p>
                )}
                <WishForm asset={asset} change={change} mask={mask} sendIt={sendIt} />
              </>
            )}
          </aside>
        </>
      )}
    </main>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.matches("input:not([type=range]):not([type=radio]), textarea, select") || target.isContentEditable);
}
