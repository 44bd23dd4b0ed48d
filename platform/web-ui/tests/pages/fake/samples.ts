/** Samples of what people made, of models and of plugins. */
import { ago, ahead, DAY, id, type Schemas } from "./moments";

export const local: Schemas["Recipient"] = { legalName: "This server", role: "processor" };
export const bfl: Schemas["Recipient"] = {
  legalName: "Black Forest Labs",
  country: "DE",
  role: "processor",
  retention: "10 minutes",
  trainsOnInput: "no",
  transferBasis: "Inside the EU",
  privacyPage: "https://bfl.example/privacy",
};
export const openai: Schemas["Recipient"] = {
  legalName: "OpenAI",
  country: "US",
  role: "processor",
  retention: "30 days",
  trainsOnInput: "no",
  transferBasis: "Standard contractual clauses",
  privacyPage: "https://openai.example/privacy",
};

export const landscapeOptions = {
  type: "object",
  additionalProperties: false,
  properties: {
    width: { type: "integer", minimum: 256, maximum: 1536, multipleOf: 64, default: 768 },
    height: { type: "integer", minimum: 256, maximum: 1536, multipleOf: 64, default: 512 },
    style: { type: "string", title: "Style", enum: ["photographic", "oil", "drawing", "watercolour", "pastel", "ink"], default: "photographic" },
    detail: { type: "number", title: "Detail", minimum: 0, maximum: 1, default: 0.7 },
    seed: { type: "integer", title: "Seed", minimum: 0, maximum: 2147483647 },
  },
};

export function model(change: Partial<Schemas["Model"]> & Pick<Schemas["Model"], "id" | "name" | "providerName">): Schemas["Model"] {
  return {
    kind: "image",
    instanceId: change.id.split("/")[0] ?? "x",
    local: false,
    aiModel: true,
    options: landscapeOptions,
    maxCount: 4,
    promptMaxLength: 4000,
    negativePrompt: true,
    previews: true,
    cancel: true,
    references: [{ role: "content", max: 2 }],
    priceFrom: 4,
    priceUnit: "result",
    typicalSeconds: 9,
    available: true,
    recipients: [bfl],
    ...change,
  };
}

export const words = [
  "A red sunset over the sea with mountains, calm water, wide view",
  "Misty pines at dawn",
  "Oil painting of a sailboat in a bay",
  "Stars over a still lake",
  "A blue fjord with dark pines",
  "A sailboat on a golden sea, slow waves",
  "Moonlit mountains over a night lake",
  "Pink dawn over the ocean with birds",
  "Violet dusk over the sea with cliffs",
  "A forest lake on a cloudy day",
];
export const sizes: [number, number][] = [
  [900, 600],
  [640, 800],
  [840, 630],
  [900, 600],
  [640, 800],
  [960, 540],
  [720, 720],
  [900, 600],
  [640, 800],
  [840, 630],
];

export function asset(n: number, change: Partial<Schemas["Asset"]> = {}): Schemas["Asset"] {
  const [width, height] = sizes[n % sizes.length] ?? [900, 600];
  return {
    id: id(1000 + n),
    kind: "image",
    origin: "generated",
    mediaType: "image/png",
    width,
    height,
    bytes: 1_200_000 + n * 31_000,
    blurHash: ["LKO2?U%2Tw=w]~RBVZRi};RPxuwH", "LEHV6nWB2yk8pyo0adR*.7kCMdnj", "LGF5]+Yk^6#M@-5c,1J5@[or[Q6."][n % 3] ?? "",
    createdAt: ago(n < 8 ? 5 + n * 20 : n < 17 ? 3 * DAY + n * 7 : 20 * DAY + n * 9),
    visibility: "private",
    expiresAt: ahead(365 - n),
    prompt: words[n % words.length] ?? "",
    generationId: id(2000 + Math.floor(n / 4)),
    modelId: "landscapes/landscapes-v1",
    modelName: "Landscapes",
    thumbnails: [256, 512],
    ...change,
  };
}

export function manyAssets(count: number): Schemas["Asset"][] {
  return Array.from({ length: count }, (_, n) =>
    asset(n, n === 5 ? { kind: "video", mediaType: "video/mp4", durationMillis: 8000 } : n > count - 4 ? { expiresAt: ahead(10) } : {}),
  );
}

export function generation(n: number, change: Partial<Schemas["Generation"]>): Schemas["Generation"] {
  return {
    id: id(2000 + n),
    state: "succeeded",
    modelId: "landscapes/landscapes-v1",
    modelName: "Landscapes",
    providerName: "Landscapes",
    local: true,
    kind: "image",
    prompt: words[n % words.length] ?? "",
    options: { width: 768, height: 512, style: "photographic" },
    count: 1,
    createdAt: ago(10 + n * 30),
    credits: 0,
    visibility: "private",
    keptUntil: ahead(365),
    ...change,
  };
}

export const square = { width: 900, height: 600 };

export function sampleGenerations(): Schemas["Generation"][] {
  return [
    generation(20, {
      state: "running",
      prompt: "Violet dusk over the sea with cliffs",
      createdAt: ago(1),
      startedAt: ago(0.15),
      fraction: 0.62,
      previewSeq: 3,
      cancelable: true,
      local: false,
      recipients: [bfl],
      modelName: "FLUX 1.1 Pro",
      credits: 4,
    }),
    generation(21, {
      state: "queued",
      prompt: "Winter forest in fog, first light",
      createdAt: ago(1.5),
      queuePosition: 3,
      estimatedStartSeconds: 20,
      cancelable: true,
    }),
    generation(22, {
      state: "failed",
      prompt: "A quiet harbour at noon",
      createdAt: ago(4),
      finishedAt: ago(3),
      local: false,
      recipients: [openai],
      modelName: "GPT Image 1",
      failure: { code: "provider-silent", message: "OpenAI did not answer within 60 seconds. Nothing was charged.", charged: false, retryable: true },
    }),
    generation(0, {
      count: 4,
      credits: 16,
      charged: true,
      local: false,
      recipients: [bfl],
      modelName: "FLUX 1.1 Pro",
      results: [0, 3, 7, 9].map((n) => asset(n, { ...square, prompt: words[0] ?? "", createdAt: ago(18) })),
      createdAt: ago(18),
    }),
    generation(1, {
      count: 2,
      prompt: "A ship on the ocean under the moon, slow waves",
      notes: ["Drew: ship, ocean, moon. Ignored: slow."],
      results: [asset(5, { kind: "video", mediaType: "video/mp4", durationMillis: 6000, ...square }), asset(1), asset(2)],
      createdAt: ago(150),
    }),
    generation(2, { prompt: "Misty pines at dawn", results: [asset(8, { ...square })], createdAt: ago(DAY + 40) }),
  ];
}

export function plugin(change: Partial<Schemas["Plugin"]> & Pick<Schemas["Plugin"], "id" | "name" | "kinds">): Schemas["Plugin"] {
  return {
    version: "1.0.3",
    spiVersion: "0.1",
    licence: "Apache-2.0",
    state: "started",
    bundled: true,
    instances: [],
    hosts: [],
    dataCategories: ["prompt", "settings"],
    recipients: [],
    ...change,
  };
}
