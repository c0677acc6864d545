import jStat from "jstat";
import { incompleteBeta, logBeta, logBetaDensity } from "./incomplete-beta.ts";

/**
 * Quantile of the standard normal distribution: half the width, in standard errors, of a two-sided
 * interval.
 * @param level coverage between 0 and 1, such as 0.95, which gives 1.959964
 * @throws RangeError when the level is not between 0 and 1
 */
export function normalQuantileOfLevel(level: number): number {
  return jStat.normal.inv(1 - tailOf(level), 0, 1);
}

/** What a two-sided interval of this coverage leaves out on each side: 0.025 for 0.95. */
export function tailOf(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError("a level must lie between 0 and 1");
  return (1 - level) / 2;
}

/**
 * Quantile of the gamma distribution with scale 1: half a chi-square quantile with twice as many
 * degrees of freedom. Agrees with R's `qgamma` to a relative 2e-11 for shapes up to 1,000,000.
 */
export function gammaQuantile(probability: number, shape: number): number {
  return jStat.gammapinv(probability, shape);
}

/**
 * Quantile of the beta distribution for shapes of at least 1. The library's root, good to about
 * 3e-9, is polished by Newton steps against a distribution function computed to machine precision.
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  let x = jStat.ibetainv(probability, a, b);
  for (let step = 0; step < 8 && x > 0 && x < 1; step += 1) {
    const change = (incompleteBeta(x, a, b) - probability) / Math.exp(logBetaDensity(x, a, b));
    x = Math.min(1, Math.max(x / 2, x - change));
    if (Math.abs(change) <= 1e-14 * x) break;
  }
  return x;
}

/**
 * Quantile of Student's t distribution, two-sided: half the width, in standard errors, of an
 * interval. Newton steps from the left, where they cannot overshoot, against a distribution function
 * computed to machine precision.
 * @param level coverage between 0 and 1, such as 0.95, which gives 12.706205 for one degree
 * @param degrees degrees of freedom, at least 1
 * @throws RangeError when the level is not between 0 and 1
 */
export function studentQuantileOfLevel(level: number, degrees: number): number {
  const logScale = Math.log(degrees) / 2 + logBeta(0.5, degrees / 2);
  let t = normalQuantileOfLevel(level);
  for (let step = 0; step < 1000; step += 1) {
    const within = incompleteBeta((t * t) / (degrees + t * t), 0.5, degrees / 2);
    const logDensity = (-(degrees + 1) / 2) * Math.log1p((t * t) / degrees) - logScale;
    const change = (level - within) / (2 * Math.exp(logDensity));
    t += change;
    if (Math.abs(change) <= 1e-14 * t) break;
  }
  return t;
}
