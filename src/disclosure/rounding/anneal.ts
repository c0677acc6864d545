import { isAccepted } from "./accept.ts";
import { Focus } from "./focus.ts";
import { drawBelow, type Random } from "./random.ts";
import { turn, weighTurn, type State } from "./state.ts";
import { sweepGroup } from "./sweep-group.ts";

/**
 * At the first temperature it costs so many temperatures to turn one variable over in margins that
 * are exact. The start is good, so that a hotter one would only undo it.
 */
const mild = 20;

/** The same where variables of a group change sides in pairs, which is a longer way: warmer. */
const warm = 6;

/** In a problem of few variables single margins are high walls: it is searched once more, hot. */
const hot = 2;
const few = 40;

/**
 * Improves a state by simulated annealing with linear cooling, and returns the best choice that was
 * met at the end of a sweep; the last sweep only descends.
 * Source: Kirkpatrick, Gelatt and Vecchi 1983, Optimization by simulated annealing.
 * @param sweeps how often every variable is tried
 */
export function anneal(state: State, sweeps: number, random: Random): Uint8Array {
  const best = state.high.slice();
  const focus = new Focus(state);
  let cost = 0;
  let least = 0;
  const usual = state.network.highs.length > 0 ? warm : mild;
  for (const coldness of best.length <= few ? [usual, hot] : [usual]) {
    const warmest = findMeanCost(state) / coldness;
    for (let left = sweeps - 1; left >= 0; left--) {
      cost += sweepOnce(state, focus, (warmest * left) / sweeps, random);
      if (cost < least) {
        least = cost;
        best.set(state.high);
      }
    }
  }
  return best;
}

/** What it costs on average to turn a variable over in margins that are exact. */
function findMeanCost({ network }: State): number {
  const { up, down, load } = network;
  let sum = 0;
  for (let at = 0; at < load.length; at++) sum += load[at]! * (up[at]! - down[at]!) ** 2;
  return sum / Math.max(1, load.length);
}

/** Tries to move each variable once, and returns what that added to the cost. */
function sweepOnce(state: State, focus: Focus, temperature: number, random: Random): number {
  const { groupOf } = state.network;
  let cost = 0;
  for (let at = 0; at < groupOf.length;) {
    const group = groupOf[at]!;
    focus.on(group);
    let end = at + 1;
    if (group < 0) {
      cost += tryMove(state, at, temperature, random);
    } else {
      while (groupOf[end] === group) end++;
      cost += sweepGroup(state, at, end, temperature, random);
    }
    at = end;
  }
  return cost;
}

/**
 * A free variable is turned over, or if that is refused together with one that evens it out. Returns
 * what that added to the cost.
 */
function tryMove(state: State, at: number, temperature: number, random: Random): number {
  const alone = weighTurn(state, at);
  if (isAccepted(alone, temperature, random)) {
    turn(state, at);
    return alone;
  }
  const other = drawCounterpart(state, at, random);
  if (other < 0) return 0;
  turn(state, at);
  const both = alone + weighTurn(state, other);
  if (isAccepted(both, temperature, random)) {
    turn(state, other);
    return both;
  }
  turn(state, at);
  return 0;
}

/**
 * Another variable of one of the margins of a variable that now stands on the same side, so that
 * turning it goes the opposite way; −1 where the one drawn does not. Small margins are preferred.
 */
function drawCounterpart({ network, high }: State, at: number, random: Random): number {
  const { margins, members, groupOf } = network;
  const first = margins.start[at]!;
  const count = margins.start[at + 1]! - first;
  if (count === 0) return -1;
  const margin = margins.items[first + drawBelow(random, drawBelow(random, count) + 1)]!;
  const from = members.start[margin]!;
  const other = members.items[from + drawBelow(random, members.start[margin + 1]! - from)]!;
  return high[other] !== high[at] && groupOf[other]! < 0 ? other : -1;
}
