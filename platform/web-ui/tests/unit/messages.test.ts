import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** English is the source. Every other language must have the same keys, with the same parameters in each sentence. */
const LANGUAGES = ["de"];

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, before = ""): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") all.set(before + key, value);
    else for (const [inner, text] of flat(value, `${before}${key}.`)) all.set(inner, text);
  }
  return all;
}

function read(folder: string, language: string): Map<string, string> {
  return flat(JSON.parse(readFileSync(join(folder, `${language}.json`), "utf8")) as Tree);
}

const parametersOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

const folders = ["src/i18n/common", ...readdirSync("src/features").map((name) => join("src/features", name, "messages"))];

describe.each(folders)("%s", (folder) => {
  const source = read(folder, "en");

  it("has sentences", () => {
    expect(source.size).toBeGreaterThan(0);
  });

  it("says nothing with an exclamation mark, and leaves nothing empty", () => {
    for (const [key, text] of source) expect(text.trim() !== "" && !text.includes("!"), key).toBe(true);
  });

  it.each(LANGUAGES)("is complete in %s", (language) => {
    const other = read(folder, language);
    expect([...other.keys()].sort()).toEqual([...source.keys()].sort());
    for (const [key, text] of source) expect(parametersOf(other.get(key) ?? ""), `${language} ${key}`).toEqual(parametersOf(text));
  });
});

describe("use of the messages", () => {
  it("finds every key that the code names", () => {
    const known = new Set(folders.flatMap((folder) => [...read(folder, "en").keys()]));
    const bases = new Set([...known].map((key) => key.replace(/_(one|other)$/, "")));
    const missing: string[] = [];
    const walk = (folder: string): void => {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) walk(path);
        else if (/\.tsx?$/.test(entry.name)) {
          for (const [, key] of readFileSync(path, "utf8").matchAll(/\bt\("(?:\w+:)?([\w.]+)"/g)) if (key && !bases.has(key)) missing.push(`${path}: ${key}`);
        }
      }
    };
    walk("src");
    expect(missing).toEqual([]);
  });
});
