import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, body, isProblem, pluginsQuery } from "@/api";
import type { Setting, Value } from "./SettingControl";

export const settingsQuery = queryOptions({ queryKey: ["settings"], queryFn: () => body(api.GET("/admin/settings")) });

export const CHANGES_KEY = ["setting-changes"] as const;

export interface SettingsDraft {
  valueOf: (setting: Setting) => Value | undefined;
  change: (setting: Setting, value: Value) => void;
  errorOf: (setting: Setting) => string | undefined;
  /** What is wrong with a key that has no control here. */
  faultOf: (key: string) => string | undefined;
  /** A problem that belongs to no single key. */
  error: unknown;
  dirty: boolean;
  busy: boolean;
  save: () => Promise<void>;
  discard: () => void;
}

interface Around {
  /** Stands before every key: `instances.NAME.` for the form of a new instance. */
  prefix?: string;
  /** Sent with what was typed. */
  also?: Readonly<Record<string, Value>>;
}

/** Everything that may say something else once settings have changed. */
export function useSettingsChanged(): (settings: { items: Setting[] }) => void {
  const client = useQueryClient();
  return (settings) => {
    client.setQueryData(settingsQuery.queryKey, settings);
    for (const queryKey of [["privacy-page"], ["session"], ["models"], CHANGES_KEY, pluginsQuery.queryKey]) void client.invalidateQueries({ queryKey });
  };
}

/** What is typed but not saved yet; all or nothing is sent. */
export function useSettingsDraft({ prefix = "", also = {} }: Around = {}): SettingsDraft {
  const changed = useSettingsChanged();
  const [draft, setDraft] = useState<Record<string, Value>>({});
  const save = useMutation({
    mutationFn: () => body(api.PATCH("/admin/settings", { body: { values: cleaned({ ...also, ...draft }, prefix) } })),
    onSuccess: (settings) => {
      changed(settings);
      setDraft({});
    },
  });
  const faults = isProblem(save.error) ? save.error.fields() : {};
  const faultOf = (key: string) => faults[`values.${prefix}${key}`] ?? faults[prefix + key];
  const named = new Set(Object.keys(draft).map((key) => `values.${prefix}${key}`));
  return {
    valueOf: (setting) =>
      (draft[setting.key] === null ? undefined : draft[setting.key]) ??
      (setting.key in draft ? undefined : (setting.value as Value | undefined)) ??
      (setting.defaultValue as Value | undefined),
    change: (setting, value) => setDraft((now) => ({ ...now, [setting.key]: value })),
    errorOf: (setting) => faultOf(setting.key),
    faultOf,
    error: save.error && !Object.keys(faults).some((key) => named.has(key)) ? save.error : undefined,
    dirty: Object.keys(draft).length > 0,
    busy: save.isPending,
    save: async () => {
      if (Object.keys(draft).length + Object.keys(also).length > 0) await save.mutateAsync();
    },
    discard: () => {
      setDraft({});
      save.reset();
    },
  };
}

/** Takes the newest change back: what a toast offers right after it was made. */
export function useUndoNewest(): () => Promise<void> {
  const changed = useSettingsChanged();
  return async () => {
    const newest = (await body(api.GET("/admin/settings/changes", { params: { query: { limit: 1 } } }))).items[0];
    if (newest) changed(await body(api.POST("/admin/settings/changes/{changeId}/undo", { params: { path: { changeId: newest.id } } })));
  };
}

/** Empty lines of a list are no entries. */
function cleaned(draft: Record<string, Value>, prefix: string): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(draft).map(([key, value]) => [prefix + key, Array.isArray(value) ? value.map((line) => line.trim()).filter(Boolean) : value]),
  );
}
