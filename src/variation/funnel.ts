import { sampleQuantile } from "../measures/sample-quantile.ts";
import { makeScale, type FunnelScale, type FunnelTransform } from "./funnel-scales.ts";

export type { FunnelTransform };

/** Counts of one group: events, and the cases (or the events expected) that they are set against. */
export interface FunnelGroup {
  readonly group: string;
  readonly numerator: number;
  readonly denominator: number;
}

export interface FunnelChart {
  /** Mean square of the z-scores after their extremes are drawn in or left out; 1 by chance. */
  readonly phi: number;
  /** Variance between the groups on the transformed scale. */
  readonly tau2: number;
  /** Whether the groups differ by more than chance, so that the limits are widened for it. */
  readonly overdispersed: boolean;
  /** The middle of the funnel: the pooled share, or a ratio of 1. */
  readonly target: number;
  /** In the order given. */
  readonly groups: readonly FunnelPoint[];
}

export interface FunnelPoint {
  readonly group: string;
  /** Numerator over denominator. */
  readonly value: number;
  readonly denominator: number;
  /** Standard errors from the target on the transformed scale, chance alone. */
  readonly z: number;
  readonly limits95: readonly [number, number];
  readonly limits998: readonly [number, number];
  /** Beyond the limits of 99.8 %. */
  readonly outlier: boolean;
}

/** Half widths as FunnelPlotR writes them. */
const halfWidths = { limits95: 1.959964, limits998: 3.090232 } as const;
const tails = { limits95: 0.025, limits998: 0.001 } as const;
const trimmed = 0.1;

/**
 * A funnel: which groups differ from the whole by more than chance and more than the groups differ
 * among themselves.
 *
 * Source: Spiegelhalter 2005, Funnel plots for comparing institutional performance (Statistics in
 * Medicine 24), with the variance between groups of DerSimonian and Laird 1986; agrees with the R
 * package FunnelPlotR but where {@link makeScale} says.
 * @param groups counts of the same group are added up
 * @throws RangeError for no group, a negative number, a denominator of 0, a share above 1, or a group without
 * events on the scale of `shmi`, whose logarithm has no end
 */
export function chartFunnel(
  groups: readonly FunnelGroup[],
  transform: FunnelTransform,
): FunnelChart {
  if (groups.length === 0) throw new RangeError("a funnel needs a group");
  const added = addUp(groups, transform === "shmi");
  for (const one of added) checkGroup(one, transform);
  const scale = makeScale(transform, added);
  const scored = added.map((one) => {
    const standardError = scale.standardError(one);
    const z = (scale.transform(one) - scale.transformedTarget) / standardError;
    return { ...one, z, standardError };
  });
  const kept = scale.extremes === "truncated" ? truncate(scored) : winsorise(scored);
  const phi = kept.reduce((sum, { z }) => sum + z * z, 0) / kept.length;
  const tau2 = varianceBetween(kept, phi);
  return {
    ...{ phi, tau2, overdispersed: tau2 > 0, target: scale.target },
    groups: scored.map((one) => chartGroup(one, scale, tau2)),
  };
}

interface Scored extends FunnelGroup {
  readonly z: number;
  readonly standardError: number;
}

function chartGroup(one: Scored, scale: FunnelScale, tau2: number): FunnelPoint {
  const limitsOf = (width: keyof typeof tails): readonly [number, number] => {
    if (tau2 === 0 && scale.exactLimits) return scale.exactLimits(one, tails[width]);
    const reach = halfWidths[width] * Math.sqrt(one.standardError ** 2 + tau2);
    const { transformedTarget: middle } = scale;
    return [scale.back(middle - reach), scale.back(middle + reach)];
  };
  const { group, denominator, z } = one;
  const value = one.numerator / denominator;
  const limits998 = limitsOf("limits998");
  const outlier = value < limits998[0] || value > limits998[1];
  return { group, value, denominator, z, limits95: limitsOf("limits95"), limits998, outlier };
}

/** z-scores beyond the first or last tenth take the value there (quantiles of type 7). */
function winsorise(scored: readonly Scored[]): readonly Scored[] {
  const sorted = scored
    .map(({ z }) => ({ value: z, cases: 1 }))
    .toSorted((a, b) => a.value - b.value);
  const least = sampleQuantile(sorted, trimmed)!;
  const most = sampleQuantile(sorted, 1 - trimmed)!;
  return scored.map((one) => ({ ...one, z: Math.min(most, Math.max(least, one.z)) }));
}

/** Without the groups whose z-score ranks in the first or last tenth; tied ones share a rank. */
function truncate(scored: readonly Scored[]): readonly Scored[] {
  const parts = 1 / trimmed;
  return scored.filter(({ z }) => {
    const below = scored.filter((other) => other.z < z).length;
    const alike = scored.filter((other) => other.z === z).length;
    const part = Math.floor(((below + (alike + 1) / 2) * parts) / (scored.length + 1));
    return part > 0 && part < parts - 1;
  });
}

/** The method of moments of DerSimonian and Laird; 0 where chance explains the spread. */
function varianceBetween(kept: readonly Scored[], phi: number): number {
  const n = kept.length;
  const weights = kept.map(({ standardError }) => standardError ** -2);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  const excess = n * phi - (n - 1);
  return n < 2 || excess <= 0 ? 0 : excess / (sum - squares / sum);
}

function addUp(groups: readonly FunnelGroup[], isRounded: boolean): readonly FunnelGroup[] {
  const sums = new Map<string, FunnelGroup>();
  for (const { group, numerator, denominator } of groups) {
    const before = sums.get(group) ?? { numerator: 0, denominator: 0 };
    sums.set(group, {
      group,
      numerator: before.numerator + numerator,
      denominator: before.denominator + denominator,
    });
  }
  const all = [...sums.values()];
  if (!isRounded) return all;
  return all.map((one) => ({ ...one, denominator: roundToHundredths(one.denominator) }));
}

/** To the nearest hundredth, from midway to the even one, as R does. */
function roundToHundredths(value: number): number {
  const isMidway = (value * 8) % 2 === 1;
  return isMidway ? (2 * Math.round(value * 50)) / 100 : Number(value.toFixed(2));
}

function checkGroup({ numerator, denominator }: FunnelGroup, transform: FunnelTransform): void {
  if (!(numerator >= 0 && denominator > 0 && denominator < Infinity && numerator < Infinity)) {
    throw new RangeError("a group of a funnel needs counts, and a denominator above 0");
  }
  if (transform === "proportion" && numerator > denominator) {
    throw new RangeError("a numerator exceeds its denominator");
  }
  if (transform === "shmi" && numerator === 0) {
    throw new RangeError("a group without events has no logarithm");
  }
}
