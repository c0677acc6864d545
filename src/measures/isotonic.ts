import { baseRate, brierScore, shareHappened } from "./brier.ts";
import { countForecasts, type ForecastTally } from "./forecast-tallies.ts";

/** CORP parts of the Brier score: miscalibration − discrimination + uncertainty = score. */
export interface CorpParts {
  readonly miscalibration: number;
  readonly discrimination: number;
  readonly uncertainty: number;
}

/**
 * The CORP decomposition: the score is compared with that of the forecasts recalibrated by isotonic
 * regression and with that of the base rate. Forecasts of the same value are one tally and so are
 * recalibrated as one. Agrees with R reliabilitydiag.
 * Source: Dimitriadis, Gneiting and Jordan 2021, "Stable reliability diagrams for probabilistic
 * classifiers", PNAS 118.
 * @param tallies merged and in ascending order, at least one
 */
export function corpParts(tallies: readonly ForecastTally[]): CorpParts {
  const rate = baseRate(tallies);
  const uncertainty = rate * (1 - rate);
  const recalibrated = brierScore(recalibrate(tallies));
  return {
    miscalibration: brierScore(tallies) - recalibrated,
    discrimination: uncertainty - recalibrated,
    uncertainty,
  };
}

/**
 * Isotonic regression of the outcomes on the forecasts by pooling adjacent violators: each pool's
 * forecast becomes the share that happened in it. Compares whole numbers, so no pool depends on
 * rounding.
 * Source: Ayer et al. 1955, "An empirical distribution function for sampling with incomplete
 * information".
 * @param tallies merged and in ascending order
 */
export function recalibrate(tallies: readonly ForecastTally[]): readonly ForecastTally[] {
  const pools: ForecastTally[] = [];
  for (const tally of tallies) {
    let pool = tally;
    while (pools.length > 0 && happensNoMore(pool, pools.at(-1)!)) pool = join(pools.pop()!, pool);
    pools.push(pool);
  }
  return pools.map((pool) => ({ ...pool, forecast: shareHappened(pool) }));
}

/** Whether the later pool's share is at most the earlier's. */
function happensNoMore(later: ForecastTally, earlier: ForecastTally): boolean {
  return later.happened * countForecasts(earlier) <= earlier.happened * countForecasts(later);
}

function join(earlier: ForecastTally, later: ForecastTally): ForecastTally {
  return {
    forecast: later.forecast,
    happened: earlier.happened + later.happened,
    notHappened: earlier.notHappened + later.notHappened,
  };
}
