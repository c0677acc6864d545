import { addUp, Growing, type Lists } from "./lists.ts";

/**
 * Margins that the variables of a group cannot tell apart: each of them adds to all margins of a
 * bundle or to none. While only variables of the group move, a bundle is as good as one margin.
 */
export interface Bundles {
  /** The bundles of each variable; none of a free one. */
  readonly ofVariable: Lists;
  /** Those of each group: from first[group] up to, but without, first[group + 1]. */
  readonly first: Int32Array;
  /** The margins of each bundle, and the sum of their weights. */
  readonly margins: Lists;
  readonly weight: Int32Array;
}

/**
 * @param margins those of each variable, each at most once
 * @param weight of each margin
 * @param members the variables of each group
 */
export function makeBundles(margins: Lists, weight: Int32Array, members: Lists): Bundles {
  const groups = members.start.length - 1;
  const first = new Int32Array(groups + 1);
  const counts = new Int32Array(margins.start.length - 1);
  const [seen, sizes, bundled] = [new Growing(), new Growing(), new Growing()];
  const partOf = new Int32Array(weight.length);
  for (let group = 0; group < groups; group++) {
    const variables = members.items.subarray(members.start[group], members.start[group + 1]);
    const parts = splitMargins(margins, variables, partOf);
    for (const part of parts) {
      for (const margin of part) {
        partOf[margin] = sizes.length;
        bundled.push(margin);
      }
      sizes.push(part.length);
    }
    first[group + 1] = sizes.length;
    for (const variable of variables) {
      const before = seen.length;
      pushBundles(seen, margins, variable, partOf);
      counts[variable] = seen.length - before;
    }
    for (const part of parts) for (const margin of part) partOf[margin] = 0;
  }
  const own = { start: addUp(sizes.list()), items: bundled.list() };
  return {
    ofVariable: placeLists(counts, members.items, seen.list()),
    first,
    margins: own,
    weight: addWeights(own, weight),
  };
}

/**
 * The margins of some variables, those together that the same variables add to: one variable after
 * the other takes its own out of the parts that the ones before have left.
 * @param partOf working space, 0 for every margin; to be set back for those that are returned
 */
function splitMargins(
  { start, items }: Lists,
  variables: Int32Array,
  partOf: Int32Array,
): number[][] {
  const touched: number[] = [];
  const takenBy = [-1];
  const takenTo = [0];
  for (const variable of variables) {
    for (let k = start[variable]!; k < start[variable + 1]!; k++) {
      const margin = items[k]!;
      const part = partOf[margin]!;
      if (part === 0) touched.push(margin);
      if (takenBy[part] !== variable) {
        takenBy[part] = variable;
        takenTo[part] = takenTo.length;
        takenBy.push(-1);
        takenTo.push(0);
      }
      partOf[margin] = takenTo[part]!;
    }
  }
  return [...Map.groupBy(touched, (margin) => partOf[margin]!).values()];
}

/** Adds each bundle of a variable once. */
function pushBundles(
  seen: Growing,
  { start, items }: Lists,
  variable: number,
  bundleOf: Int32Array,
): void {
  const from = seen.length;
  for (let k = start[variable]!; k < start[variable + 1]!; k++) {
    const bundle = bundleOf[items[k]!]!;
    if (!seen.has(bundle, from)) seen.push(bundle);
  }
}

/** Lists in the order of their numbers, from lists one after the other in another order. */
function placeLists(sizes: Int32Array, order: Int32Array, items: Int32Array): Lists {
  const start = addUp(sizes);
  const own = new Int32Array(items.length);
  let from = 0;
  for (const list of order) {
    own.set(items.subarray(from, from + sizes[list]!), start[list]);
    from += sizes[list]!;
  }
  return { start, items: own };
}

function addWeights({ start, items }: Lists, weight: Int32Array): Int32Array {
  return start.subarray(1).map((end, bundle) => {
    let sum = 0;
    for (let k = start[bundle]!; k < end; k++) sum += weight[items[k]!]!;
    return sum;
  });
}
