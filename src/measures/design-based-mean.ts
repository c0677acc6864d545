import { undefinedLimits, type Limits } from "./limits.ts";
import { studentQuantileOfLevel, tailOf } from "./quantile-functions.ts";

/** Respondents of one stratum and cluster who count as much and gave the same score. */
export interface ScoreTally {
  readonly stratum: string;
  /** Empty or "none" where each respondent was drawn alone. */
  readonly cluster: string;
  /** Above 0. */
  readonly weight: number;
  readonly score: number;
  readonly respondents: number;
}

/** A weighted mean with what the design of the survey says of its doubt. */
export interface ScoreEstimate {
  /** Respondents. */
  readonly n: number;
  /** Null without respondents. */
  readonly mean: number | null;
  /** Null where a stratum holds a single cluster, and so are all that rest on it. */
  readonly standardError: number | null;
  /** Limits by Student's t; undefined where the standard error is, or where it is 0. */
  readonly limits: Limits;
  /** The same on the scale of log odds, of a mean of scores 0 and 1; undefined of any other. */
  readonly shareLimits: Limits;
  /** Clusters less strata. */
  readonly degreesOfFreedom: number;
  /**
   * Variance over that of a simple random sample of so many, drawn without replacement from a
   * population as large as the sum of the weights: R's `deff = TRUE`. Null where the weights do not
   * add up to more than the respondents, so that they can be no population.
   */
  readonly designEffect: number | null;
  /** The same against a sample drawn with replacement: R's `deff = "replace"`. */
  readonly designEffectWithReplacement: number | null;
  /** Respondents of a simple random sample that would be as precise: n over the last. */
  readonly effectiveSize: number | null;
}

/**
 * The mean of scores, weighted, with its standard error from the design: linearised, the first stage
 * alone, as if clusters had been drawn with replacement within strata. Rows that agree in all but
 * their respondents are merged first, and the order of rows is of no matter.
 *
 * Source: Lumley 2010, Complex Surveys, section 2.2; agrees with `svymean` of the R package survey
 * without `fpc`, whose default option for a stratum with one cluster is to refuse: here the limits
 * are undefined. The limits of shares are those of `svyciprop`.
 * @param tallies in any order
 * @throws RangeError when the level is not between 0 and 1
 */
export function estimateScore(tallies: readonly ScoreTally[], level = 0.95): ScoreEstimate {
  tailOf(level);
  const rows = mergeScores(tallies);
  const n = sum(rows.map(({ respondents }) => respondents));
  const all = sum(rows.map(({ weight, respondents }) => weight * respondents));
  const mean = isConstant(rows)
    ? (rows[0]?.score ?? null)
    : sum(rows.map(({ weight, score, respondents }) => weight * respondents * score)) / all;
  const strata = mean === null ? [] : listStrata(rows, mean, all);
  const degreesOfFreedom = sum(strata.map(({ clusters }) => clusters - 1));
  const known = strata.length > 0 && strata.every(({ clusters }) => clusters > 1);
  const variance = known ? sum(strata.map((stratum) => stratum.variance)) : null;
  const standardError = variance === null ? null : Math.sqrt(variance);
  const plain = n < 2 || mean === null ? 0 : spreadOf(rows, mean, all, n) / n;
  const withReplacement = variance === null || plain === 0 ? null : variance / plain;
  const isPopulation = all > n * (1 + 1e-9);
  const bounds = { level, degreesOfFreedom };
  return {
    ...{ n, mean, standardError, degreesOfFreedom },
    limits: limitMean(mean, standardError, bounds),
    shareLimits: isShare(rows) ? limitShare(mean, standardError, bounds) : undefinedLimits,
    designEffect: isPopulation && withReplacement !== null ? withReplacement / (1 - n / all) : null,
    designEffectWithReplacement: withReplacement,
    effectiveSize: withReplacement === null || withReplacement === 0 ? null : n / withReplacement,
  };
}

