import { garwoodLimits } from "./limits.ts";
import type { Measure } from "./measure.ts";
import { makeStatistic, sumCounts } from "./rows.ts";
import { widenLimits } from "./widen-limits.ts";

export interface CountEstimate {
  readonly count: number;
  /** Garwood limits of the mean that the count was drawn from. */
  readonly lower: number;
  readonly upper: number;
}

/**
 * A count with its Garwood exact Poisson interval, as base R `poisson.test`.
 * @param count whole events, at least 0
 * @param level coverage between 0 and 1
 * @throws RangeError when the level is not between 0 and 1
 */
export function estimateCount(count: number, level = 0.95): CountEstimate {
  return { count, ...garwoodLimits(count, level) };
}

/** How many cases there were; a protected count carries the noise as it is. */
export const count: Measure = {
  name: "count",
  columns: [{ name: "cases_n", role: "count", description: "cases" }],
  description: "The number of cases.",
  interval:
    "Garwood’s exact Poisson interval: how far the count could differ by chance if the same " +
    "circumstances came about again. What happened was counted in full.",
  noiseWords: "Widened for the rounding that protects small numbers, though never to below 0.",
  estimate(rows, { level = 0.95, noise = 0 }) {
    const cases = sumCounts(rows, "cases_n");
    const error = { deviation: noise, level, range: [0, Infinity] } as const;
    const limits = widenLimits(cases, garwoodLimits(cases, level), error);
    return [
      makeStatistic({
        ...{ name: "count", value: cases, limits, n: cases, unit: "count", counts: [cases] },
      }),
    ];
  },
};
