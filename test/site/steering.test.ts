import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extractText } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assuranceWords, unsaidWords, variationWords } from "../../src/site/words/verdicts.ts";
import { findAll, findFault, readPages, runSite, type BuiltPage } from "./built.ts";
import { writeFixture } from "./fixture.ts";

let root: string;
let pages: BuiltPage[];
let publicPages: BuiltPage[];
let publicFiles: string[];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plumbline-steering-"));
  for (const tier of ["public", "sponsor"] as const) {
    const folder = await writeFixture(root, { months: 24, partners: 8, tier });
    await runSite("--tier", tier, "--release", folder, "--out", join(root, "site"));
  }
  pages = await readPages(join(root, "site/sponsor"));
  publicPages = await readPages(join(root, "site/public"));
  publicFiles = await readdir(join(root, "site/public"), { recursive: true });
}, 180_000);

afterAll(() => rm(root, { recursive: true, force: true }));

const steering = ["health", "attention", "partners", "sponsorship", "briefing"];

function page(path: string): BuiltPage {
  return pages.find((one) => one.path === `${path}/index.html`)!;
}

/** The words of a page's content, as they are seen and heard. */
function read(path: string): string {
  const main = /<main.*<\/main>/s.exec(page(path).html)![0];
  return main.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}

describe("of the public site", () => {
  test("no page, style or file is for those who steer", () => {
    const own = new RegExp(
      `^(${steering.join("|")})(/|$)|briefing|steering|health\\.json|attention\\.json`,
    );
    expect(publicFiles.filter((path) => own.test(path))).toEqual([]);
  });

  test("no page leads to one, or says a verdict of theirs", () => {
    const paths = steering.map((name) => `/${name}/`);
    const words = [...Object.values(variationWords), ...Object.values(assuranceWords), unsaidWords];
    for (const { path, html, links } of publicPages) {
      expect(
        links.filter((link) => paths.some((own) => link.startsWith(own))),
        path,
      ).toEqual([]);
      for (const { name } of words) expect(html, path).not.toContain(name);
      expect(html, path).not.toContain("steering.css");
    }
  });
});

describe("of the sponsors' site", () => {
  test("each page is there, with ids that are unique, one first heading and no skipped level", () => {
    const own = steering.map(page);
    const each = pages.filter(({ path }) => /^partners\/.+\/index/.test(path));
    expect(each).toHaveLength(8);
    for (const { path, html, ids } of [...own, ...each]) {
      expect(new Set(ids).size, path).toBe(ids.length);
      const levels = findAll(html, /<h([1-6])[\s>]/g).map(Number);
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      for (const [at, level] of levels.entries())
        expect(level - (levels[at - 1] ?? 1), path).toBeLessThanOrEqual(1);
      expect(html, path).toContain("Restricted: for the senior sponsors of the programme.");
    }
  });

  test("every page leads to them, and the overview to health first", () => {
    for (const { path, links } of pages)
      for (const name of steering) expect(links, path).toContain(`/${name}/`);
    const { links } = pages.find(({ path }) => path === "index.html")!;
    const content = links.slice(links.indexOf("#content"));
    const first = content.filter((link) => /^\/(health|attention|indicators\/.)/.test(link));
    expect(first[0]).toBe("/health/");
  });

  test("links lead only to files and anchors that exist", () => {
    const folder = join(root, "site/sponsor");
    const faults = pages.flatMap((one) =>
      one.links.flatMap((link) => findFault(link, one, pages, folder, "/") ?? []),
    );
    expect(faults).toEqual([]);
  });

  test("a sign is never alone: its words stand beside it, and it is hidden from who hears the page", () => {
    for (const path of ["health", "briefing", "indicators/alert-to-acknowledgement"]) {
      const { html } = page(path);
      const signs = html.match(/<svg class="sign".*?<\/svg>\s*<span>[^<]+<\/span>/gs) ?? [];
      expect(signs.length, path).toBeGreaterThan(0);
      expect(html.match(/<svg class="sign"/g)).toHaveLength(signs.length);
      for (const sign of signs) expect(sign).toContain('aria-hidden="true"');
      for (const name of findAll(html, /href="#(sign-[a-z-]+)"/g))
        expect(html, path).toContain(`id="${name}"`);
    }
  });

  test("health says what changed, what is noise, and of what nobody can say anything", () => {
    const words = read("health");
    expect(words).toMatch(/\d of \d+ indicators changed by more than chance: \d for the worse/);
    expect(words).toContain("Only noise");
    expect(words).toContain("Too few points to say");
    for (const { gloss } of Object.values(variationWords)) expect(words).toContain(gloss);
  });

  test("the chart on an indicator's page says its verdict in words, and what is left out and why", () => {
    const words = read("indicators/alert-to-acknowledgement");
    expect(words).toContain("changed for the better");
    expect(words).toContain("1 month is left out, because");
  });

  test("partners keep the order of the programme, and one that stands apart is a question", () => {
    const { html } = page("partners");
    const order = findAll(html, /<th scope="row">\s*<a href="\/partners\/([^/]+)\/"/g);
    expect(order[0]).toBe("harbour-police");
    expect(order).toHaveLength(8);
    const words = read("partners");
    expect(words).toContain("Northwatch Constabulary lies below what a partner of that size");
    expect(words).not.toMatch(/\b(best|worst|rank \d|league)\b(?!:)/);
  });

  test("a partner of which too few cases are known is not called average", () => {
    const last = pages.filter(({ path }) => /^partners\/.+\/index/.test(path));
    const said = last.map(({ path }) => read(path.replace("/index.html", "")));
    expect(said.filter((words) => words.includes("too few to say")).length).toBeGreaterThan(0);
  });

  test("what needs a sponsor stands with its evidence, and nothing is an empty page", () => {
    const words = read("attention");
    expect(words).toContain("2 things need a sponsor.");
    expect(words).toContain("Northwatch Constabulary stopped reporting");
    expect(page("attention").links).toContain("/partners/northwatch-constabulary/#reporting");
    expect(read("sponsorship")).toContain("so nobody can say");
  });

  test("the briefing is a PDF of two pages too, with what the page says", async () => {
    const path = "reports/2026-q3/briefing.pdf";
    expect(page("briefing").links).toContain(`/${path}`);
    const bytes = await readFile(join(root, "site/sponsor", path));
    const { totalPages, text } = await extractText(new Uint8Array(bytes), { mergePages: true });
    expect(totalPages).toBe(2);
    expect(text).toContain("Briefing for sponsors");
    expect(text).toContain("Northwatch Constabulary stopped reporting");
  });

  test("its files are offered with what they hold, and its looks come from one sheet", async () => {
    const css = await readFile(join(root, "site/sponsor/steering.css"), "utf8");
    expect(css).toContain(".chart-signal-worse");
    expect(css).toContain(".brief-all");
  });
});
