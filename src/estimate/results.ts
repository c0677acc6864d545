import type { AmountEstimate } from "../measures/amount.ts";
import type { CountEstimate } from "../measures/count.ts";
import type { DurationEstimate } from "../measures/duration.ts";
import type { ForecastEstimate } from "../measures/forecast.ts";
import type { MoneyShareEstimate } from "../measures/money-share.ts";
import type { ProportionEstimate } from "../measures/proportion.ts";
import type { RateEstimate } from "../measures/rate.ts";

/** The results as they are printed: names in lower case with underscores, as in the JSON. */
export type EstimateResult =
  | CountEstimate
  | RateEstimate
  | MoneyShareEstimate
  | ProportionEstimate
  | ReturnType<typeof amountResult>
  | ReturnType<typeof durationResult>
  | ReturnType<typeof forecastResult>;

export function amountResult(estimate: AmountEstimate) {
  const { n, unknown, total, quantiles, gini, topPercentShare } = estimate;
  return { n, unknown, total, quantiles, gini, top_1_percent_share: topPercentShare };
}

export function durationResult(estimate: DurationEstimate) {
  const { n, closed, open, limits, quantiles, within, restrictedMean, largest } = estimate;
  return {
    ...{ n, events: closed, open, limits, quantiles, within },
    rmst: restrictedMean && {
      limit: restrictedMean.limit,
      value: restrictedMean.value,
      standard_error: restrictedMean.standardError,
      lower: restrictedMean.lower,
      upper: restrictedMean.upper,
    },
    largest_time_seen: largest,
  };
}

export function forecastResult(estimate: ForecastEstimate, excluded: number) {
  const { n, happened, murphy, corp, logScore, auc } = estimate;
  return {
    ...{ n, excluded, events: happened },
    base_rate: estimate.baseRate.value,
    brier: estimate.brier.value,
    murphy: murphy && {
      rel: murphy.reliability,
      res: murphy.resolution,
      unc: murphy.uncertainty,
    },
    corp: corp && {
      mcb: corp.miscalibration,
      dsc: corp.discrimination,
      unc: corp.uncertainty,
    },
    log_score: logScore === Infinity ? "infinite" : logScore,
    auc: { value: auc.value, lower: auc.lower, upper: auc.upper },
    skill: estimate.skill.value,
  };
}
