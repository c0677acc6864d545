import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { Engine, quoteText } from "../../src/engines/duckdb.ts";
import { run } from "../../src/run.ts";
import { buildSite } from "../../src/site.ts";
import type { Catalog } from "../../src/site/workbench/catalog.ts";
import { launchBrowser } from "../browser/browser.ts";
import { serveSite } from "../browser/served-site.ts";
import { startWithSecond } from "../few-kinds.ts";

// The auditors' workbench in a real browser: how long from opening the page to its first answer, and
// a GROUP BY over a million tally rows.
const root = await mkdtemp(join(tmpdir(), "plumbline-bench-workbench-"));
const folder = join(root, "site");
const data = join(root, "data");
await cp(join(import.meta.dirname, "../../data/sample"), data, { recursive: true });
await rm(join(data, "register"), { recursive: true });
await startWithSecond(data);
const made = await run({
  data,
  releases: join(root, "releases"),
  tier: "auditor",
  only: "2026-q3",
});
const releaseFolders = made.map((result) => result.folder);
await buildSite({ releaseFolders, tier: "auditor", out: folder, base: "/" });
const tally = await makeMillion();
const [browser, site] = await Promise.all([launchBrowser(), serveSite(folder)]);
const context = await browser.newContext();

for (const opening of ["first opening", "second", "third", "fourth"]) {
  const { page, seconds } = await open(context);
  console.log(`${opening}: first query answered after ${seconds.toFixed(2)} s`);
  await page.close();
}
const { page } = await open(context);
const groups = `select month, partner, sum(alerts_n) as alerts from ${tally} group by all order by all`;
console.log(`1,000,000 rows, read and added up: ${(await answer(page, groups)).toFixed(2)} s`);
for (let turn = 0; turn < 3; turn += 1) {
  const seconds = await answer(page, `${groups} -- ${turn}`);
  console.log(`1,000,000 rows, added up again: ${seconds.toFixed(2)} s (${await said(page)})`);
}
await browser.close();
site.close();
await rm(root, { recursive: true });

/** Repeats the rows of a tally on the site until they are a million, over more months. */
async function makeMillion(): Promise<string> {
  const catalog = JSON.parse(
    await readFile(join(folder, "workbench/catalog.json"), "utf8"),
  ) as Catalog;
  const { name, path } = catalog.tables.find((table) => table.name === "alert_actions")!;
  const file = quoteText(join(folder, path));
  const engine = await Engine.open();
  await engine.run(`
    create table few as from read_csv(${file}, all_varchar = true);
    copy (
      select * exclude (range) replace ((month::date - to_months(24 * range::integer))::date as month)
      from few cross join range(100) limit 1000000
    ) to ${file} (header, delimiter ',')`);
  engine.close();
  return name;
}

/** Opens the page and runs the query that stands there, as early as a reader could. */
async function open(within: BrowserContext): Promise<{ page: Page; seconds: number }> {
  const opened = await within.newPage();
  const started = performance.now();
  await opened.goto(`${site.origin}/workbench/`);
  await opened.waitForFunction(() => document.querySelector("textarea")?.value !== "");
  await opened.click("#run");
  await opened.waitForSelector("#result tbody tr");
  return { page: opened, seconds: (performance.now() - started) / 1000 };
}

/** Seconds from the click to the rows. */
async function answer(opened: Page, sql: string): Promise<number> {
  await opened.fill("#sql", sql);
  const started = performance.now();
  await opened.click("#run");
  await opened.waitForSelector('#run[aria-disabled="false"]');
  if ((await opened.locator("#result tbody tr").count()) === 0) throw new Error(await said(opened));
  return (performance.now() - started) / 1000;
}

function said(opened: Page): Promise<string> {
  return opened.innerText("#said");
}
