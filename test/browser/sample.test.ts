import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { Engine, quoteText } from "../../src/engines/duckdb.ts";
import { measures } from "../../src/measures/index.ts";
import { weighPage } from "../../src/publish/weigh-page.ts";
import { readRelease, type Release } from "../../src/release/read.ts";
import { findAxeViolations, overflowsSideways, wcagTags } from "./axe.ts";
import { launchBrowser, openPage, type WatchedPage } from "./browser.ts";
import { serveSite, type ServedSite } from "./served-site.ts";

/** A page of each kind, and of indicators one of each measure. */
const kinds = [
  "/",
  "/questions/guardrails/",
  "/indicators/",
  "/indicators/alert-to-action/",
  "/indicators/disruptions-by-grade/",
  "/indicators/assets-restrained/",
  "/indicators/asset-conversion/",
  "/indicators/forecast-calibration/",
  "/indicators/complaints-per-1000-actions/",
  "/indicators/complaints-upheld/",
  "/indicators/confidence-in-fair-treatment/",
  "/indicators/find-rate-gap/",
  "/indicators/alert-to-action/history/",
  "/indicators/alert-to-action/explore/",
  "/releases/",
  "/releases/2026-q3/",
  "/releases/2026-q3/trace/alert-to-action/",
  "/verify/",
  "/reports/2026-q3/",
  "/reports/2026-q3/annexes/",
  "/revisions/",
  "/methods/",
  "/data/",
  "/data/complaints/",
  "/accessibility/",
  "/search/",
  "/404.html",
];
const phone = { width: 360, height: 740 };
const laptop = { width: 1280, height: 800 };

let browser: Browser;
let site: ServedSite;
let release: Release;

beforeAll(async () => {
  const { site: folder, newest } = inject("sample");
  [browser, site] = await Promise.all([launchBrowser(), serveSite(folder)]);
  release = await readRelease(newest);
});

afterAll(async () => {
  await browser.close();
  site.close();
});

test("each kind of page and each measure is among those that are looked at", async () => {
  const files = await readdir(inject("sample").site, { recursive: true });
  const pages = files.filter((path) => path.endsWith(".html"));
  const all = pages.map((path) => `/${path.replace(/index\.html$/, "")}`);
  const kindOf = (path: string): string =>
    path.replaceAll(
      /(?<=\/(?:data|indicators|questions|releases|reports|trace)\/)[^/]+(?=\/)/g,
      "*",
    );
  expect(new Set(kinds.map(kindOf))).toEqual(new Set(all.map(kindOf)));
  const seen = release.indicators.filter((one) =>
    kinds.includes(`/indicators/${one.definition.id}/`),
  );
  const used = seen.map(({ definition }) => definition.measure);
  expect(new Set(used)).toEqual(new Set(Object.keys(measures)));
});

describe.each(kinds)("%s", (path) => {
  test("on a phone and a laptop: axe finds nothing in light or dark, nothing fails, nothing is fetched elsewhere", async () => {
    const opened = await openPage(browser, site.origin, path, {
      viewport: phone,
      colorScheme: "light",
    });
    for (const viewport of [phone, laptop]) {
      await opened.page.setViewportSize(viewport);
      await opened.page.emulateMedia({ colorScheme: "light" });
      expect(await findAxeViolations(opened.page, wcagTags)).toEqual([]);
      await opened.page.emulateMedia({ colorScheme: "dark" });
      // What differs in the dark is colour.
      expect(await findAxeViolations(opened.page, ["cat.color"])).toEqual([]);
      expect(await overflowsSideways(opened.page)).toBe(false);
    }
    expect(opened.faults).toEqual([]);
    await opened.close();
  }, 60_000);

  test("reads the same without JavaScript, weighs little, and prints with its tier", async () => {
    const opened = await openPage(browser, site.origin, path, { viewport: laptop });
    const without = await openPage(browser, site.origin, path, {
      viewport: laptop,
      javaScriptEnabled: false,
    });
    expect(without.faults).toEqual([]);
    expect(await without.page.locator("h1").count()).toBe(1);
    if (path.endsWith("/explore/") || path === "/search/" || path === "/verify/") {
      expect((await without.page.innerText("main")).length).toBeGreaterThan(80);
    } else {
      expect(await without.page.innerText("main")).toBe(await opened.page.innerText("main"));
      expect(scripts(opened)).toEqual([]);
      // So a page can be weighed from its files.
      expect(weigh(opened)).toBeLessThanOrEqual(await weighFile(path));
    }
    if (!path.endsWith("/explore/")) expect(weigh(opened)).toBeLessThanOrEqual(40_000);
    await opened.page.emulateMedia({ media: "print" });
    expect(await opened.page.locator("header nav:visible").count()).toBe(0);
    expect(await opened.page.innerText("body")).toMatch(/Public release/);
    expect((await opened.page.pdf({ format: "A4" })).length).toBeGreaterThan(5_000);
    expect(opened.faults).toEqual([]);
    await Promise.all([opened.close(), without.close()]);
  }, 60_000);
});

