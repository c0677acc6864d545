/** Cases with one duration: those that were closed after it, and those open since so long. */
export interface DurationTally {
  /** In the indicator's unit, at least 0; for tallied data the upper edge of its bin. */
  readonly duration: number;
  readonly closed: number;
  readonly open: number;
}

/** The curve from one duration seen to the next. */
export interface SurvivalStep {
  readonly time: number;
  /** Cases that were neither closed nor out of sight before this time. */
  readonly atRisk: number;
  readonly closed: number;
  readonly open: number;
  /** Estimated share of cases still open after this time. */
  readonly survival: number;
  /** Of log survival: Greenwood's, with the noise of the counts; infinite where survival is 0. */
  readonly standardError: number;
}

/**
 * The Kaplan–Meier curve with open cases censored at their age on the cut-off day. A case closed
 * at a time precedes one censored at it, and a case opened on the cut-off day is at risk at time 0.
 * Agrees with R `survival::survfit(Surv(time, closed) ~ 1)`.
 * Source: Kaplan and Meier 1958, "Nonparametric estimation from incomplete observations";
 * Greenwood 1926 for the standard error.
 *
 * With noise the cases closed by a time and the rest carry independent errors, so that a survival S
 * of n cases carries one of noise · √((1 − S)² + S²) / n and its logarithm that divided by S;
 * that is joined with Greenwood's error: our own application of the delta method. For n S stand
 * the cases still at risk after the step, which is the same where none is open and else cautious.
 * @param tallies in any order; equal durations are merged
 * @param noise standard deviation of the error of a count, in cases, at least 0
 */
export function estimateSurvival(
  tallies: readonly DurationTally[],
  noise = 0,
): readonly SurvivalStep[] {
  const merged = mergeDurations(tallies);
  let atRisk = merged.reduce((sum, { closed, open }) => sum + closed + open, 0);
  let survival = 1;
  let variance = 0;
  return merged.map(({ duration, closed, open }) => {
    survival *= (atRisk - closed) / atRisk;
    variance += closed === 0 ? 0 : closed / atRisk / (atRisk - closed);
    const step = { time: duration, atRisk, closed, open, survival };
    const standardError = joinNoise(Math.sqrt(variance), survival, atRisk - closed, noise);
    atRisk -= closed + open;
    return { ...step, standardError };
  });
}

function joinNoise(greenwood: number, survival: number, left: number, noise: number): number {
  if (noise === 0) return greenwood;
  return Math.hypot(greenwood, (noise * Math.hypot(1 - survival, survival)) / left);
}

/** Adds up tallies of the same duration, in ascending order, and drops those without a case. */
export function mergeDurations(tallies: readonly DurationTally[]): readonly DurationTally[] {
  const merged: DurationTally[] = [];
  for (const tally of tallies.toSorted((a, b) => a.duration - b.duration)) {
    const last = merged.at(-1);
    if (tally.closed + tally.open === 0) continue;
    if (last?.duration !== tally.duration) merged.push(tally);
    else merged[merged.length - 1] = joinDurations(last, tally);
  }
  return merged;
}

/** Two neighbouring bins as one, which keeps the upper edge of the later. */
export function joinDurations(earlier: DurationTally, later: DurationTally): DurationTally {
  return {
    duration: later.duration,
    closed: earlier.closed + later.closed,
    open: earlier.open + later.open,
  };
}
