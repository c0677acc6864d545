import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Browser } from "playwright-core";
import { launchBrowser, openPage } from "./browser.ts";
import { serveSite, type ServedSite } from "./served-site.ts";

let browser: Browser;
let site: ServedSite;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveSite(inject("sample").site)]);
});

afterAll(async () => {
  await browser.close();
  site.close();
});

/** Presses the button on the page of a site that checks, and waits until it is done. */
async function runCheck(origin: string, path = "/verify/") {
  const opened = await openPage(browser, origin, path);
  await opened.page.click("#check button");
  await opened.page.waitForSelector('#check button[aria-disabled="false"]', { timeout: 60_000 });
  const { page } = opened;
  return {
    ...opened,
    verdict: await page.innerText("#verdict"),
    checks: await page.locator("#checked li").allInnerTexts(),
    rows: await page
      .locator("#checked tbody tr")
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent))),
  };
}

test("a reader's browser checks a release from its files to every figure, and asks nobody else", async () => {
  const { verdict, checks, rows, faults, close } = await runCheck(site.origin);
  expect(verdict).toBe(
    "Everything holds. The keys are throw-away ones: they do not show who released it.",
  );
  expect(checks.map((line) => line.split("\n")[0])).toEqual(
    [
      ...["files", "signature", "log entry", "policy", "tallies", "sums of money"],
      ...["figures", "witnesses", "history"],
    ].map((name) => `Holds: ${name}`),
  );
  expect(rows.length).toBeGreaterThan(15);
  for (const [title, computed, published] of rows) expect(computed, title).toBe(published);
  expect(rows.map(([title]) => title)).toContain("Time from alert to first action");
  expect(faults).toEqual([]);
  await close();
}, 90_000);

test("the release that an address names is the one that is checked", async () => {
  const { page, checks, close } = await runCheck(site.origin, "/verify/?release=2026-q2");
  expect(await page.locator("#check select").inputValue()).toBe("2026-q2");
  expect(checks.join(" ")).toContain("Entry 0 of 1");
  await close();
}, 90_000);

test("a browser names the byte that somebody changed, and the figure that does not follow", async () => {
  const folder = await mkdtemp(join(tmpdir(), "plumbline-tampered-"));
  await cp(inject("sample").site, folder, { recursive: true });
  const path = "indicators/complaints-upheld/figures.json";
  const file = join(folder, "releases/2026-q3/files", path);
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace(/("status":"value","value":0\.)3/, "$14"));
  const tampered = await serveSite(folder);
  const { verdict, checks, close } = await runCheck(tampered.origin);
  expect(verdict).toMatch(/^Something does not hold/);
  expect(checks.join("\n")).toMatch(
    /Does not hold: files\nindicators\/complaints-upheld\/figures\.json was changed: byte [\d,]+ is 0x34 and was 0x33\./,
  );
  expect(checks.join("\n")).toContain("complaints-upheld");
  await close();
  tampered.close();
  await rm(folder, { recursive: true });
}, 90_000);
