import { estimateSurvival, type DurationTally, type SurvivalStep } from "./kaplan-meier.ts";
import { survivalCurve } from "./duration-curve.ts";
import type { Measure, MeasureOptions, Precision, Statistic, TallyRow } from "./measure.ts";
import { normalQuantileOfLevel } from "./quantile-functions.ts";
import { restrictedMean, type RestrictedMean } from "./restricted-mean.ts";
import { makeStatistic, readCount, readNumber } from "./rows.ts";
import { shareLimits } from "./share-limits.ts";
import type { LimitsType } from "./survival-limits.ts";
import { survivalQuantile, widenQuantile, type SurvivalQuantile } from "./survival-quantile.ts";
import { shareWithin, type ShareWithin } from "./survival-share.ts";

export interface DurationEstimate {
  /** All cases: closed and open. */
  readonly n: number;
  readonly closed: number;
  readonly open: number;
  /** The transformation behind every limit but those of the restricted mean. */
  readonly limits: LimitsType;
  readonly quantiles: readonly SurvivalQuantile[];
  readonly within: readonly ShareWithin[];
  /** Null without cases, as is the next. */
  readonly restrictedMean: RestrictedMean | null;
  readonly largest: number | null;
}

export interface DurationOptions extends Precision, Pick<MeasureOptions, "quantiles" | "within"> {
  readonly limits?: LimitsType;
}

/**
 * Quantiles of a duration, shares within limits and the restricted mean, all from the Kaplan–Meier
 * curve with open cases censored. Agrees with R `survival::survfit`. With noise the limits of the
 * curve widen, and with them those of quantiles and shares; those of the restricted mean, which no
 * measure publishes, do not.
 * @param tallies in any order
 * @throws RangeError when the level is not between 0 and 1
 */
export function estimateDuration(
  tallies: readonly DurationTally[],
  options: DurationOptions = {},
): DurationEstimate {
  const { level = 0.95, quantiles = [0.5, 0.9], within = [], limits = "log-log" } = options;
  const { noise = 0 } = options;
  const z = normalQuantileOfLevel(level);
  const plain = estimateSurvival(tallies);
  const steps = noise === 0 ? plain : estimateSurvival(tallies, noise);
  const quantileOf = (p: number): SurvivalQuantile => {
    const found = survivalQuantile(plain, p, z, limits);
    return noise === 0 ? found : widenQuantile(found, survivalQuantile(steps, p, z, limits));
  };
  const none = { lower: null, upper: null };
  const empty = steps.length === 0;
  return {
    n: steps[0]?.atRisk ?? 0,
    closed: sum(steps, "closed"),
    open: sum(steps, "open"),
    limits,
    quantiles: quantiles.map((p) => (empty ? { p, value: null, ...none } : quantileOf(p))),
    within: within.map((limit) =>
      empty ? { limit, share: null, ...none } : shareWithin(steps, limit, z, limits),
    ),
    restrictedMean: empty ? null : restrictedMean(steps, level),
    largest: steps.at(-1)?.time ?? null,
  };
}

function sum(steps: readonly SurvivalStep[], column: "closed" | "open"): number {
  return steps.reduce((total, step) => total + step[column], 0);
}

/** How long cases take, with those still open counted for what is known of them. */
export const duration: Measure = {
  name: "duration",
  columns: [
    { name: "status", role: "label", description: "closed or open" },
    { name: "duration", role: "bin", description: "time taken, or age at the cut-off, in bins" },
    { name: "cases_n", role: "count", description: "cases" },
  ],
  description:
    "The time within which half, or another share, of the cases are closed, by Kaplan–Meier: " +
    "cases still open count as lasting at least as long as they are old.",
  interval: "Greenwood’s, on the log-log scale; Wilson’s for the share still open.",
  noiseWords:
    "Widened for the rounding that protects small numbers, in the cases closed by each time and in " +
    "the rest.",
  estimate(rows, options) {
    const result = estimateDuration(rows.map(readDuration), options);
    const { n, open } = result;
    const parts = [open, n - open] as const;
    const share = { name: "share_open", value: n === 0 ? null : open / n };
    return [
      ...result.quantiles.map((quantile) => quantileStatistic(quantile, n)),
      ...result.within.map((within) => withinStatistic(within, result)),
      makeStatistic({
        ...{ ...share, limits: shareLimits(open, n, options), n, unit: "share" },
        ...{ counts: parts, facts: { kind: "parts", parts }, note: "no cases" },
      }),
    ];
  },
  curve: (rows, atLeast, noise) => survivalCurve(rows.map(readDuration), atLeast, noise),
};

function quantileStatistic({ p, value, lower, upper }: SurvivalQuantile, n: number): Statistic {
  const sides = splitCases(n, p);
  return makeStatistic({
    name: p === 0.5 ? "median" : `p${Number((p * 100).toPrecision(12))}`,
    ...{ value, limits: { lower, upper }, n, unit: "indicator" },
    ...{ counts: sides, facts: { kind: "sides", sides } },
    note: n === 0 ? "no cases" : "not reached",
  });
}

function withinStatistic(within: ShareWithin, { n, open }: DurationEstimate): Statistic {
  const { limit, share, lower, upper } = within;
  const inside = Math.round(n * (share ?? 0));
  const parts = open === 0 ? ([inside, n - inside] as const) : splitCases(n, share ?? 0);
  return makeStatistic({
    name: `within_${limit}`,
    ...{ value: share, limits: { lower, upper }, n, unit: "share" },
    ...{ counts: parts, facts: { kind: "parts", parts } },
    note: n === 0 ? "no cases" : "not reached",
  });
}

/** Cases on either side of a share, rounded down; products a rounding error short are whole. */
function splitCases(n: number, share: number): readonly [number, number] {
  const down = (cases: number) => Math.floor(cases + 1e-6);
  return [down(n * share), down(n * (1 - share))];
}

function readDuration(row: TallyRow): DurationTally {
  const cases = readCount(row, "cases_n");
  const time = readNumber(row, "duration");
  const status = row["status"];
  if (status === "closed") return { duration: time, closed: cases, open: 0 };
  if (status === "open") return { duration: time, closed: 0, open: cases };
  throw new TypeError("column status of a tally row must hold closed or open");
}
