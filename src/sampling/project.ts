import { hypergeometricUpper } from "../measures/hypergeometric.ts";
import { betaQuantile } from "../measures/quantile-functions.ts";

/** A stratum and what the auditor found in its part of the sample; all are whole records. */
export interface Found {
  readonly frame: number;
  /** Records drawn, 1 to `frame`. */
  readonly size: number;
  /** Records drawn that do not agree, 0 to `size`. */
  readonly errors: number;
}

/** Records of the frame that do not agree: the best guess, and exact limits, each one-sided. */
export interface Projection {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Projects the errors of a sample onto its frame. The estimate weighs each stratum by its frame.
 * @param level confidence of each limit, between 0 and 1
 * @throws RangeError when the level or a count is not in its range
 */
export function projectErrors(strata: readonly Found[], level: number): Projection {
  const agreeing = strata.map((one) => ({ ...one, errors: one.size - one.errors }));
  return {
    estimate: sum(strata, ({ frame, size, errors }) => (frame * errors) / size),
    lower: sum(strata, ({ frame }) => frame) - upperErrors(agreeing, level),
    upper: upperErrors(strata, level),
  };
}

/**
 * Upper limit for the errors of a frame that covers with at least the given confidence, whatever
 * the true errors of each stratum are. Strata that were taken whole are known. What is left is
 * exact by the hypergeometric distribution if it is one stratum. If it is several, the errors found
 * in them are distributed as a sum of independent trials with mean m = Σ (size / frame) · errors
 * (Vatutin and Mikhailov 1982), and the chance of so few is at most the binomial one with the same
 * mean, from a mean of one more than was found (Hoeffding 1956). So Clopper and
 * Pearson's limit bounds m, and the limit is the largest sum of errors that m allows, the strata
 * with the smallest part drawn first.
 * Source: Hoeffding 1956, "On the distribution of the number of successes in independent trials".
 */
export function upperErrors(strata: readonly Found[], level: number): number {
  const known = sum(strata, ({ frame, size, errors }) => (size === frame ? errors : 0));
  const open = strata.filter(({ frame, size }) => size < frame);
  if (open.length === 0) return known;
  if (open.length === 1) {
    const [{ frame, size, errors }] = open as [Found];
    return known + hypergeometricUpper(errors, size, frame, level);
  }
  return known + fillStrata(open, upperMean(open, level));
}

function upperMean(strata: readonly Found[], level: number): number {
  const found = sum(strata, ({ errors }) => errors);
  const drawn = sum(strata, ({ size }) => size);
  if (found === drawn) return drawn;
  return Math.max(found + 1, drawn * betaQuantile(level, found + 1, drawn - found));
}

/** The most errors that strata can hold with what was seen of them and a mean of at most `mean`. */
function fillStrata(strata: readonly Found[], mean: number): number {
  const part = ({ frame, size }: Found): number => size / frame;
  let errors = sum(strata, (one) => one.errors);
  let left = mean - sum(strata, (one) => part(one) * one.errors);
  for (const one of strata.toSorted((a, b) => part(a) - part(b))) {
    const more = Math.min(one.frame - one.size, left / part(one));
    errors += more;
    left -= more * part(one);
  }
  return Math.floor(errors + 1e-9);
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}
