/**
 * The world that the fake service shows: typed by the contract, so that a change of the contract fails the type check here.
 * A test changes what it needs before it opens a page.
 */
import { ago, ahead, DAY, id, NOW, type Schemas } from "./moments";
import { bfl, local, manyAssets, model, openai, plugin, sampleGenerations } from "./samples";
import { sampleSettings } from "./settings";

export { id, NOW, type Schemas } from "./moments";
export { manyAssets } from "./samples";

export interface World {
  session: Schemas["Session"];
  signUp: Schemas["SignUpInfo"];
  invite: Schemas["InviteInfo"] | undefined;
  setup: Schemas["SetupState"];
  wizard: Schemas["Wizard"];
  models: Schemas["ModelList"];
  quote: Schemas["Quote"];
  generations: Schemas["Generation"][];
  assets: Schemas["Asset"][];
  disclosures: Schemas["Disclosure"][];
  balance: Schemas["Balance"];
  ledger: Schemas["LedgerEntry"][];
  sessions: Schemas["SessionInfo"][];
  keys: Schemas["ApiKey"][];
  erasure: Schemas["AccountErasure"];
  receipt: Schemas["ErasureReceipt"] | undefined;
  privacy: Schemas["PrivacyPage"];
  health: Schemas["Health"];
  plugins: Schemas["Plugin"][];
  people: Schemas["Person"][];
  invites: Schemas["Invite"][];
  mails: Schemas["Mail"][];
  settings: Schemas["Setting"][];
  changes: Schemas["SettingChange"][];
  /** `METHOD /path` prefixes that answer with this problem. */
  problems: Record<string, Partial<Schemas["Problem"]> & { status: number }>;
  /** `METHOD /path` prefixes that never answer. */
  silent: string[];
}

const ADMIN_PERMISSIONS = ["admin:health", "admin:plugins", "admin:people", "admin:mails", "admin:settings"];
const USER_PERMISSIONS = [
  "account:read",
  "account:write",
  "models:read",
  "generations:create",
  "generations:read",
  "assets:read",
  "assets:write",
  "assets:delete",
  "credits:read",
  "events:read",
];

const account: Schemas["Account"] = {
  id: id(1),
  email: "lena.hartwig@example.org",
  emailConfirmed: true,
  role: "admin",
  locale: "en",
  createdAt: "2025-09-14T08:00:00Z",
  passwordChangedAt: "2026-03-01T09:00:00Z",
};

export function signedOut(change: Partial<Schemas["Session"]> = {}): Schemas["Session"] {
  return {
    signedIn: false,
    setupOpen: false,
    signUpMode: "invite",
    permissions: [],
    features: ["video", "upload", "mail"],
    signInMethods: [{ id: "password", kind: "password", label: "Password" }],
    insecureLan: false,
    locale: "en",
    operatorName: "Nordlicht e. V.",
    version: "1.0.3",
    ...change,
  };
}

export function signedIn(change: Partial<Schemas["Session"]> = {}): Schemas["Session"] {
  return signedOut({
    signedIn: true,
    csrfToken: "csrf-token-of-the-fake",
    account,
    permissions: [...USER_PERMISSIONS, ...ADMIN_PERMISSIONS],
    expiresAt: ahead(14),
    ...change,
  });
}

export const ordinaryPermissions = USER_PERMISSIONS;

