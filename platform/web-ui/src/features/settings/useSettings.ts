import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, body, isProblem } from "@/api";
import type { Setting, Value } from "./SettingControl";

export const settingsQuery = queryOptions({ queryKey: ["settings"], queryFn: () => body(api.GET("/admin/settings")) });

export interface SettingsDraft {
  valueOf: (setting: Setting) => Value | undefined;
  change: (setting: Setting, value: Value) => void;
  errorOf: (setting: Setting) => string | undefined;
  /** A problem that belongs to no single key. */
  error: unknown;
  dirty: boolean;
  busy: boolean;
  save: () => Promise<void>;
  discard: () => void;
}

/** What is typed but not saved yet; all or nothing is sent. */
export function useSettingsDraft(): SettingsDraft {
  const client = useQueryClient();
  const [draft, setDraft] = useState<Record<string, Value>>({});
  const save = useMutation({
    mutationFn: () => body(api.PATCH("/admin/settings", { body: { values: cleaned(draft) } })),
    onSuccess: (settings) => {
      client.setQueryData(settingsQuery.queryKey, settings);
      void client.invalidateQueries({ queryKey: ["privacy-page"] });
      void client.invalidateQueries({ queryKey: ["session"] });
      setDraft({});
    },
  });
  const faults = isProblem(save.error) ? save.error.fields() : {};
  const errorOf = (setting: Setting) => faults[`values.${setting.key}`] ?? faults[setting.key];
  return {
    valueOf: (setting) => (setting.key in draft ? draft[setting.key] : ((setting.value as Value | undefined) ?? (setting.defaultValue as Value | undefined))),
    change: (setting, value) => setDraft((now) => ({ ...now, [setting.key]: value })),
    errorOf,
    error: save.error && Object.keys(faults).length === 0 ? save.error : undefined,
    dirty: Object.keys(draft).length > 0,
    busy: save.isPending,
    save: async () => {
      if (Object.keys(draft).length > 0) await save.mutateAsync();
    },
    discard: () => {
      setDraft({});
      save.reset();
    },
  };
}

/** Empty lines of a list are no entries. */
function cleaned(draft: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(draft).map(([key, value]) => [key, Array.isArray(value) ? value.map((line) => line.trim()).filter(Boolean) : value]),
  );
}
