/** What the pages do, by keyboard and pointer, found by role and name. */
import { accessible, expect, fits, NARROW, settled, test } from "./base";
import { id, manyAssets, ordinaryPermissions, signedIn, signedOut } from "./fake/world";

const lines = (calls: { line: string }[]) => calls.map((call) => call.line);

test("signing in leads back to the page that was asked for, and never to another site", async ({ page, fake, open }) => {
  fake.world.session = signedOut();
  await open("/library?q=sea");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("E-mail").fill("lena@example.org");
  await page.getByLabel("Password", { exact: true }).fill("a long password");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/library\?q=sea/);
  fake.world.session = signedOut();
  await page.goto(`${fake.url}/sign-in?next=//evil.example`);
  await page.getByLabel("E-mail").fill("lena@example.org");
  await page.getByLabel("Password", { exact: true }).fill("a long password");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("form", { name: "Make something" })).toBeVisible();
});

test("a wrong password is said beside the form and changes nothing", async ({ page, fake, open }) => {
  fake.world.session = signedOut();
  fake.world.problems["POST /session"] = {
    status: 401,
    type: "/problems/wrong-credentials",
    title: "Not signed in",
    detail: "The address or the password is wrong.",
  };
  await open("/sign-in");
  await page.getByLabel("E-mail").fill("lena@example.org");
  await page.getByLabel("Password", { exact: true }).fill("wrong");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toHaveText("The address or the password is wrong.");
  await expect(page).toHaveURL(/\/sign-in$/);
});

test("an invitation makes an account with its token in the body, never in an address", async ({ page, fake, open }) => {
  fake.world.session = signedOut();
  await open("/invite#7mQ2fXc0aVt9LkR4wPzE81yJ");
  await page.getByLabel("Password", { exact: true }).fill("a long password");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("form", { name: "Make something" })).toBeVisible();
  const sent = fake.calls.find((call) => call.line === "POST /sign-up")?.body as Record<string, unknown>;
  expect(sent.inviteToken).toBe("7mQ2fXc0aVt9LkR4wPzE81yJ");
  expect(lines(fake.calls).join()).not.toContain("7mQ2f");
});

test("the first administrator is made, and the wizard walks to the studio", async ({ page, fake, open }) => {
  fake.world.session = signedOut({ setupOpen: true });
  fake.world.wizard.steps = fake.world.wizard.steps.map((step) => ({ ...step, done: step.id === "administrator" }));
  await open("/setup#7mQ2fXc0aVt9LkR4wPzE81yJ");
  await page.getByLabel("E-mail").fill("admin@example.org");
  await page.getByLabel("Password", { exact: true }).fill("a long password");
  await page.getByRole("button", { name: "Make the account" }).click();
  for (const step of ["Who may use it", "Test the plugins", "How long to keep"]) {
    await expect(page.getByRole("heading", { level: 1, name: step })).toBeVisible();
    await page.getByRole("button", { name: "Go on" }).click();
  }
  await page.getByRole("button", { name: "Open the studio" }).click();
  await expect(page.getByRole("form", { name: "Make something" })).toBeVisible();
  expect(new URL(page.url()).hash).toBe("");
});

test("the wizard's step sets what was chosen, and leaves alone what the file sets", async ({ page, fake, open }) => {
  fake.world.wizard.steps = fake.world.wizard.steps.map((step) => ({ ...step, done: step.id === "administrator" }));
  await open("/setup");
  await page.getByRole("combobox", { name: "Who may make an account" }).selectOption({ label: "Nobody" });
  await expect(page.getByLabel("Your name or company")).toBeDisabled();
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Test the plugins" })).toBeVisible();
  expect(fake.calls.find((call) => call.line === "PATCH /admin/settings")?.body).toEqual({ values: { "accounts.registration": "closed" } });
});

