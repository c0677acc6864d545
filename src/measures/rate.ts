import { garwoodLimits, undefinedLimits, type Limits } from "./limits.ts";
import type { Measure } from "./measure.ts";
import { makeStatistic, sumCounts, sumNumbers } from "./rows.ts";

export interface RateEstimate extends Limits {
  /** Events per `per` units of exposure; null where the exposure is 0. */
  readonly rate: number | null;
}

/**
 * A rate with its Garwood exact Poisson interval, as base R `poisson.test(events, exposure)`
 * times `per`. Without exposure the rate is undefined, not 0.
 * @param events whole events, at least 0
 * @param exposure what the events are set against (people, days), at least 0
 * @param per the exposure that the rate is given for, such as 1000
 * @throws RangeError when the level is not between 0 and 1
 */
export function estimateRate(
  events: number,
  exposure: number,
  { per = 1000, level = 0.95 }: { per?: number; level?: number } = {},
): RateEstimate {
  const { lower, upper } = garwoodLimits(events, level);
  if (exposure === 0) return { rate: null, ...undefinedLimits };
  return {
    rate: (events * per) / exposure,
    lower: (lower * per) / exposure,
    upper: (upper * per) / exposure,
  };
}

/** How many events there were for each so much of exposure. */
export const rate: Measure = {
  name: "rate",
  columns: [
    { name: "events_n", role: "count", description: "events" },
    { name: "exposure_n", role: "count", description: "what the events are set against" },
  ],
  description: "The number of events for a given amount of exposure.",
  interval: "Garwood’s exact Poisson interval of the events, divided by the exposure.",
  estimate(rows, options) {
    const events = sumCounts(rows, "events_n");
    const exposure = sumNumbers(rows, "exposure_n");
    const { rate, ...limits } = estimateRate(events, exposure, options);
    return [
      makeStatistic({
        ...{ name: "rate", value: rate, limits, n: events, unit: "indicator", counts: [events] },
        note: "no exposure",
      }),
    ];
  },
};
