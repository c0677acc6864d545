import type { SurvivalStep } from "./kaplan-meier.ts";
import { normalLimits, type Limits } from "./limits.ts";

export interface RestrictedMean extends Limits {
  /** The time up to which durations are counted: the largest time seen. */
  readonly limit: number;
  /** Mean duration of cases, each counted up to `limit`. */
  readonly value: number;
  readonly standardError: number;
}

/**
 * Restricted mean survival time: the area under the curve up to the largest time seen, as R
 * `print(survfit(…), rmean = "common")`, with a plain normal interval.
 * Source: Klein and Moeschberger, Survival Analysis, section 4.5.
 * @param steps at least one
 */
export function restrictedMean(steps: readonly SurvivalStep[], level: number): RestrictedMean {
  const limit = steps.at(-1)!.time;
  let area = 0;
  let variance = 0;
  for (let i = steps.length - 1; i >= 0; i -= 1) {
    const { time, survival, closed, atRisk } = steps[i]!;
    area += survival * ((steps[i + 1]?.time ?? limit) - time);
    if (atRisk > closed) variance += area ** 2 * (closed / atRisk / (atRisk - closed));
  }
  const value = steps[0]!.time + area;
  const standardError = Math.sqrt(variance);
  return { limit, value, standardError, ...normalLimits(value, standardError, level, [0, limit]) };
}
