import { normalLimits, undefinedLimits, type Limits } from "./limits.ts";
import { countForecasts, type ForecastTally } from "./forecast-tallies.ts";
import type { Precision } from "./measure.ts";
import { widenLimits } from "./widen-limits.ts";

/** Murphy's parts of the Brier score: reliability − resolution + uncertainty = score. */
export interface MurphyParts {
  readonly reliability: number;
  readonly resolution: number;
  readonly uncertainty: number;
}

/**
 * The Brier score: the mean squared difference between forecast and outcome, 0 at best, 1 at worst.
 * Source: Brier 1950, "Verification of forecasts expressed in terms of probability".
 * @param tallies merged, at least one
 */
export function brierScore(tallies: readonly ForecastTally[]): number {
  return meanOverCases(tallies, (forecast, outcome) => (forecast - outcome) ** 2);
}

/**
 * Murphy's decomposition over the distinct values of the forecasts, without bins, so that it adds
 * up to the Brier score. Agrees with R SpecsVerification `BrierDecomp` on distinct values.
 * Source: Murphy 1973, "A new vector partition of the probability score".
 * @param tallies merged, at least one
 */
export function murphyParts(tallies: readonly ForecastTally[]): MurphyParts {
  const rate = baseRate(tallies);
  const observed = new Map(tallies.map((tally) => [tally.forecast, shareHappened(tally)]));
  const at = (forecast: number) => observed.get(forecast)!;
  return {
    reliability: meanOverCases(tallies, (forecast) => (forecast - at(forecast)) ** 2),
    resolution: meanOverCases(tallies, (forecast) => (at(forecast) - rate) ** 2),
    uncertainty: rate * (1 - rate),
  };
}

/**
 * Mean of −log of the probability that was given to what then came, natural logarithm; infinite
 * where a forecast of 0 or 100 % was wrong.
 * Source: Good 1952, "Rational decisions".
 * @param tallies merged, at least one
 */
export function logScore(tallies: readonly ForecastTally[]): number {
  return meanOverCases(tallies, (forecast, outcome) =>
    outcome === 1 ? -Math.log(forecast) : -Math.log1p(-forecast),
  );
}

/**
 * Normal interval of the Brier score as a mean of squared errors, variance with n − 1; widened for
 * noise by the influence of a case, (forecast − outcome)² − score.
 * @param tallies merged, at least one
 */
export function brierLimits(tallies: readonly ForecastTally[], precision: Precision): Limits {
  const brier = brierScore(tallies);
  const influence: OfCase = (forecast, outcome) => (forecast - outcome) ** 2 - brier;
  return influenceLimits(tallies, brier, influence, [0, 1], precision);
}

/**
 * Interval of the skill score 1 − Brier / uncertainty by the delta method, the base rate being
 * estimated from the same forecasts; widened for noise by the same influence of a case. Undefined
 * where all had the same outcome.
 * Source: Bradley, Schwartz and Hashino 2008, "Sampling uncertainty and confidence intervals for
 * the Brier score and Brier skill score", Weather and Forecasting 23.
 * @param tallies merged, at least one
 */
export function skillLimits(tallies: readonly ForecastTally[], precision: Precision): Limits {
  const rate = baseRate(tallies);
  const uncertainty = rate * (1 - rate);
  if (uncertainty === 0) return undefinedLimits;
  const ratio = brierScore(tallies) / uncertainty;
  const influence: OfCase = (forecast, outcome) => {
    const byBaseRate = (1 - 2 * rate) * (outcome - rate) + uncertainty;
    return ((forecast - outcome) ** 2 - ratio * byBaseRate) / uncertainty;
  };
  return influenceLimits(tallies, 1 - ratio, influence, [-Infinity, 1], precision);
}

/** Share of the forecasts whose event happened. */
export function baseRate(tallies: readonly ForecastTally[]): number {
  return meanOverCases(tallies, (_forecast, outcome) => outcome);
}

export function shareHappened(tally: ForecastTally): number {
  return tally.happened / countForecasts(tally);
}

type OfCase = (forecast: number, outcome: 0 | 1) => number;

function meanOverCases(tallies: readonly ForecastTally[], of: OfCase): number {
  const n = tallies.reduce((sum, tally) => sum + countForecasts(tally), 0);
  return sumOverCases(tallies, of) / n;
}

function sumOverCases(tallies: readonly ForecastTally[], of: OfCase): number {
  return tallies.reduce((sum, { forecast, happened, notHappened }) => {
    const ofHappened = happened === 0 ? 0 : happened * of(forecast, 1);
    return sum + ofHappened + (notHappened === 0 ? 0 : notHappened * of(forecast, 0));
  }, 0);
}

/**
 * Normal interval of an estimate from the influence that a case has on n times it. With noise each
 * count of a forecast value and an outcome, 0 or not, carries an independent error, so that the
 * estimate carries one of noise · √(sum of the squared influences) / n: our own application of the
 * delta method.
 */
function influenceLimits(
  tallies: readonly ForecastTally[],
  value: number,
  influence: OfCase,
  range: readonly [number, number],
  { level = 0.95, noise = 0 }: Precision,
): Limits {
  const n = tallies.reduce((sum, tally) => sum + countForecasts(tally), 0);
  const limits = normalLimits(value, standardError(tallies, influence), level, range);
  const once = tallies.map((tally) => ({ ...tally, happened: 1, notHappened: 1 }));
  const squares = sumOverCases(once, (forecast, outcome) => influence(forecast, outcome) ** 2);
  return widenLimits(value, limits, { deviation: (noise * Math.sqrt(squares)) / n, level, range });
}

/** Standard error of the mean of a quantity whose mean is 0; not a number for a single case. */
function standardError(tallies: readonly ForecastTally[], of: OfCase): number {
  const n = tallies.reduce((sum, tally) => sum + countForecasts(tally), 0);
  const squares = sumOverCases(tallies, (forecast, outcome) => of(forecast, outcome) ** 2);
  return Math.sqrt(squares / (n - 1) / n);
}
