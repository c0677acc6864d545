import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

async function listSources(folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(ts|tsx|astro|mjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

async function importsOf(file: string): Promise<string[]> {
  const text = await readFile(join(root, file), "utf8");
  const found = text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g);
  return [...found].map(([, name]) =>
    name!.startsWith(".") ? relative(root, join(root, file, "..", name!)) : name!,
  );
}

/** Imports of values, which a bundle takes with it; those of types it drops. */
async function valueImportsOf(file: string): Promise<string[]> {
  const text = await readFile(join(root, file), "utf8");
  const found = text.matchAll(/^(?:import|export)(?! type)[^;]*? from "([^"]+)"/gm);
  return [...found].map(([, name]) =>
    name!.startsWith(".") ? relative(root, join(root, file, "..", name!)) : name!,
  );
}

const sources = (await Promise.all(["src", "pipelines"].map(listSources))).flat();
const imports = new Map(
  await Promise.all(sources.map(async (file) => [file, await importsOf(file)] as const)),
);

const valueImports = new Map(
  await Promise.all(sources.map(async (file) => [file, await valueImportsOf(file)] as const)),
);

/** The files from a file back to itself, where its imports lead there; types count as well. */
function findCircle(): string[] {
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of imports.get(file) ?? []) {
      const circle = visit(next, [...way, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  return sources.map((file) => visit(file, [])).find(({ length }) => length > 0) ?? [];
}

test("no imports lead from a file back to itself", () => {
  expect(findCircle()).toEqual([]);
});

test("only src/engines/duckdb.ts imports DuckDB, and the workbench the one for browsers", () => {
  const users = sources.filter((file) =>
    imports.get(file)!.some((name) => /^(@duckdb\/|duckdb-wasm)/.test(name)),
  );
  expect(users.filter((file) => !file.startsWith("src/site/workbench/"))).toEqual([
    "src/engines/duckdb.ts",
  ]);
});

test("the site reads releases through one door and computes nothing from records or tallies", () => {
  const allowed = [
    /^src\/site\//,
    /^src\/release\/(read|schema)\.ts$/,
    /^src\/problem\.ts$/,
    /^src\/measures\/measure\.ts$/,
    /^src\/reports\/(make-report|model|proof|words)\.ts$/,
  ];
  const trespasses = sources
    .filter((file) => file.startsWith("src/site/"))
    // What checks in the reader's browser is the program that checks, and builds no page.
    .filter((file) => !file.startsWith("src/site/checks/"))
    .flatMap((file) => imports.get(file)!.map((name) => `${file} -> ${name}`))
    .filter((line) => / -> src\/|-> pipelines\//.test(line))
    .filter((line) => !allowed.some((rule) => rule.test(line.split(" -> ")[1]!)));
  expect(trespasses).toEqual([]);
});

test("reports read releases through the same door", () => {
  const allowed = [
    /^src\/(site|reports)\//,
    /^src\/release\/(read|schema)\.ts$/,
    /^src\/(problem|make-folder|engines\/typst)\.ts$/,
  ];
  const trespasses = sources
    .filter((file) => file.startsWith("src/reports/"))
    .flatMap((file) => imports.get(file)!.map((name) => `${file} -> ${name}`))
    .filter((line) => / -> (src|pipelines)\//.test(line))
    .filter((line) => !allowed.some((rule) => rule.test(line.split(" -> ")[1]!)));
  expect(trespasses).toEqual([]);
});

test("what is judged for those who steer follows from a release and nothing else", () => {
  const allowed = [
    /^src\/(steering|variation)\//,
    /^src\/indicators\/(merge|months|rows)\.ts$/,
    /^src\/release\/schema(\/\w+)?\.ts$/,
    /^src\/(recompute\/recompute-indicator|disclosure\/figure-rules)\.ts$/,
  ];
  const trespasses = sources
    .filter((file) => file.startsWith("src/steering/"))
    .flatMap((file) => imports.get(file)!.map((name) => `${file} -> ${name}`))
    .filter((line) => !allowed.some((rule) => rule.test(line.split(" -> ")[1]!)));
  expect(trespasses).toEqual([]);
});

test("the pages for those who steer are added by the build and reached from nowhere else", () => {
  const own = /^src\/site\/steering\/(routes\.ts|pages\/)/;
  const users = sources.filter((file) => imports.get(file)!.some((name) => own.test(name)));
  expect(users).toEqual(["src/site.ts"]);
  const routed = sources.filter((file) =>
    /^src\/site\/pages\/(health|attention|partners|sponsorship|briefing)/.test(file),
  );
  expect(routed).toEqual([]);
});

test("what auditors alone are told is worked out from rows, figures and counts, and by nothing else", () => {
  const trespasses = sources
    .filter((file) => file.startsWith("src/audit/"))
    .flatMap((file) => imports.get(file)!.map((name) => `${file} -> ${name}`))
    .filter(
      (line) => !/-> src\/(audit\/|indicators\/(dimensions|merge|months|rows)\.ts)/.test(line),
    );
  expect(trespasses).toEqual([]);
});

test("the pages for auditors are added by the build and reached from nowhere else", () => {
  const own = /^src\/site\/audit\/(routes\.ts|pages\/)/;
  const users = sources.filter((file) => imports.get(file)!.some((name) => own.test(name)));
  expect(users).toEqual(["src/site.ts"]);
  const routed = sources.filter((file) =>
    /^src\/site\/pages\/(submissions|quality|disclosure|recompute|register)/.test(file),
  );
  expect(routed).toEqual([]);
});

test("only src/engines/typst.ts imports Typst", () => {
  const users = sources.filter((file) =>
    imports.get(file)!.some((name) => name.startsWith("@myriaddreamin/")),
  );
  expect(users).toEqual(["src/engines/typst.ts"]);
});

test("measures are pure: they import no engine, no file system and no records", () => {
  const trespasses = sources
    .filter((file) => file.startsWith("src/measures/"))
    .flatMap((file) => imports.get(file)!.map((name) => `${file} -> ${name}`))
    .filter((line) => /-> (node:|src\/(?!measures\/))/.test(line));
  expect(trespasses).toEqual([]);
});

test("charts of variation are pure: they import measures alone", () => {
  const trespasses = sources
    .filter((file) => file.startsWith("src/variation/"))
    .flatMap((file) => imports.get(file)!.map((name) => `${file} -> ${name}`))
    .filter((line) => !/-> src\/(variation|measures)\//.test(line));
  expect(trespasses).toEqual([]);
});

test("only src/disclosure/protect.ts makes a disclosed figure", async () => {
  const makers: string[] = [];
  for (const file of sources) {
    const text = await readFile(join(root, file), "utf8");
    if (/as (DisclosedFigure|DisclosedCurve|DisclosedCount)\b/.test(text)) makers.push(file);
  }
  expect(makers).toEqual(["src/disclosure/protect.ts"]);
});

test("nothing in the release or the site imports records, but for the shape of a report", () => {
  const trespasses = sources
    .filter((file) => file.startsWith("src/release/") || file.startsWith("src/site/"))
    .flatMap((file) => imports.get(file)!.map((name) => `${file} -> ${name}`))
    .filter((line) => / -> src\/records\//.test(line))
    .filter((line) => !/src\/records\/(report|contract)\.ts$/.test(line));
  expect(trespasses).toEqual([]);
});

test("only src/engines/highs.ts imports HiGHS", () => {
  const users = sources.filter((file) => imports.get(file)!.includes("highs"));
  expect(users).toEqual(["src/engines/highs.ts"]);
});

test("only src/engines/age.ts imports age", () => {
  const users = sources.filter((file) => imports.get(file)!.includes("age-encryption"));
  expect(users).toEqual(["src/engines/age.ts"]);
});

test("sealing is a room of its own: only its commands, and keygen, know of it", () => {
  const users = sources
    .filter((file) => !file.startsWith("src/seal/"))
    .filter((file) => imports.get(file)!.some((name) => name.startsWith("src/seal/")));
  expect(users.sort()).toEqual(["src/keygen.ts", "src/open.ts", "src/seal.ts"]);
});

test("the attacker knows nothing of the protector, and the proof nothing of either or of a solver", () => {
  const trespasses = sources.flatMap((file) => {
    const foreign = file.startsWith("src/attack/")
      ? /^src\/(disclosure|release|indicators|tallies)\//
      : file.startsWith("src/proof/")
        ? /^src\/(attack|disclosure|engines|release)\//
        : undefined;
    return foreign === undefined
      ? []
      : imports.get(file)!.flatMap((name) => (foreign.test(name) ? [`${file} -> ${name}`] : []));
  });
  expect(trespasses).toEqual([]);
});

test("what checks a release in a reader's browser needs nothing of Node, DuckDB or a solver", () => {
  const seen = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const name of valueImports.get(file) ?? []) follow(name);
  };
  follow("src/site/checks/show-checks.ts");
  follow("src/site/checks/show-recomputed.ts");
  const outside = [...seen].filter((name) => !name.startsWith("src/"));
  expect(outside.sort()).toEqual(["jstat", "zod"]);
  expect(seen).toContain("src/measures/duration.ts");
});
