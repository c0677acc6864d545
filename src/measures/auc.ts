import type { ForecastTally } from "./forecast-tallies.ts";
import type { Limits } from "./limits.ts";
import type { Precision } from "./measure.ts";
import { normalQuantileOfLevel } from "./quantile-functions.ts";
import { widenLimits } from "./widen-limits.ts";

export interface AucEstimate extends Limits {
  /** 0.5 tells nothing apart, 1 everything; null where all had the same outcome. */
  readonly value: number | null;
}

/**
 * Area under the ROC curve: the chance that a forecast whose event happened was higher than one
 * whose event did not, ties counted one half; with DeLong limits kept within 0 to 1. Agrees with R
 * pROC `ci.auc(…, direction = "<")`, whose limits also coincide where the area is 0 or 1. Limits
 * are undefined with fewer than two cases of either outcome.
 * Source: DeLong, DeLong and Clarke-Pearson 1988, "Comparing the areas under two or more
 * correlated receiver operating characteristic curves"; Sun and Xu 2014 for the sorted form.
 *
 * With noise each count of a forecast value and an outcome carries an independent error, which moves
 * the area by DeLong's component of such a case: (below − area) / happened and (above − area) / not
 * happened. The interval is widened by noise times the root of the sum of their squares: our own
 * application of the delta method.
 * @param tallies merged and in ascending order
 */
export function estimateAuc(
  tallies: readonly ForecastTally[],
  { level = 0.95, noise = 0 }: Precision,
): AucEstimate {
  const happened = tallies.reduce((sum, tally) => sum + tally.happened, 0);
  const notHappened = tallies.reduce((sum, tally) => sum + tally.notHappened, 0);
  if (happened === 0 || notHappened === 0) return { value: null, lower: null, upper: null };
  const placements = placeForecasts(tallies, happened, notHappened);
  const value =
    placements.reduce((sum, { tally, below }) => sum + tally.happened * below, 0) / happened;
  if (happened === 1 || notHappened === 1) return { value, lower: null, upper: null };
  let squaresHappened = 0;
  let squaresNot = 0;
  let squaresOnce = 0;
  for (const { tally, below, above } of placements) {
    squaresHappened += tally.happened * (below - value) ** 2;
    squaresNot += tally.notHappened * (above - value) ** 2;
    squaresOnce += ((below - value) / happened) ** 2 + ((above - value) / notHappened) ** 2;
  }
  const variance =
    squaresHappened / (happened - 1) / happened + squaresNot / (notHappened - 1) / notHappened;
  const half = normalQuantileOfLevel(level) * Math.sqrt(variance);
  const limits = { lower: Math.max(0, value - half), upper: Math.min(1, value + half) };
  const deviation = noise * Math.sqrt(squaresOnce);
  return { value, ...widenLimits(value, limits, { deviation, level, range: [0, 1] }) };
}

interface Placement {
  readonly tally: ForecastTally;
  /** Share of the cases that did not happen with a lower forecast, ties one half. */
  readonly below: number;
  /** Share of the cases that happened with a higher forecast, ties one half. */
  readonly above: number;
}

function placeForecasts(
  tallies: readonly ForecastTally[],
  happened: number,
  notHappened: number,
): readonly Placement[] {
  let passedHappened = 0;
  let passedNot = 0;
  return tallies.map((tally) => {
    const below = (passedNot + tally.notHappened / 2) / notHappened;
    passedNot += tally.notHappened;
    passedHappened += tally.happened;
    const above = (happened - passedHappened + tally.happened / 2) / happened;
    return { tally, below, above };
  });
}
