import type { RoundingProblem } from "./problem.ts";

/** Marks a variable that is still to be chosen. */
export const open = 255;

/**
 * What is known of each variable before any search: 0 where it is certain or its group has none at
 * `high`, 1 where all of its group are, `open` elsewhere.
 * @throws RangeError when a group is to have fewer than none or more than all of its variables at
 * `high`, or only one of `groupOf` and `highs` is given
 */
export function settle({ low, high, groupOf, highs }: RoundingProblem): Uint8Array {
  const known = new Uint8Array(low.length);
  for (let at = 0; at < low.length; at++) known[at] = low[at] === high[at] ? 0 : open;
  if (groupOf === undefined && highs === undefined) return known;
  if (groupOf === undefined || highs === undefined) throw new RangeError("Groups lack a part.");
  const sizes = new Int32Array(highs.length);
  for (let at = 0; at < low.length; at++) {
    if (known[at] === open && groupOf[at]! >= 0) sizes[groupOf[at]!]! += 1;
  }
  const wrong = sizes.findIndex((size, group) => highs[group]! < 0 || highs[group]! > size);
  if (wrong >= 0) throw new RangeError(`Group ${wrong} cannot have as many at high as it must.`);
  for (let at = 0; at < low.length; at++) {
    const group = groupOf[at]!;
    if (known[at] !== open || group < 0) continue;
    if (highs[group] === 0) known[at] = 0;
    else if (highs[group] === sizes[group]) known[at] = 1;
  }
  return known;
}

/** The error that the settled variables leave in each margin. */
export function addSettled(problem: RoundingProblem, known: Uint8Array): Float64Array {
  const { values, low, high, marginStart, marginOf, marginCount } = problem;
  const errors = new Float64Array(marginCount);
  for (let at = 0; at < known.length; at++) {
    const error = (known[at] === 1 ? high[at]! : low[at]!) - values[at]!;
    if (known[at] === open || error === 0) continue;
    for (let k = marginStart[at]!; k < marginStart[at + 1]!; k++) errors[marginOf[k]!]! += error;
  }
  return errors;
}
