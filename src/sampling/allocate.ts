/** How a sample is spread over its strata. */
export const allocations = ["proportional", "equal"] as const;
export type Allocation = (typeof allocations)[number];

/**
 * Spreads a sample over strata, at least one record to each and never more than it has: a stratum
 * that is smaller than its part is taken whole. `proportional` gives each next record to the
 * stratum where N² / (a(a + 1)) is largest, N being its records and a those given already; among
 * all ways with whole records that is the one of least variance where the strata vary alike.
 * `equal` counts every N as 1. Ties go to the first.
 * Source: Wright 2012, "The equivalence of Neyman optimum allocation for sampling and equal
 * proportions for apportioning the U.S. House of Representatives".
 * @param size whole records, from the number of strata to the sum of `frames`
 * @param frames how many records each stratum has, each at least 1
 * @throws RangeError when the size is not in its range
 */
export function allocate(
  size: number,
  frames: readonly number[],
  allocation: Allocation,
): readonly number[] {
  const total = frames.reduce((sum, frame) => sum + frame, 0);
  if (size < frames.length || size > total) throw new RangeError("a sample of no possible size");
  const given = frames.map(() => 1);
  for (let left = size - frames.length; left > 0; left -= 1) {
    given[findNext(frames, given, allocation)]! += 1;
  }
  return given;
}

function findNext(
  frames: readonly number[],
  given: readonly number[],
  allocation: Allocation,
): number {
  let next = -1;
  let best = 0;
  frames.forEach((frame, i) => {
    const taken = given[i]!;
    if (taken === frame) return;
    const weight = allocation === "equal" ? 1 : frame;
    const priority = (weight * weight) / (taken * (taken + 1));
    if (priority > best) [next, best] = [i, priority];
  });
  return next;
}
