import type { PublishedTable } from "./published.ts";

/** Between what bounds a reader knows each cell to lie, in whole units. */
export interface CellLimits {
  /** Units that make one: 1 for counts, 100 for amounts with two decimals. */
  readonly scale: number;
  readonly lower: Float64Array;
  /** Infinity where there is no bound. */
  readonly upper: Float64Array;
}

/** Decimals that amounts are looked at to; further ones are noise of floating point. */
const mostDecimals = 6;

/**
 * What the published numbers say of each cell by itself: a number that is shown is exact, or lies
 * within what is known of it; a hidden one is at least 0, or at least one unit where readers know
 * that it is not zero. Counts are whole, so their intervals are narrowed to whole numbers.
 */
export function limitCells(table: PublishedTable): CellLimits {
  const scale = findScale(table);
  const { published, knows, kind } = table;
  const lower = new Float64Array(published.length);
  const upper = new Float64Array(published.length).fill(Infinity);
  for (const [at, value] of published.entries()) {
    const known = knows[at] ?? null;
    if (value === null && table.notZero) lower[at] = 1;
    if (known !== null) {
      const [least, most] = known.map((bound) => (bound === null ? null : inUnits(bound, scale)));
      const inward = kind === "counts";
      if (least != null) lower[at] = Math.max(lower[at]!, inward ? Math.ceil(least) : least);
      if (most != null) upper[at] = inward ? Math.floor(most) : most;
    } else if (value !== null) {
      lower[at] = inUnits(value, scale);
      upper[at] = lower[at]!;
    }
  }
  return { scale, lower, upper };
}

/** A number in units; what is a whole number of them but for floating point is made one. */
function inUnits(value: number, scale: number): number {
  const units = value * scale;
  const whole = Math.round(units);
  return Math.abs(units - whole) <= 1e-9 * Math.max(1, Math.abs(units)) ? whole : units;
}

/** The smallest power of ten that makes every shown amount whole. */
function findScale({ kind, published }: PublishedTable): number {
  if (kind === "counts") return 1;
  for (let scale = 1; scale < 10 ** mostDecimals; scale *= 10) {
    if (published.every((value) => value === null || Number.isInteger(inUnits(value, scale)))) {
      return scale;
    }
  }
  return 10 ** mostDecimals;
}
