import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runSite } from "../site/built.ts";
import { writeFixture } from "../site/fixture.ts";
import { launchBrowser, openPage, scripts, weigh } from "./browser.ts";
import { findFlaws } from "./look.ts";
import { serveSite, type ServedSite } from "./served-site.ts";

let root: string;
let browser: Browser;
let site: ServedSite;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plumbline-steering-"));
  const folder = await writeFixture(root, { months: 24, partners: 8, tier: "sponsor" });
  await runSite("--tier", "sponsor", "--release", folder, "--out", join(root, "site"));
  [browser, site] = await Promise.all([launchBrowser(), serveSite(join(root, "site/sponsor"))]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  site.close();
  await rm(root, { recursive: true, force: true });
});

const paths = [
  ...["/", "/health/", "/attention/", "/partners/", "/partners/harbour-police/", "/sponsorship/"],
  ...["/briefing/", "/indicators/alerts-acted-in-time/"],
];

describe.each(paths)("the sponsors’ %s", (path) => {
  test("on a phone and a laptop: axe finds nothing in light or dark, nothing fails, nothing sticks out", async () => {
    const opened = await openPage(browser, site.origin, path);
    expect(await findFlaws(opened)).toEqual([]);
    await opened.close();
  }, 60_000);

  test("has no script, weighs little, and says on paper for whom it is", async () => {
    const opened = await openPage(browser, site.origin, path);
    expect(scripts(opened)).toEqual([]);
    expect(weigh(opened)).toBeLessThan(45_000);
    await opened.page.emulateMedia({ media: "print" });
    expect(await opened.page.innerText("body")).toContain("Sponsor release");
    await opened.close();
  }, 60_000);
});

test("the briefing is two sheets of A4", async () => {
  const opened = await openPage(browser, site.origin, "/briefing/");
  const pdf = await opened.page.pdf({ format: "A4" });
  const { numPages } = await getDocumentProxy(new Uint8Array(pdf));
  expect(numPages).toBe(2);
  await opened.close();
}, 60_000);
