import { joinStrata, partsOf, type RatioStratum } from "./mantel-haenszel.ts";

/** Deviations of the errors that noise in the counts leaves in each statistic of a ratio. */
export interface RatioNoise {
  /** Of the logarithm of Mantel and Haenszel's ratio. */
  readonly ratio: number;
  readonly gap: number;
  /** Of the logarithm of the crude ratio. */
  readonly crude: number;
}

/** The derivatives of something by a case more: with and without the event, on either side. */
type Slopes = readonly [number, number, number, number];

/**
 * How far errors of the counts carry into a ratio and a difference: the events and the rest of both
 * groups of each stratum carry independent errors of the given deviation, our own application of the
 * delta method. The crude ratio is made of the same counts: no rule keeps its sums closer.
 * @param strata merged, with events in both groups for the ratios
 * @param noise standard deviation of the error of a count, in cases
 * @param together how many groups stand together against the reference, each with errors of its own
 */
export function noiseOfRatio(
  strata: readonly RatioStratum[],
  noise: number,
  together = 1,
): RatioNoise {
  const errors = [Math.sqrt(together), Math.sqrt(together), 1, 1] as const;
  const sums = strata.map(partsOf).reduce(
    (all, one) => ({
      above: all.above + one.above,
      below: all.below + one.below,
      weight: all.weight + one.weight,
    }),
    { above: 0, below: 0, weight: 0 },
  );
  const gap = (sums.above - sums.below) / sums.weight;
  const known = strata.filter(({ trials, referenceTrials }) => trials + referenceTrials > 0);
  const slopes = known.map(slopesOf);
  const whole = crudeSlopes(joinStrata(strata));
  const join = (of: (slope: PartSlopes, at: 0 | 1 | 2 | 3) => number) =>
    noise *
    Math.hypot(...slopes.flatMap((slope) => places.map((at) => errors[at] * of(slope, at))));
  return {
    ratio: join(({ above, below }, at) => above[at] / sums.above - below[at] / sums.below),
    gap: join(
      ({ above, below, weight }, at) => (above[at] - below[at] - gap * weight[at]) / sums.weight,
    ),
    crude: noise * Math.hypot(...known.flatMap(() => places.map((at) => errors[at] * whole[at]))),
  };
}

const places = [0, 1, 2, 3] as const;

interface PartSlopes {
  readonly above: Slopes;
  readonly below: Slopes;
  readonly weight: Slopes;
}

function slopesOf(one: RatioStratum): PartSlopes {
  const { events: a, trials: m, referenceEvents: c, referenceTrials: n } = one;
  const all = m + n;
  const per = (value: number) => value / (all * all);
  return {
    above: [per(n * (all - a)), per(-n * a), per(m * a), per(m * a)],
    below: [per(n * c), per(n * c), per(m * (all - c)), per(-m * c)],
    weight: [per(n * n), per(n * n), per(m * m), per(m * m)],
  };
}

function crudeSlopes(one: RatioStratum): Slopes {
  const { events: a, trials: m, referenceEvents: c, referenceTrials: n } = one;
  return [1 / a - 1 / m, -1 / m, 1 / n - 1 / c, 1 / n];
}