test("a setting is saved by keyboard, undone from the toast, and goes back to its default", async ({ page, fake, open }) => {
  await open("/admin/settings");
  await settled(page);
  await page.getByRole("textbox", { name: "Contact" }).fill("hello@example.org");
  await page.getByRole("textbox", { name: "Contact" }).press("Tab");
  await page.getByRole("button", { name: "Save" }).nth(1).press("Enter");
  await page.getByRole("region", { name: "Messages" }).getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => lines(fake.calls)).toContain("POST /admin/settings/changes/3/undo");
  await page.getByRole("button", { name: "Back to the default: Who may make an account" }).click();
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect.poll(() => fake.calls.findLast((call) => call.line === "PATCH /admin/settings")?.body).toEqual({ values: { "accounts.registration": null } });
});

test("an instance is added under its name, its secret written and never shown", async ({ page, fake, open }) => {
  await open("/admin/plugins/provider-luma");
  await expect(page.getByRole("textbox", { name: "API key" })).toHaveValue("");
  await page.getByRole("button", { name: "Add an instance" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Add it" }).click();
  await expect(dialog.getByRole("alert")).toContainText("beginning with a letter");
  await dialog.getByLabel("Name").fill("luma");
  await expect(dialog.getByRole("alert")).toContainText("There is one of that name.");
  await dialog.getByLabel("Name").fill("luma-two");
  await dialog.getByRole("textbox", { name: "API key" }).fill("sk-0123456789");
  await dialog.getByRole("button", { name: "Add it" }).click();
  await expect(dialog).toBeHidden();
  expect(fake.calls.findLast((call) => call.line === "PATCH /admin/settings")?.body).toEqual({
    values: { "instances.luma-two.plugin": "provider-luma", "instances.luma-two.settings.api-key": "sk-0123456789" },
  });
  await page.getByRole("button", { name: "Remove" }).click();
  await expect.poll(() => fake.calls.findLast((call) => call.line === "PATCH /admin/settings")?.body).toEqual({ values: { "instances.luma.plugin": null } });
});

test("Ctrl+Enter makes it once, with the token, a key for the wish, and what was chosen", async ({ page, fake, open }) => {
  await open("/");
  await settled(page);
  await page.getByLabel("Your prompt").fill("A lighthouse in a storm");
  await page.getByRole("radio", { name: "16:9" }).check();
  await page.getByLabel("Style").selectOption("oil");
  await page.getByLabel("Your prompt").press("Control+Enter");
  await expect(page.getByRole("article", { name: "A lighthouse in a storm" })).toBeVisible();
  const made = fake.calls.filter((call) => call.line === "POST /generations");
  expect(made).toHaveLength(1);
  expect(made[0]?.headers["x-csrf-token"]).toBe("csrf-token-of-the-fake");
  expect(String(made[0]?.headers["idempotency-key"]).length).toBeGreaterThanOrEqual(8);
  expect(made[0]?.body).toMatchObject({ modelId: "landscapes/landscapes-v1", prompt: "A lighthouse in a storm", options: { style: "oil" }, count: 1 });
  const quoted = fake.calls.findLast((call) => call.line === "POST /quotes")?.body as Record<string, unknown>;
  expect(quoted).not.toHaveProperty("prompt");
});

test("pressing again after a lost answer sends the same key", async ({ page, fake, open }) => {
  fake.world.problems["POST /generations"] = { status: 503, type: "/problems/unreachable", title: "", detail: "" };
  await open("/");
  await settled(page);
  await page.getByLabel("Your prompt").fill("A quiet sea");
  await page.getByRole("button", { name: /^Create/ }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  fake.world.problems = {};
  await page.getByRole("button", { name: /^Create/ }).click();
  await expect(page.getByRole("article", { name: "A quiet sea" })).toBeVisible();
  const keys = fake.calls.filter((call) => call.line === "POST /generations").map((call) => call.headers["idempotency-key"]);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
});

test("an empty prompt is asked for, and nothing is sent", async ({ page, fake, open }) => {
  await open("/");
  await settled(page);
  await page.getByRole("button", { name: /^Create/ }).click();
  await expect(page.getByText("Write what you want to see.")).toBeVisible();
  await expect(page.getByLabel("Your prompt")).toBeFocused();
  expect(lines(fake.calls)).not.toContain("POST /generations");
});

test("a fault of an option is said at the option", async ({ page, fake, open }) => {
  fake.world.problems["POST /generations"] = {
    status: 422,
    type: "/problems/bad-option",
    title: "An option does not fit",
    errors: [{ pointer: "/options/style", keyword: "enum", detail: "Choose another style." }],
  };
  await open("/");
  await settled(page);
  await page.getByLabel("Your prompt").fill("A quiet sea");
  await page.getByRole("button", { name: /^Create/ }).click();
  await expect(page.getByLabel("Style")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("Choose another style.")).toBeVisible();
});

test("events move a card from the queue to the picture, without asking again", async ({ page, fake, open }) => {
  await open("/");
  await settled(page);
  await expect.poll(() => lines(fake.calls).some((line) => line.startsWith("GET /events"))).toBe(true);
  const waiting = fake.world.generations.find((generation) => generation.state === "queued");
  if (!waiting) throw new Error("no waiting one");
  const card = page.getByRole("article", { name: waiting.prompt });
  await expect(card.getByText("3rd")).toBeVisible();
  fake.emit({ type: "generation", generation: { ...waiting, state: "running", fraction: 0.4, startedAt: waiting.createdAt } });
  await expect(card.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "40");
  fake.emit({ type: "balance", balance: { available: 77, held: 0 } });
  await expect(page.getByRole("link", { name: /77/ })).toBeVisible();
  fake.emit({ type: "generation", generation: { ...waiting, state: "succeeded", results: [{ ...manyAssets(1)[0], id: id(1000) } as never] } });
  await expect(page.getByRole("heading", { level: 3, name: waiting.prompt })).toHaveClass(/batch-prompt/);
});

test("one stream serves two tabs, and the second takes over when the first closes", async ({ page, context, fake, open }) => {
  await open("/");
  await settled(page);
  const streams = () => lines(fake.calls).filter((line) => /^GET \/events(\?|$)/.test(line));
  await expect.poll(() => streams().length).toBe(1);
  const second = await context.newPage();
  await second.goto(`${fake.url}/`);
  await settled(second);
  fake.emit({ type: "balance", balance: { available: 55, held: 0 } });
  await expect(second.getByRole("link", { name: /55/ })).toBeVisible();
  expect(streams()).toHaveLength(1);
  await page.goto("about:blank");
  await expect.poll(() => streams().length).toBe(2);
  expect(streams()[1]).toContain("after=101");
  await second.close();
});

test("where streams do not pass it polls", async ({ page, fake, open }) => {
  test.slow();
  fake.world.problems["GET /events"] = { status: 502 };
  await open("/");
  await settled(page);
  await expect.poll(() => lines(fake.calls).some((line) => line.startsWith("GET /events/poll")), { timeout: 30_000 }).toBe(true);
  await expect(page.getByText("The server does not answer.")).toBeVisible();
});

test("cancelling says that nothing was charged", async ({ page, fake, open }) => {
  await open("/");
  await settled(page);
  const card = page.getByRole("article", { name: "Winter forest in fog, first light" });
  await card.getByRole("button", { name: "Cancel" }).click();
  await expect(card.getByText("Nothing was charged.")).toBeVisible();
  expect(lines(fake.calls)).toContain(`POST /generations/${id(2021)}/cancel`);
});

test("a reference comes by the button, by paste and by drop, and says what was taken out of it", async ({ page, fake, open }) => {
  await open("/");
  await settled(page);
  const file = { name: "coast.png", mimeType: "image/png", buffer: Buffer.from("not really a picture") };
  await page.locator("input[type=file]").setInputFiles(file);
  await expect(page.getByText("coast.png")).toBeVisible();
  await expect(page.getByText("Location removed")).toBeVisible();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["x"], "pasted.png", { type: "image/png" }));
    window.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(page.getByText("pasted.png")).toBeVisible();
  await page.getByRole("button", { name: "Remove coast.png" }).click();
  await expect(page.getByText("coast.png")).toHaveCount(0);
  expect(fake.calls.filter((call) => call.line.startsWith("POST /uploads"))).toHaveLength(2);
});

test("the model picker opens, is chosen by keyboard, and closes with the focus on its button", async ({ page, open }) => {
  await open("/");
  await settled(page);
  await page.locator(".pick-one").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: /Landscapes/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.locator(".pick-one")).toContainText("FLUX 1.1 Pro");
  await expect(page.locator(".pick-one")).toBeFocused();
});

