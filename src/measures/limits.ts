import {
  betaQuantile,
  gammaQuantile,
  normalQuantileOfLevel,
  tailOf,
} from "./quantile-functions.ts";

/** A confidence interval; a limit is null where it is undefined. */
export interface Limits {
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A number with its interval; null where there is none. */
export interface Bounded extends Limits {
  readonly value: number | null;
}

export const undefinedLimits: Limits = { lower: null, upper: null };

/**
 * Wilson score interval for a share, without continuity correction. Never leaves 0 to 1 and never
 * has zero width; undefined where the denominator is 0.
 * Source: Wilson 1927, "Probable inference, the law of succession, and statistical inference".
 * @param numerator whole cases counted, 0 to `denominator`
 */
export function wilsonLimits(numerator: number, denominator: number, level: number): Limits {
  const z = normalQuantileOfLevel(level);
  if (denominator === 0) return undefinedLimits;
  const middle = numerator + (z * z) / 2;
  const spread = z * Math.sqrt(numerator * (1 - numerator / denominator) + (z * z) / 4);
  return {
    // The small root from the product of both roots: the difference would lose digits.
    lower: numerator ** 2 / (denominator * (middle + spread)),
    upper: numerator === denominator ? 1 : (middle + spread) / (denominator + z * z),
  };
}

/**
 * Clopper–Pearson exact interval for a share, as base R `binom.test`; undefined where the
 * denominator is 0.
 * Source: Clopper and Pearson 1934, "The use of confidence or fiducial limits illustrated in the
 * case of the binomial".
 * @param numerator whole cases counted, 0 to `denominator`
 */
export function clopperPearsonLimits(
  numerator: number,
  denominator: number,
  level: number,
): Limits {
  const tail = tailOf(level);
  if (denominator === 0) return undefinedLimits;
  const rest = denominator - numerator;
  return {
    lower: numerator === 0 ? 0 : betaQuantile(tail, numerator, rest + 1),
    upper: rest === 0 ? 1 : betaQuantile(1 - tail, numerator + 1, rest),
  };
}

/**
 * Garwood exact interval for the mean of a Poisson count, as base R `poisson.test`: a count of 0
 * gives 0 to 3.688879 at level 0.95.
 * Source: Garwood 1936, "Fiducial limits for the Poisson distribution".
 * @param count whole events, at least 0
 */
export function garwoodLimits(count: number, level: number): { lower: number; upper: number } {
  const tail = tailOf(level);
  return {
    lower: count === 0 ? 0 : gammaQuantile(tail, count),
    upper: gammaQuantile(1 - tail, count + 1),
  };
}

/**
 * Plain normal interval, kept within the range of the quantity; undefined where the standard error
 * is, or where it is 0 but for rounding and the interval would claim certainty.
 */
export function normalLimits(
  estimate: number,
  standardError: number,
  level: number,
  range: readonly [number, number],
): Limits {
  const half = normalQuantileOfLevel(level) * standardError;
  if (!(half > 1e-12) || !Number.isFinite(half)) return undefinedLimits;
  return { lower: Math.max(range[0], estimate - half), upper: Math.min(range[1], estimate + half) };
}
