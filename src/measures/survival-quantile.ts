import type { SurvivalStep } from "./kaplan-meier.ts";
import { survivalLimits, type LimitsType } from "./survival-limits.ts";

export interface SurvivalQuantile {
  readonly p: number;
  /** In the unit of the durations; null where the curve does not come down to 1 − p. */
  readonly value: number | null;
  /** A limit is null where the curve of the limits does not come down so far. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A point of "share closed by then"; null where a limit is undefined. */
interface SharePoint {
  readonly time: number;
  readonly share: number | null;
}

/** R's square root of the machine epsilon: shares so close to p count as equal to it. */
const tolerance = Math.sqrt(Number.EPSILON);

/**
 * The time by which a share p of the cases is closed, by the convention of R `quantile.survfit`:
 * the first time at which survival is at or below 1 − p, but where it equals 1 − p exactly the
 * midpoint between that time and the next at which it changes, or the largest time seen. Limits
 * are read off the limits of the curve in the same way.
 * Source: Brookmeyer and Crowley 1982, "A confidence interval for the median survival time".
 * @param p between 0 and 1, both excluded
 * @param z the normal quantile of the level
 */
export function survivalQuantile(
  steps: readonly SurvivalStep[],
  p: number,
  z: number,
  type: LimitsType,
): SurvivalQuantile {
  const limits = steps.map((step) => survivalLimits(step, z, type));
  const curve = (survival: (i: number) => number | null) =>
    steps.map(({ time }, i) => ({ time, share: complement(survival(i)) }));
  return {
    p,
    value: findCrossing(
      curve((i) => steps[i]!.survival),
      p,
    ),
    lower: findCrossing(
      curve((i) => limits[i]!.lower),
      p,
    ),
    upper: findCrossing(
      curve((i) => limits[i]!.upper),
      p,
    ),
  };
}

/**
 * A quantile with the limits of its widened curve, but never inside those of the plain curve: where
 * few cases are behind a step the curves of limits rise and fall, and crossings then move inwards.
 */
export function widenQuantile(
  plain: SurvivalQuantile,
  widened: SurvivalQuantile,
): SurvivalQuantile {
  const bounded = plain.upper !== null && widened.upper !== null;
  return {
    ...plain,
    lower:
      plain.lower === null || widened.lower === null
        ? (plain.lower ?? widened.lower)
        : Math.min(plain.lower, widened.lower),
    upper: bounded ? Math.max(plain.upper, widened.upper) : null,
  };
}

function complement(survival: number | null): number | null {
  return survival === null ? null : 1 - survival;
}

/** Where a curve reaches p; the curves of limits need not be monotone at their end. */
function findCrossing(curve: readonly SharePoint[], p: number): number | null {
  const points = firstOfEachShare([{ time: 0, share: 0 }, ...curve]);
  const reached = earliestReaching(points, p - tolerance);
  if (!reached) return null;
  const last = points.at(-1)!;
  if (last.share !== null && Math.abs(p - last.share) < tolerance) {
    return (reached.time + curve.at(-1)!.time) / 2;
  }
  const passed = earliestReaching(points, p + tolerance);
  return passed ? (reached.time + passed.time) / 2 : null;
}

function firstOfEachShare(curve: readonly SharePoint[]): readonly SharePoint[] {
  const seen = new Set<number | null>();
  return curve.filter(({ share }) => !seen.has(share) && seen.add(share));
}

/** The point with the smallest share that is at least so large. */
function earliestReaching(points: readonly SharePoint[], share: number): SharePoint | undefined {
  let found: SharePoint | undefined;
  for (const point of points) {
    if (point.share === null || point.share < share) continue;
    if (found === undefined || point.share < found.share!) found = point;
  }
  return found;
}
