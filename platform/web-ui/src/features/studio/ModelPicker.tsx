import { IconChevronDown, IconMapPinUp, IconMovie, IconPhoto, IconServer2 } from "@tabler/icons-react";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api";
import { formatCountry, formatSpan, Icon, useLang } from "@/shared";

type Model = Schemas["Model"];

interface Props {
  models: readonly Model[];
  chosen: Model | undefined;
  onChoose: (model: Model) => void;
}

/** Closed after a choice: one line. Open: all models with where the data goes, what they can use, speed and price. */
export function ModelPicker({ models, chosen, onChoose }: Props) {
  const { t } = useTranslation("studio");
  const [open, setOpen] = useState(false);
  const [onlyHere, setOnlyHere] = useState(false);
  const head = useId();
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (!open) {
    return (
      <div>
        <div className="pick-head">
          <span className="label" id={head}>
            {t("model.label")}
          </span>
        </div>
        <button ref={button} type="button" className="pick-one" aria-expanded={false} aria-describedby={head} onClick={() => setOpen(true)}>
          <Icon of={chosen?.kind === "video" ? IconMovie : IconPhoto} size="s" />
          {chosen ? <ModelCells model={chosen} wide /> : <span>{t("model.choose")}</span>}
          <Icon of={IconChevronDown} size="s" />
        </button>
      </div>
    );
  }
  const shown = onlyHere ? models.filter((model) => model.local) : models;
  const hasAway = models.some((model) => !model.local);
  return (
    <fieldset
      className="models"
      onKeyDown={(event) => {
        if (event.key !== "Escape" && event.key !== "Enter") return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <legend className="vh">{t("model.label")}</legend>
      <div className="models-head">
        <span className="label" aria-hidden="true">
          {t("model.label")}
        </span>
        {hasAway && (
          <label className="check small">
            <input type="checkbox" checked={onlyHere} onChange={(event) => setOnlyHere(event.target.checked)} />
            <span>{t("model.onlyHere")}</span>
          </label>
        )}
      </div>
      <div className="models-cols" aria-hidden="true">
        <span />
        <span>{t("model.name")}</span>
        <span>{t("model.where")}</span>
        <span>{t("model.can")}</span>
        <span>{t("model.speed")}</span>
        <span>{t("model.credits")}</span>
      </div>
      <div>
        {shown.map((model) => (
          <label key={model.id} className={model.available ? "model" : "model is-off"} onPointerUp={() => model.available && setTimeout(close, 0)}>
            <input
              type="radio"
              name="model"
              ref={(node) => {
                if (node && model.id === chosen?.id && !node.dataset.met) {
                  node.dataset.met = "1";
                  node.focus();
                }
              }}
              checked={model.id === chosen?.id}
              disabled={!model.available}
              onChange={() => onChoose(model)}
            />
            <ModelCells model={model} />
          </label>
        ))}
        {shown.length === 0 && <p className="hint">{t("model.noneHere")}</p>}
      </div>
    </fieldset>
  );
}

function ModelCells({ model, wide }: { model: Model; wide?: boolean }) {
  const { t } = useTranslation("studio");
  const lang = useLang();
  const country = model.recipients?.find((recipient) => recipient.country)?.country;
  const where = model.local ? t("model.here") : country ? formatCountry(country, lang) : (model.recipients?.[0]?.legalName ?? model.providerName);
  return (
    <>
      <span className="m-name">
        <b>{model.name}</b>
        <small>{model.label ?? model.providerName}</small>
      </span>
      <span className={model.local ? "m-where" : "m-where out"}>
        <Icon of={model.local ? IconServer2 : IconMapPinUp} size="s" />
        <span>{where}</span>
      </span>
      <span className="m-can">
        {model.available ? (
          abilities(model).map((word) => (
            <span className="badge" key={word}>
              {t(`model.ability.${word}`)}
            </span>
          ))
        ) : (
          <span className="badge badge-bad">{model.unavailableReason ?? t("model.unavailable")}</span>
        )}
      </span>
      <span className="m-speed num">{model.typicalSeconds !== undefined && t("model.about", { span: formatSpan(model.typicalSeconds, lang) })}</span>
      <span className="m-price num">
        <b>{model.priceFrom}</b>
        <small className={wide ? "nowrap" : "unit"}>{model.priceFrom === 0 ? t("model.free") : t(`model.unit.${model.priceUnit ?? "result"}`)}</small>
      </span>
    </>
  );
}

type Ability = "reference" | "mask" | "negative" | "seed" | "previews";

function abilities(model: Model): Ability[] {
  const properties = (model.options as { properties?: Record<string, unknown> }).properties ?? {};
  const found: Ability[] = [];
  if (model.references.some((reference) => reference.role !== "mask")) found.push("reference");
  if (model.references.some((reference) => reference.role === "mask")) found.push("mask");
  if (model.negativePrompt) found.push("negative");
  if ("seed" in properties) found.push("seed");
  return found.slice(0, 3);
}
