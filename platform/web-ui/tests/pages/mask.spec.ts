/** Changing a part of a picture: painted by pointer, finger and keyboard, taken back, sent as a picture of its own. */
import type { Page } from "@playwright/test";
import { accessible, expect, fits, NARROW, settled, test } from "./base";
import { id, type World } from "./fake/world";

const PATH = `/library/${id(1000)}/change`;

/** The first model that is here takes a mask. */
function masks(world: World): void {
  const [first] = world.models.items;
  if (!first) throw new Error("no model");
  first.references = [
    { role: "content", max: 1 },
    { role: "mask", max: 1 },
  ];
}

const canvas = (page: Page) => page.getByRole("application", { name: "The picture, to paint on" });

/** Draws a straight line over the picture, from and to given as shares of it. */
async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  const box = await canvas(page).boundingBox();
  if (!box) throw new Error("no picture");
  const at = ([x, y]: [number, number]): [number, number] => [box.x + x * box.width, box.y + y * box.height];
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 6 });
  await page.mouse.up();
}

/** How bright the sent mask is at some places, given as shares of it. */
async function brightness(page: Page, png: Buffer, places: [number, number][]): Promise<{ width: number; height: number; at: number[] }> {
  return page.evaluate(
    async ([text, where]) => {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const paint = Object.assign(document.createElement("canvas"), { width: bitmap.width, height: bitmap.height }).getContext("2d");
      if (!paint) throw new Error("no canvas");
      paint.drawImage(bitmap, 0, 0);
      const at = where.map(([x, y]) => paint.getImageData(Math.floor(x * bitmap.width), Math.floor(y * bitmap.height), 1, 1).data[0] ?? -1);
      return { width: bitmap.width, height: bitmap.height, at };
    },
    [png.toString("base64"), places] as const,
  );
}

test("a part is painted, and what is sent is white there and black elsewhere, in the picture's size", async ({ page, fake, open }) => {
  masks(fake.world);
  await open(PATH);
  await settled(page);
  await expect(page.getByText("Paint over what may change.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Change it/ })).toBeDisabled();
  await drag(page, [0.25, 0.5], [0.4, 0.5]);
  await expect(page.getByText(/The marked part is \d+ % of the picture/)).toBeVisible();
  await page.getByLabel("What goes there").fill("A small red boat");
  await page.getByLabel("What goes there").press("Control+Enter");
  await expect.poll(() => fake.calls.some((call) => call.line === "POST /generations")).toBe(true);
  const sent = fake.calls.find((call) => call.line.startsWith("POST /uploads"));
  if (!sent) throw new Error("no mask was sent");
  const asset = fake.world.assets[0];
  const mask = await brightness(page, sent.bytes, [
    [0.3, 0.5],
    [0.8, 0.2],
    [0.3, 0.9],
  ]);
  expect(mask).toEqual({ width: asset?.width, height: asset?.height, at: [255, 0, 0] });
  const made = fake.calls.find((call) => call.line === "POST /generations")?.body;
  expect(made).toMatchObject({
    prompt: "A small red boat",
    kind: "image",
    references: [
      { assetId: id(1000), role: "content" },
      { assetId: id(3001), role: "mask" },
    ],
  });
});

test("steps are taken back and come again, the eraser takes away, and inverting turns it round", async ({ page, fake, open }) => {
  masks(fake.world);
  await open(PATH);
  await settled(page);
  await drag(page, [0.25, 0.5], [0.4, 0.5]);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Paint over what may change.")).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(page.getByText(/The marked part is/)).toBeVisible();
  await page.keyboard.press("e");
  await expect(page.getByRole("button", { name: "Eraser" })).toHaveAttribute("aria-pressed", "true");
  await drag(page, [0.1, 0.5], [0.6, 0.5]);
  await expect(page.getByText("Paint over what may change.")).toBeVisible();
  await page.keyboard.press("i");
  await expect(page.getByText("The marked part is 100 % of the picture.")).toBeVisible();
  await page.getByRole("button", { name: "Clear the mask" }).click();
  await expect(page.getByText("Paint over what may change.")).toBeVisible();
  await page.getByRole("button", { name: "Undo, 4 steps" }).click();
  await expect(page.getByText("The marked part is 100 % of the picture.")).toBeVisible();
  await page.keyboard.press("r");
  await page.getByRole("button", { name: "Clear the mask" }).click();
  await drag(page, [0.25, 0.25], [0.75, 0.75]);
  await expect(page.getByText(/The marked part is 2[45] % of the picture/)).toBeVisible();
});

test("it is painted by keyboard alone", async ({ page, fake, open }) => {
  masks(fake.world);
  await open(PATH);
  await settled(page);
  await canvas(page).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await expect(page.getByText("The brush is down. Arrow keys paint.")).toBeAttached();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Space");
  await expect(page.getByText("The brush is down. Arrow keys paint.")).toHaveCount(0);
  await expect(page.getByText(/The marked part is/)).toBeVisible();
  const before = await page.getByLabel("Width").inputValue();
  await page.keyboard.press("]");
  expect(Number(await page.getByLabel("Width").inputValue())).toBeGreaterThan(Number(before));
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(new RegExp(`${id(1000)}$`));
});

test("it is painted by a finger at 360 px, and the page does not move under it", async ({ browser, fake, server }) => {
  masks(fake.world);
  const context = await browser.newContext({ viewport: NARROW, hasTouch: true, isMobile: true, locale: "en-GB", reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(server.url + PATH);
  await settled(page);
  const box = await canvas(page).boundingBox();
  if (!box) throw new Error("no picture");
  const finger = await context.newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", x: number, y: number) =>
    finger.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x: box.x + x * box.width, y: box.y + y * box.height }] });
  await touch("touchStart", 0.5, 0.3);
  for (const y of [0.4, 0.5, 0.6]) await touch("touchMove", 0.5, y);
  await touch("touchEnd", 0, 0);
  await expect(page.getByText(/The marked part is/)).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await accessible(page);
  await fits(page);
  await context.close();
});

