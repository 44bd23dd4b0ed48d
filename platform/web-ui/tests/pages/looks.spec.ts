import type { Page } from "@playwright/test";
import { accessible, expect, fits, NARROW, settled, test, WIDE } from "./base";
import type { World } from "./fake/world";
import { id, signedOut } from "./fake/world";

interface Look {
  name: string;
  path: string;
  world?: (world: World) => void;
  before?: (page: Page) => Promise<void>;
  /** Parts that are photographs and no part of the drawing. */
  mask?: string;
}

const OUT = (world: World) => {
  world.session = signedOut();
};

const LOOKS: Look[] = [
  { name: "sign-in", path: "/sign-in", world: OUT, mask: ".gate-pic" },
  {
    name: "setup",
    path: "/setup",
    before: async (page) => {
      await page.getByRole("button", { name: "Test", exact: true }).first().click();
      await page.getByText("Works, 3.1 s").waitFor();
    },
  },
  { name: "studio", path: "/" },
  { name: "library", path: "/library", before: (page) => page.locator("[data-asset]").first().click() },
  { name: "full-view", path: `/library/${id(1000)}` },
  {
    name: "change",
    path: `/library/${id(1000)}/change`,
    before: async (page) => {
      const box = await page.getByRole("application").boundingBox();
      if (!box) throw new Error("no picture");
      const at = (x: number, y: number): [number, number] => [box.x + x * box.width, box.y + y * box.height];
      await page.mouse.move(...at(0.35, 0.6));
      await page.mouse.down();
      await page.mouse.move(...at(0.6, 0.65), { steps: 4 });
      await page.mouse.up();
      await page.getByText(/The marked part is/).waitFor();
    },
  },
  { name: "account", path: "/account" },
  { name: "privacy", path: "/privacy" },
  { name: "admin", path: "/admin" },
  { name: "admin-plugins", path: "/admin/plugins/provider-bfl" },
  { name: "admin-instance", path: "/admin/plugins/provider-luma", before: (page) => page.getByRole("button", { name: "Add an instance" }).click() },
  { name: "admin-settings", path: "/admin/settings" },
  { name: "admin-people", path: "/admin/people" },
  {
    name: "setup-access",
    path: "/setup",
    world: (w) => void (w.wizard.steps = w.wizard.steps.map((step) => ({ ...step, done: step.id === "administrator" }))),
  },
];

for (const look of LOOKS) {
  for (const theme of ["light", "dark"] as const) {
    for (const [word, size] of [
      ["wide", WIDE],
      ["narrow", NARROW],
    ] as const) {
      test(`${look.name}, ${theme}, ${word}`, async ({ page, fake, open }) => {
        look.world?.(fake.world);
        await open(look.path, { theme, size });
        await settled(page);
        await look.before?.(page);
        await settled(page);
        await accessible(page);
        await fits(page);
        await expect(page).toHaveScreenshot(`${look.name}-${theme}-${word}.png`, look.mask ? { mask: [page.locator(look.mask)], maskColor: "#8a877f" } : {});
      });
    }
  }
}
