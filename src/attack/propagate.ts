import { attackProblems } from "./problems.ts";
import type { Bounds, Space } from "./space.ts";

/** Bounds may be missed by this much, in units, before they contradict each other. */
export const tolerance = 1e-6;

/** Rounds through all sums; what they leave to be found, linear programmes find. */
const mostRounds = 30;

/**
 * Narrows the bounds of base cells and sums by one another: a sum lies between the sums of its
 * members' bounds, and a member is what the sum leaves when the others are at theirs. The bounds
 * are changed in place; no table that fits is lost.
 * @throws Problem (exit code 2) when bounds contradict each other, so that no table fits
 */
export function propagate({ base, sums, members, whole }: Space): void {
  const rows = members.map((own) => Int32Array.from(own));
  for (let round = 0; round < mostRounds; round++) {
    let changed = false;
    for (const [row, own] of rows.entries()) {
      if (narrowRow(base, sums, row, own, whole)) changed = true;
    }
    if (!changed) return;
  }
}

/** Narrows one sum and its members; says whether a member's bounds changed. */
function narrowRow(
  base: Bounds,
  sums: Bounds,
  row: number,
  members: Int32Array,
  whole: boolean,
): boolean {
  const least = addUp(base.lower, members);
  const most = addUp(base.upper, members);
  raise(sums, row, least);
  sink(sums, row, most);
  let changed = false;
  const lower = sums.lower[row]!;
  const upper = sums.upper[row]!;
  for (const member of members) {
    const highest = upper - (least - base.lower[member]!);
    if (sink(base, member, whole ? Math.floor(highest + tolerance) : highest)) changed = true;
  }
  if (most === Infinity && countOpen(base, members) > 1) return changed;
  for (const member of members) {
    const others =
      most === Infinity ? addOthers(base, members, member) : most - base.upper[member]!;
    const lowest = lower - others;
    if (raise(base, member, whole ? Math.ceil(lowest - tolerance) : lowest)) changed = true;
  }
  return changed;
}

function addUp(bounds: Float64Array, members: Int32Array): number {
  let sum = 0;
  for (const member of members) sum += bounds[member]!;
  return sum;
}

function addOthers({ upper }: Bounds, members: Int32Array, but: number): number {
  let sum = 0;
  for (const member of members) if (member !== but) sum += upper[member]!;
  return sum;
}

function countOpen({ upper }: Bounds, members: Int32Array): number {
  let open = 0;
  for (const member of members) if (upper[member] === Infinity) open++;
  return open;
}

/** Raises a lower bound, where that is to be done; says whether it was. */
function raise({ lower, upper }: Bounds, at: number, to: number): boolean {
  if (!(to > lower[at]! + tolerance)) return false;
  if (to > upper[at]! + tolerance) throw attackProblems.noTableFits();
  lower[at] = Math.min(to, upper[at]!);
  return true;
}

/** Lowers an upper bound, where that is to be done; says whether it was. */
function sink({ lower, upper }: Bounds, at: number, to: number): boolean {
  if (!(to < upper[at]! - tolerance)) return false;
  if (to < lower[at]! - tolerance) throw attackProblems.noTableFits();
  upper[at] = Math.max(to, lower[at]!);
  return true;
}
