import { drawBelow, seedRandom, type Random } from "../../src/disclosure/rounding/random.ts";
import type { TableFile } from "../../src/tables/table-file.ts";

const cases = 94_000;

/** A dimension: how often each of its codes occurs, and how its codes are put into groups. */
interface Dimension {
  readonly prefix: string;
  readonly weights: readonly number[];
  /** The last code of each group; none where only the total is published above the codes. */
  readonly groupEnds: readonly number[];
}

const dimensions: readonly Dimension[] = [
  {
    prefix: "agency",
    weights: [1000, 379, 215, 144, 105, 81, 66, 54, 46, 40, 35],
    groupEnds: [4, 10],
  },
  {
    prefix: "month",
    weights: [90, 110, 100, 110, 105, 90, 85, 80, 100, 110, 100, 90],
    groupEnds: [2, 5, 8, 11],
  },
  {
    prefix: "category",
    weights: [1000, 435, 268, 189, 145, 116, 97, 82, 72],
    groupEnds: [3, 8],
  },
  { prefix: "outcome", weights: [32, 25, 43], groupEnds: [] },
];

/** A published name of a dimension and the codes that stand under it. */
interface Name {
  readonly name: string;
  readonly codes: readonly number[];
}

/**
 * Makes a cube as a portal of many agencies would publish it: agency in two groups, month in
 * quarters, category in two groups, and outcome, with all margins: 11,424 cells on 3,564 base
 * cells, of which about one in twenty-five is 0 and half are 1 to 9. The same seed gives the same
 * cube.
 */
export function makeCube(seed: number): TableFile {
  const counts = drawCounts(seedRandom(seed));
  const names = dimensions.map(listNames);
  const codes = names.map((list, side) => list.slice(-dimensions[side]!.weights.length));
  const cells = cross(names).map((key) => {
    const members = cross(key.map((one) => one.codes)).map(positionOf);
    const count = members.reduce((sum, member) => sum + counts[member]!, 0);
    return { key: key.map(({ name }) => name), count, members };
  });
  const inner = cross(codes).map((key, at) => ({
    key: key.map(({ name }) => name),
    count: counts[at]!,
  }));
  return {
    id: `cube-${seed}`,
    kind: "frequency",
    primaryRule: { type: "count_le", max: 9, zeros: "published" },
    threshold: 10,
    innerDims: dimensions.map(({ prefix }) => prefix),
    inner,
    cells,
    marginRelations: [],
    microdata: [],
  };
}

/** Draws each case's codes by their weights and counts the cases of each base cell. */
function drawCounts(random: Random): Int32Array {
  const counts = new Int32Array(
    positionOf(dimensions.map(({ weights }) => weights.length - 1)) + 1,
  );
  for (let one = 0; one < cases; one++) {
    counts[positionOf(dimensions.map(({ weights }) => drawCode(weights, random)))]! += 1;
  }
  return counts;
}

function drawCode(weights: readonly number[], random: Random): number {
  let left = drawBelow(
    random,
    weights.reduce((sum, weight) => sum + weight, 0),
  );
  return weights.findIndex((weight) => (left -= weight) < 0);
}

/** The total, the groups, then each code. */
function listNames({ prefix, weights, groupEnds }: Dimension): Name[] {
  const all = weights.map((_, code) => code);
  const groups = groupEnds.map((end, at) => ({
    name: `${prefix} group ${at + 1}`,
    codes: all.slice(at === 0 ? 0 : groupEnds[at - 1]! + 1, end + 1),
  }));
  const single = all.map((code) => ({ name: `${prefix} ${code + 1}`, codes: [code] }));
  return [{ name: "Total", codes: all }, ...groups, ...single];
}

/** The place of a base cell; the last dimension runs fastest. */
function positionOf(codes: readonly number[]): number {
  return codes.reduce((at, code, side) => at * dimensions[side]!.weights.length + code, 0);
}

/** Every way to take one of each list; the last list runs fastest. */
function cross<Item>(lists: readonly (readonly Item[])[]): Item[][] {
  return lists.reduce<Item[][]>(
    (all, list) => all.flatMap((begun) => list.map((item) => [...begun, item])),
    [[]],
  );
}
