import { exchange, listGroups } from "./groups.ts";
import type { Network } from "./network.ts";
import { addErrors, shift, type State } from "./state.ts";

/**
 * A state to begin with. One variable after the other takes the side that costs less while those
 * after it count as exact. In a group, those that are nearest to `high` come first, and the number
 * at `high` is kept.
 */
export function startGreedily(network: Network): State {
  const { settled, margins, weight, groupOf, highs, variables } = network;
  const state: State = {
    network,
    high: new Uint8Array(variables.length),
    groups: listGroups(groupOf, highs),
    sums: {
      ofVariable: margins,
      weight,
      errors: settled.map((error, margin) => error * weight[margin]!),
    },
  };
  for (let at = 0; at < groupOf.length; at++) {
    if (groupOf[at]! < 0) decide(state, at, weighHigh(state, at) < 0);
  }
  for (let group = 0; group < highs.length; group++) startGroup(state, group);
  return state;
}

function startGroup(state: State, group: number): void {
  const { up, down, highs } = state.network;
  const { start, items } = state.groups.members;
  const first = start[group]!;
  const nearness = (at: number): number => -down[at]! / (up[at]! - down[at]!);
  const ordered = items
    .slice(first, start[group + 1])
    .sort((a, b) => nearness(b) - nearness(a) || a - b);
  let taken = 0;
  ordered.forEach((at, rank) => {
    const left = highs[group]! - taken;
    const toHigh = left > 0 && (left === ordered.length - rank || weighHigh(state, at) < 0);
    decide(state, at, toHigh);
    if (toHigh) exchange(state.groups, at, items[first + taken++]!);
  });
}

/** What `high` costs more than `low` for a variable that has not been decided. */
function weighHigh(state: State, at: number): number {
  const { up, down, load, lean } = state.network;
  const middle = up[at]! + down[at]!;
  return (up[at]! - down[at]!) * (2 * addErrors(state, at) + middle * load[at]! + lean[at]!);
}

function decide(state: State, at: number, toHigh: boolean): void {
  state.high[at] = toHigh ? 1 : 0;
  shift(state, at, toHigh ? state.network.up[at]! : state.network.down[at]!);
}
