import type { ForecastTally } from "./forecast-tallies.ts";
import type { Limits } from "./limits.ts";
import { normalQuantileOfLevel } from "./quantile-functions.ts";

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
 * @param tallies merged and in ascending order
 */
export function estimateAuc(tallies: readonly ForecastTally[], level: number): AucEstimate {
  const happened = tallies.reduce((sum, tally) => sum + tally.happened, 0);
  const notHappened = tallies.reduce((sum, tally) => sum + tally.notHappened, 0);
  if (happened === 0 || notHappened === 0) return { value: null, lower: null, upper: null };
  const placements = placeForecasts(tallies, happened, notHappened);
  const value =
    placements.reduce((sum, { tally, below }) => sum + tally.happened * below, 0) / happened;
  if (happened === 1 || notHappened === 1) return { value, lower: null, upper: null };
  let squaresHappened = 0;
  let squaresNot = 0;
  for (const { tally, below, above } of placements) {
    squaresHappened += tally.happened * (below - value) ** 2;
    squaresNot += tally.notHappened * (above - value) ** 2;
  }
  const variance =
    squaresHappened / (happened - 1) / happened + squaresNot / (notHappened - 1) / notHappened;
  const half = normalQuantileOfLevel(level) * Math.sqrt(variance);
  return { value, lower: Math.max(0, value - half), upper: Math.min(1, value + half) };
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