test("the library moves by arrows, selects with space, deletes with undo", async ({ page, fake, open }) => {
  await open("/library");
  await settled(page);
  await page.locator("[data-asset]").first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(`[data-asset="${id(1001)}"]`)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page.getByRole("toolbar", { name: "1 selected" })).toBeVisible();
  await page.keyboard.press("Delete");
  await expect(page.getByText("1 item deleted")).toBeVisible();
  await expect(page.locator(`[data-asset="${id(1001)}"]`)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(`[data-asset="${id(1001)}"]`)).toBeVisible();
  expect(fake.calls.find((call) => call.line === "POST /assets/delete")?.body).toEqual({ ids: [id(1001)] });
});

test("ten thousand pictures: few are in the page, pages come as one scrolls", async ({ page, fake, open }) => {
  fake.world.assets = manyAssets(10_000);
  await open("/library");
  await settled(page);
  const pages = () => fake.calls.filter((call) => call.line.startsWith("GET /assets?")).length;
  expect(pages()).toBeLessThanOrEqual(2);
  for (let n = 0; n < 6; n += 1) {
    await page.mouse.wheel(0, 6000);
    await expect.poll(() => page.locator("[data-asset]").count()).toBeGreaterThan(5);
  }
  expect(await page.locator("[data-asset]").count()).toBeLessThan(120);
  expect(pages()).toBeGreaterThan(1);
});

