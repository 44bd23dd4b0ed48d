import { IconAdjustmentsHorizontal, IconDice5 } from "@tabler/icons-react";
import { type CSSProperties, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { chosenShape, type OptionField, type OptionValues, type Shape } from "@/features/wish";
import { Button, Field, formatNumber, IconButton, Range, Segmented, SelectField, Switch, TextField, useLang } from "@/shared";

interface Props {
  fields: readonly OptionField[];
  values: OptionValues;
  errors: Record<string, string>;
  onChange: (values: OptionValues) => void;
  onReset: () => void;
  /** The controls that are not options of the schema: how many, what to leave out, how much to keep. */
  children?: React.ReactNode;
  more?: React.ReactNode;
  /** What the button for them names. */
  moreNames?: readonly (string | false | undefined)[];
}

/** The options of the chosen model, drawn from its schema. Rarely used ones wait behind a button. */
export function OptionsPanel({ fields, values, errors, onChange, onReset, children, more, moreNames = [] }: Props) {
  const { t } = useTranslation("studio");
  const [open, setOpen] = useState(false);
  const plain = fields.filter((field) => !field.advanced);
  const advanced = fields.filter((field) => field.advanced);
  const draw = (field: OptionField) => (
    <Option
      key={field.name}
      field={field}
      values={values}
      error={errors[`options.${field.name}`]}
      onChange={(changed) => onChange({ ...values, ...changed })}
    />
  );
  const shapes = plain.filter((field) => field.control === "shape");
  const rest = plain.filter((field) => field.control !== "shape");
  return (
    <div className="c-opts">
      <div className="row between">
        <h2 className="label">{t("options.title")}</h2>
        <button type="button" className="link plain small" onClick={onReset}>
          {t("options.reset")}
        </button>
      </div>
      {shapes.map(draw)}
      {children}
      {rest.map(draw)}
      {open && advanced.map(draw)}
      {open && more}
      {(advanced.length > 0 || moreNames.some(Boolean)) && (
        <Button look="quiet" size="sm" icon={IconAdjustmentsHorizontal} className="opt-more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t("options.fewer") : t("options.more", { names: [...advanced.map((field) => titleOf(field, t)), ...moreNames].filter(Boolean).join(", ") })}
        </Button>
      )}
    </div>
  );
}

function titleOf(field: OptionField, t: (key: "options.shape" | "options.seed") => string): string {
  if (field.control === "shape") return field.title || t("options.shape");
  if (field.control === "seed") return t("options.seed");
  return field.title;
}

function Option({
  field,
  values,
  error,
  onChange,
}: {
  field: OptionField;
  values: OptionValues;
  error: string | undefined;
  onChange: (changed: OptionValues) => void;
}) {
  const { t } = useTranslation("studio");
  const lang = useLang();
  const title = titleOf(field, t);
  const value = values[field.name];
  switch (field.control) {
    case "shape":
      return <Shapes title={title} shapes={field.shapes} values={values} onChange={onChange} />;
    case "segments":
      return (
        <fieldset className="field">
          <legend className="label">{title}</legend>
          <Segmented
            className="block compact"
            name={field.name}
            legend={title}
            value={String(value ?? "")}
            onChange={(next) => onChange({ [field.name]: field.numeric ? Number(next) : next })}
            options={field.choices.map((choice) => ({ value: String(choice), label: <span className="num bare">{named(choice)}</span> }))}
          />
        </fieldset>
      );
    case "select":
      return (
        <SelectField
          label={title}
          hint={field.hint}
          error={error}
          value={String(value ?? "")}
          onChange={(event) => onChange({ [field.name]: field.numeric ? Number(event.target.value) : event.target.value })}
        >
          {field.choices.map((choice) => (
            <option key={choice} value={choice}>
              {named(choice)}
            </option>
          ))}
        </SelectField>
      );
    case "range": {
      const now = typeof value === "number" ? value : field.fallback;
      return (
        <Field label={title} error={error} aside={<output className="mute num">{formatNumber(now, lang, 2)}</output>}>
          {(ids) => (
            <Range
              {...ids}
              min={field.min}
              max={field.max}
              step={field.step}
              value={now}
              onChange={(event) => onChange({ [field.name]: Number(event.target.value) })}
            />
          )}
        </Field>
      );
    }
    case "seed":
      return (
        <SeedField
          value={typeof value === "number" ? value : undefined}
          error={error}
          min={field.min}
          max={field.max}
          onChange={(next) => onChange({ [field.name]: next })}
        />
      );
    case "number":
      return (
        <TextField
          className="num"
          label={title}
          hint={field.hint}
          error={error}
          inputMode="numeric"
          value={value === undefined || value === null ? "" : String(value)}
          onChange={(event) => onChange({ [field.name]: numberOrNothing(event.target.value) })}
        />
      );
    case "switch":
      return <Switch label={title} hint={field.hint} checked={value === true} onChange={(event) => onChange({ [field.name]: event.target.checked })} />;
    case "text":
      return (
        <TextField
          label={title}
          hint={field.hint}
          error={error}
          maxLength={field.maxLength}
          value={typeof value === "string" ? value : ""}
          onChange={(event) => onChange({ [field.name]: event.target.value })}
        />
      );
  }
}

/** "photographic" is "Photographic": values are words for programs. */
function named(choice: string | number): string {
  const text = String(choice);
  return /^[a-z]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1).replaceAll(/[_-]/g, " ") : text;
}

/** The same seed gives the same result; empty is another one each time. */
export function SeedField({
  value,
  error,
  min,
  max,
  onChange,
}: {
  value: number | undefined;
  error: string | undefined;
  min?: number | undefined;
  max?: number | undefined;
  onChange: (value: number | undefined) => void;
}) {
  const { t } = useTranslation("studio");
  return (
    <Field label={t("options.seed")} error={error}>
      {(ids) => (
        <div className="join">
          <input
            {...ids}
            className="input num"
            inputMode="numeric"
            placeholder={t("options.seedRandom")}
            value={value === undefined ? "" : String(value)}
            onChange={(event) => {
              const digits = event.target.value.replaceAll(/\D/g, "").slice(0, 15);
              onChange(digits === "" ? undefined : Number(digits));
            }}
          />
          <IconButton icon={IconDice5} label={t("options.seedRoll")} look={null} onClick={() => onChange(roll(min, max))} />
        </div>
      )}
    </Field>
  );
}

function numberOrNothing(text: string): number | string | undefined {
  const plain = text.replaceAll(/\s/g, "");
  if (plain === "") return undefined;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
}

function roll(min = 0, max = 2_147_483_647): number {
  return Math.floor(min + Math.random() * (Math.min(max, 2_147_483_647) - min));
}

function Shapes({
  title,
  shapes,
  values,
  onChange,
}: {
  title: string;
  shapes: readonly Shape[];
  values: OptionValues;
  onChange: (changed: OptionValues) => void;
}) {
  const name = useId();
  const chosen = chosenShape(shapes, values);
  return (
    <fieldset className="field">
      <legend className="label">{title}</legend>
      <div className={shapes.length > 4 ? "ratios ratios-3" : "ratios"}>
        {shapes.map((shape) => {
          const scale = Math.min(22 / shape.width, 18 / shape.height);
          return (
            <label key={shape.label} title={`${shape.width} × ${shape.height}`}>
              <input type="radio" name={name} checked={shape === chosen} onChange={() => onChange(shape.values)} />
              <span className="num">
                <i style={{ "--w": shape.width * scale, "--hh": shape.height * scale } as CSSProperties} />
                {shape.label}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
