import fc from "fast-check";
import { expect, test } from "vitest";
import { tiers } from "../../pipelines/4-disclosure/tiers.ts";
import { findReason } from "../../src/disclosure/figure-rules.ts";
import { roundStatistic, type Shown } from "../../src/disclosure/precision.ts";
import { measures } from "../../src/measures/index.ts";
import type {
  MeasureName,
  MeasureOptions,
  Statistic,
  TallyRow,
} from "../../src/measures/measure.ts";

const cubes = { numRuns: 1000, seed: 7 };
const protectedTiers = fc.constantFrom(tiers.public.protection!, tiers.sponsor.protection!);
type Protection = NonNullable<typeof tiers.public.protection>;

/** What a tier shows of random rounded rows of a measure, and the statistics behind it. */
function show(
  protection: Protection,
  measure: MeasureName,
  rows: readonly TallyRow[],
  options: MeasureOptions = {},
): { statistic: Statistic; shown: Shown }[] {
  return measures[measure]
    .estimate(rows, { noise: 4, ...options })
    .filter((statistic) => findReason(protection, statistic, 0) === undefined)
    .map((statistic) => ({
      statistic,
      shown: roundStatistic(protection, statistic, 1, [1, 2, 4, 8, 16]),
    }));
}

const tens = (most: number) => fc.nat(most).map((number) => number * 5);

test("an exact share of few cases has no tenths of a per cent; a share of money keeps them", () => {
  const share = { name: "share", value: 0.783, lower: 0.67, upper: 0.86, unit: "share" } as const;
  const decimals = (facts: object): number =>
    roundStatistic(null, { ...share, n: 999, ...facts } as unknown as Statistic, 1).decimals;
  expect(decimals({})).toBe(0);
  expect(decimals({ n: 1000 })).toBe(1);
  expect(decimals({ facts: { kind: "sums", of: [] } })).toBe(1);
});

test("a share rests on its least denominator, is as precise as it bears, and never 0 or 100%", () => {
  fc.assert(
    fc.property(protectedTiers, tens(1200), tens(1200), (protection, inside, rest) => {
      const n = inside + rest;
      for (const { shown } of show(protection, "proportion", [
        { numerator_n: inside, denominator_n: n },
      ])) {
        expect(n).toBeGreaterThanOrEqual(protection.shares.value.least);
        expect(shown.value).toBeGreaterThan(0);
        expect(shown.value).toBeLessThan(1);
        const few = shown.bound !== null;
        if (Math.min(inside, rest) < protection.threshold.value) expect(few).toBe(true);
        if (few) {
          const least = inside < rest ? shown.value! : 1 - shown.value!;
          expect(least).toBeGreaterThanOrEqual(protection.threshold.value / n - 1e-9);
        } else {
          const steps = shown.value! * (n >= 4000 ? 1000 : n >= 400 ? 100 : 20);
          expect(steps).toBeCloseTo(Math.round(steps), 6);
          expect(shown.lower).toBeLessThanOrEqual(inside / n);
          expect(shown.upper).toBeGreaterThanOrEqual(inside / n);
        }
        expect(shown.about).toBe(!few && n < 400);
      }
    }),
    cubes,
  );
});

const durations = fc.array(
  fc.record({
    status: fc.constantFrom("closed", "open"),
    duration: fc.constantFrom(1, 2, 4, 8, 16),
    cases_n: tens(30),
  }),
  { maxLength: 12 },
);

test("a percentile has enough cases on each side, and its interval is as wide as its band", () => {
  fc.assert(
    fc.property(protectedTiers, durations, (protection, rows) => {
      const { median, p90, eachSide } = protection.percentiles.value;
      for (const { statistic, shown } of show(protection, "duration", rows, {
        quantiles: [0.5, 0.9],
      })) {
        if (statistic.facts?.kind !== "sides") continue;
        expect(statistic.n).toBeGreaterThanOrEqual(statistic.name === "median" ? median : p90);
        expect(Math.min(...statistic.facts.sides)).toBeGreaterThanOrEqual(eachSide);
        if (shown.lower !== null) expect(shown.lower).toBeLessThan(shown.value!);
      }
    }),
    cubes,
  );
});

const forecasts = fc.array(
  fc.record({
    probability_percent: fc.nat(20).map((number) => number * 5),
    happened_n: tens(8),
    not_happened_n: tens(8),
  }),
  { maxLength: 12 },
);

test("a score rests on enough forecasts of each outcome and has two decimals", () => {
  fc.assert(
    fc.property(protectedTiers, forecasts, (protection, rows) => {
      for (const { statistic, shown } of show(protection, "forecast", rows)) {
        if (statistic.facts?.kind !== "outcomes") throw new Error("a score without its outcomes");
        const { eachOutcome } = protection.scores.value;
        expect(Math.min(...statistic.facts.outcomes)).toBeGreaterThanOrEqual(eachOutcome);
        if (statistic.unit !== "score") continue;
        expect(shown.value! * 100).toBeCloseTo(Math.round(shown.value! * 100), 6);
      }
    }),
    cubes,
  );
});

