import { undefinedLimits, type Limits } from "./limits.ts";
import { normalQuantileOfLevel } from "./quantile-functions.ts";

/** An error that is no part of the sampling, beside the interval of an estimate. */
export interface AddedError {
  /** Standard deviation in the unit of the estimate, at least 0; 0 leaves the limits as they are. */
  readonly deviation: number;
  /** Coverage of the limits, between 0 and 1. */
  readonly level: number;
  /** The range of the quantity, which the limits never leave. */
  readonly range: readonly [number, number];
}

/**
 * The limits of an estimate to which protection has added an independent error: each distance from
 * the estimate is joined with that of the error as the sides of a right angle. They never become
 * narrower. Limits that coincide become undefined, as widened they would tell of the error alone.
 *
 * Source: Zou and Donner 2008, Construction of confidence limits about effect measures: a general
 * approach (Statistics in Medicine 27), section 2: the method of variance estimates recovery.
 * @throws RangeError when the deviation is not a number of at least 0
 */
export function widenLimits(
  value: number,
  { lower, upper }: Limits,
  { deviation, level, range: [least, most] }: AddedError,
): Limits {
  if (!(deviation >= 0)) throw new RangeError("the noise of a count must be at least 0");
  if (deviation === 0) return { lower, upper };
  if (lower === upper) return undefinedLimits;
  const reach = normalQuantileOfLevel(level) * deviation;
  const below = (limit: number) => Math.min(limit, value - Math.hypot(value - limit, reach));
  const above = (limit: number) => Math.max(limit, value + Math.hypot(limit - value, reach));
  return {
    lower: lower === null ? null : Math.max(least, below(lower)),
    upper: upper === null ? null : Math.min(most, above(upper)),
  };
}
