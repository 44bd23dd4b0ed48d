import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { isProblem, modelsQuery, type Schemas } from "@/api";
import { type Draft, draftOf, onDraft, takeDraft } from "@/features/asset";
import { carried, defaultsOf, fieldsOf, type OptionValues, sendable, useWish } from "@/features/wish";
import { type ReferencesState, useReferences } from "./useReferences";

type Model = Schemas["Model"];
type Kind = Schemas["MediaKind"];

export function makes(model: Model, kind: Kind): boolean {
  return model.kind === kind || (model.kinds?.includes(kind) ?? false);
}

/** All that the composer knows, and what can be done with it. */
export function useComposer() {
  const catalogue = useQuery(modelsQuery);
  const references = useReferences();
  const [kind, setKind] = useState<Kind>("image");
  const [modelId, setModelId] = useState<string>();
  const [prompt, setPrompt] = useState("");
  const [wordless, setWordless] = useState(false);
  const [negative, setNegative] = useState("");
  const [strength, setStrength] = useState(50);
  const [seed, setSeed] = useState<number>();
  const [typed, setTyped] = useState<OptionValues>({});
  const [wantedCount, setCount] = useState(1);

  const all = catalogue.data?.items;
  const models = useMemo(() => all?.filter((model) => makes(model, kind)) ?? [], [all, kind]);
  const preferred = kind === "video" ? catalogue.data?.defaultVideoModelId : catalogue.data?.defaultImageModelId;
  const model =
    models.find((one) => one.id === modelId) ?? models.find((one) => one.id === preferred && one.available) ?? models.find((one) => one.available) ?? models[0];
  const options = useMemo(() => (model ? carried(model.options, typed) : {}), [model, typed]);
  const fields = useMemo(() => (model ? fieldsOf(model.options).filter((field) => field.name !== "strength") : []), [model]);
  const count = Math.min(wantedCount, model?.maxCount ?? 1);
  const support =
    model?.references.find((one) => one.role === (kind === "video" ? "start" : "content")) ?? model?.references.find((one) => one.role !== "mask");

  const hasStrength = model ? "strength" in ((model.options.properties ?? {}) as object) : false;
  const usable = support ? references.attached.filter((one) => one.asset).slice(0, support.max) : [];
  const sentReferences = usable.flatMap((one) =>
    one.asset && support ? [{ assetId: one.asset.id, role: support.role, ...(hasStrength && { strength: strength / 100 }) }] : [],
  );
  const sent = model && {
    modelId: model.id,
    kind,
    options: withoutStrength(sendable(model.options, mergeTyped(model.options, options, typed))),
    count,
    ...(sentReferences.length > 0 && { references: sentReferences }),
  };

  const { quote, create } = useWish(sent);

  const load = useCallback(
    (draft: Draft) => {
      if (draft.kind) setKind(draft.kind);
      if (draft.modelId) setModelId(draft.modelId);
      if (draft.prompt !== undefined) setPrompt(draft.prompt);
      if (draft.negativePrompt !== undefined) setNegative(draft.negativePrompt);
      if (draft.options) setTyped(draft.options);
      if (draft.count) setCount(draft.count);
      setSeed(draft.seed);
      if (draft.references) references.attach(draft.references);
      document.getElementById("prompt")?.focus();
    },
    [references.attach],
  );
  useEffect(() => {
    const take = () => {
      const draft = takeDraft();
      if (draft) load(draft);
    };
    take();
    return onDraft(take);
  }, [load]);

  const problem = create.error;
  const ready = Boolean(sent && model?.available && prompt.trim() && !references.busy && quote.data?.affordable !== false && !create.isPending);
  return {
    catalogue,
    kind,
    setKind,
    kinds: { image: all?.some((one) => makes(one, "image")) ?? false, video: all?.some((one) => makes(one, "video")) ?? false },
    models,
    model,
    setModel: (next: Model) => {
      setModelId(next.id);
      setTyped((now) => ({ ...now }));
    },
    prompt,
    setPrompt: (text: string) => {
      setWordless(false);
      setPrompt(text);
    },
    negative,
    setNegative,
    strength: hasStrength ? strength : undefined,
    setStrength,
    seed,
    setSeed,
    fields,
    options: model ? mergeTyped(model.options, options, typed) : {},
    setOptions: setTyped,
    reset: () => {
      setTyped(model ? defaultsOf(model.options) : {});
      setNegative("");
      setCount(1);
      setStrength(50);
      setSeed(undefined);
    },
    count,
    setCount,
    support,
    references: references as ReferencesState,
    used: usable.length,
    quote,
    errors: isProblem(problem) ? problem.fields() : {},
    problem,
    busy: create.isPending,
    ready,
    wordless,
    submit: () => {
      if (!prompt.trim()) {
        setWordless(true);
        document.getElementById("prompt")?.focus();
        return;
      }
      if (!ready || !sent) return;
      create.mutate({
        ...sent,
        prompt: prompt.trim(),
        ...(seed !== undefined && { seed }),
        ...(negative.trim() && model?.negativePrompt && { negativePrompt: negative.trim() }),
      });
    },
    retryWith: (generation: Schemas["Generation"], other?: Model) => {
      load({ ...draftOf(generation), modelId: other?.id ?? generation.modelId });
      create.reset();
    },
  };
}

export type Composer = ReturnType<typeof useComposer>;

/** How much of a reference is kept is said at the reference itself. */
function withoutStrength({ strength: _, ...options }: OptionValues): OptionValues {
  return options;
}

/** What was typed stays visible even where it does not fit: the fault is said beside it, nothing is silently changed. */
function mergeTyped(schema: Record<string, unknown>, fitting: OptionValues, typed: OptionValues): OptionValues {
  const properties = (schema.properties ?? {}) as Record<string, { enum?: unknown[] }>;
  const merged = { ...fitting };
  for (const [name, value] of Object.entries(typed)) {
    if (name in properties && !properties[name]?.enum && typeof value === typeof fitting[name]) merged[name] = value;
    if (name in properties && (value === undefined || typeof value === "string")) {
      if (!properties[name]?.enum) merged[name] = value;
    }
  }
  return merged;
}
