/**
 * The interface's bill of materials (CycloneDX) and the licence texts of what is bundled: the packages that
 * package-lock.json has for running, not for building. The archive carries both.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const TEXTS = "target/licences";
const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const bundled = Object.entries(lock.packages)
  .filter(([path, entry]) => path !== "" && !entry.dev && !entry.devOptional && !entry.optional)
  .map(([path, entry]) => ({ path, name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length), ...entry }))
  .filter((entry) => existsSync(entry.path));

const licence = (text) => (/^[\w.-]+$/.test(text) ? { license: { id: text } } : { expression: text.replace(/^\((.*)\)$/, "$1") });

const components = bundled.map(({ name, version, license, integrity }) => ({
  type: "library",
  name,
  version,
  purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
  licenses: [licence(license ?? "NOASSERTION")],
  ...(integrity ? { properties: [{ name: "integrity", value: integrity }] } : {}),
}));

rmSync(TEXTS, { recursive: true, force: true });
mkdirSync(TEXTS, { recursive: true });
for (const { path, name } of bundled) {
  const file = readdirSync(path).find((each) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(each));
  if (file) {
    writeFileSync(join(TEXTS, `${name.replaceAll("/", "_")}.txt`), readFileSync(join(path, file)));
  }
}
writeFileSync("target/bom.json", `${JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.6", version: 1, components }, null, 1)}\n`);
