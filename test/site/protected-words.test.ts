import { describe, expect, test } from "vitest";
import type { Definition, Figure, Headline } from "../../src/release/schema.ts";
import { toCell, writeCases } from "../../src/site/cells.ts";
import { sayCases } from "../../src/site/words/cases.ts";
import { isNumeric, readExample, sayMethod } from "../../src/site/words/disclosure.ts";
import { groupTallies, sayTallies } from "../../src/site/words/files.ts";
import { joinFinding, sayComparison, sayHeadline } from "../../src/site/words/headlines.ts";
import { joinKeys, listKeys } from "../../src/site/words/keys.ts";
import type { Scale } from "../../src/site/words/numbers.ts";
import { formatGuarded } from "../../src/site/words/quality.ts";
import { sayRounding } from "../../src/site/words/rounding.ts";
import type { Edition } from "../../src/site/words/scales.ts";
import { explainMissing } from "../../src/site/words/status.ts";
import { titleCrossed, titleTrend } from "../../src/site/words/titles.ts";
import { sayValue, writeValue } from "../../src/site/words/values.ts";

const figure = (more: Partial<Figure>): Figure => ({
  indicator: "complaints-received",
  breakdown: "year",
  category: "2025-10_2026-09",
  subcategory: null,
  from: "2025-10",
  to: "2026-09",
  statistic: "count",
  unit: "count",
  status: "value",
  value: 40,
  exact: null,
  lower: 28,
  upper: 55,
  n: 40,
  why: null,
  bound: null,
  about: false,
  decimals: 0,
  mark: "",
  conf_status: "F",
  ...more,
});

const none = { value: null, lower: null, upper: null } as const;
const low = figure({
  ...{ ...none, status: "hidden", n: null, why: "few cases", mark: "[low]", conf_status: "A" },
});
const share = { unit: "share", statistic: "share", n: 320 } as const;
const about = figure({ ...share, value: 0.35, lower: 0.29, upper: 0.42, about: true });
const atMost = figure({ ...share, value: 0.04, lower: 0, upper: 0.04, bound: "at most" });
const atLeast = figure({ ...share, value: 0.96, lower: 0.96, upper: 1, bound: "at least" });

const editionOf = (base: number | null): Edition =>
  ({
    about: { programme: { currency: "EUR" }, labels: {}, partners: [] },
    disclosure: { base },
  }) as unknown as Edition;
const scaleFor = (unit: Scale["unit"], base: number | null = 10): Scale => ({
  ...{ unit, base, currency: "EUR", per: null },
});

describe("a headline", () => {
  const say = (latest: Figure, sentence: string, base = 10): string => {
    const definition = {
      title: "Complaints received",
      rounded: true,
      unit: latest.unit,
      per: null,
      statistics: [{ name: latest.statistic, label: "", unit: latest.unit, decimals: 1 }],
      says: { headline: sentence, higher: "more", lower: "fewer" },
    } as unknown as Definition;
    return joinFinding(sayHeadline(definition, headlineOf(latest), editionOf(base)));
  };
  const headlineOf = (latest: Figure, before: Figure | null = null): Headline => ({
    countedOtherwise: null,
    ...{ indicator: "x", statistic: latest.statistic, latest, before },
    change: { verdict: "cannot be compared", difference: null, lower: null, upper: null },
  });

  test("of a count too low to be shown says how few, and is no zero", () => {
    const sentence = "{value} complaints were received";
    expect(say(low, sentence)).toBe("Fewer than 10 complaints were received.");
    expect(say(low, sentence, 5)).toBe("Fewer than 5 complaints were received.");
    expect(say(low, "Partners received {value} complaints")).toBe(
      "Partners received fewer than 10 complaints.",
    );
  });

  test("says of a bound that it is one, and of a rough share that it is about so much", () => {
    const sentence = "{value} of decided complaints were upheld";
    expect(say(atMost, sentence)).toBe("At most 4% of decided complaints were upheld.");
    expect(say(atLeast, sentence)).toBe("At least 96% of decided complaints were upheld.");
    expect(say(about, sentence)).toBe("About 35% of decided complaints were upheld (29% to 42%).");
  });

  test("is compared with a year that was too low to be shown", () => {
    const definition = {
      statistics: [],
      unit: "count",
      per: null,
      rounded: true,
    } as unknown as Definition;
    expect(sayComparison(definition, headlineOf(figure({}), low), editionOf(5))).toBe(
      "A year before it was fewer than 5. The two years cannot be compared.",
    );
  });
});

