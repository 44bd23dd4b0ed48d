import type { Schemas } from "@/api";

export type Plugin = Schemas["Plugin"];
export type Instance = Schemas["PluginInstance"];
export type Tone = "ok" | "warn" | "bad" | "off";

export function instanceTone(state: Instance["state"]): Tone {
  return ({ ready: "ok", failing: "warn", open: "bad", failed: "bad", disabled: "off" } as const)[state];
}

/** The worst of a plugin and its instances. */
export function pluginTone(plugin: Plugin): Tone {
  if (plugin.state === "failed" || plugin.state === "rejected") return "bad";
  if (plugin.state === "disabled") return "off";
  const tones = plugin.instances.map((instance) => instanceTone(instance.state));
  return (["bad", "warn"] as const).find((tone) => tones.includes(tone)) ?? "ok";
}
