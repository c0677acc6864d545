import { clopperPearsonLimits, wilsonLimits, type Limits } from "./limits.ts";
import type { Measure } from "./measure.ts";
import { makeStatistic, sumCounts } from "./rows.ts";
import { shareLimits } from "./share-limits.ts";

export interface ProportionEstimate {
  /** Fraction of 1; null where the denominator is 0. */
  readonly share: number | null;
  readonly wilson: Limits;
  /** Clopper–Pearson limits. */
  readonly exact: Limits;
}

/**
 * A share with its Wilson score interval (without continuity correction) and, as the exact
 * alternative, its Clopper–Pearson interval.
 * @param numerator whole cases counted, 0 to `denominator`
 * @param level coverage between 0 and 1
 * @throws RangeError when the level is not between 0 and 1, or the numerator exceeds the denominator
 */
export function estimateProportion(
  numerator: number,
  denominator: number,
  level = 0.95,
): ProportionEstimate {
  if (numerator > denominator) throw new RangeError("a numerator exceeds its denominator");
  return {
    share: denominator === 0 ? null : numerator / denominator,
    wilson: wilsonLimits(numerator, denominator, level),
    exact: clopperPearsonLimits(numerator, denominator, level),
  };
}

/** Which share of the cases has a property. */
export const proportion: Measure = {
  name: "proportion",
  columns: [
    { name: "numerator_n", role: "count", description: "cases with the property" },
    { name: "denominator_n", role: "count", description: "cases that could have it" },
  ],
  description: "The share of the cases that have a property.",
  interval: "Wilson’s score interval without continuity correction.",
  noiseWords:
    "Widened for the rounding that protects small numbers, of the cases with the property and of " +
    "the rest.",
  estimate(rows, options) {
    const inside = sumCounts(rows, "numerator_n");
    const n = sumCounts(rows, "denominator_n");
    const { share } = estimateProportion(inside, n, options.level);
    const parts = [inside, n - inside] as const;
    return [
      makeStatistic({
        ...{ name: "share", value: share, limits: shareLimits(inside, n, options), n },
        ...{ unit: "share", counts: parts, facts: { kind: "parts", parts }, note: "no cases" },
      }),
    ];
  },
};
