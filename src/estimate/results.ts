import type { FunnelChart, FunnelTransform } from "../variation/funnel.ts";
import type { ProcessChart, ProcessChartName } from "../variation/spc.ts";
import type { AmountEstimate } from "../measures/amount.ts";
import type { CountEstimate } from "../measures/count.ts";
import type { ScoreEstimate } from "../measures/design-based-mean.ts";
import type { DurationEstimate } from "../measures/duration.ts";
import type { ForecastEstimate } from "../measures/forecast.ts";
import type { Bounded } from "../measures/limits.ts";
import type { RatioEstimate } from "../measures/mantel-haenszel.ts";
import type { MoneyShareEstimate } from "../measures/money-share.ts";
import type { ProportionEstimate } from "../measures/proportion.ts";
import type { RateEstimate } from "../measures/rate.ts";

/** The results as they are printed: names in lower case with underscores, as in the JSON. */
export type EstimateResult =
  | CountEstimate
  | RateEstimate
  | MoneyShareEstimate
  | ProportionEstimate
  | AmountResult
  | DurationResult
  | ForecastResult
  | ScoreResult
  | RatioResult
  | ProcessResult
  | FunnelResult;

export type AmountResult = ReturnType<typeof amountResult>;
export type DurationResult = ReturnType<typeof durationResult>;
export type ForecastResult = ReturnType<typeof forecastResult>;
export type ScoreResult = ReturnType<typeof scoreResult>;
export type RatioResult = ReturnType<typeof ratioResult>;
export type ProcessResult = ReturnType<typeof processResult>;
export type FunnelResult = ReturnType<typeof funnelResult>;

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

export function scoreResult(estimate: ScoreEstimate) {
  const { mean, standardError, limits, shareLimits } = estimate;
  return {
    ...{ mean, se: standardError, lower: limits.lower, upper: limits.upper },
    df: estimate.degreesOfFreedom,
    deff: estimate.designEffect,
    deff_replace: estimate.designEffectWithReplacement,
    effective_n: estimate.effectiveSize,
    /** Only of scores 0 and 1: the limits of a share, on the scale of log odds. */
    logit_limits: shareLimits.lower === null ? null : [shareLimits.lower, shareLimits.upper],
  };
}

export function ratioResult({ strata, crude, ratio, gap }: RatioEstimate) {
  const named = ({ value, lower, upper }: Bounded) => ({ rr: value, lower, upper });
  return {
    strata: strata.map((one) => ({ stratum: one.stratum, ...named(one) })),
    crude: named(crude),
    mantel_haenszel: named(ratio),
    risk_difference: { value: gap.value, lower: gap.lower, upper: gap.upper },
  };
}

export function processResult(chart: ProcessChart, name: ProcessChartName) {
  const { mean, lower, upper, points, missing, variation, assurance } = chart;
  return { chart: name, mean, limits: [lower, upper], points, missing, variation, assurance };
}

export function funnelResult(chart: FunnelChart, transform: FunnelTransform) {
  const { phi, tau2, overdispersed, target, groups } = chart;
  return { transform, phi, tau2, overdispersed, target, groups };
}
