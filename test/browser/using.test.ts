import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { Engine, quoteText } from "../../src/engines/duckdb.ts";
import { readRelease, type Release } from "../../src/release/read.ts";
import { launchBrowser, openPage, scripts } from "./browser.ts";
import { laptop, phone } from "./look.ts";
import { serveSite, type ServedSite } from "./served-site.ts";

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
