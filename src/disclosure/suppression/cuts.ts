import type { Protection } from "./primary.ts";
import { tolerance, type Bound, type Reader } from "./reader.ts";

/**
 * What every sufficient choice fulfils: of the groups here so many are hidden that their weights add
 * up to 1, or to 1 only if the group `unless` is hidden.
 */
export interface Cut {
  /** Weight of each group, above 0 and at most 1. */
  readonly weights: ReadonlyMap<number, number>;
  readonly unless: number | null;
}

export interface Question {
  readonly group: number;
  readonly need: Protection;
  /** How far it counts as hidden, above 0 and at most 1. */
  readonly share: number;
  /** Whether it is a choice that it is hidden. */
  readonly open: boolean;
}

/**
 * Asks a reader about a group. When he is told too much, the answer is a cut that forbids it: one
 * from the duals of each linear programme whose reach is too short, and from the sum of both where
 * their width is.
 * Source: Fischetti and Salazar-González 2000, "Models and algorithms for optimizing cell suppression
 * in tabular data with linear constraints", Journal of the American Statistical Association 95; the
 * sum of both duals is its cut for sliding protection levels.
 */
export function findCut(reader: Reader, question: Question): Cut | null {
  const { group, need, share } = question;
  if (reader.hasSeen(group, share)) return null;
  const isShort = (reach: number, least: number): boolean => reach < least * share - tolerance;
  const up = reader.reach(group, 1);
  if (!isShort(up, Math.max(need.upper, need.width)) && need.lower === 0) return null;
  const above = up === Infinity ? null : reader.explain();
  if (isShort(up, need.upper)) return makeCut(question, need.upper, [above!]);
  const down = reader.reach(group, -1);
  if (isShort(down, need.lower)) return makeCut(question, need.lower, [reader.explain()]);
  if (!isShort(up + down, need.width)) return null;
  return makeCut(question, need.width, [above!, reader.explain()]);
}

/** Null where the bounds do not forbid it, but for floating point. */
function makeCut({ group, open }: Question, least: number, bounds: readonly Bound[]): Cut | null {
  const sums = new Map<number, number>();
  let rest = least;
  for (const { fixed, weights } of bounds) {
    rest -= fixed;
    for (const [at, weight] of weights) sums.set(at, (sums.get(at) ?? 0) + weight);
  }
  if (open) rest -= sums.get(group) ?? 0;
  sums.delete(group);
  if (!(rest > tolerance)) return null;
  const weights = new Map([...sums].map(([at, weight]) => [at, Math.min(1, weight / rest)]));
  return { weights, unless: open ? group : null };
}

/** By how much shares of the groups fail a cut; at most 0 where they fulfil it. */
export function violation(cut: Cut, shareOf: (group: number) => number): number {
  let rest = cut.unless === null ? 1 : shareOf(cut.unless);
  for (const [group, weight] of cut.weights) rest -= weight * shareOf(group);
  return rest;
}
