import type { SurvivalStep } from "./kaplan-meier.ts";
import { survivalLimits, type LimitsType } from "./survival-limits.ts";

export interface ShareWithin {
  /** In the unit of the durations. */
  readonly limit: number;
  /** Fraction of 1; null where the limit lies beyond the largest time seen of open cases. */
  readonly share: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * The share of cases closed within a limit: 1 − survival at the limit, the limit itself included,
 * with the limits of the curve. Where nothing is open it is the plain share of cases, exactly.
 * Like R `summary(survfit(…), times = limit)`, except that nothing is carried beyond the largest
 * time seen while cases are open, and that log-log limits before the first closed case are
 * undefined and not 0.
 * @param steps at least one
 * @param z the normal quantile of the level
 */
export function shareWithin(
  steps: readonly SurvivalStep[],
  limit: number,
  z: number,
  type: LimitsType,
): ShareWithin {
  const last = steps.at(-1)!;
  if (limit > last.time && last.survival > 0) {
    return { limit, share: null, lower: null, upper: null };
  }
  const passed = steps.filter(({ time }) => time <= limit);
  const { survival, standardError } = passed.at(-1) ?? { survival: 1, standardError: 0 };
  const { lower, upper } = survivalLimits({ survival, standardError }, z, type);
  return {
    limit,
    share: plainShare(steps, passed) ?? 1 - survival,
    lower: upper === null ? null : 1 - upper,
    upper: lower === null ? null : 1 - lower,
  };
}

function plainShare(
  steps: readonly SurvivalStep[],
  passed: readonly SurvivalStep[],
): number | undefined {
  if (steps.some(({ open }) => open > 0)) return undefined;
  return passed.reduce((sum, { closed }) => sum + closed, 0) / steps[0]!.atRisk;
}
