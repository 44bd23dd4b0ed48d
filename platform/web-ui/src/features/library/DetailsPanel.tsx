import { IconArrowsMaximize, IconBrush, IconChevronLeft, IconChevronRight, IconDownload, IconPhotoUp, IconTrash, IconX } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type AssetFilter, media, useHas } from "@/api";
import { DetailSections, handToComposer, Thumb, useAlt, useDelete, useDetails, useFacts } from "@/features/asset";
import { useMaskable } from "@/features/wish";
import { Button, buttonClass, FactsLine, Failed, Icon, IconButton, RowSkeletons } from "@/shared";
import type { Asset } from "./lines";

interface Props {
  asset: Asset;
  filter: AssetFilter;
  onClose: () => void;
  onStep: (by: 1 | -1) => void;
}

/** Beside the grid; under 900 px a sheet over it. */
export function DetailsPanel({ asset, filter, onClose, onStep }: Props) {
  const { t } = useTranslation(["library", "common", "asset"]);
  const details = useDetails(asset.id);
  const remove = useDelete();
  const navigate = useNavigate();
  const alt = useAlt();
  const facts = useFacts();
  const upload = useHas("upload");
  const maskable = useMaskable();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && onClose();
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [onClose]);
  const went = details.data?.whereItWent;
  const away = went?.disclosures.find((one) => !one.local);
  return (
    <>
      <button type="button" className="sheet-scrim" aria-label={t("library:details.close")} onClick={onClose} tabIndex={-1} />
      <aside className="details" aria-labelledby="d-h" ref={panel}>
        <div className="details-head">
          <h2 id="d-h">{t("library:details.title")}</h2>
          <span className="row">
            <IconButton icon={IconChevronLeft} flip label={t("library:details.previous")} size="sm" onClick={() => onStep(-1)} />
            <IconButton icon={IconChevronRight} flip label={t("library:details.next")} size="sm" onClick={() => onStep(1)} />
            <IconButton icon={IconX} label={t("library:details.close")} size="sm" onClick={onClose} />
          </span>
        </div>
        <Link
          className="pic d-pic"
          to="/library/$assetId"
          params={{ assetId: asset.id }}
          search={filter}
          aria-label={t("library:details.full", { what: alt(asset) })}
          style={{ aspectRatio: `${asset.width} / ${asset.height}` }}
        >
          <Thumb asset={asset} sizes="376px" eager />
        </Link>
        <div className="d-line">
          <FactsLine
            facts={facts({
              seen: asset.visibility,
              local: !away,
              recipients: away ? [{ legalName: away.recipientName, role: "processor", ...(away.country && { country: away.country }) }] : [],
              keptUntil: asset.expiresAt,
            })}
          />
        </div>
        <div className="d-acts">
          <Link className={buttonClass({ size: "sm" })} to="/library/$assetId" params={{ assetId: asset.id }} search={filter}>
            <Icon of={IconArrowsMaximize} size="s" />
            {t("asset:act.full")}
          </Link>
          {upload && asset.kind === "image" && (
            <Button
              size="sm"
              icon={IconPhotoUp}
              onClick={() => {
                handToComposer({ references: [{ asset, role: "content" }] });
                void navigate({ to: "/" });
              }}
            >
              {t("library:details.reference")}
            </Button>
          )}
          {maskable && asset.kind === "image" && (
            <Link
              className={buttonClass({ size: "sm" }, true)}
              to="/library/$assetId/change"
              params={{ assetId: asset.id }}
              aria-label={t("asset:act.change")}
              title={t("asset:act.change")}
            >
              <Icon of={IconBrush} size="s" />
            </Link>
          )}
          <a
            className={buttonClass({ size: "sm" }, true)}
            href={media.download(asset.id)}
            download
            aria-label={t("asset:act.download")}
            title={t("asset:act.download")}
          >
            <Icon of={IconDownload} size="s" />
          </a>
        </div>
        {details.isError ? (
          <Failed error={details.error} level={3} retry={() => void details.refetch()} />
        ) : details.data ? (
          <DetailSections details={details.data} className="d-sec" />
        ) : (
          <div className="d-sec">
            <RowSkeletons rows={5} />
          </div>
        )}
        <section className="d-sec" aria-label={t("asset:act.delete")}>
          <Button look="danger" size="sm" icon={IconTrash} onClick={() => void remove([asset.id], onClose)}>
            {asset.kind === "image" ? t("asset:act.deleteImage") : t("asset:act.deleteVideo")}
          </Button>
          <p className="hint">{t("asset:act.deleteHint")}</p>
        </section>
      </aside>
    </>
  );
}
