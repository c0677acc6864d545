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
  /** Greenwood's standard error of log survival; infinite where survival is 0. */
  readonly standardError: number;
}

/**
 * The Kaplan–Meier curve with open cases censored at their age on the cut-off day. A case closed
 * at a time precedes one censored at it, and a case opened on the cut-off day is at risk at time 0.
 * Agrees with R `survival::survfit(Surv(time, closed) ~ 1)`.
 * Source: Kaplan and Meier 1958, "Nonparametric estimation from incomplete observations";
 * Greenwood 1926 for the standard error.
 * @param tallies in any order; equal durations are merged
 */
export function estimateSurvival(tallies: readonly DurationTally[]): readonly SurvivalStep[] {
  const merged = mergeDurations(tallies);
  let atRisk = merged.reduce((sum, { closed, open }) => sum + closed + open, 0);
  let survival = 1;
  let variance = 0;
  return merged.map(({ duration, closed, open }) => {
    survival *= (atRisk - closed) / atRisk;
    variance += closed === 0 ? 0 : closed / atRisk / (atRisk - closed);
    const step = { time: duration, atRisk, closed, open, survival };
    atRisk -= closed + open;
    return { ...step, standardError: Math.sqrt(variance) };
  });
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
