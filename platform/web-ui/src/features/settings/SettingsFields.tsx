import { useTranslation } from "react-i18next";
import { FieldError, useProblemLine } from "@/shared";
import { type Setting, SettingControl } from "./SettingControl";
import type { SettingsDraft } from "./useSettings";

/** The controls of some settings over one draft. */
export function SettingsFields({ settings, draft }: { settings: readonly Setting[]; draft: SettingsDraft }) {
  const { t } = useTranslation("settings");
  const line = useProblemLine();
  if (settings.length === 0) return <p className="note">{t("none")}</p>;
  return (
    <div className="stack stack-5">
      {settings.map((setting) => (
        <SettingControl
          key={setting.key}
          setting={setting}
          value={draft.valueOf(setting)}
          error={draft.errorOf(setting)}
          onChange={(value) => draft.change(setting, value)}
        />
      ))}
      {draft.error !== undefined && <FieldError>{line(draft.error)}</FieldError>}
    </div>
  );
}
