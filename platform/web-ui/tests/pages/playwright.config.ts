import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** Chromium from the system's packages; nothing is downloaded. */
const chromium = process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
if (!chromium) {
  console.error("Chromium is missing. Install the package `chromium`, or name the program in CHROMIUM.");
  process.exit(69);
}

export default defineConfig({
  testDir: ".",
  outputDir: "../../target/page-tests",
  snapshotPathTemplate: "{testDir}/../baselines/{arg}{ext}",
  workers: Number(process.env.HELIOGRAPH_PAGE_WORKERS ?? 3),
  fullyParallel: true,
  retries: 0,
  timeout: 90_000,
  reporter: [["line"]],
  expect: { timeout: 15_000, toHaveScreenshot: { maxDiffPixelRatio: 0.01, animations: "disabled", caret: "hide", scale: "css" } },
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
    launchOptions: { executablePath: chromium, args: ["--no-sandbox", "--disable-background-networking", "--font-render-hinting=none", "--disable-lcd-text"] },
  },
});
