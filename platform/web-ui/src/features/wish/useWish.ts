import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api, body, idempotencyKey, putGeneration, type Schemas } from "@/api";

const QUOTE_WAIT_MILLIS = 200;

/** The price of what would be sent, without the prompt, and sending it. */
export function useWish(sent: Schemas["QuoteRequest"] | undefined) {
  const client = useQueryClient();
  const asked = useLater(sent && JSON.stringify(sent), QUOTE_WAIT_MILLIS);
  const quote = useQuery({
    queryKey: ["quote", asked],
    queryFn: ({ signal }) => body(api.POST("/quotes", { body: JSON.parse(asked ?? "{}") as Schemas["QuoteRequest"], signal })),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });

  // One key for one wish: pressing again after a lost answer must not make it twice.
  const wish = useRef({ text: "", key: "" });
  const create = useMutation({
    mutationFn: (wanted: Schemas["NewGeneration"]) => {
      const text = JSON.stringify(wanted);
      if (wish.current.text !== text) wish.current = { text, key: idempotencyKey() };
      return body(api.POST("/generations", { params: { header: { "Idempotency-Key": wish.current.key } }, body: wanted }));
    },
    onSuccess: (generation) => {
      wish.current = { text: "", key: "" };
      putGeneration(client, generation);
    },
  });
  return { quote, create };
}

export type Wish = ReturnType<typeof useWish>;

/** The value once it has not changed for a moment. */
function useLater<T>(value: T, millis: number): T | undefined {
  const [later, setLater] = useState<T>();
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), later === undefined ? 0 : millis);
    return () => clearTimeout(timer);
  }, [value, millis, later]);
  return later;
}
