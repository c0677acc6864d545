import { normalLimits, undefinedLimits, type Bounded } from "./limits.ts";
import { normalQuantileOfLevel } from "./quantile-functions.ts";

/** Two groups within one stratum: events among trials, and the same of the reference group. */
export interface RatioStratum {
  readonly stratum: string;
  readonly events: number;
  readonly trials: number;
  readonly referenceEvents: number;
  readonly referenceTrials: number;
}

export interface RatioEstimate {
  /** Per stratum, in the order of their names: the risk ratio with Katz's limits. */
  readonly strata: readonly (Bounded & { readonly stratum: string })[];
  /** All strata as one table, with Katz's limits. */
  readonly crude: Bounded;
  /** Mantel and Haenszel's risk ratio, with the variance of Greenland and Robins. */
  readonly ratio: Bounded;
  /** Mantel and Haenszel's risk difference, with the variance of Greenland and Robins. */
  readonly gap: Bounded;
}

/**
 * How much more often something happens in one group than in another, like compared with like:
 * within strata, which are joined after. A ratio without events on either side is undefined; so are
 * limits whose variance is 0, which would claim certainty. A stratum without one of the groups says
 * nothing and has no weight.
 *
 * Source: Greenland and Robins 1985, Estimation of a common effect parameter from sparse follow-up
 * data (Biometrics 41): formulas 13 for the ratio and 4 for the difference; Katz and others 1978,
 * Obtaining confidence intervals for the risk ratio in cohort studies (Biometrics 34). As
 * `epi.2by2` of the R package epiR, which adds 0.5 to a table with a zero where this does not.
 * @param tables rows of a stratum are added up first
 * @throws RangeError when the level is not between 0 and 1, or events exceed their trials
 */
export function estimateRatio(tables: readonly RatioStratum[], level = 0.95): RatioEstimate {
  normalQuantileOfLevel(level);
  const strata = mergeStrata(tables);
  const excess = strata.some(
    (one) => one.events > one.trials || one.referenceEvents > one.referenceTrials,
  );
  if (excess) throw new RangeError("events exceed their trials");
  const whole = joinStrata(strata);
  return {
    strata: strata.map((one) => ({ stratum: one.stratum, ...katzRatio(one, level) })),
    crude: katzRatio(whole, level),
    ratio: pooledRatio(strata, level),
    gap: pooledGap(strata, level),
  };
}

/** Rows of the same stratum as one, in the order of their names. */
export function mergeStrata(tables: readonly RatioStratum[]): readonly RatioStratum[] {
  const merged = new Map<string, RatioStratum>();
  for (const table of tables) {
    const before = merged.get(table.stratum);
    merged.set(table.stratum, before === undefined ? table : add(before, table));
  }
  return [...merged.values()].toSorted((a, b) => (a.stratum < b.stratum ? -1 : 1));
}

/** All strata as one table. */
export function joinStrata(strata: readonly RatioStratum[]): RatioStratum {
  const none = { events: 0, trials: 0, referenceEvents: 0, referenceTrials: 0 };
  return strata.reduce(add, { stratum: "", ...none });
}

/** What a stratum adds to the sums of Mantel and Haenszel; 0 where it lacks a group. */
export function partsOf(one: RatioStratum): { above: number; below: number; weight: number } {
  const all = one.trials + one.referenceTrials;
  if (all === 0) return { above: 0, below: 0, weight: 0 };
  return {
    above: (one.events * one.referenceTrials) / all,
    below: (one.referenceEvents * one.trials) / all,
    weight: (one.trials * one.referenceTrials) / all,
  };
}

function add(a: RatioStratum, b: RatioStratum): RatioStratum {
  return {
    stratum: a.stratum,
    events: a.events + b.events,
    trials: a.trials + b.trials,
    referenceEvents: a.referenceEvents + b.referenceEvents,
    referenceTrials: a.referenceTrials + b.referenceTrials,
  };
}

function katzRatio(one: RatioStratum, level: number): Bounded {
  const { events: a, trials: m, referenceEvents: c, referenceTrials: n } = one;
  if (a === 0 || c === 0) return { value: null, ...undefinedLimits };
  return onLogScale(a / m / (c / n), 1 / a - 1 / m + (1 / c - 1 / n), level);
}

function pooledRatio(strata: readonly RatioStratum[], level: number): Bounded {
  const [above, below] = [sumOf(strata, "above"), sumOf(strata, "below")];
  if (above === 0 || below === 0) return { value: null, ...undefinedLimits };
  const spread = strata.reduce((sum, one) => {
    const { events: a, trials: m, referenceEvents: c, referenceTrials: n } = one;
    const all = m + n;
    return all === 0 ? sum : sum + ((a + c) * m * n - a * c * all) / (all * all);
  }, 0);
  return onLogScale(above / below, spread / (above * below), level);
}

function pooledGap(strata: readonly RatioStratum[], level: number): Bounded {
  const weight = sumOf(strata, "weight");
  if (weight === 0) return { value: null, ...undefinedLimits };
  const value = (sumOf(strata, "above") - sumOf(strata, "below")) / weight;
  const spread = strata.reduce((sum, one) => {
    const { events: a, trials: m, referenceEvents: c, referenceTrials: n } = one;
    if (m === 0 || n === 0) return sum;
    const parts = (a * (m - a) * n ** 2) / m + (c * (n - c) * m ** 2) / n;
    return sum + parts / (m + n) ** 2;
  }, 0);
  return { value, ...normalLimits(value, Math.sqrt(spread) / weight, level, [-1, 1]) };
}

function onLogScale(ratio: number, variance: number, level: number): Bounded {
  const half = normalQuantileOfLevel(level) * Math.sqrt(Math.max(0, variance));
  if (!(half > 1e-12)) return { value: ratio, ...undefinedLimits };
  return { value: ratio, lower: ratio * Math.exp(-half), upper: ratio * Math.exp(half) };
}

function sumOf(strata: readonly RatioStratum[], part: "above" | "below" | "weight"): number {
  return strata.reduce((sum, one) => sum + partsOf(one)[part], 0);
}