test("a value has the decimals that it bears, and its bound or “about” before it", () => {
  expect(sayValue({ ...about, value: 0.352, about: false, decimals: 1 }, scaleFor("share"))).toBe(
    "35.2%",
  );
  expect(sayValue({ ...about, value: 0.35 }, scaleFor("share"))).toBe("about 35%");
  expect(writeValue({ ...atLeast, value: 0.96 }, scaleFor("share"))).toBe("at least 96");
});

describe("the reason why nothing is shown", () => {
  const hidden = ["small number", "few cases", "dominated", "protects another"] as const;
  const absent = ["no cases", "not recorded", "not reached", "undefined"] as const;

  test.each(hidden)("%s: is said to be hidden, never missing or none", (why) => {
    const { mark, says } = explainMissing({ status: "hidden", why, mark: "[c]" }, 10);
    expect(mark).toBe("[c]");
    expect(says).toMatch(/^hidden: \w/);
  });

  test.each(absent)("%s: is said to be absent, never hidden", (why) => {
    const mark = why === "no cases" || why === "undefined" ? "[z]" : "[x]";
    const said = explainMissing({ status: "absent", why, mark }, 10);
    expect(said.mark).toBe(mark);
    expect(said.says).toMatch(/^not (available|applicable): \w/);
  });

  test("names the number of its own tier", () => {
    const small = { status: "hidden", why: "small number", mark: "[c]" } as const;
    expect(explainMissing(small, 5).says).toContain("fewer than 5 cases");
    expect(explainMissing(low, 5).says).toBe(
      "too low to be shown: fewer than 5 as rounded, perhaps none",
    );
    expect(formatGuarded({ status: "hidden", value: null }, 5)).toMatchObject({ mark: "[low]" });
  });
});

describe("the key under a table", () => {
  test("explains each mark and word that occurs, once, and nothing else", () => {
    const revised = figure({ mark: "[r]" });
    const own = [figure({}), low, low, about, atMost, revised];
    const terms = joinKeys(own.flatMap((one) => listKeys(one, 10))).map(({ term }) => term);
    expect(terms).toEqual(["[low]", "[r]", "“about”", "“at most”"]);
    expect(listKeys(figure({}), 10)).toEqual([]);
  });

  test("says of a duration whose interval goes on and on how little that tells", () => {
    const hours = scaleFor("hours");
    const terms = (upper: number) =>
      toCell(figure({ unit: "hours", value: 34, lower: 26, upper }), hours).keys.map(
        ({ term }) => term,
      );
    expect(terms(5760)).toEqual(["a very wide interval"]);
    expect(terms(56)).toEqual([]);
  });

  test("tells two reasons of one mark apart", () => {
    const hide = (why: Figure["why"]) => figure({ ...none, status: "hidden", why, mark: "[c]" });
    const keys = [hide("dominated"), hide("protects another")].flatMap((one) => listKeys(one, 10));
    expect(joinKeys(keys).map(({ term }) => term)).toEqual(["[c]", "[c]"]);
  });
});

test("cases that were rounded to 0 are said to be few, not none; exact ones are 0", () => {
  const unrecorded = figure({ ...none, status: "absent", why: "not recorded", mark: "[x]", n: 0 });
  expect(writeCases(unrecorded, 10)).toMatchObject({ mark: "[x]" });
  expect(writeCases(figure({ unit: "money", n: 0 }), 10)).toMatchObject({ mark: "[low]" });
  expect(writeCases(unrecorded, null)).toBe("0");
  const complaints: { cases: [string, string] } = { cases: ["complaint", "complaints"] };
  expect(sayCases({ n: 0, unit: "money" }, complaints, 10)).toBe("from fewer than 10 complaints");
  expect(sayCases({ n: 320, unit: "share" }, complaints, 10)).toBe("from 320 complaints");
  expect(sayCases({ n: 40, unit: "count" }, complaints, 10)).toBe("");
});

