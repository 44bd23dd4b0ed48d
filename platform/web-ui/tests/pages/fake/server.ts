/** A service by hand: serves the built interface under the real security headers, and answers the contract from a {@link World}. */
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { picture } from "./picture";
import { defaultWorld, id, NOW, type Schemas, type World } from "./world";

const BUILT = fileURLToPath(new URL("../../../target/classes/META-INF/heliograph-ui", import.meta.url));
const TYPES: Record<string, string> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".jpg": "image/jpeg",
  ".woff2": "font/woff2",
  ".html": "text/html; charset=utf-8",
};

export interface Fake {
  url: string;
  world: World;
  /** Every call of the interface, `METHOD /path`, oldest first. */
  calls: { line: string; body: unknown; bytes: Buffer; headers: IncomingMessage["headers"] }[];
  emit: (event: Omit<Schemas["Event"], "seq" | "at">) => void;
  reset: () => void;
  close: () => Promise<void>;
}

export async function startFake(): Promise<Fake> {
  const streams = new Set<ServerResponse>();
  let seq = 100;
  const fake: Fake = {
    url: "",
    world: defaultWorld(),
    calls: [],
    emit: (event) => {
      seq += 1;
      const data = JSON.stringify({ ...event, seq, at: NOW });
      for (const stream of streams) stream.write(`id: ${seq}\nevent: ${event.type}\ndata: ${data}\n\n`);
    },
    reset: () => {
      for (const stream of streams) stream.end();
      streams.clear();
      fake.world = defaultWorld();
      fake.calls = [];
      seq = 100;
    },
    close: () =>
      new Promise((resolve) => {
        for (const stream of streams) stream.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const server = createServer((request, response) => {
    handle(request, response, fake, streams).catch((failure: unknown) => {
      response.writeHead(500).end(String(failure));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  fake.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return fake;
}

async function handle(request: IncomingMessage, response: ServerResponse, fake: Fake, streams: Set<ServerResponse>): Promise<void> {
  const url = new URL(request.url ?? "/", "http://x");
  if (!url.pathname.startsWith("/api/v1")) return serveFile(url.pathname, response);
  const path = url.pathname.slice("/api/v1".length);
  const line = `${request.method} ${path}`;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks).toString("latin1");
  const body: unknown = raw && request.headers["content-type"]?.includes("json") ? JSON.parse(Buffer.from(raw, "latin1").toString("utf8")) : raw.length;
  fake.calls.push({ line: line + url.search, body, bytes: Buffer.concat(chunks), headers: request.headers });

  if (fake.world.silent.some((prefix) => line.startsWith(prefix))) return;
  const fault = Object.entries(fake.world.problems).find(([prefix]) => line.startsWith(prefix))?.[1];
  if (fault) {
    response.writeHead(fault.status, { "Content-Type": "application/problem+json", "X-Request-Id": "01JD-7Q2K" });
    response.end(JSON.stringify({ type: "/problems/unknown", title: "It did not work", detail: "The server did not answer. Nothing was changed.", ...fault }));
    return;
  }
  if (path === "/events") {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    response.write(": hello\n\n");
    streams.add(response);
    request.on("close", () => streams.delete(response));
    return;
  }
  if (/\/thumbnails\/|\/preview$|\/content$/.test(path)) return servePicture(path, response, fake);
  const [status, answer] = answerTo(line, path, url.searchParams, body, fake);
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(answer === undefined ? undefined : JSON.stringify(answer));
}

function page<T>(items: readonly T[], query: URLSearchParams): { items: T[]; next?: string } {
  const from = Number(query.get("cursor") ?? 0);
  const limit = Number(query.get("limit") ?? 50);
  const rest = items.length > from + limit ? { next: String(from + limit) } : {};
  return { items: items.slice(from, from + limit), ...rest };
}

const MISSING: [number, unknown] = [404, { type: "/problems/not-found", title: "Not found", status: 404 }];

function answerTo(line: string, path: string, query: URLSearchParams, body: unknown, { world }: Fake): [number, unknown] {
  const last = path.split("/").at(-1) ?? "";
  const sent = body as Record<string, unknown>;
  switch (line) {
    case "GET /session":
      return [200, world.session];
    case "GET /sign-up":
      return [200, world.signUp];
    case "POST /invites/inspect":
      return world.invite ? [200, world.invite] : MISSING;
    case "GET /setup":
      return [200, world.setup];
    case "GET /admin/setup":
      return [200, world.wizard];
    case "GET /account":
      return [200, world.session.account];
    case "GET /account/sessions":
      return [200, { items: world.sessions }];
    case "GET /account/erasure":
      return [200, world.erasure];
    case "POST /account/erasure":
      world.erasure = sent.atOnce ? { ...world.erasure, state: "running" } : { ...world.erasure, state: "scheduled", dueAt: NOW };
      return [
        202,
        { orderId: id(9001), state: world.erasure.state, dueAt: world.erasure.dueAt, receiptUrl: "https://helio.example.org/erased#7mQ2fXc0aVt9LkR4wPzE81yJ" },
      ];
    case "DELETE /account/erasure":
      world.erasure = { state: "none", graceDays: world.erasure.graceDays, categories: world.erasure.categories };
      return [204, undefined];
    case "POST /erasure-receipts/inspect":
      return world.receipt ? [200, world.receipt] : MISSING;
    case "GET /account/api-keys":
      return [200, { items: world.keys }];
    case "POST /account/api-keys":
      return [
        201,
        { apiKey: { id: id(7009), name: sent.name, prefix: "hg_7mQ2", scopes: sent.scopes, createdAt: NOW }, key: "hg_7mQ2fXc0aVt9LkR4wPzE81yJdN5sUbGh" },
      ];
    case "GET /credits":
      return [200, world.balance];
    case "GET /credits/entries":
      return [200, page(world.ledger, query)];
    case "GET /models":
      return [200, world.models];
    case "POST /quotes":
      return [200, world.quote];
    case "GET /generations":
      return [200, page(world.generations, query)];
    case "POST /generations": {
      const made: Schemas["Generation"] = {
        id: id(2999),
        state: "queued",
        modelId: String(sent.modelId),
        modelName: "Landscapes",
        local: true,
        kind: "image",
        prompt: String(sent.prompt),
        options: {},
        count: 1,
        createdAt: NOW,
        credits: 0,
        queuePosition: 1,
        cancelable: true,
      };
      world.generations = [made, ...world.generations];
      return [202, made];
    }
    case "GET /assets":
      return [200, page(found(world.assets, query), query)];
    case "GET /assets/summary": {
      const generated = world.assets;
      return [
        200,
        {
          total: generated.length,
          images: generated.length,
          videos: 0,
          uploads: 0,
          private: generated.length,
          link: 0,
          public: 0,
          expiringSoon: generated.length > 3 ? 3 : 0,
          nextExpiryAt: world.assets.at(-1)?.expiresAt,
          bytes: 38_000_000,
        },
      ];
    }
    case "POST /assets/delete": {
      const ids = sent.ids as string[];
      world.assets = world.assets.filter((one) => !ids.includes(one.id));
      return [200, { deleted: ids.length, undoUntil: NOW }];
    }
    case "POST /assets/restore":
      world.assets = defaultWorld().assets;
      return [200, { restored: (sent.ids as string[]).length }];
    case "POST /uploads":
      return [201, { asset: { ...world.assets[0], id: id(3001), origin: "uploaded", fileName: query.get("fileName") }, removed: ["location"] }];
    case "GET /disclosures":
      return [200, page(world.disclosures, query)];
    case "GET /privacy-page":
      return [200, world.privacy];
    case "GET /operator":
      return [200, world.privacy.operator];
    case "GET /admin/health":
      return [200, world.health];
    case "GET /admin/plugins":
      return [200, { items: world.plugins }];
    case "GET /admin/people":
      return [
        200,
        page(
          world.people.filter((one) => one.email.includes(query.get("q") ?? "")),
          query,
        ),
      ];
    case "GET /admin/invites":
      return [200, page(world.invites, query)];
    case "POST /admin/invites":
      return [
        201,
        {
          invite: { id: id(8009), role: "user", state: "open", createdAt: NOW, expiresAt: NOW },
          url: "https://helio.example.org/invite#7mQ2fXc0aVt9LkR4wPzE81yJdN5sUbGh",
        },
      ];
    case "GET /admin/mails":
      return [200, page(world.mails, query)];
    case "GET /admin/settings/changes":
      return [200, page(world.changes, query)];
    case "GET /admin/settings":
    case "PATCH /admin/settings":
      return [200, { items: world.settings }];
    case "POST /session":
    case "POST /setup/administrator":
      world.session = { ...defaultWorld().session };
      return [200, world.session];
    case "POST /sign-up":
      world.session = { ...defaultWorld().session };
      return [200, { next: "signedIn", session: world.session }];
  }
  if (/^POST \/admin\/settings\/changes\/\d+\/undo$/.test(line)) {
    world.changes = world.changes.map((change) => ({ ...change, canUndo: false }));
    return [200, { items: world.settings }];
  }
  if (line.startsWith("PUT /admin/setup/steps/")) {
    world.wizard = { ...world.wizard, steps: world.wizard.steps.map((step) => (step.id === last ? { ...step, done: true } : step)) };
    return [200, world.wizard];
  }
  if (line.startsWith("POST /admin/instances/")) {
    return [
      200,
      {
        ok: true,
        steps: [
          { title: "Models listed", ok: true, millis: 210, detail: "2 models" },
          { title: "Drew a picture", ok: true, millis: 2900 },
        ],
        sends: [],
      },
    ];
  }
  if (line.startsWith("GET /admin/mails/")) {
    const mail = world.mails.find((one) => one.id === last);
    return mail
      ? [200, { ...mail, text: "Hello,\n\nyou are invited. Open this link, it is good once:\nhttps://helio.example.org/invite#7mQ2fXc0aVt9LkR4wPzE81\n" }]
      : MISSING;
  }
  if (/^GET \/admin\/people\/[^/]+$/.test(line)) {
    const person = world.people.find((one) => one.id === last);
    return person ? [200, person] : MISSING;
  }
  if (/^GET \/assets\/[^/]+$/.test(line)) return details(last, world);
  if (/^GET \/generations\/[^/]+$/.test(line)) {
    const one = world.generations.find((generation) => generation.id === last);
    return one ? [200, one] : MISSING;
  }
  if (line.endsWith("/cancel")) {
    const one = world.generations.find((generation) => path.includes(generation.id));
    if (!one) return MISSING;
    one.state = "canceled";
    one.finishedAt = NOW;
    return [200, one];
  }
  if (
    line.startsWith("DELETE ") ||
    line.startsWith("PUT /account") ||
    line === "POST /email-confirmations/complete" ||
    line === "POST /password-resets/complete"
  )
    return [204, undefined];
  if (line === "POST /password-resets" || line === "POST /account/email-confirmations") return [202, undefined];
  if (line.startsWith("POST /admin/people/") && line.endsWith("/erasure"))
    return [202, { orderId: id(9001), state: "scheduled", dueAt: NOW, receiptUrl: "https://helio.example.org/erased#7mQ2fXc0aVt9LkR4wPzE81yJ" }];
  if (line.startsWith("POST /admin/people/") || line.startsWith("PUT /admin/people/"))
    return [200, line.endsWith("/credits") ? world.balance : world.people[1]];
  return MISSING;
}

function found(assets: readonly Schemas["Asset"][], query: URLSearchParams): Schemas["Asset"][] {
  const q = query.get("q")?.toLowerCase();
  const kind = query.get("kind");
  return assets.filter((one) => (!q || one.prompt?.toLowerCase().includes(q)) && (!kind || one.kind === kind));
}

function details(assetId: string, world: World): [number, unknown] {
  const one = world.assets.find((asset) => asset.id === assetId);
  if (!one) return MISSING;
  const answer: Schemas["AssetDetails"] = {
    asset: one,
    negativePrompt: "people, text",
    options: { width: one.width, height: one.height, style: "photographic" },
    seed: "40218837",
    credits: 4,
    providerName: "Landscapes",
    digitalSourceType: "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia",
    notes: ["Drew: sunset, sea, mountains. Ignored: wide view."],
    whoCanSee: { visibility: one.visibility, links: 0, staffOpenings: 0 },
    whereItWent: { local: false, disclosures: world.disclosures },
    howLongKept: { ...(one.expiresAt && { expiresAt: one.expiresAt }), periodDays: 365, reason: "Pictures are kept 365 days. We write to you 14 days before." },
  };
  return [200, answer];
}

const PICTURES = process.env.HELIOGRAPH_TEST_PICTURES;

function servePicture(path: string, response: ServerResponse, { world }: Fake): void {
  const at = world.assets.findIndex((one) => path.includes(one.id));
  const number = at >= 0 ? at : Number(path.match(/(\d+)\/(?:preview|thumbnails|content)/)?.[1] ?? 0);
  if (PICTURES) {
    const files = readdirSync(PICTURES).filter((name) => name.endsWith(".jpg"));
    response.writeHead(200, { "Content-Type": "image/jpeg" });
    response.end(readFileSync(join(PICTURES, files[number % files.length] ?? "")));
    return;
  }
  response.writeHead(200, { "Content-Type": "image/svg+xml" });
  response.end(picture(number, world.assets[at]));
}

/** Files of the build; every other path is a route of the interface and gets index.html with a fresh nonce. */
function serveFile(path: string, response: ServerResponse): void {
  const file = join(BUILT, normalize(path));
  if (path !== "/" && file.startsWith(BUILT) && existsSync(file) && statSync(file).isFile() && extname(file) !== ".html") {
    response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream", "Cache-Control": "no-store" });
    response.end(readFileSync(file));
    return;
  }
  const nonce = randomBytes(16).toString("base64");
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  response.writeHead(200, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": policy,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(readFileSync(join(BUILT, "index.html"), "utf8").replaceAll("__CSP_NONCE__", nonce));
}
