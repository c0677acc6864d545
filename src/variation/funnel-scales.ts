import { gammaQuantile } from "../measures/quantile-functions.ts";

/** The scale on which groups are compared. */
export type FunnelTransform = "proportion" | "shmi" | "cqc";

export interface FunnelTotals {
  readonly numerator: number;
  readonly denominator: number;
}

/** How a scale takes values to where chance spreads them evenly, and its limits back. */
export interface FunnelScale {
  /** What every group would have, did they not differ, on the natural scale. */
  readonly target: number;
  readonly transformedTarget: number;
  transform(group: FunnelTotals): number;
  /** Standard error of a transformed value. */
  standardError(group: FunnelTotals): number;
  /** A transformed limit on the natural scale. */
  back(limit: number): number;
  /** Limits where groups differ by no more than chance; absent: those of the scale itself. */
  exactLimits?(group: FunnelTotals, tail: number): readonly [number, number];
  /** Extreme z-scores are drawn in to their tenths before the spread is judged, or left out. */
  readonly extremes: "winsorised" | "truncated";
}

/**
 * - `proportion`: arcsine of the square root, around the pooled share, winsorised.
 * - `shmi`: logarithm of observed over expected, around 1, truncated (NHS Digital, Summary
 *   Hospital-level Mortality Indicator); expected counts are rounded to two decimals before.
 * - `cqc`: square root of observed over expected, around 1, winsorised (Spiegelhalter and others
 *   2012, Statistical methods for healthcare regulation).
 *
 * A limit beyond the end of the scale stays at that end: taken back from beyond, it would turn round
 * and come inwards again. FunnelPlotR lets it, and leaves the limits of `cqc` unsquared.
 */
export function makeScale(
  transform: FunnelTransform,
  groups: readonly FunnelTotals[],
): FunnelScale {
  if (transform === "proportion") return makeShareScale(groups);
  const ratio = { target: 1, exactLimits: poissonLimits };
  if (transform === "shmi") {
    return {
      ...ratio,
      ...{ transformedTarget: 0, extremes: "truncated", back: Math.exp },
      transform: ({ numerator, denominator }) => Math.log(numerator / denominator),
      standardError: ({ denominator }) => 1 / Math.sqrt(denominator),
    };
  }
  return {
    ...ratio,
    ...{ transformedTarget: 1, extremes: "winsorised" },
    transform: ({ numerator, denominator }) => Math.sqrt(numerator / denominator),
    standardError: ({ denominator }) => 1 / (2 * Math.sqrt(denominator)),
    back: (limit) => Math.max(0, limit) ** 2,
  };
}

function makeShareScale(groups: readonly FunnelTotals[]): FunnelScale {
  const all = groups.reduce((sum, { denominator }) => sum + denominator, 0);
  const target = groups.reduce((sum, { numerator }) => sum + numerator, 0) / all;
  return {
    ...{ target, transformedTarget: Math.asin(Math.sqrt(target)), extremes: "winsorised" },
    transform: ({ numerator, denominator }) => Math.asin(Math.sqrt(numerator / denominator)),
    standardError: ({ denominator }) => 1 / (2 * Math.sqrt(denominator)),
    back: (limit) => Math.sin(Math.min(Math.PI / 2, Math.max(0, limit))) ** 2,
  };
}

/** Exact Poisson limits of what is expected, over it, as FunnelPlotR. */
function poissonLimits({ denominator }: FunnelTotals, tail: number): readonly [number, number] {
  return [
    gammaQuantile(tail, denominator) / denominator,
    gammaQuantile(1 - tail, denominator + 1) / denominator,
  ];
}
