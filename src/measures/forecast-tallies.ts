/** Forecasts of one value, by what came of them. */
export interface ForecastTally {
  /** The probability that was given, from 0 to 1. */
  readonly forecast: number;
  readonly happened: number;
  readonly notHappened: number;
}

/** Adds up tallies of the same forecast, in ascending order, and drops those without a case. */
export function mergeForecasts(tallies: readonly ForecastTally[]): readonly ForecastTally[] {
  const merged: ForecastTally[] = [];
  for (const tally of tallies.toSorted((a, b) => a.forecast - b.forecast)) {
    const last = merged.at(-1);
    if (countForecasts(tally) === 0) continue;
    if (last?.forecast !== tally.forecast) merged.push(tally);
    else {
      merged[merged.length - 1] = {
        forecast: tally.forecast,
        happened: last.happened + tally.happened,
        notHappened: last.notHappened + tally.notHappened,
      };
    }
  }
  return merged;
}

export function countForecasts({ happened, notHappened }: ForecastTally): number {
  return happened + notHappened;
}
