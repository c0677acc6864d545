import { incompleteBeta } from "../measures/incomplete-beta.ts";

/** How many records to draw, and up to how many of them may disagree. */
export interface SamplePlan {
  readonly size: number;
  readonly errors: number;
}

export const largestPlan = 100_000;

/**
 * The smallest sample that can show an error rate to be tolerable although as many errors turn up
 * as are expected, by the convention of the auditors' tables: the fewest errors k for which the
 * size n under which n · `expected` is at most k, where n is the smallest sample in which k errors
 * hold the upper limit at `tolerable`. The frame counts as endless, which is the safe side.
 * Source: AICPA Audit Guide Audit Sampling, appendix A, table A-1.
 * @param rates fractions of 1: `tolerable` between 0 and 1, `expected` from 0 to below it,
 *   `confidence` between 0 and 1
 * @returns undefined where not even the largest plan suffices
 */
export function planSize(rates: {
  readonly tolerable: number;
  readonly expected: number;
  readonly confidence: number;
}): SamplePlan | undefined {
  let size = 1;
  for (let errors = 0; ; errors += 1) {
    size = smallestSize(errors, rates, Math.max(size, errors + 1));
    if (size > largestPlan) return undefined;
    if (size * rates.expected <= errors + 1e-9) return { size, errors };
  }
}

/** The smallest sample, from `from` on, in which the chance of so few errors is small enough. */
function smallestSize(
  errors: number,
  { tolerable, confidence }: { readonly tolerable: number; readonly confidence: number },
  from: number,
): number {
  const risk = (size: number): number => incompleteBeta(1 - tolerable, size - errors, errors + 1);
  const isEnough = (size: number): boolean => risk(size) <= (1 - confidence) * (1 + 1e-9);
  let [low, high] = [from - 1, from];
  while (high <= largestPlan && !isEnough(high)) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
