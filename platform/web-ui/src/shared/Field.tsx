import { IconAlertCircle, IconEye, IconEyeOff } from "@tabler/icons-react";
import { type ComponentPropsWithoutRef, type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./Icon";

interface Around {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** Stands at the end of the label's line: a link, a value. */
  aside?: ReactNode;
}

/** Label above, hint below; an error replaces nothing and says what to do. The control gets the ids it must carry. */
export function Field({ label, hint, error, aside, children }: Around & { children: (ids: ControlIds) => ReactNode }) {
  const id = useId();
  const described = [hint && `${id}-h`, error && `${id}-e`].filter(Boolean).join(" ");
  const ids: ControlIds = { id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined };
  const name = <label htmlFor={id}>{label}</label>;
  return (
    <div className="field">
      {aside ? (
        <div className="label">
          {name}
          {aside}
        </div>
      ) : (
        name
      )}
      {children(ids)}
      {hint && (
        <p className="hint" id={`${id}-h`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-e`}>{error}</FieldError>}
    </div>
  );
}

export interface ControlIds {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p className="hint-bad" id={id} role="alert">
      <Icon of={IconAlertCircle} size="s" />
      <span>{children}</span>
    </p>
  );
}

export function TextField({ label, hint, error, aside, className, ...input }: Around & ComponentPropsWithoutRef<"input">) {
  return (
    <Field label={label} hint={hint} error={error} aside={aside}>
      {(ids) => <input {...input} {...ids} className={["input", className].filter(Boolean).join(" ")} />}
    </Field>
  );
}

export function SelectField({ label, hint, error, aside, children, ...select }: Around & ComponentPropsWithoutRef<"select">) {
  return (
    <Field label={label} hint={hint} error={error} aside={aside}>
      {(ids) => (
        <select {...select} {...ids} className="input">
          {children}
        </select>
      )}
    </Field>
  );
}

export function PasswordField({ label, hint, error, aside, ...input }: Around & ComponentPropsWithoutRef<"input">) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error} aside={aside}>
      {(ids) => (
        <div className="pw">
          <input {...input} {...ids} type={shown ? "text" : "password"} className="input" spellCheck={false} />
          <button
            type="button"
            className="btn btn-quiet btn-icon btn-sm"
            aria-label={shown ? t("password.hide") : t("password.show")}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            <Icon of={shown ? IconEyeOff : IconEye} size="s" />
          </button>
        </div>
      )}
    </Field>
  );
}

/** A choice among few: a radio group that looks like one control. */
export function Segmented<T extends string>({
  name,
  legend,
  value,
  onChange,
  options,
  className,
}: {
  name: string;
  legend: string;
  value: T;
  onChange: (value: T) => void;
  options: readonly { value: T; label: ReactNode }[];
  className?: string;
}) {
  return (
    <fieldset className={["seg", className].filter(Boolean).join(" ")}>
      <legend className="vh">{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** For instant effect. Inside a form that is sent, use {@link Check}. */
export function Switch({ label, hint, hideLabel, ...input }: { label: ReactNode; hint?: ReactNode; hideLabel?: boolean } & ComponentPropsWithoutRef<"input">) {
  return (
    <label className="switch">
      <input type="checkbox" role="switch" aria-checked={input.checked ?? false} {...input} />
      <span className={hideLabel ? "vh" : undefined}>
        <b>{label}</b>
        {hint && <small className="mute">{hint}</small>}
      </span>
    </label>
  );
}

export function Check({ children, ...input }: ComponentPropsWithoutRef<"input">) {
  return (
    <label className="check">
      <input type="checkbox" {...input} />
      <span>{children}</span>
    </label>
  );
}

/** The track's filled part is a custom property set through the DOM, which the content security policy allows. */
export function Range({ className, ...input }: ComponentPropsWithoutRef<"input"> & { value: number; min: number; max: number }) {
  const share = input.max > input.min ? ((input.value - input.min) / (input.max - input.min)) * 100 : 0;
  return <input type="range" {...input} className={["range", className].filter(Boolean).join(" ")} style={{ "--v": `${share}%` } as React.CSSProperties} />;
}
