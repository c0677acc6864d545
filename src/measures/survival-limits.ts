import { undefinedLimits, type Limits } from "./limits.ts";
import type { SurvivalStep } from "./kaplan-meier.ts";

/** The scale on which the interval of a survival curve is symmetric, in R's words. */
export type LimitsType = "log-log" | "log" | "plain";

export const limitsTypes: readonly LimitsType[] = ["log-log", "log", "plain"];

/**
 * Pointwise limits of a survival curve at one step, as R `survfit` with `conf.type` of that name.
 * Undefined where survival is 0, and on the log-log scale also where it is still 1.
 * Source: Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, section 1.4;
 * Borgan and Liestøl 1990 on the transformations.
 * @param z the normal quantile of the level
 */
export function survivalLimits(
  { survival, standardError }: Pick<SurvivalStep, "survival" | "standardError">,
  z: number,
  type: LimitsType,
): Limits {
  if (survival === 0) return undefinedLimits;
  const half = z * standardError;
  if (type === "log") {
    return { lower: survival * Math.exp(-half), upper: Math.min(1, survival * Math.exp(half)) };
  }
  if (type === "plain") {
    return {
      lower: Math.max(0, survival * (1 - half)),
      upper: Math.min(1, survival * (1 + half)),
    };
  }
  if (survival === 1) return undefinedLimits;
  const middle = Math.log(-Math.log(survival));
  const shift = half / Math.log(survival);
  return {
    lower: Math.exp(-Math.exp(middle - shift)),
    upper: Math.exp(-Math.exp(middle + shift)),
  };
}
