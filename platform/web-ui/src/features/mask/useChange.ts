import { useMutation, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { api, body, modelsQuery, oneGeneration, type Schemas, upload } from "@/api";
import type { Asset } from "@/features/asset";
import { sizeFor, takesMask, useWish } from "@/features/wish";
import type { Mask } from "./useMask";

const ENDED: ReadonlySet<Schemas["Generation"]["state"]> = new Set(["succeeded", "failed", "canceled"]);
const ASK_AGAIN_MILLIS = 3_000;

/** The wish to change a part of a picture, from its words to its results. */
export function useChange(asset: Asset, mask: Mask) {
  const catalogue = useQuery(modelsQuery);
  const [modelId, setModelId] = useState<string>();
  const [prompt, setPrompt] = useState("");
  const [wantedCount, setCount] = useState(1);
  const [made, setMade] = useState<string>();
  const models = useMemo(() => catalogue.data?.items.filter(takesMask) ?? [], [catalogue.data]);
  const model = models.find((one) => one.id === modelId) ?? models.find((one) => one.available) ?? models[0];
  const count = Math.min(wantedCount, model?.maxCount ?? 1);
  const options = useMemo(() => (model ? sizeFor(model.options, asset) : {}), [model, asset]);
  const wish = model && { modelId: model.id, kind: "image" as const, options, count, references: [{ assetId: asset.id, role: "content" as const }] };
  const { quote, create } = useWish(wish);
  // The mask goes up once for what is marked; pressing again after a lost answer sends the same one.
  const [sentMask, setSentMask] = useState<{ drawn: number; id: string }>();
  const send = useMutation({
    mutationFn: async (name: string) => {
      if (!wish) throw new Error("No model takes a mask");
      const id = sentMask?.drawn === mask.drawn ? sentMask.id : (await upload(await mask.file(name))).asset.id;
      setSentMask({ drawn: mask.drawn, id });
      return create.mutateAsync({ ...wish, prompt: prompt.trim(), references: [...wish.references, { assetId: id, role: "mask" }] });
    },
    onSuccess: (generation) => setMade(generation.id),
  });
  const generation = useQuery({
    queryKey: oneGeneration(made ?? ""),
    queryFn: () => body(api.GET("/generations/{generationId}", { params: { path: { generationId: made ?? "" } } })),
    enabled: made !== undefined,
    refetchInterval: (query) => (query.state.data && ENDED.has(query.state.data.state) ? false : ASK_AGAIN_MILLIS),
  });
  return {
    catalogue,
    models,
    model,
    setModel: setModelId,
    prompt,
    setPrompt,
    count,
    setCount,
    size: typeof options.width === "number" && typeof options.height === "number" ? { width: options.width, height: options.height } : undefined,
    quote,
    send,
    generation: made ? generation.data : undefined,
    waiting: made !== undefined && !(generation.data && ENDED.has(generation.data.state)),
    back: () => setMade(undefined),
  };
}

export type Change = ReturnType<typeof useChange>;