export function defaultWorld(): World {
  return {
    session: signedIn(),
    signUp: { mode: "invite", minPasswordLength: 12, passwordHint: "", contact: "hello@nordlicht.example", ipKeptDays: 30 },
    invite: { role: "user", expiresAt: ahead(6), email: "new@example.org" },
    setup: { administratorMissing: false, minPasswordLength: 12 },
    wizard: { complete: false, steps: (["administrator", "access", "plugins", "retention", "review"] as const).map((step, n) => ({ id: step, done: n < 2 })) },
    models: {
      items: [
        model({
          id: "landscapes/landscapes-v1",
          name: "Landscapes",
          providerName: "Landscapes",
          local: true,
          aiModel: false,
          label: "Drawn by rules, no AI model",
          priceFrom: 0,
          typicalSeconds: 3,
          recipients: [local],
        }),
        model({ id: "bfl/flux-1.1-pro", name: "FLUX 1.1 Pro", providerName: "Black Forest Labs" }),
        model({
          id: "openai/gpt-image-1",
          name: "GPT Image 1",
          providerName: "OpenAI",
          priceFrom: 9,
          typicalSeconds: 25,
          recipients: [openai],
          references: [
            { role: "content", max: 4 },
            { role: "mask", max: 1 },
          ],
        }),
        model({
          id: "luma/photon",
          name: "Photon",
          providerName: "Luma",
          priceFrom: 6,
          available: false,
          unavailableReason: "Not answering since 14:12",
          recipients: [{ legalName: "Luma", country: "US", role: "processor" }],
        }),
        model({
          id: "landscapes/clips",
          name: "Landscapes, moving",
          providerName: "Landscapes",
          kind: "video",
          local: true,
          aiModel: false,
          label: "Drawn by rules, no AI model",
          priceFrom: 0,
          maxCount: 1,
          typicalSeconds: 12,
          recipients: [local],
          options: {
            type: "object",
            properties: {
              aspectRatio: { type: "string", enum: ["16:9", "1:1", "9:16"], default: "16:9" },
              seconds: { type: "integer", title: "Length", enum: [2, 4, 8], default: 4 },
              sound: { type: "boolean", title: "Sound", default: false },
            },
          },
        }),
      ],
      defaultImageModelId: "landscapes/landscapes-v1",
      defaultVideoModelId: "landscapes/clips",
    },
    quote: {
      credits: 0,
      creditsEach: 0,
      affordable: true,
      local: true,
      dataCategories: ["prompt", "settings"],
      visibility: "private",
      keptUntil: ahead(365),
      keptDays: 365,
      estimatedSeconds: 3,
    },
    generations: sampleGenerations(),
    assets: manyAssets(24),
    disclosures: [
      {
        id: id(4001),
        at: ago(18),
        recipientName: "Black Forest Labs",
        country: "DE",
        instanceId: "bfl",
        categories: ["prompt", "reference"],
        bytes: 1_400_000,
        purpose: "to make it",
        local: false,
        retention: "10 minutes",
      },
      {
        id: id(4002),
        at: ago(150),
        recipientName: "Landscapes",
        instanceId: "landscapes",
        categories: ["prompt", "settings"],
        bytes: 312,
        purpose: "to make it",
        local: true,
      },
    ],
    balance: { available: 1284, held: 4 },
    ledger: [
      { id: id(5001), kind: "settle", credits: 0, amount: 16, at: ago(18), modelName: "FLUX 1.1 Pro" },
      { id: id(5002), kind: "reserve", credits: -16, amount: 16, at: ago(19), modelName: "FLUX 1.1 Pro" },
      { id: id(5003), kind: "grant", credits: 1300, amount: 1300, at: ago(DAY * 3), note: "Welcome" },
    ],
    sessions: [
      { id: id(6001), current: true, device: "Firefox on Linux", address: "192.0.2.14", createdAt: ago(DAY), lastSeenAt: NOW, expiresAt: ahead(14) },
      {
        id: id(6002),
        current: false,
        device: "Safari on iPhone",
        address: "192.0.2.0/24",
        createdAt: ago(DAY * 2),
        lastSeenAt: ago(368),
        expiresAt: ahead(13),
      },
    ],
    keys: [
      {
        id: id(7001),
        name: "Open WebUI at home",
        prefix: "hg_e1Zn",
        scopes: ["models:read", "generations:create", "assets:read"],
        createdAt: ago(DAY * 30),
        lastUsedAt: ago(153),
        expiresAt: ahead(200),
      },
      { id: id(7002), name: "Backup to my disk", prefix: "hg_Vw8k", scopes: ["assets:read"], createdAt: ago(DAY * 90) },
    ],
    erasure: {
      state: "none",
      graceDays: 7,
      categories: [
        { category: "result", count: 48, bytes: 38_000_000, outcome: "erase" },
        { category: "prompt", count: 48, bytes: 0, outcome: "erase" },
        { category: "credits", count: 51, bytes: 0, outcome: "pseudonymise" },
        { category: "invoice", count: 2, bytes: 0, outcome: "keep", keptUntil: "2036-11-24T12:00:00Z", reason: "tax-law" },
      ],
    },
    receipt: {
      orderId: id(9001),
      state: "done",
      orderedAt: ago(DAY * 7),
      finishedAt: ago(2),
      lines: [
        { category: "result", what: "asset", outcome: "erased", count: 48 },
        { category: "credits", what: "ledger-transaction", outcome: "pseudonymised", count: 51 },
        { category: "invoice", what: "invoice", outcome: "kept", count: 2, detail: "tax-law" },
        { category: "prompt", what: "provider-copy", outcome: "not-possible", count: 1, detail: "provider-has-no-erasure" },
      ],
      signed: "eyJhbGciOiJFZERTQSJ9.e30.c2ln",
    },
    privacy: {
      version: "a41f09c29c02",
      generatedAt: NOW,
      operator: {
        configured: true,
        name: "Nordlicht e. V.",
        address: "Musterstraße 1\n00000 Musterstadt",
        contact: "privacy@helio.example.org",
        country: "DE",
        governingLaw: "German law",
        publicUrl: "https://helio.example.org",
      },
      signUpMode: "invite",
      categories: [
        {
          id: "account",
          title: "Account",
          fields: ["E-mail", "language", "hash of the password"],
          purpose: "To let you in. Contract",
          keptText: "Until you delete it",
          onErasure: "erase",
        },
        {
          id: "prompt",
          title: "Prompts, settings",
          fields: ["What you typed and chose"],
          purpose: "To make it and show it again. Contract",
          keptText: "With the result",
          onErasure: "erase",
        },
        { id: "asset", title: "Pictures, films", fields: ["What was made"], purpose: "To give it to you. Contract", keptDays: 365, onErasure: "erase" },
        {
          id: "upload",
          title: "References",
          fields: ["What you gave, without place and camera"],
          purpose: "To make it. Contract",
          keptDays: 1,
          onErasure: "erase",
        },
        {
          id: "ledger",
          title: "Credits",
          fields: ["Each change of the balance"],
          purpose: "To count fairly. Contract",
          keptDays: 2920,
          onErasure: "pseudonymise",
        },
        {
          id: "access",
          title: "Sign-ins",
          fields: ["Address, browser, time"],
          purpose: "To keep others out. Legitimate interest",
          keptDays: 30,
          onErasure: "erase",
        },
      ],
      recipients: [
        { instanceId: "landscapes", pluginName: "Landscapes", local: true, recipient: local, dataCategories: ["prompt", "settings"], hosts: [] },
        {
          instanceId: "bfl",
          pluginName: "Black Forest Labs",
          local: false,
          recipient: bfl,
          dataCategories: ["prompt", "settings", "reference"],
          hosts: ["api.bfl.ai"],
        },
        {
          instanceId: "openai",
          pluginName: "OpenAI",
          local: false,
          recipient: openai,
          dataCategories: ["prompt", "settings", "reference"],
          hosts: ["api.openai.com"],
        },
      ],
      cookies: [
        { name: "__Host-session", kind: "cookie", purpose: "Keeps you signed in", lasts: "14 days", readableByScripts: false },
        { name: "theme", kind: "localStorage", purpose: "Light or dark", lasts: "Until you clear it" },
        { name: "language", kind: "localStorage", purpose: "Language", lasts: "Until you clear it" },
      ],
    },
    health: {
      status: "degraded",
      version: "1.0.3",
      startedAt: ago(DAY * 4),
      checks: [
        { id: "database", title: "Database", status: "ok", detail: "MariaDB 11.4, embedded" },
        { id: "storage", title: "Storage", status: "ok", detail: "/var/lib/heliograph/media" },
        {
          id: "luma",
          title: "Luma does not answer",
          status: "degraded",
          detail: "Calls are paused since 14:12.",
          remedy: "Look at its status page; it is tried again at 14:40.",
        },
        { id: "mail", title: "Mail", status: "ok", detail: "Kept in the outbox" },
      ],
      jobs: { queued: 3, running: 2, failedLastDay: 4, succeededLastDay: 412 },
      storage: { usedBytes: 188_000_000_000, freeBytes: 812_000_000_000 },
      memory: { usedBytes: 252_000_000, maxBytes: 1_000_000_000 },
      people: 1318,
    },
    plugins: [
      plugin({
        id: "provider-procedural",
        name: "Landscapes",
        kinds: ["provider"],
        description: "Draws pictures and films by rules, on this server.",
        recipients: [],
        instances: [
          {
            id: "landscapes",
            state: "ready",
            local: true,
            source: "embedded",
            running: 1,
            concurrency: 2,
            models: 2,
            configuration: [
              { key: "instances.landscapes.enabled", title: "enabled", type: "boolean", value: true, defaultValue: true, origin: "default", locked: false },
              { key: "instances.landscapes.concurrency", title: "concurrency", type: "integer", minimum: 1, maximum: 256, origin: "default", locked: false },
              {
                key: "instances.landscapes.settings.largest-side",
                title: "Longest side of a picture, in pixels",
                description: "A picture of 1,536 by 1,536 pixels needs about 250 MB of memory while it is drawn.",
                type: "integer",
                value: 1024,
                defaultValue: 1536,
                minimum: 256,
                maximum: 2048,
                origin: "database",
                locked: false,
              },
            ],
          },
        ],
      }),
      plugin({
        id: "provider-bfl",
        name: "Black Forest Labs",
        version: "1.2.0",
        bundled: false,
        kinds: ["provider"],
        hosts: ["api.bfl.ai", "delivery-eu.bfl.ai"],
        dataCategories: ["prompt", "settings", "reference"],
        recipients: [bfl],
        remoteErasure: false,
        instances: [
          {
            id: "bfl",
            state: "ready",
            local: false,
            source: "file",
            running: 1,
            concurrency: 24,
            models: 3,
            configuration: [
              { key: "api-key", title: "API key", type: "secret", isSet: true, origin: "file", originDetail: "heliograph.yaml:31", locked: true },
              { key: "region", title: "Region", type: "choice", choices: ["eu", "us"], value: "eu", origin: "database", locked: false },
            ],
          },
        ],
      }),
      plugin({
        id: "provider-luma",
        name: "Luma",
        version: "1.0.3",
        bundled: false,
        kinds: ["provider"],
        hosts: ["api.lumalabs.ai"],
        recipients: [{ legalName: "Luma", country: "US", role: "processor", trainsOnInput: "unknown" }],
        instanceSettings: [
          { key: "enabled", title: "enabled", type: "boolean", value: true, defaultValue: true, origin: "default", locked: false },
          { key: "concurrency", title: "concurrency", type: "integer", minimum: 1, maximum: 256, origin: "default", locked: false },
          { key: "settings.api-key", title: "API key", type: "secret", isSet: false, origin: "default", locked: false },
          {
            key: "settings.region",
            title: "Region",
            type: "choice",
            choices: ["eu", "us"],
            defaultValue: "eu",
            origin: "default",
            locked: false,
          },
        ],
        instances: [
          {
            id: "luma",
            state: "open",
            local: false,
            source: "database",
            running: 0,
            concurrency: 4,
            models: 1,
            lastFailureAt: ago(8),
            failure: { what: "No answer within 60 seconds, five times.", remedy: "It is tried again at 14:40." },
            configuration: [
              { key: "instances.luma.enabled", title: "enabled", type: "boolean", value: true, defaultValue: true, origin: "default", locked: false },
              { key: "instances.luma.settings.api-key", title: "API key", type: "secret", isSet: true, origin: "database", locked: false },
              {
                key: "instances.luma.settings.region",
                title: "Region",
                type: "choice",
                choices: ["eu", "us"],
                value: "us",
                defaultValue: "eu",
                origin: "database",
                locked: false,
              },
            ],
          },
        ],
      }),
      plugin({
        id: "storage-filesystem",
        name: "Storage: folder",
        kinds: ["storage"],
        dataCategories: ["files"],
        needs: ["java.nio.file"],
        instances: [{ id: "files", state: "ready", local: true, source: "embedded" }],
      }),
      plugin({
        id: "auth-password",
        name: "Password",
        kinds: ["auth"],
        dataCategories: ["password"],
        instances: [{ id: "password", state: "ready", local: true, source: "embedded" }],
      }),
      plugin({
        id: "quick-gallery",
        name: "quick-gallery",
        version: "0.2.0",
        bundled: false,
        kinds: ["provider"],
        state: "rejected",
        failure: { what: "It asks for the host *.", remedy: "Ask its author to name the hosts it calls." },
      }),
    ],
    people: [
      {
        id: id(1),
        email: "lena.hartwig@example.org",
        emailConfirmed: true,
        role: "admin",
        state: "active",
        createdAt: "2025-09-14T08:00:00Z",
        lastSeenAt: NOW,
        balance: { available: 1284, held: 4 },
        items: 1213,
        bytes: 3_000_000_000,
        you: true,
      },
      {
        id: id(2),
        email: "m.okafor@example.org",
        emailConfirmed: true,
        role: "user",
        state: "active",
        createdAt: "2026-01-14T08:00:00Z",
        lastSeenAt: ago(12),
        balance: { available: 80, held: 0 },
        items: 8140,
        bytes: 9_000_000_000,
      },
      {
        id: id(3),
        email: "j.peters@example.org",
        emailConfirmed: false,
        role: "user",
        state: "suspended",
        suspension: { reason: "Asked for his own account to be locked while travelling.", at: ago(DAY * 4) },
        createdAt: "2026-05-14T08:00:00Z",
        lastSeenAt: ago(DAY * 4),
        balance: { available: 0, held: 0 },
        items: 402,
        bytes: 800_000_000,
      },
    ],
    invites: [
      { id: id(8001), email: "new@example.org", role: "user", state: "open", note: "From the choir", createdAt: ago(60), expiresAt: ahead(6) },
      { id: id(8002), role: "user", state: "used", createdAt: ago(DAY * 20), expiresAt: ago(DAY * 13), usedAt: ago(DAY * 19) },
      { id: id(8003), role: "admin", state: "revoked", note: "Second administrator", createdAt: ago(DAY * 30), expiresAt: ago(DAY * 23) },
    ],
    mails: [
      { id: id(9001), to: "new@example.org", subject: "You are invited to Heliograph", kind: "invite", state: "kept", createdAt: ago(60), expiresAt: ahead(6) },
      { id: id(9002), to: "m.okafor@example.org", subject: "A new password", kind: "reset", state: "sent", createdAt: ago(DAY), sentAt: ago(DAY) },
      {
        id: id(9003),
        to: "x@example.org",
        subject: "Confirm your address",
        kind: "confirm",
        state: "failed",
        failure: "550 no such user",
        createdAt: ago(DAY * 2),
      },
    ],
    ...sampleSettings(),
    problems: {},
    silent: [],
  };
}
