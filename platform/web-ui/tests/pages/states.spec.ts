/** Every list in its four states, and every page that only one situation shows: each is accessible and fits at 360 px. */
import type { Page } from "@playwright/test";
import { accessible, expect, fits, NARROW, settled, test, WIDE } from "./base";
import { id, ordinaryPermissions, signedIn, signedOut, type World } from "./fake/world";

interface State {
  name: string;
  path: string;
  world: (world: World) => void;
  sees: string | RegExp;
  before?: (page: Page) => Promise<void>;
}

const TOKEN = "7mQ2fXc0aVt9LkR4wPzE81yJ";
const out = (world: World) => {
  world.session = signedOut();
};
const fails =
  (...calls: string[]) =>
  (world: World) => {
    for (const call of calls) world.problems[call] = { status: 500, title: "Something broke here", detail: "It is written down. Try again." };
  };

const STATES: State[] = [
  {
    name: "sign-in, refused over plain http",
    path: "/sign-in",
    world: (w) => void (w.session = signedOut({ signInRefused: true })),
    sees: "Signing in does not work over this connection",
  },
  { name: "sign-up, open", path: "/sign-up", world: (w) => void (w.session = signedOut({ signUpMode: "open" })), sees: "Make the account" },
  { name: "invitation", path: `/invite#${TOKEN}`, world: out, sees: "You are invited" },
  {
    name: "invitation, used",
    path: `/invite#${TOKEN}`,
    world: (w) => {
      out(w);
      w.invite = undefined;
    },
    sees: "This invitation does not work",
  },
  { name: "forgotten password", path: "/forgotten", world: out, sees: "Send the link" },
  { name: "new password", path: `/reset#${TOKEN}`, world: out, sees: "Set the password" },
  { name: "new password, without a token", path: "/reset", world: out, sees: "This link does not work" },
  { name: "address confirmed", path: `/confirm#${TOKEN}`, world: out, sees: "Your address is confirmed" },
  { name: "address not confirmed", path: "/confirm", world: out, sees: "This link does not work" },
  {
    name: "setup, before the token",
    path: "/setup",
    world: (w) => {
      w.session = signedOut({ setupOpen: true });
      w.setup.administratorMissing = true;
    },
    sees: "Open the link from the terminal",
  },
  { name: "setup, administrator", path: `/setup#${TOKEN}`, world: (w) => void (w.session = signedOut({ setupOpen: true })), sees: "Admin account" },
  {
    name: "setup, who may use it",
    path: "/setup",
    world: (w) => void (w.wizard.steps = w.wizard.steps.map((s) => ({ ...s, done: s.id === "administrator" }))),
    sees: "Who may make an account",
  },
  {
    name: "setup, review",
    path: "/setup",
    world: (w) => void (w.wizard.steps = w.wizard.steps.map((s) => ({ ...s, done: s.id !== "review" }))),
    sees: "Open the studio",
  },

  { name: "studio, empty", path: "/", world: (w) => void (w.generations = []), sees: "Nothing made yet" },
  { name: "studio, failed", path: "/", world: fails("GET /generations", "GET /models"), sees: "What you made did not load" },
  {
    name: "studio, picker open",
    path: "/",
    world: () => undefined,
    sees: "Only models that stay on this server",
    before: (page) => page.locator(".pick-one").click(),
  },
  {
    name: "studio, more options",
    path: "/",
    world: () => undefined,
    sees: "Leave out",
    before: async (page) => {
      await page.getByRole("button", { name: /More options/ }).click();
      await page.evaluate(() => scrollTo(0, 1e6));
    },
  },
  {
    name: "studio, not enough credits",
    path: "/",
    world: (w) => {
      w.quote = { ...w.quote, credits: 16, affordable: false };
      w.balance.available = 9;
    },
    sees: "Not enough credits",
  },
  {
    name: "studio, video",
    path: "/",
    world: () => undefined,
    sees: "Landscapes, moving",
    before: (page) => page.getByRole("radio", { name: "Video" }).check(),
  },
  {
    name: "studio, job states",
    path: "/",
    world: (w) => {
      const one = w.generations[1];
      if (one)
        w.generations = (["queued", "running", "storing", "canceling", "unknown", "failed", "canceled"] as const).map((state, n) => ({
          ...one,
          id: id(2900 + n),
          state,
          credits: 4,
          finishedAt: one.createdAt,
        }));
    },
    sees: "The answer was lost. 4 credits stay held until we know, at most 1 hour.",
  },
  { name: "studio, nothing installed", path: "/", world: (w) => void (w.models = { items: [] }), sees: "No plugin that makes this is installed." },

  { name: "library, empty", path: "/library", world: (w) => void (w.assets = []), sees: "Nothing made yet" },
  { name: "library, nothing found", path: "/library?q=harbour&kind=video", world: () => undefined, sees: "No prompt has “harbour”" },
  { name: "library, failed", path: "/library", world: fails("GET /assets"), sees: "The library did not load" },
  {
    name: "library, selection",
    path: "/library",
    world: () => undefined,
    sees: "2 selected",
    before: async (page) => {
      for (const n of [0, 1]) await page.locator(".pick input").nth(n).check({ force: true });
    },
  },
  {
    name: "library, end",
    path: "/library",
    world: () => undefined,
    sees: "That is everything you have.",
    before: (page) => page.evaluate(() => scrollTo(0, 1e6)),
  },
  { name: "full view, film", path: `/library/${id(1005)}`, world: () => undefined, sees: "How it was made" },
  { name: "full view, not yours", path: `/library/${id(77)}`, world: () => undefined, sees: "There is nothing here for you" },

  {
    name: "account, empty lists",
    path: "/account",
    world: (w) => {
      w.keys = [];
      w.disclosures = [];
      w.ledger = [];
    },
    sees: "Nothing has left this server",
  },
  { name: "account, failed lists", path: "/account", world: fails("GET /account/", "GET /credits/", "GET /disclosures"), sees: "Something broke here" },
  {
    name: "account, unconfirmed",
    path: "/account",
    world: (w) => {
      if (w.session.account) w.session.account = { ...w.session.account, emailConfirmed: false, pendingEmail: "new@example.org" };
    },
    sees: "Not confirmed yet.",
  },
  {
    name: "account, deletion asked",
    path: "/account",
    world: () => undefined,
    sees: "Nobody can bring it back.",
    before: (page) => page.getByRole("button", { name: "Delete my account" }).click(),
  },
  {
    name: "account, deletion waits",
    path: "/account",
    world: (w) => void (w.erasure = { ...w.erasure, state: "scheduled", dueAt: "2026-12-01T12:00:00Z" }),
    sees: "Keep my account",
  },
  { name: "receipt of a deleted account", path: `/erased#${TOKEN}`, world: out, sees: "Save the signed receipt" },
  {
    name: "receipt, still being deleted",
    path: `/erased#${TOKEN}`,
    world: (w) => {
      out(w);
      w.receipt = { orderId: id(9001), state: "running", orderedAt: "2026-11-24T12:00:00Z", lines: [] };
    },
    sees: "Look again",
  },
  {
    name: "receipt, none",
    path: `/erased#${TOKEN}`,
    world: (w) => {
      out(w);
      w.receipt = undefined;
    },
    sees: "There is no receipt here",
  },
  {
    name: "account, new key",
    path: "/account",
    world: () => undefined,
    sees: "Make the key",
    before: (page) => page.getByRole("button", { name: "New key" }).click(),
  },
  {
    name: "account, password",
    path: "/account",
    world: () => undefined,
    sees: "Your password now",
    before: (page) => page.locator("#ways").getByRole("button", { name: "Change" }).click(),
  },

  {
    name: "privacy, nothing leaves",
    path: "/privacy",
    world: (w) => {
      out(w);
      w.privacy.recipients = w.privacy.recipients.slice(0, 1);
      w.privacy.operator = { configured: false };
    },
    sees: "Nobody. All plugins that are installed run on this server.",
  },
  { name: "privacy, failed", path: "/privacy", world: fails("GET /privacy-page"), sees: "Something broke here" },

  {
    name: "admin, all well",
    path: "/admin",
    world: (w) => void (w.health.checks = w.health.checks.filter((check) => check.status === "ok")),
    sees: "Everything works.",
  },
  { name: "admin, failed", path: "/admin", world: fails("GET /admin/health"), sees: "Something broke here" },
  { name: "admin, plugin paused", path: "/admin/plugins/provider-luma", world: () => undefined, sees: "No answer within 60 seconds, five times." },
  { name: "admin, plugin refused", path: "/admin/plugins/quick-gallery", world: () => undefined, sees: "Ask its author to name the hosts it calls." },
  { name: "admin, no plugins", path: "/admin/plugins", world: (w) => void (w.plugins = []), sees: "No plugins are installed" },
  {
    name: "admin, tried",
    path: "/admin/plugins/provider-procedural",
    world: () => undefined,
    sees: "Nothing left this server",
    before: (page) => page.getByRole("button", { name: "Try it now" }).click(),
  },
  { name: "admin, suspended person", path: `/admin/people/${id(3)}`, world: () => undefined, sees: "Let in again" },
  { name: "admin, nobody found", path: "/admin/people", world: (w) => void (w.people = []), sees: "Nobody fits" },
  {
    name: "admin, suspend",
    path: `/admin/people/${id(2)}`,
    world: () => undefined,
    sees: "Reason",
    before: (page) => page.getByRole("button", { name: "Suspend" }).click(),
  },
  {
    name: "admin, grant",
    path: `/admin/people/${id(2)}`,
    world: () => undefined,
    sees: "They read it in their ledger.",
    before: (page) => page.getByRole("button", { name: "Grant credits" }).click(),
  },
  {
    name: "admin, role",
    path: `/admin/people/${id(2)}`,
    world: () => undefined,
    sees: "Makes pictures, sees their own.",
    before: (page) => page.getByRole("button", { name: "Change role" }).click(),
  },
  { name: "admin, invitations", path: "/admin/invites", world: () => undefined, sees: "Second administrator" },
  { name: "admin, no invitations", path: "/admin/invites", world: (w) => void (w.invites = []), sees: "No invitations yet" },
  {
    name: "admin, invite",
    path: "/admin/invites",
    world: () => undefined,
    sees: "Make the link",
    before: (page) => page.getByRole("button", { name: "Invite somebody" }).click(),
  },
  {
    name: "admin, mails",
    path: "/admin/mails",
    world: (w) => void (w.session = signedIn({ features: ["video", "upload"] })),
    sees: "No mail plugin is installed.",
  },
  {
    name: "admin, a mail",
    path: "/admin/mails",
    world: () => undefined,
    sees: "Copy the link",
    before: (page) => page.getByRole("button", { name: /Read You are invited/ }).click(),
  },
  { name: "admin, no mails", path: "/admin/mails", world: (w) => void (w.mails = []), sees: "No mails yet" },
  { name: "admin, settings", path: "/admin/settings", world: () => undefined, sees: "Set by heliograph.yaml:12. Change it there." },
  { name: "admin, settings, pending", path: "/admin/settings", world: () => undefined, sees: "Changed. Takes effect at the next start." },
  { name: "admin, settings, a stored value that does not fit", path: "/admin/settings", world: () => undefined, sees: '"soon" does not fit.' },
  { name: "admin, settings, never changed", path: "/admin/settings", world: (w) => void (w.changes = []), sees: "Nothing was changed here yet." },
  { name: "admin, settings, changes failed", path: "/admin/settings", world: fails("GET /admin/settings/changes"), sees: "Something broke here" },
  {
    name: "admin, settings refused",
    path: "/admin/settings",
    world: (w) =>
      void (w.problems["PATCH /admin/settings"] = {
        status: 400,
        type: "/problems/validation",
        title: "Not valid",
        errors: [{ pointer: "/values/operator.contact", keyword: "invalid", detail: "Write an e-mail address." }],
      }),
    sees: "Write an e-mail address.",
    before: async (page) => {
      await page.getByRole("textbox", { name: "Contact" }).fill("nobody");
      await page.getByRole("button", { name: "Save" }).nth(1).click();
    },
  },
  { name: "admin, an instance of the file", path: "/admin/plugins/provider-bfl", world: () => undefined, sees: "The file names this instance." },
  { name: "admin, an embedded instance", path: "/admin/plugins/provider-procedural", world: () => undefined, sees: "It comes with Heliograph." },
  {
    name: "admin, a new instance",
    path: "/admin/plugins/provider-luma",
    world: () => undefined,
    sees: "One more use of Luma",
    before: (page) => page.getByRole("button", { name: "Add an instance" }).click(),
  },
  {
    name: "admin, not allowed",
    path: "/admin",
    world: (w) => void (w.session = signedIn({ permissions: ordinaryPermissions })),
    sees: "There is nothing here for you",
  },
  { name: "no such page", path: "/nowhere", world: () => undefined, sees: "There is nothing here for you" },
  { name: "insecure network", path: "/", world: (w) => void (w.session = signedIn({ insecureLan: true })), sees: "This connection is not encrypted." },
];

