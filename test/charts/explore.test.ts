import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readChoice, writeChoice } from "../../src/site/explore/address.ts";
import { exploreRows } from "../../src/site/explore/rows.ts";
import { exploreSpec } from "../../src/site/explore/spec.ts";
import type { Scale } from "../../src/site/words/numbers.ts";
import { byPartner, figure, monthly, partners } from "./figures.ts";
import { servePage, type ServedPage } from "./page.ts";

const scale: Scale = { unit: "hours", currency: "EUR", per: null, base: 10 };
const choice = { breakdown: "partner", statistic: "median" };
const rows = exploreRows([...monthly, ...byPartner], choice, scale, { partner: partners });

describe("the explorer's rows", () => {
  test("keep the order of the release, so that partners are no league table", () => {
    expect(rows.map(({ name }) => name)).toEqual(Object.values(partners));
  });

  test("hold no number where a figure is hidden, but its mark and the reason", () => {
    const hidden = rows.find(({ name }) => name === "Lantern Service")!;
    expect(hidden).toMatchObject({ value: null, lower: null, upper: null });
    const mark = { mark: "[c]", says: "hidden: too few cases stand behind it", word: "hidden" };
    expect(hidden.cell).toMatchObject({ value: mark, interval: mark, cases: mark });
  });

  test("say of a bound that it is one, and draw it as one", () => {
    const bound = figure({
      ...{ breakdown: "partner", category: "ledger", unit: "share", bound: "at least" },
      ...{ value: 0.96, lower: 0.96, upper: 1, decimals: 0 },
    });
    const [row] = exploreRows([bound], choice, { ...scale, unit: "share" }, {});
    expect(row).toMatchObject({
      bound: true,
      cell: { value: "at least 96", interval: "96 to 100" },
    });
  });

  test("are the data of the chart, number for number", () => {
    const { data } = exploreSpec(rows, { breakdown: "partner", scale, width: 600 });
    const drawn = (data as { values: (Pick<(typeof rows)[0], "value"> & { shown: string })[] })
      .values;
    expect(drawn.map(({ value }) => value)).toEqual(rows.map(({ value }) => value));
    const written = rows.map(({ cell: { value } }) =>
      typeof value === "string" ? value : value.mark,
    );
    expect(drawn.map(({ shown }) => shown)).toEqual(written);
  });

  test("draw marks of neighbouring periods only as far as they fit", () => {
    const month = { breakdown: "month", statistic: "median" };
    const { data } = exploreSpec(exploreRows(monthly, month, scale, {}), {
      ...{ breakdown: "month", scale, width: 300 },
    });
    const labels = (data as { values: { label: string }[] }).values.map(({ label }) => label);
    const marked = labels.flatMap((label, at) => (label === "[c]" ? at : []));
    expect(marked).toEqual([7, 14]);
  });
});

describe("the explorer's address", () => {
  const offered = [{ breakdown: "month", statistic: "median" }, choice];

  test("names a choice and is read back as the same choice", () => {
    expect(readChoice(writeChoice(choice), offered)).toEqual(choice);
  });

  test("opens on the first choice where it names none that exists", () => {
    expect(readChoice("?by=street", offered)).toEqual(offered[0]);
    expect(readChoice("", offered)).toEqual(offered[0]);
  });
});

describe("the explorer under a strict content security policy", () => {
  let page: ServedPage;
  beforeAll(async () => {
    page = await servePage(new URL("explore-page", import.meta.url).pathname);
  }, 120_000);
  afterAll(() => page.close());

  test("draws its chart without a violation and without a style element", async () => {
    const tab = await openPage("?by=month");
    expect(await tab.locator(dots).count()).toBe(monthly.filter(isShown).length);
    expect(await tab.evaluate("document.querySelectorAll('style').length")).toBe(0);
    expect(await tab.evaluate("violations")).toEqual([]);
  });

  test("says in the tooltip what the table says", async () => {
    const tab = await openPage("?by=partner");
    await tab.locator(dots).nth(1).hover();
    await tab.locator(".vg-tooltip.visible").waitFor();
    const told = await tab.locator(".vg-tooltip td.value").allInnerTexts();
    const row = await tab.locator("tbody tr").nth(1).locator("td").allInnerTexts();
    expect(told.slice(0, 3)).toEqual(row);
  });

  test("changes with a choice, and the back button undoes it", async () => {
    const tab = await openPage("?by=month");
    await tab.getByRole("combobox", { name: /^By/ }).selectOption("partner");
    await tab.getByText("Harbour Police").first().waitFor();
    await tab.goBack();
    await tab.getByRole("rowheader", { name: "Oct 2024" }).waitFor();
    expect(await tab.evaluate("violations")).toEqual([]);
  });

  const dots = ".explore-chart .mark-symbol path";

  async function openPage(search: string) {
    const tab = await page.browser.newPage({ viewport: { width: 1100, height: 900 } });
    await tab.addInitScript(`globalThis.violations = [];
      document.addEventListener("securitypolicyviolation", (event) =>
        violations.push(event.violatedDirective + " " + event.blockedURI));`);
    await tab.goto(page.url + search);
    await tab.locator(dots).first().waitFor();
    return tab;
  }
});

const isShown = ({ status }: { status: string }) => status === "value";
