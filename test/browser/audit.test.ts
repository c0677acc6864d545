import { join } from "node:path";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runSite } from "../site/built.ts";
import { writeFixture } from "../site/fixture.ts";
import { launchBrowser, openPage, weigh } from "./browser.ts";
import { findFlaws } from "./look.ts";
import { serveSite, type ServedSite } from "./served-site.ts";

let root: string;
let browser: Browser;
let site: ServedSite;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plumbline-audit-"));
  const options = { months: 24, partners: 8 };
  await writeFixture(root, { ...options, tier: "sponsor" });
  const folder = await writeFixture(root, { ...options, tier: "auditor" });
  await runSite("--tier", "auditor", "--release", folder, "--out", join(root, "site"));
  [browser, site] = await Promise.all([launchBrowser(), serveSite(join(root, "site/auditor"))]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  site.close();
  await rm(root, { recursive: true, force: true });
});

const paths = [
  ...["/", "/submissions/", "/quality/", "/disclosure/", "/disclosure/sponsor/", "/register/"],
  ...["/recompute/", "/releases/2026-q3/trace/alert-to-action/"],
  "/submissions/harbour-police.2025-10_2026-09.incidents.2026-10-09/",
];

describe.each(paths)("the auditors’ %s", (path) => {
  test("on a phone and a laptop: axe finds nothing in light or dark, nothing fails, nothing sticks out", async () => {
    const opened = await openPage(browser, site.origin, path);
    expect(await findFlaws(opened)).toEqual([]);
    await opened.close();
  }, 60_000);

  test("weighs less than 100 kB, is whole without a script, and says on paper for whom it is", async () => {
    const opened = await openPage(browser, site.origin, path);
    expect(weigh(opened)).toBeLessThan(100_000);
    const without = await openPage(browser, site.origin, path, { javaScriptEnabled: false });
    const words = await without.page.innerText("main");
    if (path === "/recompute/") expect(words).toContain("JavaScript is switched off");
    else expect(words).toBe(await opened.page.innerText("main"));
    await opened.page.emulateMedia({ media: "print" });
    expect(await opened.page.innerText("body")).toContain("Auditor release");
    await Promise.all([opened.close(), without.close()]);
  }, 60_000);
});

test("by keyboard alone: from a submission to a figure that rests on it", async () => {
  const path = "/submissions/harbour-police.2025-10_2026-09.incidents.2026-10-09/";
  const { page, close } = await openPage(browser, site.origin, path);
  await page.locator("details.touched summary").first().focus();
  await page.keyboard.press("Enter");
  await page.locator(".places a").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/trace\/.+#/);
  expect(await page.locator("tr:target").count()).toBe(1);
  await close();
}, 60_000);