test("nothing in the gallery moves while it loads and scrolls", async ({ page, fake, open }) => {
  fake.world.assets = manyAssets(400);
  await page.addInitScript(() => {
    const found: number[] = [];
    Object.assign(window, { shifts: found });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) found.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await open("/library");
  await settled(page);
  for (let n = 0; n < 4; n += 1) {
    await page.mouse.wheel(0, 2500);
    await settled(page);
  }
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  expect(shifts.reduce((sum, one) => sum + one, 0)).toBeLessThan(0.001);
});

test("a menu opens by keyboard the first time, and gives the focus back", async ({ page, open }) => {
  await open("/library");
  await settled(page);
  const kind = page.getByRole("button", { name: "Kind" });
  await kind.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem").nth(1)).toBeFocused();
  await accessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(kind).toBeFocused();
});

test("searching and filtering stand in the address and are asked of the service", async ({ page, fake, open }) => {
  await open("/library");
  await settled(page);
  await page.getByLabel("Search your prompts").fill("pines");
  await expect(page).toHaveURL(/q=pines/);
  await page.getByRole("button", { name: "Kind" }).click();
  await page.getByRole("menuitem", { name: "Pictures" }).click();
  await expect(page).toHaveURL(/kind=image/);
  await expect
    .poll(() => lines(fake.calls).some((line) => line.startsWith("GET /assets?") && line.includes("q=pines") && line.includes("kind=image")))
    .toBe(true);
});

test("the full view goes on with arrows, zooms with the keyboard, and comes back with escape", async ({ page, open }) => {
  await open(`/library/${id(1000)}`);
  await settled(page);
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(new RegExp(id(1001)));
  await page.keyboard.press("+");
  await expect(page.getByRole("button", { name: "Fit" })).toHaveAttribute("aria-pressed", "false");
  await page.getByRole("button", { name: "Fit" }).click();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/library$/);
});

test("a key is shown once and is gone for good", async ({ page, open }) => {
  await open("/account");
  await settled(page);
  await page.getByRole("button", { name: "New key" }).click();
  await page.getByLabel("Name").fill("Krita plugin");
  await page.getByRole("button", { name: "Make the key" }).click();
  await expect(page.getByLabel("The new key")).toHaveValue(/^hg_/);
  await page.getByRole("button", { name: "I have it" }).click();
  await expect(page.getByLabel("The new key")).toHaveCount(0);
});

