// How much script the studio needs before it shows anything: everything that its route loads, gzipped. Fails over the budget.
import { mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { gzipSync } from "node:zlib";

const OUT = "target/classes/META-INF/heliograph-ui";
const KEPT = "target/ui-manifest.json";
const LIMIT_KB = 250;
const AIM_KB = 200;

// The manifest is for this script and is no part of what is served.
try {
  mkdirSync("target", { recursive: true });
  renameSync(`${OUT}/.vite/manifest.json`, KEPT);
  rmSync(`${OUT}/.vite`, { recursive: true });
} catch (failure) {
  if (failure.code !== "ENOENT") throw failure;
}

const manifest = JSON.parse(readFileSync(KEPT, "utf8"));
const entries = [
  "index.html",
  "src/features/studio/index.ts",
  "src/i18n/common/en.json",
  "src/features/studio/messages/en.json",
  "src/features/wish/messages/en.json",
  "src/features/asset/messages/en.json",
];
const files = new Set();
const visit = (key) => {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The build has no chunk for ${key}`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const next of chunk.imports ?? []) visit(next);
};
for (const entry of entries) visit(entry);

const kb =
  [...files].filter((file) => file.endsWith(".js")).reduce((sum, file) => sum + gzipSync(readFileSync(`${OUT}/${file}`), { level: 9 }).length, 0) / 1000;
console.log(`First load of the studio: ${kb.toFixed(1)} kB of script, gzip (limit ${LIMIT_KB}, aim ${AIM_KB})`);
if (kb > LIMIT_KB) {
  console.error("Over the budget. See what grew with `npx vite build` and split it off, or import less of a library.");
  process.exit(1);
}
