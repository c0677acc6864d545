import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findAxeViolations, laptop, overflowsSideways, phone, wcagTags } from "../browser/look.ts";
import { launchBrowser, openPage } from "../browser/browser.ts";
import { serveSite, type ServedSite } from "../browser/served-site.ts";
import { makeAuditorSite, type AuditorSite } from "./auditor-site.ts";
import { openWorkbench, waitForAnswer, type OpenWorkbench } from "./workbench-page.ts";

let browser: Browser;
let made: AuditorSite;
let site: ServedSite;
let bench: OpenWorkbench;

beforeAll(async () => {
  [made, browser] = await Promise.all([makeAuditorSite(), launchBrowser()]);
  site = await serveSite(made.folder);
  bench = await openWorkbench(browser, site.origin, { viewport: { width: 1280, height: 800 } });
}, 300_000);

afterAll(async () => {
  await browser.close();
  site.close();
  await made.remove();
});

test("DuckDB is loaded by this page alone, with its progress shown", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${site.origin}/`);
  expect(asked.filter((url) => /wasm|worker|catalog/.test(url))).toEqual([]);
  let release = (): void => undefined;
  const held = new Promise<void>((done) => (release = done));
  await context.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.click('nav a[href="/workbench/"]');
  await page.getByRole("progressbar", { name: "Loading DuckDB" }).waitFor();
  release();
  await page.waitForSelector("#loading", { state: "hidden", timeout: 60_000 });
  expect(await page.innerText("#said")).toBe("DuckDB is ready.");
  await context.close();
}, 90_000);

test("the first query answers as it stands there, and its numbers are those of the release", async () => {
  await bench.page.click("#run");
  expect(await waitForAnswer(bench.page)).toMatch(/^[\d,]+ rows in [\d.]+ seconds\.$/);
  const shown = await bench.page.locator("#result tbody tr").allInnerTexts();
  for (const { definition, headline } of made.release.indicators) {
    const { value } = headline.latest;
    if (headline.latest.status !== "value") continue;
    const row = shown.find((text) =>
      text.startsWith(`${definition.title}\t${headline.latest.statistic}\t`),
    );
    expect(row?.split("\t")[2], definition.id).toBe(String(value));
  }
}, 90_000);

test("the example of every indicator works its published figure out again", async () => {
  const measures = new Set<string>();
  for (const { definition, headline } of made.release.indicators) {
    await bench.page.selectOption("#example", definition.id);
    await bench.page.click("#use-example");
    await bench.page.click("#run");
    expect(await waitForAnswer(bench.page), definition.id).toMatch(/^1 row in /);
    const [workedOut = "", published = ""] = (await bench.firstRow()).slice(-2);
    if (headline.latest.status === "value") measures.add(definition.measure);
    if (definition.measure === "forecast" || headline.latest.status !== "value") continue;
    expect(published, definition.id).toBe(headline.latest.exact ?? String(headline.latest.value));
    // The same sums in another order differ in the last of sixteen digits.
    const error = Math.abs(Number(workedOut) - Number(published)) / (Number(published) || 1);
    expect(error, definition.id).toBeLessThan(1e-12);
    if (definition.measure === "proportion") expect(workedOut, definition.id).toBe(published);
  }
  expect(measures.size).toBe(9);
}, 180_000);

describe("what cannot go on is stopped, and the page goes on", () => {
  test("a query without end, by DuckDB itself, which keeps the reader's own tables", async () => {
    await bench.run("create table mine as select 7 as seven");
    await bench.page.fill("#sql", "select count(*) from range(1000000000000)");
    await bench.page.click("#run");
    await bench.page.click("#cancel");
    expect(await waitForAnswer(bench.page)).toBe("The query was stopped.");
    await bench.run("from mine");
    expect(await bench.firstRow()).toEqual(["7"]);
  }, 90_000);

  test("one that does not listen, with its worker; the next starts without another download", async () => {
    const stubborn = "select levenshtein(repeat('a', 400000), repeat('b', 400000))";
    await bench.page.fill("#sql", stubborn);
    await bench.page.click("#run");
    await bench.page.waitForTimeout(300);
    const started = Date.now();
    await bench.page.click("#cancel");
    expect(await waitForAnswer(bench.page)).toBe("The query was stopped.");
    expect(Date.now() - started).toBeGreaterThan(900);
    expect(await bench.run("select count(*) from figures")).toMatch(/^1 row/);
    expect(bench.asked.filter((path) => path.endsWith(".wasm"))).toHaveLength(1);
  }, 90_000);

  test("one that fills the memory, in a sentence", async () => {
    const big = "create table big as select repeat('x', 200000) as t from range(20000)";
    expect(await bench.run(big)).toBe(
      "The query needs more than the 1 GB of memory that it may use here: " +
        "join or sort fewer rows, or add up before you do.",
    );
    expect(await bench.run("select 1 as one")).toMatch(/^1 row/);
  }, 120_000);

  test("a text of 50 million characters, or a thousand columns, of which the table shows a part", async () => {
    expect(await bench.run("select repeat('x', 50000000) as long")).toMatch(/^1 row in /);
    expect(await bench.page.innerText("#result")).toContain(
      "Of long text the table shows the first 2,000 characters. No more than 1,000,000 characters of a value are kept.",
    );
    const columns = Array.from({ length: 1000 }, (_, at) => `range + ${at} as c${at}`);
    expect(await bench.run(`select ${columns.join(", ")} from range(100000)`)).toMatch(
      /^More than/,
    );
    expect(await bench.page.locator("#result tbody tr").count()).toBe(20);
    expect(await bench.page.innerText("#result")).toContain("The table shows the first 20 rows.");
    expect(await bench.run("select 1 as one")).toMatch(/^1 row/);
  }, 90_000);

  test("a transaction, which could undo the filling of a table and leave it empty", async () => {
    await bench.run("begin");
    const [partners] = (await bench.run("from partners")).split(" in ");
    await bench.run("rollback");
    expect(await bench.run("from partners")).toContain(`${partners!} in `);
    expect(partners).toMatch(/^[1-9]/);
  }, 60_000);

  test("a query too long for a link, which then has none", async () => {
    expect(await bench.run(`select '${"x".repeat(40_000)}' as long`)).toMatch(/^1 row/);
    await bench.page.click("#copy-link");
    expect(await bench.page.innerText("#said")).toMatch(/^This query is too long for a link/);
    expect(await bench.run("select '\ud800' as half")).toMatch(/^1 row/);
  }, 60_000);

  test("a result without end, at a number of rows that is said", async () => {
    expect(await bench.run("select range as i from range(1000000000)")).toMatch(
      /^More than 100,000 rows in /,
    );
    expect(await bench.page.locator("#result tbody tr").count()).toBe(500);
    expect(await bench.page.innerText("#result")).toContain(
      "The table shows the first 500 rows. No more than 100,000 rows are kept: there were more.",
    );
  }, 90_000);
});

test("a fault is one sentence with its place, and the caret goes there", async () => {
  await bench.page.fill("#sql", "select indicator,\n  nothing\nfrom figures");
  await bench.page.press("#sql", "Control+Enter");
  expect(await waitForAnswer(bench.page)).toMatch(/"nothing" not found .*, line 2, column 3\./);
  const at = await bench.page.evaluate(() => document.querySelector("textarea")!.selectionStart);
  expect(at).toBe("select indicator,\n  ".length);
  expect(await bench.page.getAttribute("#sql", "aria-invalid")).toBe("true");
});

test("SQL reaches no file and no address, whatever it tries, and cannot allow itself to", async () => {
  const attempts = [
    "from 'https://plumbline.example/x.csv'",
    "from read_csv('/releases/2026-q3/files/figures.csv')",
    "from read_csv('http://127.0.0.1/x.csv')",
    "copy (select 1) to 'https://plumbline.example/x.csv'",
    "attach 'https://plumbline.example/x.db'",
    "install httpfs from 'https://plumbline.example'",
    "load httpfs",
    "from read_parquet('x.parquet')",
    "set enable_external_access = true",
    "set memory_limit = '3GB'",
    "select json_extract('{}', '$')",
    "install httpfs",
    "create secret (type s3, key_id 'a', secret 'b')",
    "copy (select 1) to 'x.parquet' (format parquet)",
    "  -- nothing",
  ];
  for (const sql of attempts) expect(await bench.run(sql), sql).not.toMatch(/^\d+ row/);
  expect(bench.faults).toEqual([]);
  const own =
    /^\/(404\.html|icon\.svg|print\.css|steering\.css|audit\.css|assets\/|workbench\/|releases\/2026-q3\/files\/)/;
  expect(bench.asked.filter((path) => !own.test(path))).toEqual([]);
  expect(bench.asked).toContain("/releases/2026-q3/files/figures.csv");
}, 60_000);

test("a result is downloaded as CSV, exactly", async () => {
  await bench.run("select 1.50::decimal(9, 2) as d, 'a, \"b\"' as t, null as n, '' as e");
  const [download] = await Promise.all([
    bench.page.waitForEvent("download"),
    bench.page.getByRole("button", { name: "Download as CSV" }).click(),
  ]);
  expect(await readFile(await download.path(), "utf8")).toBe('d,t,n,e\r\n1.50,"a, ""b""",,""\r\n');
});

test("on paper a result stands under its query, and the list of tables is left out", async () => {
  await bench.run("select 1 as one");
  await bench.page.emulateMedia({ media: "print" });
  const query = bench.page.locator("#result pre");
  expect([await query.innerText(), await query.isVisible()]).toEqual(["select 1 as one", true]);
  expect(await bench.page.locator("#tables").isVisible()).toBe(false);
  await bench.page.emulateMedia({ media: "screen" });
  expect(await query.isVisible()).toBe(false);
});

test("a chart stands above a table of labels and numbers", async () => {
  await bench.run("select partner, count(*) as months from coverage group by all order by all");
  const chart = bench.page.getByRole("img", { name: "months by partner" });
  expect(await chart.locator("text").count()).toBeGreaterThan(8);
});

test("a link fills the editor and runs nothing; the back button comes to what ran before", async () => {
  const { page, run, firstRow } = bench;
  await run("select 1 as a");
  await run("select 2 as a");
  await page.goBack();
  expect(await waitForAnswer(page)).toMatch(/^1 row/);
  expect([await page.inputValue("#sql"), ...(await firstRow())]).toEqual(["select 1 as a", "1"]);
  await page.goForward();
  await waitForAnswer(page);
  expect(await firstRow()).toEqual(["2"]);
  const hash = new URL(page.url()).hash;
  const other = await openWorkbench(browser, site.origin, {}, hash);
  expect(await other.page.inputValue("#sql")).toBe("select 2 as a");
  expect(await other.page.innerText("#said")).toBe("DuckDB is ready.");
  expect(await other.page.locator("#result").isVisible()).toBe(false);
  await other.close();
}, 90_000);

test("everything works by keyboard, and the editor lets go of the focus", async () => {
  const { page } = bench;
  const focused = () => page.evaluate(() => document.activeElement?.id ?? "");
  await page.focus("#example");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await focused()).toBe("sql");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("select 3 as a");
  await page.keyboard.press("Control+Enter");
  expect(await waitForAnswer(page)).toMatch(/^1 row/);
  const order: string[] = [];
  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press("Tab");
    order.push(await focused());
    const seen = await page.evaluate(() => {
      return getComputedStyle(document.activeElement!).outlineStyle !== "none";
    });
    expect(seen, order.at(-1)).toBe(true);
  }
  expect(order).toEqual(["run", "cancel", "copy-link", ""]);
  expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe("Table of the result");
});

test("a screen reader is told what the editor is, and what comes of a query", async () => {
  const { page } = bench;
  const editor = page.getByRole("textbox", { name: "SQL" });
  expect(await editor.getAttribute("aria-describedby")).toBe("sql-help");
  await bench.run("select 1 as a");
  expect(await page.getByRole("status").innerText()).toMatch(/^1 row in/);
  expect(await page.getByRole("table", { name: "1 row of the query" }).count()).toBe(1);
});

test.each([
  ["phone", phone],
  ["laptop", laptop],
] as const)(
  "on a %s axe finds nothing in light or dark, and nothing sticks out",
  async (_, viewport) => {
    const { page, run } = bench;
    await page.setViewportSize(viewport);
    await run(
      "select partner, kind, count(*) as months from coverage group by all order by all limit 30",
    );
    await page.locator("#tables summary").first().click();
    await page.emulateMedia({ colorScheme: "light" });
    expect(await findAxeViolations(page, wcagTags)).toEqual([]);
    expect(await overflowsSideways(page)).toBe(false);
    await run("selec");
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await findAxeViolations(page, wcagTags)).toEqual([]);
    expect(bench.faults).toEqual([]);
  },
  60_000,
);

test("without JavaScript it says where the same files lie", async () => {
  const { page, faults, close } = await openPage(browser, site.origin, "/workbench/", {
    javaScriptEnabled: false,
  });
  expect(await page.innerText("main")).toContain(
    "as CSV, JSON and Parquet, for tools of your own.",
  );
  expect(await page.locator("#sql").isVisible()).toBe(false);
  expect(faults).toEqual([]);
  await close();
});
