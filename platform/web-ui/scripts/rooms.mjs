// The rooms of the interface: a feature shows one index and is entered only through it; nothing goes round in circles; the API
// and the shared parts know no feature; files stay short. Fails with one line a fault.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const ROOT = "src";
const MOST_LINES = 400;
const MOST_LINES_CSS = 600;
const GENERATED = "src/api/schema.ts";
const faults = [];

function* walk(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* walk(path);
    else yield path;
  }
}

/** "feature:studio", "shared", "api", "i18n", "app". */
function roomOf(path) {
  const parts = relative(ROOT, path).split(/[\\/]/);
  return parts[0] === "features" ? `feature:${parts[1]}` : parts.length > 1 ? parts[0] : "app";
}

const edges = new Map();
for (const path of walk(ROOT)) {
  if (!/\.(ts|tsx|css)$/.test(path) || path === GENERATED) continue;
  const text = readFileSync(path, "utf8");
  const lines = text.split("\n").length;
  if (lines > (path.endsWith(".css") ? MOST_LINES_CSS : MOST_LINES))
    faults.push(`${path}: ${lines} lines, at most ${path.endsWith(".css") ? MOST_LINES_CSS : MOST_LINES}`);
  if (path.endsWith(".css")) continue;
  if (/ style="/.test(text)) faults.push(`${path}: a style attribute in markup, which the content security policy forbids`);
  const from = roomOf(path);
  for (const [, typeOnly, name] of text.matchAll(/(?:import|export)\s+(type\s)?[^;"']*?["']([^"']+)["']/g)) {
    if (!name.startsWith("@/") && !name.startsWith(".")) continue;
    if (name.endsWith(".css")) continue;
    const target = name.startsWith("@/") ? join(ROOT, name.slice(2)) : relative(".", resolve(dirname(path), name));
    const to = roomOf(target.includes(".") ? target : `${target}/index.ts`);
    if (to === from) continue;
    if (to.startsWith("feature:") && target !== `${ROOT}/features/${to.slice(8)}` && !(from === "i18n" && typeOnly)) {
      faults.push(`${path}: enters ${to} past its index, through ${name}`);
    }
    if ((from === "api" || from === "shared") && to.startsWith("feature:")) faults.push(`${path}: ${from} must not know ${to}`);
    if (from === "api" && to === "shared") faults.push(`${path}: the API must not know the shared parts`);
    if (from.startsWith("feature:") && to === "app") faults.push(`${path}: a feature must not know the frame`);
    if (!typeOnly) edges.set(from, (edges.get(from) ?? new Set()).add(to));
  }
}

// No circles between rooms.
const done = new Set();
function circle(room, way) {
  if (way.includes(room)) {
    faults.push(`circle: ${[...way.slice(way.indexOf(room)), room].join(" -> ")}`);
    return;
  }
  if (done.has(room)) return;
  for (const next of edges.get(room) ?? []) circle(next, [...way, room]);
  done.add(room);
}
for (const room of edges.keys()) circle(room, []);

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(`Rooms: ${edges.size} rooms, no way past an index, no circle`);
