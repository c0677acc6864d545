import { countUp, invertLists, pickLists, type Lists } from "./lists.ts";
import type { RoundingProblem } from "./problem.ts";
import { addSettled, open } from "./settle.ts";

/** The open variables of a rounding problem, numbered anew, and all that a search needs of them. */
export interface Network {
  /** Which variables of the problem they are. */
  readonly variables: Int32Array;
  /** What `low` and `high` of each differ from its true value by. */
  readonly down: Int32Array;
  readonly up: Int32Array;
  /** The margins of each variable, those of few variables first. */
  readonly margins: Lists;
  /** The variables of each margin. */
  readonly members: Lists;
  /** The weight of each margin, and the sum of the weights of each variable's margins. */
  readonly weight: Int32Array;
  readonly load: Int32Array;
  /** What an upward step costs for each unit of it because one side is preferred. */
  readonly lean: Float64Array;
  /** The error that the settled variables leave in each margin. */
  readonly settled: Float64Array;
  /** The group of each variable, −1 where it is free, and how many of each group are `high`. */
  readonly groupOf: Int32Array;
  readonly highs: Int32Array;
}

/** @param known what `settle` tells of each variable of the problem */
export function makeNetwork(problem: RoundingProblem, known: Uint8Array): Network {
  const { values, low, high, marginStart, marginOf, marginCount, groupOf, preferred } = problem;
  const variables = countUp(known.length).filter((one) => known[one] === open);
  const own = pickLists({ start: marginStart, items: marginOf }, variables);
  const members = invertLists(own, marginCount, countUp(variables.length));
  const margins = invertLists(members, variables.length, sortBySize(members));
  const weight = problem.marginWeight ?? new Int32Array(marginCount).fill(1);
  const load = addWeights(margins, weight);
  const lean = Float64Array.from(variables, (one, at) => {
    const step = load[at]! * (high[one]! - low[one]!);
    return preferred?.[one] === 1 ? -step : preferred?.[one] === 0 ? step : 0;
  });
  return {
    ...{ variables, margins, members, weight, load, lean },
    down: variables.map((one) => low[one]! - values[one]!),
    up: variables.map((one) => high[one]! - values[one]!),
    settled: addSettled(problem, known),
    groupOf: variables.map((one) => groupOf?.[one] ?? -1),
    highs: problem.highs ?? new Int32Array(0),
  };
}

/** The numbers of the lists, short ones first. */
function sortBySize({ start }: Lists): Int32Array {
  const sizeOf = (list: number): number => start[list + 1]! - start[list]!;
  return countUp(start.length - 1).sort((a, b) => sizeOf(a) - sizeOf(b) || a - b);
}

function addWeights({ start, items }: Lists, weight: Int32Array): Int32Array {
  return countUp(start.length - 1).map((at) => {
    let sum = 0;
    for (let k = start[at]!; k < start[at + 1]!; k++) sum += weight[items[k]!]!;
    return sum;
  });
}
