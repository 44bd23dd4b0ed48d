/** Moments and ids that the samples share. */
import type { components } from "../../../src/api/schema";

export type Schemas = components["schemas"];

/** The moment at which every page of the tests is looked at. */
export const NOW = "2026-11-24T14:20:00.000Z";

/** A readable UUID of version 7: the number says which one it is. */
export function id(n: number): string {
  return `019aa000-0000-7000-8000-${String(n).padStart(12, "0")}`;
}

export function ago(minutes: number): string {
  return new Date(Date.parse(NOW) - minutes * 60_000).toISOString();
}

export function ahead(days: number): string {
  return new Date(Date.parse(NOW) + days * 86_400_000).toISOString();
}

export const DAY = 1440;
