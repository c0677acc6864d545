import { decimalToNumber, findDecimal } from "./decimal.ts";
import { estimateScore, isShare, mergeScores, type ScoreTally } from "./design-based-mean.ts";
import type { Measure, TallyRow } from "./measure.ts";
import { makeStatistic, readCount } from "./rows.ts";
import { widenLimits } from "./widen-limits.ts";

/** What a survey found: the mean of scores, each respondent weighted. */
export const score: Measure = {
  name: "score",
  columns: [
    { name: "stratum", role: "label", description: "stratum that the respondents were drawn from" },
    {
      ...{ name: "cluster", role: "label" },
      description: "group that was drawn as a whole; empty or none where each was drawn alone",
    },
    { name: "weight", role: "label", description: "for how many each respondent stands" },
    { name: "score", role: "label", description: "score that each of them gave" },
    { name: "respondents_n", role: "count", description: "respondents" },
  ],
  description:
    "The mean of the scores. In a survey each respondent counts for the people that they stand for.",
  interval:
    "From the design: the spread between clusters (what was drawn, or hangs together, as a whole) within strata (linearised), with " +
    "Student’s t, for a share on the scale of log odds; none where a stratum holds a single cluster.",
  noiseWords:
    "Widened for the rounding that protects small numbers, by what a respondent more or less of each " +
    "stratum, cluster, weight and score would change.",
  estimate(rows, { level = 0.95, noise = 0, isShare: mustBeShare = false }) {
    const tallies = mergeScores(rows.map(readScore));
    const asShare = isShare(tallies);
    if (mustBeShare && !asShare) throw new TypeError("the scores of a share must be 0 or 1");
    const { n, mean, ...estimate } = estimateScore(tallies, level);
    const range = rangeOf(tallies, asShare);
    const plain = asShare ? estimate.shareLimits : estimate.limits;
    const lower = plain.lower === null ? null : Math.max(range[0], plain.lower);
    const error = { deviation: deviationOf(tallies, mean, noise), level, range };
    const above = tallies.reduce((sum, one) => sum + (one.score === 1 ? one.respondents : 0), 0);
    const parts = [above, n - above] as const;
    return [
      makeStatistic({
        ...{ name: "mean", value: mean, n, unit: mustBeShare ? "share" : "indicator" },
        limits: widenLimits(mean ?? 0, { ...plain, lower }, error),
        ...(asShare ? { counts: parts, facts: { kind: "parts", parts } } : { counts: [n] }),
        note: "no cases",
      }),
    ];
  },
};

/** A mean of scores that are none below 0 is not below 0 either. */
function rangeOf(tallies: readonly ScoreTally[], asShare: boolean): readonly [number, number] {
  if (asShare) return [0, 1];
  return [tallies.some((one) => one.score < 0) ? -Infinity : 0, Infinity];
}

/**
 * Standard deviation of the error in a weighted mean, where the respondents of each merged row carry
 * one of their own: our own application of the delta method.
 * @throws RangeError when the noise is not a number of at least 0
 */
function deviationOf(tallies: readonly ScoreTally[], mean: number | null, noise: number): number {
  if (!(noise >= 0)) throw new RangeError("the noise of a count must be at least 0");
  const all = tallies.reduce((sum, { weight, respondents }) => sum + weight * respondents, 0);
  if (mean === null) return 0;
  return noise * Math.hypot(...tallies.map((one) => (one.weight * (one.score - mean)) / all));
}

function readScore(row: TallyRow): ScoreTally {
  const respondents = readCount(row, "respondents_n");
  const weight = readDecimal(row, "weight");
  if (weight <= 0) throw new TypeError("column weight of a tally row must hold numbers above 0");
  return {
    ...{ stratum: String(row["stratum"] ?? ""), cluster: String(row["cluster"] ?? "") },
    ...{ weight, score: readDecimal(row, "score"), respondents },
  };
}

function readDecimal(row: TallyRow, column: string): number {
  const decimal = findDecimal(String(row[column] ?? ""));
  if (!decimal) throw new TypeError(`column ${column} of a tally row must hold decimals`);
  return decimalToNumber(decimal);
}
