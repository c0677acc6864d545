import { addUp, type Lists } from "./lists.ts";
import { drawBelow, type Random } from "./random.ts";

/** Where the variables of each group stand: those at `high` first. */
export interface Groups {
  /** The group of each variable, −1 where it is free. */
  readonly groupOf: Int32Array;
  /** How many of each group are `high`. */
  readonly highs: Int32Array;
  /** The variables of each group. */
  readonly members: Lists;
  /** Where each variable stands among the items of `members`. */
  readonly placeOf: Int32Array;
}

/** Lists the variables of each group in the order of their numbers. */
export function listGroups(groupOf: Int32Array, highs: Int32Array): Groups {
  const sizes = new Int32Array(highs.length);
  for (const group of groupOf) if (group >= 0) sizes[group]! += 1;
  const start = addUp(sizes);
  const items = new Int32Array(start.at(-1)!);
  const placeOf = new Int32Array(groupOf.length);
  const next = start.slice();
  groupOf.forEach((group, at) => {
    if (group >= 0) placeTo(items, placeOf, next[group]!++, at);
  });
  return { groupOf, highs, members: { start, items }, placeOf };
}

/** A variable of the same group that stands on the other side. */
export function drawPartner(groups: Groups, at: number, random: Random): number {
  const { start, items } = groups.members;
  const group = groups.groupOf[at]!;
  const first = start[group]!;
  const middle = first + groups.highs[group]!;
  const end = start[group + 1]!;
  const place =
    groups.placeOf[at]! < middle
      ? middle + drawBelow(random, end - middle)
      : first + drawBelow(random, middle - first);
  return items[place]!;
}

/** Lets two variables of a group change places. */
export function exchange({ members, placeOf }: Groups, a: number, b: number): void {
  const place = placeOf[a]!;
  placeTo(members.items, placeOf, placeOf[b]!, a);
  placeTo(members.items, placeOf, place, b);
}

function placeTo(items: Int32Array, placeOf: Int32Array, place: number, at: number): void {
  items[place] = at;
  placeOf[at] = place;
}
