/** Settings as the service describes them: one control a setting, drafts, and what is locked by a file. */

export { SettingChanges } from "./SettingChanges";
export { type Setting, SettingControl } from "./SettingControl";
export { SettingsFields } from "./SettingsFields";
export { type SettingsDraft, settingsQuery, useSettingsChanged, useSettingsDraft, useUndoNewest } from "./useSettings";
export { useSettingWords } from "./words";
