/** Two estimates of the same thing with their intervals. */
export interface Interval {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface Comparison {
  readonly verdict: "higher" | "lower" | "no clear change" | "cannot be compared";
  readonly difference: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * The difference `now − before` of two independent estimates, with an interval recovered from
 * theirs, and whether it is more than noise: "higher" or "lower" only where the interval leaves
 * out 0. Both intervals must be at the same level, which is the level of the result.
 *
 * Source: Zou and Donner 2008, Construction of confidence limits about effect measures: a general
 * approach (Statistics in Medicine 27), section 2: the method of variance estimates recovery.
 */
export function compare(now: Interval, before: Interval): Comparison {
  if (!isWhole(now) || !isWhole(before)) {
    return { verdict: "cannot be compared", difference: null, lower: null, upper: null };
  }
  const difference = now.value - before.value;
  const lower = difference - Math.hypot(now.value - now.lower, before.upper - before.value);
  const upper = difference + Math.hypot(now.upper - now.value, before.value - before.lower);
  const verdict = lower > 0 ? "higher" : upper < 0 ? "lower" : "no clear change";
  return { verdict, difference, lower, upper };
}

function isWhole(interval: Interval): interval is { value: number; lower: number; upper: number } {
  return interval.value !== null && interval.lower !== null && interval.upper !== null;
}
