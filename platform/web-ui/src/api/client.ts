/**
 * The only door to the service. Types are generated from the contract in the build (`npm run types`); nothing here is
 * written twice. Features import from `@/api`, never the other way round.
 *
 * Mutating calls carry the session's CSRF token. Every answer that is not a success becomes an {@link ApiProblem}.
 */
import createClient, { type Middleware } from "openapi-fetch";
import { ApiProblem } from "./problem";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];

export const BASE = "/api/v1";

let csrfToken: string | undefined;

/** The session query hands over the token that the service gave; undefined after signing out. */
export function rememberCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

const guard: Middleware = {
  onRequest({ request }) {
    if (csrfToken && !SAFE.has(request.method)) request.headers.set("X-CSRF-Token", csrfToken);
    request.headers.set("Accept-Language", document.documentElement.lang || "en");
    return request;
  },
  async onResponse({ response }) {
    if (response.ok || response.status === 304) return undefined;
    throw await ApiProblem.from(response);
  },
  onError({ error }) {
    return error instanceof ApiProblem || isAbort(error) ? undefined : ApiProblem.unreachable();
  },
};

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

export const api = createClient<paths>({ baseUrl: BASE, credentials: "same-origin" });
api.use(guard);

/** Unwraps an answer that has a body; the guard has thrown before where there was a problem. */
export async function body<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  if (data === undefined) throw ApiProblem.unreachable();
  return data;
}

/** For answers without a body. */
export async function done(call: Promise<unknown>): Promise<void> {
  await call;
}

/** A key for one wish of a person: sent again on a retry, so that nothing is made or granted twice. */
export function idempotencyKey(): string {
  return crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
}

/** Sends a file as it is. The stream of bytes is the body, so the generated client has nothing to serialise. */
export async function upload(file: File, signal?: AbortSignal): Promise<Schemas["Upload"]> {
  const { data } = await api.POST("/uploads", {
    params: { query: { fileName: file.name.slice(0, 200) || "picture" } },
    body: file as unknown as string,
    bodySerializer: (value) => value as unknown as File,
    headers: { "Content-Type": "application/octet-stream" },
    ...(signal ? { signal } : {}),
  });
  if (!data) throw ApiProblem.unreachable();
  return data;
}

/** Addresses of bytes, for `src` and `href`. */
export const media = {
  content: (assetId: string) => `${BASE}/assets/${assetId}/content`,
  download: (assetId: string) => `${BASE}/assets/${assetId}/content?download=true`,
  thumbnail: (assetId: string, width: number) => `${BASE}/assets/${assetId}/thumbnails/${width}`,
  preview: (generationId: string, seq: number) => `${BASE}/generations/${generationId}/preview?seq=${seq}`,
};
