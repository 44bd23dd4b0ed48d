import { useQuery } from "@tanstack/react-query";
import type { Schemas } from "./client";
import { balanceQuery } from "./queries";
import { useMay } from "./session";

/** What the person has; undefined until it is known, or where they may not know. */
export function useBalance(): Schemas["Balance"] | undefined {
  return useQuery({ ...balanceQuery, enabled: useMay("credits:read") }).data;
}
