import { describe, expect, test } from "vitest";
import type { About, Definition, Figure, Headline } from "../../src/release/schema.ts";
import { listGaps, sayGap, shareGaps } from "../../src/site/words/coverage.ts";
import { formatDay, formatPeriod, formatPeriodShort } from "../../src/site/words/dates.ts";
import { describeFile } from "../../src/site/words/files.ts";
import { joinFinding, sayComparison, sayHeadline } from "../../src/site/words/headlines.ts";
import { sayInterval, writeInterval } from "../../src/site/words/intervals.ts";
import { anchorOf, directionWords, nameBreakdown } from "../../src/site/words/names.ts";
import {
  formatBytes,
  formatCell,
  formatInWords,
  joinWords,
  nameUnit,
  type Scale,
} from "../../src/site/words/numbers.ts";
import type { Edition } from "../../src/site/words/scales.ts";
import { sayRevisions } from "../../src/site/words/revisions.ts";
import { listSilences, saySilence } from "../../src/site/words/silences.ts";
import { sayMissing } from "../../src/site/words/status.ts";
import { listSynonyms } from "../../src/site/words/synonyms.ts";
import { sayTarget } from "../../src/site/words/targets.ts";
import { titleDots, titleTrend } from "../../src/site/words/titles.ts";
import { inReadableUnit } from "../../src/site/words/units.ts";
import { listUnmeasured } from "../../src/site/words/unmeasured.ts";

const scale = (unit: Scale["unit"], base = 10): Scale => ({
  unit,
  currency: "EUR",
  per: unit === "rate" ? 1000 : null,
  base,
});

const about = {
  programme: { currency: "EUR", name: "Meridian" },
  partners: [{ id: "lantern", name: "Lantern Service" }],
  labels: { grade: { major: "Major" } },
  previous: { id: "2026-q2", title: "To June", published: "2026-07-31" },
  indicators: ["alert-to-action"],
} as unknown as About;

const release = { about, disclosure: { base: 10 } } as unknown as Edition;

const definition = {
  title: "Time from alert to first action",
  unit: "hours",
  per: null,
  statistics: [{ name: "median", label: "Median", unit: "hours", decimals: 1 }],
  says: {
    headline: "Half of joint alerts led to a first action within {value}",
    higher: "slower",
    lower: "quicker",
  },
} as unknown as Definition;

const figure = (value: number | null, more: Partial<Figure> = {}): Figure => ({
  indicator: "alert-to-action",
  breakdown: "year",
  category: "2025-10_2026-09",
  subcategory: null,
  from: "2025-10",
  to: "2026-09",
  statistic: "median",
  unit: "hours",
  status: value === null ? "hidden" : "value",
  value,
  exact: null,
  lower: value === null ? null : value - 0.4,
  upper: value === null ? null : value + 0.5,
  n: value === null ? null : 912,
  why: value === null ? "few cases" : null,
  bound: null,
  about: false,
  decimals: 1,
  mark: value === null ? "[c]" : "",
  conf_status: value === null ? "A" : "F",
  ...more,
});

const headline = (
  latest: Figure,
  before: Figure | null,
  verdict: Headline["change"]["verdict"],
): Headline => ({
  indicator: "alert-to-action",
  statistic: "median",
  latest,
  before,
  countedOtherwise: null,
  change: { verdict, difference: null, lower: null, upper: null },
});

