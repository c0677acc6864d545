import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { weighPage } from "../../src/publish/weigh-page.ts";
import { launchBrowser, openPage, scripts, weigh } from "./browser.ts";
import { findFlaws, laptop } from "./look.ts";
import { serveSite, type ServedSite } from "./served-site.ts";

let browser: Browser;
let site: ServedSite;

/** Tests that pages of the published sample are whole for everybody, each opened in a browser. */
export function testPages(paths: readonly string[]): void {
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), serveSite(inject("sample").site)]);
  });
  afterAll(async () => {
    await browser.close();
    site.close();
  });
  describe.each(paths)("%s", testPage);
}

function testPage(path: string): void {
  test("on a phone and a laptop: axe finds nothing in light or dark, nothing fails, nothing is fetched elsewhere", async () => {
    const opened = await openPage(browser, site.origin, path);
    expect(await findFlaws(opened)).toEqual([]);
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
}

/** The same as `weigh`, told from what the page names. */
export function weighFile(path: string): Promise<number> {
  const file = path.endsWith("/") ? `${path}index.html` : path;
  return weighPage(inject("sample").site, file, "/");
}
