import { IconHistory, IconMovie, IconPhoto } from "@tabler/icons-react";
import { type DragEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useHas } from "@/api";
import { Cost, useBefore } from "@/features/wish";
import { Button, FactsLine, Failed, Field, FieldError, Icon, Menu, Range, RowSkeletons, Segmented, TextField, useProblemLine } from "@/shared";
import { ModelPicker } from "./ModelPicker";
import { OptionsPanel, SeedField } from "./OptionsPanel";
import { References } from "./References";
import type { Composer as State } from "./useComposer";

const COUNTS = [1, 2, 4, 8, 16];

/** Prompt and references, model, options from its schema, and the foot with the three answers, the cost and the main button. */
export function Composer({ composer, earlier }: { composer: State; earlier: readonly string[] }) {
  const { t } = useTranslation("studio");
  const mayUpload = useHas("upload");
  const [over, setOver] = useState(false);
  const { catalogue, model, support, references } = composer;
  const takes = mayUpload && support !== undefined;
  const ownSeed = composer.fields.some((field) => field.control === "seed");
  const add = (files: readonly File[]) => takes && references.add(files, support.max, support.role);

  // Pasting a picture works wherever the focus is, as long as no field wants the text.
  useEffect(() => {
    if (!takes) return;
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      references.add(files, support.max, support.role);
    };
    window.addEventListener("paste", paste);
    return () => window.removeEventListener("paste", paste);
  }, [takes, support, references.add]);

  const drag = takes
    ? {
        onDragOver: (event: DragEvent) => {
          event.preventDefault();
          setOver(true);
        },
        onDragLeave: (event: DragEvent) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
        },
        onDrop: (event: DragEvent) => {
          event.preventDefault();
          setOver(false);
          add([...event.dataTransfer.files]);
        },
      }
    : {};

  return (
    <form
      className={over ? "composer card is-over" : "composer card"}
      aria-label={t("composer")}
      {...drag}
      onSubmit={(event) => {
        event.preventDefault();
        composer.submit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          composer.submit();
        }
      }}
    >
      <div className="c-main">
        <div className={takes ? "ask" : "ask ask-1"}>
          <div className="stack stack-4">
            <div className="row between wrap">
              <KindSwitch composer={composer} />
              {earlier.length > 0 && (
                <Menu
                  label={t("earlier")}
                  target={
                    <Button look="quiet" size="sm" icon={IconHistory}>
                      {t("earlier")}
                    </Button>
                  }
                  entries={earlier.map((prompt) => ({ label: <span className="cut earlier">{prompt}</span>, run: () => composer.setPrompt(prompt) }))}
                />
              )}
            </div>
            <div className="prompt">
              <label className="vh" htmlFor="prompt">
                {t("prompt.label")}
              </label>
              <textarea
                id="prompt"
                rows={2}
                maxLength={model?.promptMaxLength || 4000}
                placeholder={t("prompt.placeholder")}
                value={composer.prompt}
                aria-invalid={composer.errors.prompt ? true : undefined}
                onChange={(event) => composer.setPrompt(event.target.value)}
              />
            </div>
            {composer.wordless ? <FieldError>{t("prompt.missing")}</FieldError> : composer.errors.prompt && <FieldError>{composer.errors.prompt}</FieldError>}
          </div>
          {takes && <References attached={references.attached} max={support.max} over={over} onAdd={add} onRemove={references.remove} />}
        </div>
        {catalogue.isError ? (
          <Failed error={catalogue.error} title={t("model.failed")} retry={() => void catalogue.refetch()} />
        ) : !catalogue.data ? (
          <RowSkeletons rows={1} picture />
        ) : composer.models.length === 0 ? (
          <p className="note">{t("model.none")}</p>
        ) : (
          <ModelPicker models={composer.models} chosen={model} onChoose={composer.setModel} />
        )}
      </div>
      <OptionsPanel
        fields={composer.fields}
        values={composer.options}
        errors={composer.errors}
        onChange={composer.setOptions}
        onReset={composer.reset}
        moreNames={[!ownSeed && t("options.seed"), model?.negativePrompt && t("options.leaveOut")]}
        more={
          <>
            {!ownSeed && <SeedField value={composer.seed} error={composer.errors.seed} onChange={composer.setSeed} />}
            {model?.negativePrompt && (
              <TextField
                label={t("options.leaveOutLabel")}
                error={composer.errors.negativePrompt}
                value={composer.negative}
                maxLength={2000}
                onChange={(event) => composer.setNegative(event.target.value)}
              />
            )}
          </>
        }
      >
        {model && (model.maxCount ?? 1) > 1 && (
          <fieldset className="field">
            <legend className="label">{t("options.count")}</legend>
            <Segmented
              className="block compact"
              name="count"
              legend={t("options.count")}
              value={String(composer.count)}
              onChange={(next) => composer.setCount(Number(next))}
              options={COUNTS.filter((n) => n <= (model.maxCount ?? 1))
                .slice(0, 4)
                .map((n) => ({ value: String(n), label: <span className="num bare">{n}</span> }))}
            />
          </fieldset>
        )}
        {composer.used > 0 && composer.strength !== undefined && (
          <Field label={t("options.strength")} aside={<output className="mute num">{composer.strength} %</output>}>
            {(ids) => (
              <Range {...ids} min={0} max={100} value={composer.strength ?? 0} onChange={(event) => composer.setStrength(Number(event.target.value))} />
            )}
          </Field>
        )}
      </OptionsPanel>
      <Foot composer={composer} />
    </form>
  );
}

function KindSwitch({ composer }: { composer: State }) {
  const { t } = useTranslation("studio");
  if (!composer.kinds.image || !composer.kinds.video) return <span />;
  return (
    <Segmented
      name="kind"
      legend={t("kind.legend")}
      value={composer.kind}
      onChange={composer.setKind}
      options={[
        {
          value: "image",
          label: (
            <>
              <Icon of={IconPhoto} size="s" />
              {t("kind.image")}
            </>
          ),
        },
        {
          value: "video",
          label: (
            <>
              <Icon of={IconMovie} size="s" />
              {t("kind.video")}
            </>
          ),
        },
      ]}
    />
  );
}

function Foot({ composer }: { composer: State }) {
  const { t } = useTranslation("studio");
  const line = useProblemLine();
  const before = useBefore();
  const { quote, model } = composer;
  const q = quote.data;
  const poor = q?.affordable === false;
  const generalProblem = composer.problem && Object.keys(composer.errors).length === 0;
  return (
    <div className="c-foot">
      <div className="stack">
        <FactsLine facts={before(q, model)} />
        {generalProblem && <FieldError>{line(composer.problem)}</FieldError>}
        {quote.isError && !composer.problem && <FieldError>{line(quote.error)}</FieldError>}
      </div>
      <div className="go">
        <Cost quote={q} />
        <Button type="submit" look="primary" size="lg" busy={composer.busy} disabled={poor || composer.references.busy || (model && !model.available)}>
          {poor ? t("foot.poor") : t("foot.create")} <span className="kbd hide-s">Ctrl ⏎</span>
        </Button>
      </div>
    </div>
  );
}
