import { estimateSurvival, joinDurations, mergeDurations } from "./kaplan-meier.ts";
import type { DurationTally, SurvivalStep } from "./kaplan-meier.ts";
import type { CurvePoint } from "./measure.ts";
import { normalQuantileOfLevel } from "./quantile-functions.ts";
import { survivalLimits } from "./survival-limits.ts";

/**
 * The survival curve as it may be shown: bins merged with their later neighbours until each holds
 * enough cases, a remainder with the bin before it, and every case of a merged bin placed at its
 * upper edge. Starts at time 0 with all cases open; limits are log-log at 0.95, widened for noise
 * as in `estimateSurvival`.
 * @param atLeast cases that each merged bin must hold
 * @param noise standard deviation of the error of a count, in cases, at least 0
 * @returns no point at all where there are fewer cases than that
 */
export function survivalCurve(
  tallies: readonly DurationTally[],
  atLeast: number,
  noise = 0,
): readonly CurvePoint[] {
  const bins = mergeSmallBins(tallies, atLeast);
  if (bins.length === 0) return [];
  const steps = estimateSurvival(bins, noise);
  const z = normalQuantileOfLevel(0.95);
  const start: CurvePoint = { x: 0, y: 1, lower: 1, upper: 1, n: steps[0]!.atRisk };
  return [start, ...steps.map((step) => curvePoint(step, z))];
}

function curvePoint(step: SurvivalStep, z: number): CurvePoint {
  return {
    ...{ x: step.time, y: step.survival, n: step.atRisk },
    ...survivalLimits(step, z, "log-log"),
  };
}

/** Neighbouring bins merged until each holds at least so many cases; none if all are too few. */
export function mergeSmallBins(
  tallies: readonly DurationTally[],
  atLeast: number,
): readonly DurationTally[] {
  const bins: DurationTally[] = [];
  let waiting: DurationTally | undefined;
  for (const tally of mergeDurations(tallies)) {
    waiting = waiting ? joinDurations(waiting, tally) : tally;
    if (waiting.closed + waiting.open < atLeast) continue;
    bins.push(waiting);
    waiting = undefined;
  }
  const last = bins.pop();
  if (last) bins.push(waiting ? joinDurations(last, waiting) : last);
  return bins;
}
