import { garwoodLimits, undefinedLimits, type Limits } from "./limits.ts";
import type { Measure, Precision } from "./measure.ts";
import { makeStatistic, sumCounts, sumNumbers } from "./rows.ts";
import { widenLimits } from "./widen-limits.ts";

export interface RateEstimate extends Limits {
  /** Events per `per` units of exposure; null where the exposure is 0. */
  readonly rate: number | null;
}

export interface RateOptions extends Precision {
  /** The exposure that the rate is given for; 1000 unless told. */
  readonly per?: number;
}

/**
 * A rate with its Garwood exact Poisson interval, as base R `poisson.test(events, exposure)`
 * times `per`. Without exposure the rate is undefined, not 0.
 *
 * With noise the events and the exposure E, both being protected counts, carry independent errors,
 * so that the rate carries one of per · noise · √(1 / E² + events² / E⁴), by which the interval is
 * widened: our own application of the delta method.
 * @param events whole events, at least 0
 * @param exposure what the events are set against (people, days), at least 0
 * @throws RangeError when the level is not between 0 and 1 or the noise is negative
 */
export function estimateRate(
  events: number,
  exposure: number,
  { per = 1000, level = 0.95, noise = 0 }: RateOptions = {},
): RateEstimate {
  const { lower, upper } = garwoodLimits(events, level);
  if (exposure === 0) return { rate: null, ...undefinedLimits };
  const rate = (events * per) / exposure;
  const limits = { lower: (lower * per) / exposure, upper: (upper * per) / exposure };
  const deviation = per * noise * Math.hypot(1 / exposure, events / exposure ** 2);
  return { rate, ...widenLimits(rate, limits, { deviation, level, range: [0, Infinity] }) };
}

/** How many events there were for each so much of exposure. */
export const rate: Measure = {
  name: "rate",
  columns: [
    { name: "events_n", role: "count", description: "events" },
    { name: "exposure_n", role: "count", description: "what the events are set against" },
  ],
  description: "How many events there were for every so many of what they are set against.",
  interval: "Garwood’s exact Poisson interval of the events, divided by what they are set against.",
  noiseWords: "Widened for the rounding that protects small numbers, of both numbers.",
  estimate(rows, options) {
    const events = sumCounts(rows, "events_n");
    const exposure = sumNumbers(rows, "exposure_n");
    const { rate, ...limits } = estimateRate(events, exposure, options);
    return [
      makeStatistic({
        ...{ name: "rate", value: rate, limits, n: events, unit: "indicator", counts: [events] },
        facts: { kind: "exposure", events, exposure },
        note: "no exposure",
      }),
    ];
  },
};
