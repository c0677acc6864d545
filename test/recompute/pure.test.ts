import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

/** What a file imports when it runs; imports of types alone are gone by then. */
async function importsOf(file: string): Promise<string[]> {
  const text = await readFile(join(root, file), "utf8");
  const found = text.matchAll(/^(?:import|export)\s(?!type\b)[^"]*?\bfrom "([^"]+)";/gm);
  return [...found].map(([, name]) =>
    name!.startsWith(".") ? relative(root, join(root, file, "..", name!)) : name!,
  );
}

async function reach(file: string, known = new Set<string>()): Promise<Set<string>> {
  if (known.has(file)) return known;
  known.add(file);
  if (!file.startsWith("src/")) return known;
  for (const name of await importsOf(file)) await reach(name, known);
  return known;
}

test("a browser can recompute figures: nothing on the way needs Node, DuckDB or any package but jstat", async () => {
  const reached = await reach("src/recompute/check-indicator.ts");
  expect([...reached].filter((name) => !name.startsWith("src/"))).toEqual(["jstat"]);
  expect(reached).toContain("src/disclosure/protect.ts");
  expect(reached).toContain("src/indicators/merge.ts");
  expect(reached).toContain("src/measures/duration.ts");
});
