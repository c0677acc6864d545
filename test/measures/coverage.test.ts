import { describe, expect, test } from "vitest";
import { estimateForecast } from "../../src/measures/forecast.ts";
import { measures } from "../../src/measures/index.ts";
import type { Measure, MeasureOptions, TallyRow } from "../../src/measures/measure.ts";
import { deviationOfError, startDraws, type Draws } from "./draws.ts";

/** Errors from −7 to 7 in every count that a figure rests on: 4.3 cases. */
const width = 7;
const noise = deviationOfError(width);
const runs = 2000;

interface Covered {
  readonly plain: number;
  readonly widened: number;
}

/** How often an interval of 0.95 holds what is true of the population, with errors in the counts. */
function cover(
  measure: Measure,
  name: string,
  truth: number,
  draw: (draws: Draws) => readonly TallyRow[],
  options: MeasureOptions = {},
): Covered {
  const draws = startDraws(20_260_101);
  const samples = Array.from({ length: runs }, () => draw(draws));
  const shareWith = (added: number): number => {
    const held = samples.filter((rows) => {
      const statistics = measure.estimate(rows, { ...options, noise: added });
      const { lower, upper } = statistics.find((statistic) => statistic.name === name)!;
      return (lower ?? -Infinity) <= truth && truth <= (upper ?? Infinity);
    });
    return held.length / runs;
  };
  return { plain: shareWith(0), widened: shareWith(noise) };
}

/** 0.95 give or take four standard errors of the simulation, or on the cautious side. */
function expectCovered({ plain, widened }: Covered, atMost = 0.98): void {
  expect(widened).toBeGreaterThanOrEqual(0.93);
  expect(widened).toBeLessThanOrEqual(atMost);
  expect(plain).toBeLessThan(widened);
}

/** A count after an error. */
function disturb(count: number, draws: Draws): number {
  return Math.max(0, count + draws.error(width));
}

describe("with errors in the counts, widened intervals hold the truth in 95 of 100 samples:", () => {
  test.each([20, 100])("a count of about %d", (mean) => {
    const draw = (draws: Draws) => [{ cases_n: disturb(draws.poisson(mean), draws) }];
    expectCovered(cover(measures.count, "count", mean, draw));
  });

  test.each([
    [200, 0.05],
    [200, 0.3],
  ])("a share of %d cases, %d", (n, share) => {
    const covered = cover(measures.proportion, "share", share, (draws) => {
      const inside = draws.binomial(n, share);
      const [counted, rest] = [disturb(inside, draws), disturb(n - inside, draws)];
      return [{ numerator_n: counted, denominator_n: counted + rest }];
    });
    expectCovered(covered);
    expect(covered.plain).toBeLessThan(0.93);
  });

  test("a rate of about 100 events in 200", () => {
    const covered = cover(measures.rate, "rate", 500, (draws) => [
      { events_n: disturb(draws.poisson(100), draws), exposure_n: disturb(200, draws) },
    ]);
    expectCovered(covered);
  });

  test.each([0, 0.5])("the share within a limit, %d of the cases cut short", (open) => {
    const within = 1 - 0.9 ** 7;
    const draw = (draws: Draws) => lifetimes(draws, 200, open);
    expectCovered(cover(measures.duration, "within_7", within, draw, { within: [7] }));
  });

  test.each([
    ["brier", 20],
    ["skill", 20],
    ["auc", 20],
    ["brier", 60],
  ] as const)("the %s of forecasts, %d of each value", (name, each) => {
    const { value } = estimateForecast(
      chances.map(({ forecast, chance }) => ({
        ...{ forecast, happened: Math.round(chance * 1000) },
        notHappened: Math.round((1 - chance) * 1000),
      })),
    )[name];
    const covered = cover(measures.forecast, name, value!, (draws) =>
      chances.map(({ forecast, chance }) => {
        const happened = draws.binomial(each, chance);
        return {
          probability_percent: Math.round(forecast * 100),
          happened_n: disturb(happened, draws),
          not_happened_n: disturb(each - happened, draws),
        };
      }),
    );
    expectCovered(covered);
    expect(covered.plain).toBeLessThan(0.85);
  });
});

const chances = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95].map((forecast) => ({
  forecast,
  chance: 0.1 + 0.8 * forecast,
}));

/**
 * Cases of which a tenth is closed in each unit of time, some of them cut short at any age up to
 * 20. The error is in the cases closed at 7, the limit, and in those closed at 8.
 */
function lifetimes(draws: Draws, n: number, open: number): readonly TallyRow[] {
  const rows = new Map<string, { status: string; duration: number; cases_n: number }>();
  const add = (status: string, duration: number, cases: number): void => {
    const name = `${status} ${duration}`;
    const before = rows.get(name)?.cases_n ?? 0;
    rows.set(name, { status, duration, cases_n: Math.max(0, before + cases) });
  };
  for (let i = 0; i < n; i += 1) {
    const lifetime = 1 + Math.floor(Math.log1p(-draws.uniform()) / Math.log(0.9));
    const age = draws.uniform() < open ? 1 + Math.floor(draws.uniform() * 20) : Infinity;
    if (age < lifetime) add("open", age, 1);
    else add("closed", lifetime, 1);
  }
  add("closed", 7, draws.error(width));
  add("closed", 8, draws.error(width));
  return [...rows.values()];
}
