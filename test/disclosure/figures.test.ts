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