test("a rate rests on enough events and exposure, and is given in two figures, three from 400", () => {
  fc.assert(
    fc.property(protectedTiers, tens(300), tens(3000), (protection, events_n, exposure_n) => {
      for (const { shown } of show(protection, "rate", [{ events_n, exposure_n }], { per: 1000 })) {
        expect(events_n).toBeGreaterThanOrEqual(protection.threshold.value);
        expect(exposure_n).toBeGreaterThanOrEqual(protection.shares.value.least);
        expect(shown.about).toBe(events_n < 400);
        const figures = Number(shown.value!.toPrecision(events_n < 400 ? 2 : 3));
        expect(shown.value).toBeCloseTo(figures, 9);
      }
    }),
    cubes,
  );
});

test("a count below the threshold is not shown, none included", () => {
  fc.assert(
    fc.property(protectedTiers, tens(60), (protection, cases_n) => {
      const shown = show(protection, "count", [{ cases_n }]);
      expect(shown).toHaveLength(cases_n < protection.threshold.value ? 0 : 1);
      for (const { shown: one } of shown) expect(one.value).toBe(cases_n);
    }),
    cubes,
  );
});

const groups = fc.array(
  fc.record({
    ...{ stratum: fc.constantFrom("a", "b"), events_n: tens(60), rest: tens(300) },
    ...{ reference_events_n: tens(60), reference_rest: tens(300) },
  }),
  { maxLength: 3 },
);

test("a comparison has enough cases with the event, and without it, in both of its groups", () => {
  fc.assert(
    fc.property(protectedTiers, groups, (protection, drawn) => {
      const rows = drawn.map(({ rest, reference_rest, ...row }) => ({
        ...row,
        trials_n: row.events_n + rest,
        reference_trials_n: row.reference_events_n + reference_rest,
      }));
      for (const { statistic, shown } of show(protection, "ratio", rows)) {
        if (statistic.facts?.kind !== "groups") throw new Error("a comparison without its groups");
        for (const [events, rest] of statistic.facts.groups) {
          expect(Math.min(events, rest)).toBeGreaterThanOrEqual(protection.threshold.value);
          expect(events + rest).toBeGreaterThanOrEqual(protection.shares.value.least);
        }
        expect(shown).toMatchObject({ bound: null, about: statistic.n < 400 });
        expect(shown.lower ?? -Infinity).toBeLessThanOrEqual(statistic.lower ?? Infinity);
        if (statistic.unit === "points") {
          const steps = shown.value! * (statistic.n < 400 ? 20 : 100);
          expect(steps).toBeCloseTo(Math.round(steps), 6);
        } else {
          expect(shown.value).toBe(Number(shown.value!.toPrecision(statistic.n < 4000 ? 2 : 3)));
        }
      }
    }),
    cubes,
  );
});

test("a comparison is hidden as a whole where one of its counts is small", () => {
  const { protection } = tiers.public;
  const why = (row: TallyRow) =>
    measures.ratio
      .estimate([{ stratum: "a", ...row }], {})
      .map((statistic) => findReason(protection, statistic, 0));
  const big = { events_n: 50, trials_n: 500, reference_events_n: 40, reference_trials_n: 500 };
  expect(why(big)).toEqual([undefined, undefined, undefined]);
  const small = ["small number", "small number", "small number"];
  expect(why({ ...big, reference_events_n: 9 })).toEqual(small);
  expect(why({ ...big, events_n: 491 })).toEqual(small);
  const few = ["few cases", "few cases", "few cases"];
  expect(why({ ...big, events_n: 12, trials_n: 39 })).toEqual(few);
});

const answers = fc.array(
  fc.record({
    ...{ stratum: fc.constant("a"), cluster: fc.constantFrom("", "x", "y") },
    ...{ weight: fc.constantFrom("1", "4"), respondents_n: tens(60) },
    score: fc.constantFrom("0", "1"),
  }),
  { maxLength: 10 },
);

test("a score of none and one obeys the rules of a share, whatever its unit is called", () => {
  fc.assert(
    fc.property(protectedTiers, answers, fc.boolean(), (protection, rows, isShare) => {
      for (const { statistic, shown } of show(protection, "score", rows, { isShare })) {
        if (statistic.facts?.kind !== "parts") throw new Error("a share without its parts");
        const { parts } = statistic.facts;
        const isFew = Math.min(...parts) < protection.threshold.value;
        expect(statistic.n).toBeGreaterThanOrEqual(protection.shares.value.least);
        if (isShare && isFew) expect(shown.bound).not.toBeNull();
        if (!isShare) expect(isFew).toBe(false);
        if (shown.bound === "at most") expect(shown.value).toBeGreaterThanOrEqual(statistic.value!);
        if (shown.bound === "at least") expect(shown.value).toBeLessThanOrEqual(statistic.value!);
      }
    }),
    cubes,
  );
});

test("a mean of other scores is given in two figures, three from 400 respondents", () => {
  const shownOf = (respondents_n: number) => {
    const row = { stratum: "", cluster: "", weight: "1", respondents_n };
    const rows = [
      { ...row, score: "3.5" },
      { ...row, score: "4.26" },
    ];
    return show(tiers.public.protection!, "score", rows)[0]?.shown;
  };
  expect(shownOf(4)).toBeUndefined();
  expect(shownOf(100)).toMatchObject({ value: 3.9, decimals: 1, about: true });
  expect(shownOf(200)).toMatchObject({ value: 3.88, decimals: 2, about: false });
});