test("every indicator's page weighs at most 40 kB compressed", async () => {
  for (const { definition } of release.indicators) {
    const path = `/indicators/${definition.id}/`;
    expect(await weighFile(path), path).toBeLessThanOrEqual(40_000);
  }
});

test("by keyboard alone: skip link first, then from the overview to an indicator", async () => {
  const { page, close } = await openPage(browser, site.origin, "/", { viewport: laptop });
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toMatch(/^#/);
  await page.keyboard.press("Enter");
  const goal = "/indicators/alert-to-action/";
  for (let step = 0; step < 20; step += 1) {
    await page.keyboard.press("Tab");
    const href = await page.evaluate(() => document.activeElement?.getAttribute("href") ?? "");
    const outline = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement!);
      return style.outlineStyle !== "none" || style.boxShadow !== "none";
    });
    expect(outline, `focus is not seen on ${href}`).toBe(true);
    if (href.startsWith(goal)) break;
  }
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${goal}*`);
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe("/");
  await close();
}, 60_000);

test("exploring loads only when asked, and shows the numbers of the release", async () => {
  const opened = await openPage(browser, site.origin, "/indicators/alert-to-action/", {
    viewport: laptop,
  });
  expect(scripts(opened)).toEqual([]);
  await opened.page.locator('a[href$="/explore/"]').first().click();
  await opened.page.waitForURL("**/explore/");
  await opened.page.waitForSelector("main svg", { timeout: 20_000 });
  await opened.page.locator("main select").nth(1).selectOption("quarter");
  const shown = await opened.page.locator("main table").last().innerText();
  const { figures } = release.indicators.find(
    ({ definition: { id } }) => id === "alert-to-action",
  )!;
  const medians = figures.filter(
    ({ statistic, breakdown }) => statistic === "median" && breakdown === "quarter",
  );
  for (const { value, decimals } of medians) expect(shown).toContain(value!.toFixed(decimals));
  expect(opened.faults).toEqual([]);
  await opened.close();
}, 60_000);

test("search forgives a typing error, and lists everything without JavaScript", async () => {
  const { page, faults, close } = await openPage(browser, site.origin, "/search/?q=complants", {
    viewport: phone,
  });
  await page.waitForSelector("main a[href*='complaint']:visible");
  expect(faults).toEqual([]);
  await close();
  const without = await openPage(browser, site.origin, "/search/?q=complants", {
    javaScriptEnabled: false,
  });
  const links = await without.page.locator("main a[href*='/indicators/']:visible").count();
  expect(links).toBeGreaterThanOrEqual(release.indicators.length);
  await without.close();
}, 60_000);

test("downloads open in DuckDB and hold what the page shows", async () => {
  const { page, close } = await openPage(browser, site.origin, "/indicators/complaints-upheld/", {
    viewport: laptop,
  });
  const hrefs = await page
    .locator('a[href$=".csv"], a[href$=".json"], a[href$=".parquet"]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  const shown = await page.innerText("main");
  await close();
  const engine = await Engine.open();
  try {
    for (const ending of ["csv", "json", "parquet"]) {
      const href = hrefs.find((path) => path.endsWith(`figures.${ending}`))!;
      const rows = await engine.rows<{ value: number; n: number; decimals: number }>(`
        select value::double as value, n::integer as n, decimals::integer as decimals
        from ${quoteText(join(inject("sample").site, href))}
        where breakdown = 'partner' and statistic = 'share' and status = 'value'`);
      expect(rows.length).toBeGreaterThan(5);
      for (const { value, n, decimals } of rows) {
        expect(shown).toContain((value * 100).toFixed(decimals));
        expect(shown).toContain(n.toLocaleString("en"));
      }
    }
  } finally {
    engine.close();
  }
}, 60_000);

/** Bytes that a reader downloads for a page, each file compressed. */
function weigh({ fetched }: WatchedPage): number {
  return [...fetched.values()].reduce((sum, body) => sum + gzipSync(body).length, 0);
}

/** The same, told from what the page names. */
function weighFile(path: string): Promise<number> {
  const file = path.endsWith("/") ? `${path}index.html` : path;
  return weighPage(inject("sample").site, file, "/");
}

function scripts({ fetched }: WatchedPage): string[] {
  return [...fetched.keys()].filter((path) => path.endsWith(".js"));
}
