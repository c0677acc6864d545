import { undefinedLimits, wilsonLimits, type Limits } from "./limits.ts";
import type { Precision } from "./measure.ts";
import { widenLimits } from "./widen-limits.ts";

/**
 * The interval that a share is published with: Wilson's, widened for the noise of the counts. The
 * cases in the numerator and the rest carry independent errors, so that the share p of n cases
 * carries one of noise · √((1 − p)² + p²) / n: our own application of the delta method.
 * @param numerator whole cases counted, 0 to `denominator`
 * @returns undefined limits where the denominator is 0
 * @throws RangeError when the level is not between 0 and 1 or the noise is negative
 */
export function shareLimits(
  numerator: number,
  denominator: number,
  { level = 0.95, noise = 0 }: Precision,
): Limits {
  const wilson = wilsonLimits(numerator, denominator, level);
  if (denominator === 0) return undefinedLimits;
  const share = numerator / denominator;
  const deviation = (noise * Math.hypot(1 - share, share)) / denominator;
  return widenLimits(share, wilson, { deviation, level, range: [0, 1] });
}
