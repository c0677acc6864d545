import type { Statistic } from "../measures/measure.ts";
import type { FigureRules } from "./figure-rules.ts";
import type { Figure } from "../release/schema.ts";

/** A value as precisely as the rounded counts behind it allow. */
export type Shown = Pick<Figure, "value" | "lower" | "upper" | "bound" | "about" | "decimals">;

/**
 * Rounds a statistic that may be shown to what its cases bear; the limits of its interval are
 * rounded outwards. Where fewer cases than the threshold have a property, or lack it, only a bound
 * is left.
 * @param decimals that the statistic is published with where nothing is protected; a share's are
 * those of its per cent
 * @param edges of the bands that durations were counted in, in the statistic's unit
 */
export function roundStatistic(
  protection: FigureRules | null,
  statistic: Statistic,
  decimals: number,
  edges: readonly number[] = [],
): Shown {
  const { value, lower, upper, unit } = statistic;
  const plain = {
    value,
    lower,
    upper,
    bound: null,
    about: false,
    decimals: bear(statistic, decimals),
  };
  if (protection === null || value === null) return plain;
  if (unit === "share") return roundShare(protection, statistic);
  if (unit === "points") return roundPoints(protection, statistic);
  if (unit === "score")
    return { ...plain, ...roundTo(statistic, protection.scores.value.decimals) };
  if (unit === "count") return { ...plain, ...roundTo(statistic, 0) };
  if (unit === "money") return plain;
  if (statistic.facts?.kind === "sides") {
    return { ...plain, lower: lower === null ? null : edgeBefore(edges, lower) };
  }
  return roundToFigures(protection, statistic);
}

/** Below so many cases a tenth of a per cent says nothing: their interval is wider than six points. */
const tenthsFrom = 1000;

/** Decimals that exact cases bear; the rest of a share's are noise. */
function bear({ unit, n, facts }: Statistic, decimals: number): number {
  return unit === "share" && facts?.kind !== "sums" && n < tenthsFrom ? 0 : decimals;
}

/** A time was rounded up to its edge, so it can have been anything after the edge before. */
function edgeBefore(edges: readonly number[], time: number): number {
  return edges.findLast((edge) => edge < time) ?? 0;
}

function roundShare(protection: FigureRules, statistic: Statistic): Shown {
  const { n } = statistic;
  const { whole, tenths } = protection.shares.value;
  const decimals = n >= tenths ? 1 : 0;
  const step = n >= tenths ? 0.001 : n >= whole ? 0.01 : 0.05;
  const about = n < whole;
  const value = nearest(statistic.value!, step);
  const bound = boundOf(protection, statistic, value);
  const limits = { lower: down(statistic.lower, 0.01), upper: up(statistic.upper, 0.01) };
  if (n >= tenths) {
    limits.lower = down(statistic.lower, step);
    limits.upper = up(statistic.upper, step);
  }
  const few = protection.threshold.value / n;
  if (bound === "at most") {
    const most = up(Math.max(few, statistic.upper ?? statistic.value!), 0.01)!;
    return { value: most, lower: 0, upper: most, bound, about: false, decimals: 0 };
  }
  if (bound === "at least") {
    const least = down(Math.min(1 - few, statistic.lower ?? statistic.value!), 0.01)!;
    return { value: least, lower: least, upper: 1, bound, about: false, decimals: 0 };
  }
  return { value, ...limits, bound, about, decimals };
}

/** A share that nearly all or nearly none of the cases have, or that would round to all or none. */
function boundOf(
  protection: FigureRules,
  { value, n, facts }: Statistic,
  rounded: number,
): Figure["bound"] {
  const inside = facts?.kind === "parts" ? facts.parts[0] : value! * n;
  if (inside < protection.threshold.value || rounded <= 0) return "at most";
  return n - inside < protection.threshold.value || rounded >= 1 ? "at least" : null;
}

/** The difference of two shares: whole points, and by fives where a share is. */
function roundPoints(protection: FigureRules, { value, lower, upper, n }: Statistic): Shown {
  const about = n < protection.shares.value.whole;
  return {
    value: nearest(value!, about ? 0.05 : 0.01),
    ...{ lower: down(lower, 0.01), upper: up(upper, 0.01), bound: null, about, decimals: 0 },
  };
}

/**
 * Two figures that count, three from so many cases that the third is not noise: as many as give a
 * share in whole per cent, and for a ratio, which rests on two shares, in tenths.
 */
function roundToFigures(protection: FigureRules, statistic: Statistic): Shown {
  const { value, lower, upper, n, unit } = statistic;
  const { whole, tenths } = protection.shares.value;
  const about = n < whole;
  const more = n < (unit === "ratio" ? tenths : whole) ? 1 : 2;
  const size = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value!)));
  const decimals = Math.max(0, more - size);
  const step = 10 ** (size - more);
  return {
    ...{ value: nearest(value!, step), lower: down(lower, step), upper: up(upper, step) },
    ...{ bound: null, about, decimals },
  };
}

function roundTo({ value, lower, upper }: Statistic, decimals: number): Partial<Shown> {
  const step = 10 ** -decimals;
  return {
    ...{ value: nearest(value!, step), lower: down(lower, step), upper: up(upper, step) },
    decimals,
  };
}

const tolerance = 1e-9;

function nearest(value: number, step: number): number {
  return tidy(Math.round(value / step) * step);
}

function down(value: number | null, step: number): number | null {
  return value === null ? null : tidy(Math.floor(value / step + tolerance) * step);
}

function up(value: number | null, step: number): number | null {
  return value === null ? null : tidy(Math.ceil(value / step - tolerance) * step);
}

/** 0.35000000000000003 as 0.35. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