for (const [n, state] of STATES.entries()) {
  // Each state is looked at in one of the four looks here; the main pages are looked at in all four in `looks.spec.ts`.
  const theme = n % 2 === 0 ? "light" : "dark";
  const size = n % 4 < 2 ? NARROW : WIDE;
  test(`${state.name}, ${theme}, ${size === NARROW ? "narrow" : "wide"}`, async ({ page, fake, open }) => {
    state.world(fake.world);
    await open(state.path, { theme, size });
    if (state.before) {
      await settled(page);
      await state.before(page);
    }
    await expect(page.getByText(state.sees).first()).toBeVisible();
    await accessible(page);
    await fits(page);
  });
}

const LOADING = [
  ["/", "GET /generations"],
  ["/library", "GET /assets"],
  ["/account", "GET /account"],
  ["/privacy", "GET /privacy-page"],
  ["/admin", "GET /admin/health"],
  ["/admin/people", "GET /admin/people"],
  ["/setup", "GET /admin/setup"],
] as const;

for (const [path, call] of LOADING) {
  test(`${path}, loading`, async ({ page, fake, open }) => {
    fake.world.silent = [call];
    await open(path, { size: NARROW });
    await expect(page.locator("[aria-busy=true]").first()).toBeVisible();
    await accessible(page);
    await fits(page);
  });
}
