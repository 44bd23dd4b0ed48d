import { IconClock, IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api";
import { Field, FieldError, Icon, SelectField, Switch, TextField } from "@/shared";
import { useSettingWords } from "./words";

export type Setting = Schemas["Setting"];
export type Value = string | number | boolean | string[] | null;

interface Props {
  setting: Setting;
  value: Value | undefined;
  onChange: (value: Value) => void;
  error?: string | undefined;
}

/** One setting as the control that fits its type. What a file or the environment sets is shown, locked, with its origin. */
export function SettingControl({ setting, value, onChange, error }: Props) {
  const { t } = useTranslation("settings");
  const words = useSettingWords()(setting);
  const hint = <Hint setting={setting} text={words.hint} />;
  const wrong = error ?? setting.problem;
  const back =
    setting.origin === "database" && !setting.locked && setting.type !== "boolean" ? (
      <button type="button" className="link small" aria-label={t("resetNamed", { title: words.title })} onClick={() => onChange(null)}>
        {t("reset")}
      </button>
    ) : undefined;
  const common = { label: words.title, hint, error: wrong, disabled: setting.locked, name: setting.key };
  switch (setting.type) {
    case "boolean":
      return (
        <div className="field">
          <Switch label={words.title} hint={hint} checked={value === true} disabled={setting.locked} onChange={(event) => onChange(event.target.checked)} />
          {wrong && <FieldError>{wrong}</FieldError>}
        </div>
      );
    case "choice":
      return (
        <SelectField {...common} aside={back} value={String(value ?? "")} onChange={(event) => onChange(event.target.value)}>
          {setting.value === undefined && setting.defaultValue === undefined && <option value="">{t("notSet")}</option>}
          {setting.choices?.map((choice) => (
            <option key={choice} value={choice}>
              {words.choice(choice)}
            </option>
          ))}
        </SelectField>
      );
    case "integer":
      return (
        <TextField
          {...common}
          aside={back}
          className="num"
          inputMode="numeric"
          value={value === null || value === undefined ? "" : String(value)}
          onChange={(event) => onChange(/^-?\d+$/.test(event.target.value) ? Number(event.target.value) : event.target.value)}
        />
      );
    case "list":
      return (
        <Field label={words.title} hint={hint} error={wrong} aside={back}>
          {(ids) => (
            <textarea
              {...ids}
              className="input"
              rows={3}
              placeholder={t("list")}
              disabled={setting.locked}
              value={Array.isArray(value) ? value.join("\n") : ""}
              onChange={(event) => onChange(event.target.value.split("\n"))}
            />
          )}
        </Field>
      );
    case "secret":
      return (
        <TextField
          {...common}
          aside={back}
          type="password"
          autoComplete="off"
          placeholder={setting.isSet ? t("secretSet") : undefined}
          value={typeof value === "string" ? value : ""}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    default:
      return (
        <TextField
          {...common}
          aside={back}
          value={typeof value === "string" ? value : value === undefined || value === null ? "" : String(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

function Hint({ setting, text }: { setting: Setting; text: string | undefined }) {
  const { t } = useTranslation("settings");
  return (
    <>
      {text}
      {setting.needsRestart && !setting.locked && !setting.pending && <> {t("restart")}</>}
      {setting.pending && (
        <span className="row locked">
          <Icon of={IconClock} size="s" />
          {t("pending")}
        </span>
      )}
      {setting.locked && (
        <span className="row locked">
          <Icon of={IconLock} size="s" />
          {setting.origin === "default" ? t("fileOnly") : t("locked", { where: setting.originDetail ?? t(`where.${setting.origin}`) })}
        </span>
      )}
    </>
  );
}
