import type { Schemas } from "@/api";

/**
 * What the composer starts with when a person comes from a finished piece: "use these settings", "use as reference".
 * It lives in memory only, so that no prompt stays behind in the browser's storage.
 */
export interface Draft {
  modelId?: string | undefined;
  kind?: Schemas["MediaKind"] | undefined;
  prompt?: string | undefined;
  negativePrompt?: string | undefined;
  options?: Record<string, unknown> | undefined;
  count?: number | undefined;
  seed?: number | undefined;
  references?: readonly { asset: Schemas["Asset"]; role: Schemas["ReferenceRole"] }[] | undefined;
}

let waiting: Draft | undefined;
const listeners = new Set<() => void>();

export function handToComposer(draft: Draft): void {
  waiting = draft;
  for (const listener of listeners) listener();
}

/** Takes what waits, once. */
export function takeDraft(): Draft | undefined {
  const draft = waiting;
  waiting = undefined;
  return draft;
}

export function onDraft(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The settings of a generation, without its reference pictures: those are gone after a day. */
export function draftOf({ modelId, kind, prompt, negativePrompt, options, count, seed }: Schemas["Generation"]): Draft {
  return { modelId, kind, prompt, negativePrompt, options, count, seed };
}