test("a wrong present password does not sign one out", async ({ page, fake, open }) => {
  fake.world.problems["PUT /account/password"] = { status: 401, type: "/problems/wrong-credentials", title: "Wrong" };
  await open("/account");
  await settled(page);
  await page.locator("#ways").getByRole("button", { name: "Change" }).click();
  await page.getByLabel("Your password now").fill("wrong");
  await page.getByLabel("New password").fill("another long password");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("That is not your password. Type it again.")).toBeVisible();
  await expect(page).toHaveURL(/\/account/);
});

test("a session that ended leads to signing in and back", async ({ page, fake, open }) => {
  await open("/");
  await settled(page);
  fake.world.session = signedOut();
  fake.world.problems["GET /assets"] = { status: 401, type: "/problems/not-signed-in", title: "Not signed in" };
  await page.getByRole("link", { name: "Library" }).first().click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Flibrary/);
});

test("what is not installed and not allowed is absent", async ({ page, fake, open }) => {
  fake.world.session = signedIn({ permissions: ordinaryPermissions, features: [] });
  await open("/");
  await settled(page);
  await expect(page.getByRole("link", { name: "Admin" })).toHaveCount(0);
  await expect(page.locator("input[type=file]")).toHaveCount(0);
});

// @Commitment("K2")
test("German is complete on a page, and the choice stays", async ({ page, open }) => {
  await open("/account", { size: NARROW });
  await settled(page);
  await page.getByLabel("Language").selectOption("de");
  await expect(page.getByRole("heading", { level: 1, name: "Konto" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Konto" })).toBeVisible();
  // Its words are longer, and no page scrolls sideways for them.
  for (const path of ["/account", "/", "/library", "/privacy", "/admin", "/admin/plugins", "/admin/people", "/admin/settings"]) {
    await open(path, { size: NARROW });
    await settled(page);
    await fits(page);
  }
});

// @Commitment("K2")
test("the look is switched and stays, from the first paint on", async ({ page, open }) => {
  await open("/privacy");
  await settled(page);
  await page.getByRole("button", { name: "Switch between light and dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  await page.reload({ waitUntil: "commit" });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
});

test("an invitation's link is shown once, and a mail's link can be passed on", async ({ page, open }) => {
  await open("/admin/invites");
  await settled(page);
  await page.getByRole("button", { name: "Invite somebody" }).click();
  await page.getByRole("button", { name: "Make the link" }).click();
  await expect(page.getByLabel("The link")).toHaveValue(/\/invite#/);
});

test("an account is deleted after its grace, kept again, and deleted at once", async ({ page, fake, open }) => {
  await open("/account");
  await page.getByRole("button", { name: "Delete my account" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password now").fill("four green bottles");
  await dialog.getByRole("button", { name: "Delete my account" }).click();
  await expect(dialog.getByLabel("Address of the receipt")).toHaveValue(/\/erased#/);
  await dialog.getByRole("button", { name: "I have it" }).click();
  expect(fake.calls.find((call) => call.line === "POST /account/erasure")?.body).toEqual({ password: "four green bottles", atOnce: false });
  await page.getByRole("button", { name: "Keep my account" }).click();
  await expect(page.getByRole("button", { name: "Delete my account" })).toBeVisible();

  await page.getByRole("button", { name: "Delete my account" }).click();
  await dialog.getByLabel("At once").check();
  await dialog.getByLabel("Your password now").fill("four green bottles");
  await dialog.getByRole("button", { name: "Delete my account" }).click();
  await expect(page.getByRole("heading", { name: "The account is gone" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Save the signed receipt" })).toHaveAttribute("download", /receipt/);
});

test("an administrator orders that an account goes", async ({ page, fake, open }) => {
  await open(`/admin/people/${fake.world.people[1]?.id}`);
  await page.getByRole("button", { name: "Delete account" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete the account" }).click();
  await expect(page.getByText("The deletion is ordered")).toBeVisible();
  expect(fake.calls.some((call) => /^POST \/admin\/people\/.*\/erasure$/.test(call.line))).toBe(true);
});
