import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TierName } from "../../src/release/schema.ts";
import { findAll, findFault, readPages, runSite, type BuiltPage } from "./built.ts";
import { writeFixture } from "./fixture.ts";

let root: string;
const sites = new Map<TierName, BuiltPage[]>();
let alone: BuiltPage[];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plumbline-audit-"));
  for (const tier of ["public", "sponsor", "auditor"] as const) {
    const folder = await writeFixture(root, { months: 24, partners: 8, tier });
    await runSite("--tier", tier, "--release", folder, "--out", join(root, "site"));
    sites.set(tier, await readPages(join(root, "site", tier)));
  }
  const folder = await writeFixture(join(root, "alone"), {
    months: 12,
    partners: 3,
    tier: "auditor",
  });
  await runSite("--tier", "auditor", "--release", folder, "--out", join(root, "alone-site"));
  alone = await readPages(join(root, "alone-site/auditor"));
}, 240_000);

afterAll(() => rm(root, { recursive: true, force: true }));

const sections = ["submissions", "quality", "disclosure", "recompute", "register"];

function page(path: string): BuiltPage {
  return sites.get("auditor")!.find((one) => one.path === `${path}/index.html`)!;
}

/** The words of a page's content, as they are seen and heard. */
function read({ html }: BuiltPage): string {
  const main = /<main.*<\/main>/s.exec(html)![0];
  return main.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}

describe.each(["public", "sponsor"] as const)("of the %s site", (tier) => {
  test("no page, style or file is for auditors alone, and no page leads to one", async () => {
    const files = await readdir(join(root, "site", tier), { recursive: true });
    const own = new RegExp(
      `^(${sections.join("|")})(/|$)|audit\\.css|(intake|completeness|anonymity|drift)\\.json`,
    );
    expect(files.filter((path) => own.test(path))).toEqual([]);
    for (const { path, html, links } of sites.get(tier)!) {
      const leads = links.filter((link) => sections.some((name) => link.startsWith(`/${name}/`)));
      expect(leads, path).toEqual([]);
      expect(html, path).not.toContain("For auditors");
      expect(html, path).not.toContain("audit.css");
    }
  });
});

describe("of the auditors' site", () => {
  test("every page leads to each, and each is well formed", () => {
    for (const { path, links } of sites.get("auditor")!)
      for (const name of sections) expect(links, path).toContain(`/${name}/`);
    const own = sites
      .get("auditor")!
      .filter(({ path }) => sections.some((name) => path.startsWith(`${name}/`)));
    expect(own.length).toBe(33 + 1 + 1 + 3 + 1 + 1); // files and their list; public and sponsors
    for (const { path, html, ids } of own) {
      expect(new Set(ids).size, path).toBe(ids.length);
      const levels = findAll(html, /<h([1-6])[\s>]/g).map(Number);
      expect(
        levels.filter((level) => level === 1),
        path,
      ).toHaveLength(1);
      for (const [at, level] of levels.entries())
        expect(level - (levels[at - 1] ?? 1), path).toBeLessThanOrEqual(1);
      expect(html, path).toContain("Restricted: for independent auditors. Exact counts.");
    }
  });

  test("links lead only to files and anchors that exist", () => {
    const [pages, folder] = [sites.get("auditor")!, join(root, "site/auditor")];
    const faults = pages.flatMap((one) =>
      one.links.flatMap((link) => findFault(link, one, pages, folder, "/") ?? []),
    );
    expect(faults).toEqual([]);
  });

  test("a submission leads up to each of its figures, and the figure's trace down to it", () => {
    const name = "submissions/harbour-police.2025-10_2026-09.incidents.2026-10-09";
    const own = page(name);
    const traces = own.links.filter((link) => link.includes("/trace/") && link.includes("#"));
    expect(traces.length).toBeGreaterThan(1);
    expect(read(own)).toContain("297 290 4 3");
    expect(read(own)).toContain("It was acted on before it was alerted.");
    const trace = sites
      .get("auditor")!
      .find(({ path }) => traces[0]!.startsWith(`/${path.replace("/index.html", "/#")}`))!;
    expect(trace.links).toContain(`/${name}/`);
    expect(read(trace)).toContain("behind these figures, with digests and days");
  });

  test("a file that was replaced says so, and by which", () => {
    const words = read(page("submissions/harbour-police.2025-10_2026-09.incidents.2026-07-10"));
    expect(words).toContain("It was replaced.");
    expect(words).toContain("the file in use of 9 October 2026");
  });

  test("a figure's trace says what sponsors and the public are shown of it, and why nothing", () => {
    const traces = sites.get("auditor")!.filter(({ path }) => path.includes("/trace/"));
    expect(traces.length).toBeGreaterThan(3);
    for (const { html, path } of traces) {
      expect(html, path).toMatch(/for sponsors\s*<\/th>/);
      expect(html, path).toMatch(/for the public\s*<\/th>/);
    }
    const all = traces.map(read).join(" ");
    expect(all).toContain("hidden, because");
  });

  test("quality shows blind spots by shape, and says drift, gaps and refusals in words", () => {
    const { html } = page("quality");
    for (const state of ["reported", "silent", "missing", "none"])
      expect(html).toContain(`class="blind-${state}"`);
    expect(
      findAll(html, /<svg class="blind" viewBox="[^"]*" role="img" (aria-label)=/g),
    ).toHaveLength(4);
    const words = read(page("quality"));
    expect(words).toContain("Of 192 months due, 3 not reported and 1 reported empty.");
    expect(words).toContain("“Fraud” was 20% of cases before and is 50% now.");
    expect(words).toContain("Fraud and money laundering 40 20.0% 50 50.0%");
    expect(words).toContain("4 kinds have records that fewer than four others are like");
    expect(words).toMatch(/Harbour Police Incidents own columns and codes closed_at/);
  });

  test("where the other tiers are not at hand, it says so and claims nothing", () => {
    const own = alone.find(({ path }) => path === "disclosure/index.html")!;
    expect(read(own)).toContain("The release for sponsors is not reported on.");
    expect(read(own)).toContain("The release for the public is not reported on.");
    expect(alone.filter(({ path }) => /^disclosure\/.+\/index/.test(path))).toEqual([]);
    const trace = alone.find(({ path }) => path.includes("/trace/"))!;
    expect(trace.html).not.toMatch(/for sponsors\s*<\/th>/);
  });

  test("the commands for a terminal are a file", async () => {
    const text = await readFile(join(root, "site/auditor/recompute/recompute.sh"), "utf8");
    expect(text).toMatch(/^#!\/bin\/sh\n/);
    expect(text).toContain('recompute "$1"/releases/2026-q3/files \\\n  --out "$2"/2026-q3');
  });
});