describe("a number", () => {
  test.each([
    [6.2, "hours", 1, "6.2 hours"],
    [1, "days", 0, "1 day"],
    [0.6239, "share", 1, "62.4%"],
    [1204, "count", 0, "1,204"],
    [-0.034, "score", 2, "−0.03"],
    [-0.001, "score", 2, "0.00"],
    [0.012, "points", 1, "1.2 percentage points"],
    [-0.01, "points", 0, "−1 percentage point"],
    [1.237, "ratio", 2, "1.24"],
    [812_345, "money", 0, "€812,345"],
    [90_319_449.2, "money", 0, "€90.3 million"],
    [999_960_000, "money", 0, "€1.0 billion"],
  ] as const)("%s is said with its unit", (value, unit, decimals, words) => {
    expect(formatInWords(value, scale(unit), decimals)).toBe(words);
  });

  test("in a table stands without its unit, which is in the header", () => {
    expect(formatCell(0.6239, scale("share"), 1)).toBe("62.4");
    expect(formatCell(90_319_449.2, scale("money"), 0)).toBe("90,319,449");
    expect(nameUnit(scale("rate"))).toBe("per 1,000");
    expect(nameUnit(scale("money"))).toBe("EUR");
    expect(nameUnit(scale("count"))).toBe("");
  });

  test("of bytes is said in the unit people use", () => {
    expect([812, 14_200, 9_949, 2_100_000].map(formatBytes)).toEqual([
      "812 bytes",
      "14 kB",
      "9.9 kB",
      "2.1 MB",
    ]);
  });
});

describe("an interval", () => {
  const hours = scale("hours");
  const plain = { decimals: 1, bound: null };

  test("is two numbers, or one where the other limit is undefined", () => {
    expect(sayInterval({ ...plain, lower: 5.8, upper: 6.7 }, hours)).toBe("5.8 to 6.7");
    expect(sayInterval({ ...plain, lower: 5.8, upper: null }, hours)).toBe("5.8 or more");
    expect(sayInterval({ ...plain, lower: null, upper: 6.7 }, hours)).toBe("up to 6.7");
    expect(sayInterval({ ...plain, lower: null, upper: null }, hours)).toBe("");
  });

  test("of shares names per cent in a sentence and not in a table", () => {
    const limits = { ...plain, lower: 0.601, upper: 0.647 };
    expect(sayInterval(limits, scale("share"))).toBe("60.1% to 64.7%");
    expect(writeInterval(limits, scale("share"))).toBe("60.1 to 64.7");
  });

  test("has the decimals of its figure, and a bound is not said twice", () => {
    const limits = { lower: 0, upper: 0.04, decimals: 0, bound: "at most" } as const;
    expect(writeInterval(limits, scale("share"))).toBe("0 to 4");
    expect(sayInterval(limits, scale("share"))).toBe("");
  });
});

describe("a headline", () => {
  const say = (verdict: Headline["change"]["verdict"]): string =>
    joinFinding(sayHeadline(definition, headline(figure(6.2), figure(6.9), verdict), release));

  test("gives number, interval and a change only where the method says so", () => {
    const start = "Half of joint alerts led to a first action within 6.2 hours (5.8 to 6.7)";
    expect(say("lower")).toBe(`${start}, quicker than a year before.`);
    expect(say("no clear change")).toBe(`${start}, with no clear change from a year before.`);
    expect(say("cannot be compared")).toBe(`${start}.`);
  });

  test("has its doubt where its sentence says", () => {
    const scored = {
      ...definition,
      says: { ...definition.says, headline: "Forecasts scored {value}{doubt}; 0 is perfect" },
    };
    const found = headline(figure(6.2), figure(6.9), "lower");
    expect(joinFinding(sayHeadline(scored, found, release))).toBe(
      "Forecasts scored 6.2 hours (5.8 to 6.7), quicker than a year before; 0 is perfect.",
    );
  });

  test("says a difference without its sign, and the year before with what it is lower than", () => {
    const gap = {
      ...definition,
      unit: "points",
      statistics: [],
      says: { ...definition.says, headline: "The share was {difference} in B than in A" },
    } as unknown as Definition;
    const points = (value: number, lower: number, upper: number) =>
      figure(value, { lower, upper, decimals: 0 });
    const found = headline(points(-0.02, -0.12, 0.08), points(0.05, 0.01, 0.09), "no clear change");
    expect(joinFinding(sayHeadline(gap, found, release))).toBe(
      "The share was 2 percentage points lower in B than in A (12 lower to 8 higher), with no clear change from a year before.",
    );
    expect(sayComparison(gap, found, release)).toBe(
      "A year before it was 5 percentage points higher in B than in A (1 to 9 higher). The two are too close to call it a change.",
    );
    const even = headline(points(-0.001, -0.06, 0.06), null, "cannot be compared");
    expect(joinFinding(sayHeadline(gap, even, release))).toBe(
      "The share was 0 percentage points higher or lower in B than in A (6 lower to 6 higher).",
    );
  });

  test("that is hidden says that it is, and why", () => {
    const hidden = sayHeadline(
      definition,
      headline(figure(null), null, "no clear change"),
      release,
    );
    expect(joinFinding(hidden)).toBe(
      "Time from alert to first action: hidden, because too few cases stand behind it.",
    );
  });

  test("is compared with the year before in a sentence of its own", () => {
    const compare = (before: Figure | null): string =>
      sayComparison(definition, headline(figure(6.2), before, "lower"), release);
    expect(compare(figure(6.9))).toBe(
      "A year before it was 6.9 hours (6.5 to 7.4). The difference is more than chance explains.",
    );
    expect(compare(null)).toBe("There is no earlier year to compare with.");
  });
});

