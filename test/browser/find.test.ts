// However many indicators there are, a stranger finds one in two clicks or by one search.

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { readRelease, type Release } from "../../src/release/read.ts";
import { launchBrowser, openPage } from "./browser.ts";
import { phone } from "./look.ts";
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

async function listLinks(page: Page): Promise<string[]> {
  const links = page.locator("main a[href]");
  return links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
}

test("whether complaints are answered in time is two clicks from the overview", async () => {
  const { page, faults, close } = await openPage(browser, site.origin, "/", { viewport: phone });
  await page.locator("main nav.contents").getByText("Are rights respected?").click();
  expect(new URL(page.url()).hash).toBe("#rights");
  await page.locator("#rights a[href*='/indicators/complaint-closing-time/']").first().click();
  await page.waitForURL("**/indicators/complaint-closing-time/");
  expect(await page.innerText("h1")).toBe("Time to close complaints");
  expect(faults).toEqual([]);
  await close();
}, 60_000);

test("every indicator is at most two clicks from the overview, without JavaScript", async () => {
  const options = { viewport: phone, javaScriptEnabled: false };
  const { page, close } = await openPage(browser, site.origin, "/", options);
  const near = await listLinks(page);
  const reached = [...near];
  for (const path of new Set(near.filter((one) => one.startsWith("/questions/")))) {
    await page.goto(`${site.origin}${path}`);
    reached.push(...(await listLinks(page)));
  }
  await close();
  const ids = release.indicators.map(({ definition: { id } }) => id);
  expect(ids.filter((id) => !reached.includes(`/indicators/${id}/`))).toEqual([]);
}, 60_000);

test("one search in plain words finds it first, also by words that no title has", async () => {
  const { page, faults, close } = await openPage(browser, site.origin, "/search/", {
    viewport: phone,
  });
  const findFirst = async (words: string): Promise<string | null> => {
    await page.locator("main input[name=q]").fill(words);
    const said = page.locator("#found", { hasText: `“${words}”` });
    await said.waitFor();
    return page.locator("#results li").first().getAttribute("data-id");
  };
  const answers = ["complaint-acknowledgement-time", "complaint-closing-time"];
  expect(answers).toContain(await findFirst("are complaints answered in time"));
  expect(await findFirst("whistleblower retaliation")).toBe("detriment-reported");
  expect(await findFirst("spying on innocent people")).toBe("persons-notified");
  expect(await findFirst("budget")).toMatch(/^funding-committed/);
  expect(faults).toEqual([]);
  await close();
}, 60_000);
