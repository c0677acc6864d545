import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TierName } from "../../src/release/schema.ts";
import { readPages, runSite, type BuiltPage } from "./built.ts";
import { writeFixture } from "./fixture.ts";

let root: string;
const sites = new Map<TierName, BuiltPage[]>();

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plumbline-tiers-"));
  for (const tier of ["sponsor", "auditor"] as const) {
    const folder = await writeFixture(root, { months: 12, partners: 8, tier });
    await runSite("--tier", tier, "--release", folder, "--out", join(root, "site"));
    sites.set(tier, await readPages(join(root, "site", tier)));
  }
}, 180_000);

afterAll(() => rm(root, { recursive: true, force: true }));

/** The words of a page, as they are seen and heard. */
function readPage(tier: TierName, path: string): string {
  const { html } = sites.get(tier)!.find((page) => page.path === path)!;
  return html
    .replace(/<(script|style).*?<\/\1>/gs, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
}

describe("every page of a restricted tier", () => {
  test.each([
    ["sponsor", "Restricted: for the senior sponsors of the programme."],
    ["auditor", "Restricted: for independent auditors. Exact counts."],
  ] as const)("of the %s says for whom it is, and asks not to be found", (tier, words) => {
    for (const { path, html } of sites.get(tier)!) {
      expect(html, path).toContain(words);
      expect(html, path).toContain('<meta name="robots" content="noindex">');
    }
  });

  test("speaks of its own base and of no other", () => {
    const all = sites.get("sponsor")!.map(({ path }) => readPage("sponsor", path));
    expect(all.filter((words) => words.includes("rounded to fives")).length).toBeGreaterThan(20);
    expect(all.filter((words) => words.includes("fewer than 5 ")).length).toBeGreaterThan(3);
    expect(all.filter((words) => /fewer than (10|ten)\b|to tens/.test(words))).toEqual([]);
  });

  test("where counts are exact, says nothing of rounding and hides nothing", () => {
    // Auditors are told besides what the other tiers hide.
    const own = sites.get("auditor")!.filter(({ path }) => !path.startsWith("disclosure/"));
    for (const { path, html } of own) {
      expect(html, path).not.toMatch(/rounded (to|further|together)|they still add up/);
      const outside = html.replace(/<details.*?<\/details>/gs, "");
      expect(outside, path).not.toMatch(/>\[(c|low)\]</);
    }
  });
});

test("only auditors have a workbench, and nobody else's site holds or names any of it", async () => {
  const files = async (tier: TierName) => readdir(join(root, "site", tier), { recursive: true });
  expect(await files("auditor")).toContain("workbench/catalog.json");
  expect(sites.get("auditor")!.map(({ path }) => path)).toContain("workbench/index.html");
  expect((await files("sponsor")).filter((path) => /workbench|duckdb|wasm/.test(path))).toEqual([]);
  for (const { path, html } of sites.get("sponsor")!) expect(html, path).not.toMatch(/workbench/i);
  const policies = sites.get("auditor")!.map(({ path, html }) => {
    const [, policy] = /http-equiv="content-security-policy" content="([^"]*)"/.exec(html) ?? [];
    return [path, policy?.includes("worker-src") ?? false] as const;
  });
  expect(policies.filter(([, loose]) => loose)).toEqual([["workbench/index.html", true]]);
});

describe("the report on what was protected", () => {
  const report = (tier: TierName): string => {
    const words = readPage(tier, "methods/index.html");
    return words.slice(words.indexOf("What is hidden, and why"));
  };

  test("names rules with their sources, and works them on examples", () => {
    expect(report("sponsor")).toContain("Handbook on Statistical Disclosure Control");
    expect(report("sponsor")).toContain("share upheld 10.0% about 15%");
    expect(report("sponsor")).toContain("too low to be shown: fewer than 5 as rounded");
  });

  test("says of each kind of record how it was protected, and what was held back", () => {
    const words = report("sponsor");
    expect(words).toContain("its 3 tables are rounded together, every count to a multiple of 5");
    expect(words).toContain("its one table: counts below 5 become 0 or 5");
    expect(words).toContain("12 counts (incidents) still say what an earlier release said");
  });

  test("says what it cost, per tally and breakdown, and what became of sums", () => {
    const words = report("sponsor");
    expect(words).toContain("Alert actions: typically off by up to 5 cases, at most by 12");
    expect(words).toContain("breakdown counts typical error largest error year 8 2 6");
    expect(words).toMatch(/Assets restrained 61 59 1 1 3 proven/);
  });

  test("counts the figures by the reason why they are not shown", () => {
    expect(report("sponsor")).toMatch(/figures shown [\d,]+ /);
    expect(report("sponsor")).toMatch(/hidden: with it a hidden sum could be worked out \d/);
    expect(report("auditor")).toMatch(/not available: no such record is kept \d/);
  });

  test("says how far it goes, and how to check it", () => {
    for (const words of ["not a probability", "here predictions", "plumbline verify"])
      expect(report("sponsor")).toContain(words);
    const { links } = sites.get("sponsor")!.find(({ path }) => path === "methods/index.html")!;
    expect(links).toContain("/releases/2026-q3/files/certificate.json");
    expect(report("auditor")).not.toContain("not a probability");
  });
});

test("the tallies are offered in each form, with what they are good for", () => {
  for (const tier of ["sponsor", "auditor"] as const) {
    const page = sites.get(tier)!.find(({ path }) => path === "data/index.html")!;
    for (const end of ["csv", "json", "parquet"])
      expect(page.links).toContain(`/releases/2026-q3/files/tallies/alert_actions.${end}`);
    expect(page.html).toContain("they give each figure again");
  }
  expect(readPage("sponsor", "data/index.html")).toContain("rounded counts");
  expect(readPage("auditor", "data/index.html")).toContain("exact counts");
});
