import { estimateAuc, type AucEstimate } from "./auc.ts";
import { baseRate, brierLimits, brierScore, logScore, murphyParts, skillLimits } from "./brier.ts";
import type { MurphyParts } from "./brier.ts";
import { calibrationCurve } from "./calibration-curve.ts";
import { mergeForecasts, type ForecastTally } from "./forecast-tallies.ts";
import { corpParts, type CorpParts } from "./isotonic.ts";
import { undefinedLimits, type Bounded, type Limits } from "./limits.ts";
import type { Measure, Statistic, StatisticUnit, TallyRow } from "./measure.ts";
import { makeStatistic, readCount, readNumber } from "./rows.ts";
import { shareLimits } from "./share-limits.ts";

export interface ForecastEstimate {
  readonly n: number;
  readonly happened: number;
  /** Fraction of 1, with Wilson limits. */
  readonly baseRate: Bounded;
  /** Mean squared error, 0 to 1, with a normal interval. */
  readonly brier: Bounded;
  /** Null without forecasts, as are the next two. */
  readonly murphy: MurphyParts | null;
  readonly corp: CorpParts | null;
  /** Mean of −log probability; Infinity where a forecast of 0 or 1 was wrong. */
  readonly logScore: number | null;
  readonly auc: AucEstimate;
  /** 1 − Brier / uncertainty; null where all had the same outcome. */
  readonly skill: Bounded;
}

/**
 * How good forecasts were: scores, their decompositions, discrimination and skill against the base
 * rate of the same set. Forecasts of the same value are pooled first.
 * @param tallies in any order, forecasts from 0 to 1
 * @param noise standard deviation of the error of the count of each forecast value and outcome, in
 * cases, by which every interval is widened
 * @throws RangeError when the level is not between 0 and 1, a forecast is not from 0 to 1 or the
 * noise is negative
 */
export function estimateForecast(
  tallies: readonly ForecastTally[],
  level = 0.95,
  noise = 0,
): ForecastEstimate {
  const precision = { level, noise };
  const merged = mergeForecasts(tallies);
  if (merged.some(({ forecast }) => !(forecast >= 0 && forecast <= 1))) {
    throw new RangeError("a forecast must lie from 0 to 1");
  }
  const happened = merged.reduce((sum, tally) => sum + tally.happened, 0);
  const n = merged.reduce((sum, tally) => sum + tally.notHappened, happened);
  const base = { n, happened, auc: estimateAuc(merged, precision) };
  if (n === 0) {
    const none: Bounded = { value: null, ...undefinedLimits };
    const parts = { murphy: null, corp: null, logScore: null };
    return { ...base, ...parts, baseRate: none, brier: none, skill: none };
  }
  const murphy = murphyParts(merged);
  const brier = brierScore(merged);
  const oneOutcome = happened === 0 || happened === n;
  return {
    ...base,
    baseRate: { value: baseRate(merged), ...shareLimits(happened, n, precision) },
    brier: { value: brier, ...brierLimits(merged, precision) },
    murphy,
    corp: corpParts(merged),
    logScore: logScore(merged),
    skill: {
      value: oneOutcome ? null : 1 - brier / murphy.uncertainty,
      ...skillLimits(merged, precision),
    },
  };
}

/** How good forecasts were. */
export const forecast: Measure = {
  name: "forecast",
  columns: [
    { name: "probability_percent", role: "bin", description: "forecast in whole per cent" },
    { name: "happened_n", role: "count", description: "forecasts whose event happened" },
    { name: "not_happened_n", role: "count", description: "forecasts whose event did not" },
  ],
  description:
    "How close forecasts came to what happened (Brier score), and how much of that is " +
    "calibration and how much the power to tell cases apart. Skill: by how much the score beats " +
    "always saying the base rate, which is the share that happened (0 is no better, 1 is perfect). " +
    "Area under the curve: of two forecasts of which one came true, how often that one had been " +
    "given the higher probability (0.5 is chance).",
  interval:
    "Normal for the Brier score, by the delta method for skill, DeLong’s for the area under the " +
    "curve, Wilson’s for the base rate; none for the parts of the score.",
  noiseWords:
    "Widened for the rounding that protects small numbers, by what a case more or less of each " +
    "forecast and outcome would change.",
  estimate(rows, { level, noise }) {
    return forecastStatistics(estimateForecast(rows.map(readForecast), level, noise));
  },
  curve: (rows, atLeast, noise) => calibrationCurve(rows.map(readForecast), atLeast, noise),
};

function forecastStatistics(result: ForecastEstimate): readonly Statistic[] {
  const { n, happened, corp } = result;
  const outcomes = [happened, n - happened] as const;
  const state = (name: string, { value, ...limits }: Bounded, unit: StatisticUnit) =>
    makeStatistic({
      ...{ name, value, limits: withWidth(limits), n, unit },
      ...{ counts: outcomes, facts: { kind: "outcomes", outcomes } },
      note: n === 0 ? "no cases" : "one outcome only",
    });
  const part = (name: string, value: number | undefined) =>
    state(name, { value: value ?? null, ...undefinedLimits }, "score");
  return [
    state("brier", result.brier, "score"),
    state("skill", result.skill, "score"),
    state("auc", result.auc, "score"),
    state("base_rate", result.baseRate, "share"),
    part("miscalibration", corp?.miscalibration),
    part("discrimination", corp?.discrimination),
    part("uncertainty", corp?.uncertainty),
  ];
}

/** An interval without width would claim certainty, so none is published. */
function withWidth(limits: Limits): Limits {
  return limits.lower === limits.upper ? undefinedLimits : limits;
}

/** @throws TypeError when a forecast is not a whole number from 0 to 100 */
function readForecast(row: TallyRow): ForecastTally {
  const percent = readNumber(row, "probability_percent");
  if (!Number.isInteger(percent) || percent > 100) {
    throw new TypeError("column probability_percent of a tally row must hold 0 to 100, whole");
  }
  return {
    forecast: percent / 100,
    happened: readCount(row, "happened_n"),
    notHappened: readCount(row, "not_happened_n"),
  };
}