describe("chart titles", () => {
  const subject = { name: "Complaints received", sentence: null };
  const months = [figure({ value: 20 }), low, figure({ value: 40 })].map((one) => ({
    ...{ ...one, breakdown: "month", from: "2026-03", to: "2026-03" },
  }));

  test("tell a count that is too low from one that nobody knows", () => {
    expect(titleTrend(subject, months, scaleFor("count"))).toBe(
      "Complaints received: 40 in Mar 2026 (28 to 55); every month shown lay between 20 and 40, and 1 month had fewer than 10",
    );
    expect(titleTrend(subject, [months[1]!], scaleFor("count", 5))).toBe(
      "Complaints received: 1 month had fewer than 5",
    );
    const grades = [low, figure({})].map((one, at) => ({
      ...{ ...one, breakdown: "quarter,grade", subcategory: ["major", "minor"][at]! },
    }));
    expect(titleCrossed(editionOf(10).about, grades, scaleFor("count"))).toBe(
      "Year to Sep 2026: fewer than 10 major and 40 minor",
    );
  });

  test("do not say that a bound lies between two numbers", () => {
    const shares = [atMost, about].map((one) => ({ ...one, breakdown: "quarter" }));
    expect(titleTrend(subject, shares, scaleFor("share"))).toBe(
      "Complaints received: about 35% in the year to Sep 2026 (29% to 42%); quarters ranged from at most 4% to about 35%",
    );
  });
});

describe("how counts were rounded", () => {
  const kind = (name: string, method: "linked" | "small counts") => ({
    ...{ kind: name, method, tables: ["a", "b"], cases: 100, held: 0 },
  });
  const linked = kind("incidents", "linked");
  const single = kind("predictions", "small counts");

  test("is one sentence, true of the kinds of record behind the page", () => {
    const end = "so that nobody can be recognised from them; they still add up.";
    const kinds = [linked, single];
    expect(sayRounding({ base: 10, kinds: [linked] })).toBe(`Counts are rounded to tens ${end}`);
    expect(sayRounding({ base: 5, kinds }, ["incidents"])).toBe(
      `Counts are rounded to fives ${end}`,
    );
    expect(sayRounding({ base: 10, kinds }, ["predictions"])).toBe(
      `Counts below 10 are rounded to 0 or 10 ${end}`,
    );
    expect(sayRounding({ base: 10, kinds })).toContain(
      "in some kinds of record only those below 10",
    );
    expect(sayRounding({ base: null, kinds: [] })).toBe("");
  });

  test("is said of each kind of record", () => {
    expect(sayMethod(linked, 5)).toContain("its 2 tables are rounded together");
    expect(sayMethod(single, 5)).toContain("counts below 5 become 0 or 5");
  });
});

test("a worked example reads its marks out and sets numbers to the end", () => {
  expect(readExample("[low]", 5)).toMatchObject({ mark: "[low]", word: "fewer than 5" });
  expect(readExample("27", 5)).toBe("27");
  const rows = [
    ["upheld", "3", "about 15%"],
    ["withdrawn", "1,204", "[c]"],
  ];
  expect([0, 1, 2].map((column) => isNumeric(rows, column))).toEqual([false, true, true]);
});

test("the files of tallies stand together by their name", () => {
  const files = ["csv", "json", "parquet"].map((end) => ({
    ...{ path: `tallies/alert_actions.${end}`, bytes: 9 },
  }));
  const [tally, ...others] = groupTallies([{ path: "about.json", bytes: 1 }, ...files]);
  expect(others).toEqual([]);
  expect(tally!.name).toBe("Alert actions");
  expect(tally!.files.map(({ form }) => form)).toEqual(["CSV", "JSON", "Parquet"]);
  expect(sayTallies(10)).toContain("rounded counts");
  expect(sayTallies(null)).toContain("exact counts");
});
