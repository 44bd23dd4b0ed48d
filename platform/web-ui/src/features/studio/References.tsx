import { IconBrush, IconPhotoPlus, IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Thumb } from "@/features/asset";
import { useMaskable } from "@/features/wish";
import { Icon, IconButton } from "@/shared";
import type { Attached } from "./useReferences";

interface Props {
  attached: readonly Attached[];
  max: number;
  over: boolean;
  onAdd: (files: readonly File[]) => void;
  onRemove: (key: string) => void;
}

const ACCEPT = "image/png,image/jpeg,image/webp,image/avif,image/heic,image/heif";

/** Reference pictures: chosen, dropped on the composer, or pasted. What was taken out of them is said. */
export function References({ attached, max, over, onAdd, onRemove }: Props) {
  const { t } = useTranslation("studio");
  const [round, setRound] = useState(0);
  const maskable = useMaskable();
  return (
    <div className="refs">
      {attached.map((one) => (
        <figure className="ref" key={one.key}>
          <span className="pic">{one.asset ? <Thumb asset={one.asset} sizes="60px" eager /> : <span className="skel ref-skel" />}</span>
          <figcaption>
            <b className="cut">{one.name}</b>
            <small className={one.failure ? "bad-t" : "faint"} role={one.failure ? "alert" : undefined}>
              {one.failure ?? (one.asset ? removedWords(one, t) : t("refs.uploading"))}
            </small>
          </figcaption>
          {maskable && one.asset && (
            <Link
              className="btn btn-quiet btn-icon btn-sm"
              to="/library/$assetId/change"
              params={{ assetId: one.asset.id }}
              aria-label={t("refs.change", { name: one.name })}
              title={t("refs.change", { name: one.name })}
            >
              <Icon of={IconBrush} size="s" />
            </Link>
          )}
          <IconButton icon={IconX} label={t("refs.remove", { name: one.name })} size="sm" onClick={() => onRemove(one.key)} />
        </figure>
      ))}
      {attached.length < max && (
        <label className={over ? "drop is-over" : "drop"}>
          <input
            key={round}
            className="vh"
            type="file"
            accept={ACCEPT}
            multiple={max > 1}
            onChange={(event) => {
              onAdd([...(event.target.files ?? [])]);
              // A fresh field, so that the same file can be chosen again.
              setRound(round + 1);
            }}
          />
          <Icon of={IconPhotoPlus} />
          <span>
            <span>
              {over ? (
                t("refs.letGo")
              ) : (
                <>
                  {t("refs.drop")} <span className="link">{t("refs.choose")}</span>
                </>
              )}
            </span>
            <small className="faint">{t("refs.what")}</small>
          </span>
        </label>
      )}
    </div>
  );
}

function removedWords(one: Attached, t: (key: "refs.location" | "refs.device" | "refs.meta" | "refs.kept") => string): string {
  if (one.removed?.includes("location")) return t("refs.location");
  if (one.removed?.includes("device")) return t("refs.device");
  if (one.removed && one.removed.length > 0) return t("refs.meta");
  return t("refs.kept");
}
