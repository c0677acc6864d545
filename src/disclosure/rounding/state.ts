import type { Groups } from "./groups.ts";
import type { Lists } from "./lists.ts";
import type { Network } from "./network.ts";

/** A choice for every open variable, and what it does to the margins. */
export interface State {
  readonly network: Network;
  /** 1 where a variable is `high`. */
  readonly high: Uint8Array;
  readonly groups: Groups;
  /** Through what the choice is weighed: margins, or their bundles while a group is looked at. */
  sums: Sums;
}

/** What variables add to, and how far it is from the truth. */
export interface Sums {
  /** Those of each variable. */
  readonly ofVariable: Lists;
  readonly weight: Int32Array;
  /** Weight × error of each, so that weighing looks up no weights. */
  readonly errors: Float64Array;
}

/** The sum of weight × error over a variable's margins. */
export function addErrors({ sums: { ofVariable, errors } }: State, at: number): number {
  const { start, items } = ofVariable;
  const end = start[at + 1]!;
  let sum = 0;
  for (let k = start[at]!; k < end; k++) sum += errors[items[k]!]!;
  return sum;
}

/** Adds an amount to each of a variable's margins. */
export function shift({ sums }: State, at: number, amount: number): void {
  const { start, items } = sums.ofVariable;
  const { weight, errors } = sums;
  const end = start[at + 1]!;
  for (let k = start[at]!; k < end; k++) errors[items[k]!]! += amount * weight[items[k]!]!;
}

/**
 * What it adds to the cost to turn a variable over: w ((e + s)² − e²) = s (2 w e + s w), summed
 * over its margins. All are whole numbers, so that the order of sums is of no matter.
 */
export function weighTurn(state: State, at: number): number {
  const { load, lean } = state.network;
  const step = stepOf(state, at);
  return step * (2 * addErrors(state, at) + step * load[at]! + lean[at]!);
}

/** Turns a variable over. */
export function turn(state: State, at: number): void {
  shift(state, at, stepOf(state, at));
  state.high[at] = state.high[at]! ^ 1;
}

function stepOf({ network, high }: State, at: number): number {
  const step = network.up[at]! - network.down[at]!;
  return high[at] === 1 ? -step : step;
}
