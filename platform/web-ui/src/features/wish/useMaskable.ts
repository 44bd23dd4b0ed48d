import { useQuery } from "@tanstack/react-query";
import { modelsQuery, type Schemas, useHas } from "@/api";

/** Whether a model changes a part of a picture where a mask allows it. */
export function takesMask(model: Schemas["Model"]): boolean {
  return model.kind === "image" && ["mask", "content"].every((role) => model.references.some((one) => one.role === role));
}

/** Whether changing a part of a picture can be offered: a model is there that does it, and a mask may be brought in. */
export function useMaskable(): boolean {
  const upload = useHas("upload");
  const models = useQuery({ ...modelsQuery, enabled: upload });
  return upload && (models.data?.items.some((model) => model.available && takesMask(model)) ?? false);
}
