import { describe, expect, test } from "vitest";
import { makeHeadline } from "../../src/release/headline.ts";
import type { Definition, Figure, Headline } from "../../src/release/schema.ts";
import { nameVerdict, sayComparison } from "../../src/site/words/headlines.ts";
import { explainInterval } from "../../src/site/words/intervals.ts";
import { sayDirection } from "../../src/site/words/names.ts";
import type { Edition } from "../../src/site/words/scales.ts";
import { sayTarget } from "../../src/site/words/targets.ts";
import { sayUnsettled } from "../../src/site/words/titles.ts";

const edition = {
  about: { programme: { currency: "EUR" } },
  disclosure: { base: 10 },
} as unknown as Edition;

const figure = (facts: Partial<Figure>): Figure =>
  ({
    ...{ indicator: "x", breakdown: "year", statistic: "share", unit: "share", status: "value" },
    ...{ from: "2025-10", to: "2026-09", value: 0.5, lower: 0.49, upper: 0.51, n: 900 },
    ...{ bound: null, about: false, decimals: 0, why: null, mark: "", ...facts },
  }) as unknown as Figure;

const definitionOf = (facts: Partial<Definition>): Definition =>
  ({
    ...{ id: "x", measure: "proportion", unit: "share", rounded: true, per: null },
    ...{ limit: null, target: null, settlesAfter: 0, countedOtherwise: [] },
    ...{ direction: "none", directionWhy: "" },
    says: { headline: "{value} of cases", higher: "more", lower: "less" },
    statistics: [{ name: "share", label: "Share", unit: "share", decimals: 1 }],
    ...facts,
  }) as unknown as Definition;

const before = figure({ from: "2024-10", to: "2025-09", value: 0.8, lower: 0.79, upper: 0.81 });
const judge = (definition: Definition, latest = figure({}), was = before): Headline =>
  makeHeadline(definition, [was, latest]);

describe("beside the year before", () => {
  test("a verdict is withheld where years are not alike, and the reason given", () => {
    const why = "One delivery decides much of a year.";
    const definition = definitionOf({ yearBefore: { judged: false, why } });
    const headline = judge(definition);
    expect(headline.change.verdict).toBe("cannot be compared");
    expect(nameVerdict(headline)).toBe("not judged");
    expect(sayComparison(definition, headline, edition)).toBe(
      `A year before it was 80% (79% to 81%). The two are not compared. ${why}`,
    );
    const gone = figure({ ...before, status: "absent", value: null, why: "no cases" });
    const bare = judge(definition, figure({}), gone);
    expect(nameVerdict(bare)).toBe("no year before given");
    expect(sayComparison(definition, bare, edition)).toBe(`No year before is given. ${why}`);
  });

  test("a verdict is withheld where cases were counted otherwise since, and only there", () => {
    const since = (from: string) => definitionOf({ countedOtherwise: [{ from, title: "A form" }] });
    const verdict = (from: string) => judge(since(from)).change.verdict;
    expect(["2024-10", "2024-11", "2026-09", "2026-10"].map(verdict)).toEqual([
      ...["lower", "cannot be compared", "cannot be compared", "lower"],
    ]);
    const definition = since("2026-01");
    expect(sayComparison(definition, judge(definition), edition)).toBe(
      "A year before it was 80% (79% to 81%). It is counted otherwise since January 2026 (“A form”), so the two are not compared.",
    );
  });

  test("a verdict is given with its warning where the latest year can still change", () => {
    const why = "The latest year can still rise.";
    const definition = definitionOf({ yearBefore: { judged: true, why } });
    expect(judge(definition).change.verdict).toBe("lower");
    expect(sayComparison(definition, judge(definition), edition)).toMatch(
      /more than chance explains\. The latest year can still rise\.$/,
    );
  });

  test("sums of money are given and not judged, for want of an interval and not of chance", () => {
    const definition = definitionOf({ measure: "money-share" });
    const bare = { lower: null, upper: null };
    const headline = judge(definition, figure(bare), figure({ ...before, ...bare }));
    expect(nameVerdict(headline)).toBe("not judged");
    expect(sayComparison(definition, headline, edition)).not.toMatch(/chance/);
  });
});

describe("a comparison of two groups", () => {
  const definition = definitionOf({
    ...{ measure: "ratio", unit: "ratio", directionWhy: "Towards 1." },
    statistics: [{ name: "ratio", label: "Ratio", unit: "ratio", decimals: 2 }],
  });
  const say = (lower: number, upper: number): string =>
    sayTarget(
      definition,
      {
        ...judge(definition),
        statistic: "ratio",
        latest: figure({
          statistic: "ratio",
          unit: "ratio",
          value: (lower + upper) / 2,
          lower,
          upper,
        }),
      },
      edition,
    );

  test("says whether they differ at all, and does not take no proof for no difference", () => {
    expect(say(1.06, 1.22)).toMatch(/lies above 1, .* more than chance explains\.$/);
    expect(say(0.7, 0.9)).toMatch(/lies below 1, /);
    expect(say(0.9, 1.2)).toBe(
      "The interval holds 1, which is no difference: it does not show that the groups differ, nor that they do not.",
    );
  });

  test("aims at no difference, and not at neither more nor less", () => {
    expect(sayDirection(definition)).toBe("Towards 1.");
    expect(sayDirection(definitionOf({ directionWhy: "Both." }))).toBe(
      "Neither more nor less is better. Both.",
    );
  });
});

test("the interval of a count is not said to hold a truer count", () => {
  expect(explainInterval({ measure: "count" })).not.toMatch(/true figure/);
  expect(explainInterval({ measure: "proportion" })).toMatch(/true figure/);
});

test("months that can still change are named, where there are any", () => {
  expect(sayUnsettled({ settlesAfter: 3 })).toBe(
    "the last 3 months can still change, as cases are decided",
  );
  expect(sayUnsettled({ settlesAfter: 1 })).toMatch(/^the last month can/);
  expect(sayUnsettled({ settlesAfter: 0 })).toBe("");
});