test("a quantile that was not reached is said to be not reached", () => {
  expect(sayMissing({ status: "absent", why: "not reached" }, 10)).toBe(
    "not reached, because too many cases are still open",
  );
});

test("no direction word praises or blames", () => {
  expect(directionWords.none).toBe("Neither more nor less is better.");
  expect(Object.values(directionWords).join(" ")).not.toMatch(/\bgood|bad|worse\b/i);
});

test("dates and periods cannot be misread", () => {
  expect(formatDay("2026-03-03")).toBe("3 March 2026");
  expect(formatPeriod("2026-01", "2026-03")).toBe("January to March 2026");
  expect(formatPeriod("2025-10", "2026-09")).toBe("October 2025 to September 2026");
  expect(formatPeriodShort("2025-10", "2026-09")).toBe("Year to Sep 2026");
  expect(formatPeriodShort("2025-12", "2026-02")).toBe("Dec 2025 to Feb 2026");
});

test("a breakdown has a name and a permanent anchor", () => {
  expect(nameBreakdown("quarter,grade")).toBe("quarter and grade");
  expect(anchorOf("threat_type")).toBe("threat-type");
  expect(anchorOf("quarter,grade")).toBe("quarter-by-grade");
});

describe("chart titles", () => {
  const months = [5.1, 6.7, 6.0].map((value, at) =>
    figure(value, { breakdown: "month", from: `2026-0${at + 1}`, to: `2026-0${at + 1}` }),
  );

  test("say what the chart shows and claim no change", () => {
    const subject = { name: definition.title, sentence: definition.says.headline };
    expect(titleTrend(subject, months, scale("hours"))).toBe(
      "Half of joint alerts led to a first action within 6.0 hours in Mar 2026 (5.6 to 6.5); every month lay between 5.1 and 6.7 hours",
    );
  });

  test("name no partner", () => {
    const subject = { name: "Debriefs held", sentence: null };
    const shares = [0.4, 0.7].map((value) => figure(value, { unit: "share", decimals: 0 }));
    expect(titleDots(subject, "partner", shares, scale("share"))).toBe(
      "Debriefs held, by partner: from 40% to 70%",
    );
  });
});

test("who did not report is said in runs of months, kinds together", () => {
  const missing = (kind: string, month: string) =>
    ({ partner: "lantern", kind, month, state: "missing" }) as const;
  const coverage = ["2026-07", "2026-08", "2026-09"].flatMap((month) => [
    missing("incidents", month),
    missing("complaints", month),
  ]);
  const [gap, ...others] = listGaps(
    [...coverage, missing("incidents", "2026-02")],
    "2026-03",
    "2026-09",
  );
  expect(others).toEqual([]);
  expect(sayGap(shareGaps([gap!])[0]!, about, [])).toBe(
    "Lantern Service sent no records of complaints or incidents for July to September 2026.",
  );
  const many = ["lantern", "b", "c", "d"].map((partner) => ({ ...gap!, partner }));
  expect(sayGap(shareGaps(many)[0]!, about, [])).toBe(
    "4 partners sent no records of complaints or incidents for July to September 2026: Lantern Service, b, c and d.",
  );
});