/** Rows that agree in all but their respondents as one, in an order of their own. */
export function mergeScores(tallies: readonly ScoreTally[]): readonly ScoreTally[] {
  const merged = new Map<string, ScoreTally>();
  for (const tally of tallies) {
    if (tally.respondents === 0) continue;
    const { stratum, weight, score } = tally;
    const cluster = tally.cluster === "none" ? "" : tally.cluster;
    const key = JSON.stringify([stratum, cluster, weight, score]);
    const respondents = tally.respondents + (merged.get(key)?.respondents ?? 0);
    merged.set(key, { stratum, cluster, weight, score, respondents });
  }
  return [...merged].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, tally]) => tally);
}

/** Whether all scores are 0 or 1, so that the mean is a share. */
export function isShare(tallies: readonly ScoreTally[]): boolean {
  return tallies.every(({ score }) => score === 0 || score === 1);
}

interface Stratum {
  readonly clusters: number;
  /** What the stratum adds to the variance of the mean; 0 where it has one cluster. */
  readonly variance: number;
}

function listStrata(rows: readonly ScoreTally[], mean: number, all: number): readonly Stratum[] {
  const strata = new Map<string, Map<string, { total: number; clusters: number }>>();
  for (const { stratum, cluster, weight, score, respondents } of rows) {
    const clusters = strata.get(stratum) ?? new Map<string, { total: number; clusters: number }>();
    strata.set(stratum, clusters);
    const each = (weight * (score - mean)) / all;
    if (cluster === "") {
      clusters.set(JSON.stringify([weight, score]), { total: each, clusters: respondents });
    } else {
      const before = clusters.get(`=${cluster}`)?.total ?? 0;
      clusters.set(`=${cluster}`, { total: before + each * respondents, clusters: 1 });
    }
  }
  return [...strata.values()].map((clusters) => spreadOfTotals([...clusters.values()]));
}

function spreadOfTotals(totals: readonly { total: number; clusters: number }[]): Stratum {
  const clusters = sum(totals.map((one) => one.clusters));
  if (clusters < 2) return { clusters, variance: 0 };
  const mean = sum(totals.map((one) => one.total * one.clusters)) / clusters;
  const squares = sum(totals.map((one) => one.clusters * (one.total - mean) ** 2));
  // What rounding leaves of totals that are equal is no spread.
  const isEqual = squares <= 1e-24 * clusters * mean ** 2;
  return { clusters, variance: isEqual ? 0 : (squares * clusters) / (clusters - 1) };
}

/** The variance of the scores in the population, as `svyvar` estimates it. */
function spreadOf(rows: readonly ScoreTally[], mean: number, all: number, n: number): number {
  const squares = rows.map(
    ({ weight, score, respondents }) => weight * respondents * (score - mean) ** 2,
  );
  return (sum(squares) / all) * (n / (n - 1));
}

interface Bounds {
  readonly level: number;
  readonly degreesOfFreedom: number;
}

/** Undefined also where the error is 0 but for rounding, and limits would claim certainty. */
function limitMean(mean: number | null, error: number | null, bounds: Bounds): Limits {
  if (mean === null || error === null) return undefinedLimits;
  if (!(error > 1e-12 * Math.max(1, Math.abs(mean)))) return undefinedLimits;
  const half = studentQuantileOfLevel(bounds.level, bounds.degreesOfFreedom) * error;
  return { lower: mean - half, upper: mean + half };
}

function limitShare(share: number | null, error: number | null, bounds: Bounds): Limits {
  if (share === null || error === null || share === 0 || share === 1) return undefinedLimits;
  const odds = Math.log(share / (1 - share));
  const { lower, upper } = limitMean(odds, error / (share * (1 - share)), bounds);
  const toShare = (limit: number | null) => (limit === null ? null : 1 / (1 + Math.exp(-limit)));
  return { lower: toShare(lower), upper: toShare(upper) };
}

function isConstant(rows: readonly ScoreTally[]): boolean {
  return rows.every(({ score }) => score === rows[0]!.score);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
