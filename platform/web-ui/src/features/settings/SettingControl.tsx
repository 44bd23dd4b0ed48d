import { IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api";
import { Field, Icon, SelectField, Switch, TextField } from "@/shared";

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
  const hint = <Hint setting={setting} />;
  const common = { label: setting.title, hint, error, disabled: setting.locked, name: setting.key };
  switch (setting.type) {
    case "boolean":
      return (
        <Switch label={setting.title} hint={hint} checked={value === true} disabled={setting.locked} onChange={(event) => onChange(event.target.checked)} />
      );
    case "choice":
      return (
        <SelectField {...common} value={String(value ?? "")} onChange={(event) => onChange(event.target.value)}>
          {setting.choices?.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </SelectField>
      );
    case "integer":
      return (
        <TextField
          {...common}
          className="num"
          inputMode="numeric"
          value={value === null || value === undefined ? "" : String(value)}
          onChange={(event) => onChange(/^-?\d+$/.test(event.target.value) ? Number(event.target.value) : event.target.value)}
        />
      );
    case "list":
      return (
        <Field label={setting.title} hint={hint} error={error}>
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
          value={typeof value === "string" ? value : value === undefined || value === null ? "" : String(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

function Hint({ setting }: { setting: Setting }) {
  const { t } = useTranslation("settings");
  return (
    <>
      {setting.description}
      {setting.needsRestart && <> {t("restart")}</>}
      {setting.locked && (
        <span className="row locked">
          <Icon of={IconLock} size="s" />
          {t("locked", { where: setting.originDetail ?? t(`where.${setting.origin}`) })}
        </span>
      )}
    </>
  );
}