test("a partner whose files are empty is said to be, apart from one that sent none", () => {
  const months = ["2026-04", "2026-05", "2026-06", "2026-07"];
  const coverage = months.map((month, at) => ({
    ...{ partner: "lantern", kind: "incidents", month },
    state: at < 2 ? ("silent" as const) : at === 2 ? ("missing" as const) : ("reported" as const),
  }));
  expect(listSilences(about, coverage).map((silence) => saySilence(silence, about))).toEqual([
    "Lantern Service sent files without a single record for April to May 2026.",
  ]);
});

test("what is not measured names the records that nobody sent, and claims no zero", () => {
  const one = { id: "x", title: "Complaints per 1,000 joint actions", why: "no cases" as const };
  const coverage = [
    { partner: "lantern", kind: "incidents", month: "2026-04", state: "reported" as const },
  ];
  const [group] = listUnmeasured([{ ...one, kinds: ["complaints", "incidents"] }], {
    coverage,
    codebook: [],
  });
  expect(group!.because).toBe(
    "No partner submitted records of complaints. That is not to say that there were none.",
  );
});

describe("a duration below two hours", () => {
  const short = [figure(0.1, { lower: 0.05, upper: 0.15 }), figure(1.5)];

  test("is read in minutes, in a sentence and in a column as a whole", () => {
    const { scale: minutes, figures } = inReadableUnit(short, scale("hours"));
    expect(figures.map(({ value }) => formatCell(value!, minutes, 0))).toEqual(["6", "90"]);
    expect(nameUnit(minutes)).toBe("minutes");
    const [latest] = short;
    expect(joinFinding(sayHeadline(definition, headline(latest!, null, "higher"), release))).toBe(
      "Half of joint alerts led to a first action within 6 minutes (3 to 9), slower than a year before.",
    );
  });

  test("stays in hours beside a longer one", () => {
    const mixed = [...short, figure(3)];
    expect(inReadableUnit(mixed, scale("hours"))).toEqual({
      figures: mixed,
      scale: scale("hours"),
    });
  });
});

test("a target that was agreed is said beside the figure, with the side it lies on", () => {
  const share = {
    ...{
      ...definition,
      unit: "share",
      limit: { value: 360, unit: "minutes" },
      target: { value: 0.6, words: "60%" },
    },
    statistics: [{ name: "median", label: "Share", unit: "share", decimals: 1 }],
    tallies: [{ name: "incidents" }],
  } as unknown as Definition;
  const say = (value: number): string =>
    sayTarget(
      share,
      headline(figure(value, { lower: value - 0.02, upper: value + 0.02 }), null, "higher"),
      release,
    );
  expect(say(0.4)).toBe(
    "The agreed limit is 6 hours. The agreed target is 60%: the figure lies below it, its interval included.",
  );
  expect(say(0.59)).toContain("too close to say on which side");
});

test("revisions are told in a sentence, also where there are none", () => {
  expect(sayRevisions(about, [])).toBe("No figure of the release before, “To June”, was revised.");
  expect(sayRevisions({ ...about, previous: null }, [])).toMatch(/^This is the first release/);
});

test("lists, files and everyday words", () => {
  expect(joinWords(["a", "b", "c"])).toBe("a, b and c");
  expect(describeFile("indicators/x/figures.csv")).toBe("All figures, as CSV");
  expect(listSynonyms({ title: "Complaints received", question: "How many?" })).toContain(
    "grievance",
  );
});
