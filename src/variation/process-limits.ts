/** The charts there are: of single values, of shares and of rates, the last two also after Laney. */
export type ProcessChartName = "xmr" | "p" | "u" | "p-prime" | "u-prime";

/** What was seen in one period. */
export interface Sample {
  /** The numerator over the denominator. */
  readonly value: number;
  readonly numerator: number;
  /** What the numerator is set against; 1 where nothing is. */
  readonly denominator: number;
}

/** What a process does while nothing changes it; limits are null where one sample cannot tell. */
export interface ProcessLimits {
  readonly mean: number;
  /** One for each sample, in its order. */
  readonly limits: readonly SampleLimits[];
}

export interface SampleLimits {
  /** A third of the way from the mean to a limit. */
  readonly sigma: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Three sigma, over the mean of the distance of two values in a row (d2 = 1.128), as rounded. */
const perMovingRange = 2.66;
/** The same bias, as qicharts2 divides by it. */
const distanceOfTwo = 1.128;
/** Where a moving range is screened: the upper limit of a chart of moving ranges. */
const screenedFrom = 3.267;

/**
 * Mean and three-sigma limits of one stretch of a process.
 *
 * - `xmr`: mean ± 2.66 × the mean moving range (Wheeler 1993, as NHSRplotthedots 0.2.2).
 * - `p`, `u`: the binomial or Poisson limits around the pooled share or rate (Montgomery, 7.2 and
 *   7.3; qicharts2), kept within what a share or a rate can be.
 * - `p-prime`, `u-prime`: the same, times the sigma of the z-scores by their mean moving range
 *   (Laney 2002; qicharts2), for denominators so large that sampling explains too little.
 * @param samples at least one, in the order of time; denominators above 0
 * @param screen leave out, once, moving ranges of at least 3.267 times their mean
 */
export function limitProcess(
  chart: ProcessChartName,
  samples: readonly Sample[],
  screen: boolean,
): ProcessLimits {
  if (chart === "xmr") return limitValues(samples, screen);
  const isShare = chart === "p" || chart === "p-prime";
  const all = addUp(samples.map(({ denominator }) => denominator));
  const mean = addUp(samples.map(({ numerator }) => numerator)) / all;
  const spread = isShare ? Math.sqrt(mean * (1 - mean)) : Math.sqrt(mean);
  const deviations = samples.map(({ denominator }) => spread / Math.sqrt(denominator));
  const more =
    chart === "p" || chart === "u" ? 1 : sigmaOfScores(samples, mean, deviations, screen);
  const limits = deviations.map((deviation) => {
    if (more === null) return { sigma: null, lower: null, upper: null };
    const sigma = deviation * more;
    const upper = Math.min(isShare ? 1 : Infinity, mean + 3 * sigma);
    return { sigma, lower: Math.max(0, mean - 3 * sigma), upper };
  });
  return { mean, limits };
}

function limitValues(samples: readonly Sample[], screen: boolean): ProcessLimits {
  const values = samples.map(({ value }) => value);
  const mean = addUp(values) / values.length;
  const range = meanMovingRange(values, screen);
  const limit =
    range === null
      ? { sigma: null, lower: null, upper: null }
      : {
          sigma: (perMovingRange * range) / 3,
          lower: mean - perMovingRange * range,
          upper: mean + perMovingRange * range,
        };
  return { mean, limits: samples.map(() => limit) };
}

/** How much more the samples vary than chance alone would make them; 0 where they cannot. */
function sigmaOfScores(
  samples: readonly Sample[],
  mean: number,
  deviations: readonly number[],
  screen: boolean,
): number | null {
  const scores = samples.map(({ value }, i) =>
    deviations[i] === 0 ? 0 : (value - mean) / deviations[i]!,
  );
  const range = meanMovingRange(scores, screen);
  return range === null ? null : range / distanceOfTwo;
}

/** Mean distance of neighbours; null where there is no second value. */
function meanMovingRange(values: readonly number[], screen: boolean): number | null {
  if (values.length < 2) return null;
  const ranges = values.slice(1).map((value, i) => Math.abs(value - values[i]!));
  const mean = addUp(ranges) / ranges.length;
  const kept = screen && mean > 0 ? ranges.filter((one) => one < screenedFrom * mean) : ranges;
  return addUp(kept) / kept.length;
}

/**
 * A sum that keeps what each addition rounds away (Neumaier 1974), so that equal values have
 * themselves as their mean.
 */
function addUp(values: readonly number[]): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
