import { createHash } from "node:crypto";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Figure } from "../../src/release/schema.ts";
import { readRelease, type Release } from "../../src/release/read.ts";
import { weighPage } from "../../src/publish/weigh-page.ts";
import { buildSite, siteCommand } from "../../src/site.ts";
import { formatPlain } from "../../src/site/words/numbers.ts";
import { scaleOf } from "../../src/site/words/scales.ts";
import { isShown, writeValue } from "../../src/site/words/values.ts";
import { findAll, findFault, readPages, runSite, withoutTraces, type BuiltPage } from "./built.ts";
import { writeFixture } from "./fixture.ts";

let root: string;
let release: Release;
let site: string;
let pages: BuiltPage[];
let said: string;
/** 168 months and 38 partners, served under a path of its own. */
let large: string;
let largePages: BuiltPage[];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plumbline-site-"));
  const now = await writeFixture(join(root, "releases"), { months: 36, revisions: 300 });
  const before = await writeFixture(join(root, "releases"), {
    id: "2026-q2",
    published: "2026-07-31",
  });
  const wide = await writeFixture(join(root, "wide"), { months: 168, partners: 38 });
  release = await readRelease(now);
  site = join(root, "site", "public");
  large = join(root, "large", "public");
  said = await runSite("--tier", "public", "--release", before, now, "--out", join(root, "site"));
  await runSite(
    "--tier",
    "public",
    "--release",
    wide,
    "--out",
    join(root, "large"),
    "--base",
    "/oversight/",
  );
  pages = await readPages(site);
  largePages = await readPages(large);
}, 180_000);

afterAll(() => rm(root, { recursive: true, force: true }));

const isExplored = ({ path }: BuiltPage): boolean => path.endsWith("explore/index.html");
const isSearch = ({ path }: BuiltPage): boolean => path === "search/index.html";

