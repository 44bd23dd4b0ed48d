import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { type Fake, startFake } from "./fake/server";
import { NOW } from "./fake/world";

export { expect };

export const WIDE = { width: 1440, height: 900 };
export const NARROW = { width: 360, height: 780 };

interface Fixtures {
  fake: Fake;
  /** Opens a path at the fixed moment. Every page watches for policy violations, foreign requests and thrown errors. */
  open: (path: string, look?: { theme?: "light" | "dark"; size?: { width: number; height: number } }) => Promise<void>;
}

export const test = base.extend<Fixtures, { server: Fake }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: the test runner asks for this form
    async ({}, use) => {
      const fake = await startFake();
      await use(fake);
      await fake.close();
    },
    { scope: "worker" },
  ],
  fake: async ({ server }, use) => {
    server.reset();
    await use(server);
  },
  open: async ({ page, fake }, use) => {
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(`thrown: ${error.message}`));
    page.on("console", (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) faults.push(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(fake.url) && !/^(blob|data):/.test(request.url())) faults.push(`left the origin: ${request.url()}`);
    });
    await page.clock.setFixedTime(new Date(NOW));
    await use(async (path, { theme = "light", size = WIDE } = {}) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await page.goto(fake.url + path);
    });
    expect(faults).toEqual([]);
  },
});

/** Waits until what was asked for is there and drawn. */
export async function settled(page: Page): Promise<void> {
  await page.locator("#main").first().waitFor();
  await expect(page.locator("[aria-busy=true]:not(button)")).toHaveCount(0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    const near = [...document.images].filter((image) => image.getBoundingClientRect().top < innerHeight);
    await Promise.all(near.map((image) => (image.complete ? undefined : new Promise((done) => image.addEventListener("load", done, { once: true })))));
  });
}

/** The accessibility check, WCAG 2.2 AA and best practices: nothing may be found. */
export async function accessible(page: Page): Promise<void> {
  // No page has frames, so the check does without the second page that it takes for them.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target.join(" ")} ${node.failureSummary ?? ""}`).join(" | ")}`);
  expect(found).toEqual([]);
}

/** No page may scroll sideways. */
export async function fits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
}