test("results are compared with the picture before, by the arrow keys too", async ({ page, fake, open }) => {
  masks(fake.world);
  await open(PATH);
  await settled(page);
  await drag(page, [0.25, 0.5], [0.4, 0.5]);
  await page.getByLabel("What goes there").fill("A small red boat");
  await page.getByRole("button", { name: /^Change it/ }).click();
  await expect(page.getByRole("button", { name: /^Changing it/ })).toBeVisible();
  const [made] = fake.world.generations;
  if (!made) throw new Error("nothing was made");
  Object.assign(made, { state: "succeeded", results: fake.world.assets.slice(1, 3) });
  fake.emit({ type: "generation", generation: made });
  const line = page.getByRole("slider", { name: "Before and after" });
  await line.focus();
  await line.press("ArrowRight");
  await expect(line).toHaveAttribute("aria-valuetext", "51 % before");
  await accessible(page);
  await page.getByRole("radio", { name: "2nd" }).check({ force: true });
  await page.getByRole("link", { name: "Open the 2nd" }).click();
  await expect(page).toHaveURL(new RegExp(`${id(1002)}$`));
});

test("where no model takes a mask it is not offered, and the page says so", async ({ page, fake, open }) => {
  fake.world.models.items = fake.world.models.items.filter((model) => model.references.every((one) => one.role !== "mask"));
  await open(`/library/${id(1000)}`);
  await settled(page);
  await expect(page.getByRole("link", { name: "Change a part" })).toHaveCount(0);
  await page.goto(fake.url + PATH);
  await expect(page.getByText("No installed model changes a part of a picture.")).toBeVisible();
  await accessible(page);
});

test("what cannot be sent is said, and the mask stays", async ({ page, fake, open }) => {
  masks(fake.world);
  fake.world.problems["POST /uploads"] = { status: 507, type: "/problems/storage-full", title: "The store is full", detail: "Nothing was changed." };
  await open(PATH);
  await settled(page);
  await drag(page, [0.25, 0.5], [0.4, 0.5]);
  await page.getByLabel("What goes there").fill("A small red boat");
  await page.getByRole("button", { name: /^Change it/ }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByText(/The marked part is/)).toBeVisible();
});