describe("every page", () => {
  test("holds no inline style and no handler", () => {
    for (const { path, html } of pages)
      expect(findAll(html, /<[^>]*\s(style|on[a-z]+)=/g), path).toEqual([]);
  });

  test("has no script, but for the search, the exploring of figures and the check, and may run none", () => {
    const isCheck = ({ path }: BuiltPage): boolean => path === "verify/index.html";
    for (const page of pages.filter((one) => !isExplored(one) && !isSearch(one) && !isCheck(one))) {
      expect(page.html, page.path).not.toMatch(/<script|javascript:/);
      expect(page.html, page.path).toContain("script-src 'none'");
    }
  });

  test("loads nothing from elsewhere, and its policy allows nothing else", () => {
    for (const { path, html, links } of pages) {
      expect(
        links.filter((link) => /^(https?:)?\/\//.test(link)),
        path,
      ).toEqual([]);
      expect(html, path).toContain("default-src 'none'");
      expect(html, path).not.toContain("unsafe-");
    }
  });

  test("has ids that are unique, one first heading and no skipped level", () => {
    for (const { path, html, ids } of pages) {
      expect(new Set(ids).size, path).toBe(ids.length);
      const levels = findAll(html, /<h([1-6])[\s>]/g).map(Number);
      expect(
        levels.filter((level) => level === 1),
        path,
      ).toHaveLength(1);
      levels.reduce((above, level) => {
        expect(level - above, path).toBeLessThanOrEqual(1);
        return level;
      });
    }
  });

  test("has a title of its own, says for whom it is and that its figures are made up", () => {
    const titles = pages.map(({ html }) => findAll(html, /<title>([^<]*)<\/title>/g)[0]);
    expect(new Set(titles).size).toBe(pages.length);
    for (const { path, html } of pages) {
      expect(html, path).toContain("Public release");
      expect(html, path).toContain("Every figure on this site is made up.");
    }
  });

  test("links only to files and anchors that exist, also under another base", () => {
    const faults = (all: BuiltPage[], folder: string, base: string): string[] =>
      all.flatMap((page) =>
        page.links.flatMap((link) => findFault(link, page, all, folder, base) ?? []),
      );
    expect(faults(pages, site, "/")).toEqual([]);
    expect(faults(largePages, large, "/oversight/")).toEqual([]);
  });
});

describe("figures", () => {
  test("that a page shows are figures of the release", () => {
    for (const { definition, figures } of release.indicators) {
      const say = (figure: Figure): string[] => [
        ...(isShown(figure)
          ? [writeValue(figure, scaleOf(definition, figure.statistic, release))]
          : []),
        ...(figure.n === null ? [] : [formatPlain(figure.n, 0)]),
      ];
      const published = new Set(figures.flatMap(say));
      const page = pages.find(({ path }) => path === `indicators/${definition.id}/index.html`)!;
      const tables = findAll(
        withoutTraces(page.html),
        /<table class="figures">(.*?)<\/table>/gs,
      ).join("");
      const cells = findAll(tables, /<td>\s*([^<]*[^<\s])\s*(?:<span[^>]*>\[r\].*?)?<\/td>/gs);
      const marks = findAll(tables, /<td>\s*<span aria-hidden="true">(\[\w+\])/g);
      const shown = cells.map((cell) => cell.trim());
      expect(shown.length + marks.length).toBeGreaterThan(20);
      expect(
        shown.filter((number) => !published.has(number)),
        definition.id,
      ).toEqual([]);
    }
  });

  test("that show no number are a mark with its reason to hear, never blank and never a zero", () => {
    const found = new Set<string>();
    for (const { path, html } of pages) {
      for (const table of findAll(html, /<table(.*?)<\/table>/gs)) {
        expect(findAll(table, /<td[^>]*>(\s*)<\/td>/g), path).toEqual([]);
        if (/^ class/.test(table)) expect(table, path).not.toMatch(/<td[^>]*>\s*0\s*<\/td>/);
        const marks = [...table.matchAll(markPattern)].map((match) => match.slice(1, 3).join(" "));
        expect(findAll(table, /(\[(?:c|low|x|z|r)\])/g), path).toHaveLength(marks.length);
        for (const mark of marks) found.add(mark);
      }
    }
    expect([...found].sort()).toEqual([
      "[c] hidden: confidential, because it could point at somebody",
      "[c] hidden: few cases, or one or two partners, make up most of the sum",
      "[c] hidden: fewer than 10 cases lie on one side of it, or turned out one way",
      "[c] hidden: too few cases stand behind it",
      "[c] hidden: with it a hidden sum could be worked out",
      "[low] too low to be shown: fewer than 10 as rounded, perhaps none",
      "[r] revised: the release before gave another number",
      "[x] not available: no such record is kept",
      "[x] not available: too many cases are still open",
      "[z] not applicable: the arithmetic has no answer",
      "[z] not applicable: the period was not over when this release was made, or it gave no such figure",
      "[z] not applicable: there was nothing to measure",
    ]);
  });

  test("have under their table a key of the marks and words in it, and of no others", () => {
    let keys = 0;
    for (const { path, html } of pages.filter(({ path }) => path.startsWith("indicators/"))) {
      const tables = withoutTraces(html).matchAll(
        /<table class="(.*?)<\/table>\s*<\/div>(?:\s*<ul class="key">(.*?)<\/ul>)?/gs,
      );
      for (const [, table = "", key = ""] of tables) {
        const terms = new Set(findAll(key, /<b>(.*?)<\/b>/g));
        const marks = findAll(table, /<span aria-hidden="true">(\[\w+\])/g);
        const words = findAll(table, /<td>\s*(about|at most|at least) /g).map((one) => `“${one}”`);
        expect([...terms].sort(), path).toEqual([...new Set([...marks, ...words])].sort());
        keys += terms.size;
      }
    }
    expect(keys).toBeGreaterThan(20);
  });

  test("of rounded counts stand on a page that says so, with the way to how it was done", () => {
    const counted =
      /^(index|releases\/.*\d\/index|revisions\/index|data\/index|indicators\/.*index)\.html$/;
    const told = pages.filter(({ path }) => counted.test(path));
    expect(told.length).toBeGreaterThan(25);
    for (const { path, html, links } of told) {
      expect(html, path).toMatch(/Counts (are rounded|below 10)[^<]* they still add up\./);
      expect(links, path).toContain("/methods/#disclosure");
    }
  });

  test("of a long run of months are folded, and the page says where they are", () => {
    const page = largePages.find(({ path }) => path === "indicators/alert-to-action/index.html")!;
    expect(page.html).toContain("The 144 months before are part of the years above");
    expect(page.html).toContain(
      "/oversight/releases/2026-q3/files/indicators/alert-to-action/figures.csv",
    );
  });
});

/** A mark as it stands in a table: what is seen, and what is heard in its place. */
const markPattern =
  /<span aria-hidden="true">(\[\w+\])<\/span><span class="unseen">([^<]+)<\/span>/g;

describe("releases", () => {
  test("older ones keep their address, their figures and their files", async () => {
    const page = pages.find(({ path }) => path === "releases/2026-q2/index.html")!;
    expect(page.ids).toContain("alert-to-action");
    expect(page.html).toContain("A later release has replaced it");
    const copy = await readFile(join(site, "releases/2026-q2/files/manifest.json"), "utf8");
    expect(copy).toBe(await readFile(join(root, "releases/2026-q2/public/manifest.json"), "utf8"));
  });

  test("a long list of revisions is cut, and an empty one is a sentence", () => {
    const find = (all: BuiltPage[]): string =>
      all.find(({ path }) => path === "revisions/index.html")!.html;
    expect(find(pages)).toContain("Every revision as JSON");
    expect(find(largePages)).toContain("This is the first release");
  });
});

describe("what a reader downloads, compressed", () => {
  test("is at most 40 kB for the overview and each indicator, however large the programme", async () => {
    for (const [all, folder, base] of [
      [pages, site, "/"],
      [largePages, large, "/oversight/"],
    ] as const)
      for (const { path } of all.filter((page) =>
        /^(indicators\/[^/]+\/)?index\.html$/.test(page.path),
      ))
        expect(await weighPage(folder, path, base), path).toBeLessThanOrEqual(40_000);
  });

  test("is at most 30 kB for a page of four charts and a table of 36 rows", async () => {
    const path = "indicators/alerts-acted-in-time/index.html";
    const { html } = pages.find((page) => page.path === path)!;
    expect(findAll(html, /<svg class="(chart)/g).length).toBeGreaterThanOrEqual(4);
    expect(findAll(html, /<time datetime="(\d{4}-\d{2})">/g).length).toBeGreaterThanOrEqual(36);
    expect(await weighPage(site, path, "/")).toBeLessThanOrEqual(30_000);
  });
});

test("the same releases give the same bytes, in whatever order they are named", async () => {
  const again = join(root, "again");
  const [before, now] = ["2026-q2", "2026-q3"].map((id) => join(root, "releases", id, "public"));
  await runSite("--tier", "public", "--release", now!, before!, "--out", again);
  expect(await digestAll(join(again, "public"))).toEqual(await digestAll(site));
}, 120_000);

async function digestAll(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const digests = files.sort().map(async (file) => [
    file.slice(folder.length),
    createHash("sha256")
      .update(await readFile(file))
      .digest("hex"),
  ]);
  return Object.fromEntries(await Promise.all(digests)) as Record<string, string>;
}

describe("the operator is told in a sentence", () => {
  test("what was built, how long it took and what the overview weighs", () => {
    expect(said).toMatch(/^The public site: \d+ pages in [\d.]+ seconds/);
    expect(said).toMatch(/Its overview weighs [\d.]+ kB/);
    expect(said.split("\n")).toHaveLength(3);
  });

  const run = (...flags: string[]): Promise<unknown> =>
    siteCommand().parseAsync(["node", "site", ...flags]);

  test.each([
    [[], "site-no-tier"],
    [["--tier", "everybody"], "site-unknown-tier"],
    [["--tier", "public", "--releases", "nowhere"], "site-no-release"],
    [["--tier", "public", "--release", "nowhere"], "site-not-a-release"],
  ])("plumbline site %s: %s", async (flags, code) => {
    await expect(run(...flags)).rejects.toMatchObject({ code });
  });

  test("a release of another tier is refused", async () => {
    const folder = join(root, "releases", "2026-q3", "public");
    const out = join(root, "sponsor");
    await expect(
      buildSite({ releaseFolders: [folder], tier: "sponsor", out, base: "/" }),
    ).rejects.toMatchObject({ code: "site-wrong-tier" });
  });
});
