import type { Curve } from "../../release/schema.ts";
import { formatPlain } from "../words/numbers.ts";
import { chartWidth } from "./theme.ts";
import { explainLow, explainMissing, type Missing } from "../words/status.ts";

/** A time in axis units, the share left after it, and the cases still open just before it. */
export interface Step {
  readonly x: number;
  readonly y: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly n: number;
}

export interface Steps {
  readonly category: string;
  readonly points: Step[];
  /** Why there are no points: "hidden". */
  readonly missing: string;
}

/** A curve from time 0, where nothing has happened yet, in axis units; no points if it is hidden. */
export function toSteps({ category, status, why, points }: Curve, perUnit: number): Steps {
  if (status !== "value" || points.length === 0)
    return { category, points: [], missing: explainMissing({ status, why }, null).word };
  const scaled = points.map((point) => ({ ...point, x: point.x / perUnit }));
  const first = scaled[0]!;
  if (first.x > 0) scaled.unshift({ x: 0, y: 1, lower: 1, upper: 1, n: first.n });
  return { category, points: scaled, missing: "" };
}

/** The first time by which at most 5% of every group are left, else the last time known. */
export function chooseEnd(curves: readonly Steps[]): number {
  const ends = curves.map(({ points }) => {
    const done = points.find(({ y }) => y !== null && y <= 0.05);
    return (done ?? points.at(-1)!).x;
  });
  return Math.max(...ends, 1);
}

/** The steps up to `until`, the last one drawn to the edge, not more than one in two units of width. */
export function cutSteps(points: readonly Step[], until: number): Step[] {
  const known = points.filter(({ x, y }) => x <= until && y !== null);
  const goesOn = points.some(({ x, y }) => x > until && y !== null);
  const unit = (step: Step | undefined) =>
    Math.floor(((step?.x ?? Infinity) / until) * (chartWidth / 2));
  const apart = known.filter((step, index) => unit(step) !== unit(known[index + 1]));
  return goesOn && apart.length > 0 ? [...apart, { ...apart.at(-1)!, x: until }] : apart;
}

/**
 * Cases still open just before `time`: their number, or the mark of one too low to be shown; empty
 * where the curve does not reach it.
 */
export function countOpen(
  points: readonly Step[],
  time: number,
  base: number | null,
): string | Missing {
  const next = points.find(({ x }) => x >= time);
  if (next === undefined) return "";
  return base !== null && next.n < base ? explainLow(base) : formatPlain(next.n, 0);
}
