import { isAccepted } from "./accept.ts";
import { drawPartner, exchange } from "./groups.ts";
import type { Random } from "./random.ts";
import type { State } from "./state.ts";

/**
 * Tries to let each of some variables of a group change sides with another one of it, and returns
 * what that added to the cost. Nearly all time goes by here, so that it is written out at length:
 * the cost is that of two turns, as `weighTurn` has it.
 * @param from the first of the variables; all up to, but without, `to` are of the same group
 */
export function sweepGroup(
  state: State,
  from: number,
  to: number,
  temperature: number,
  random: Random,
): number {
  const { high, groups } = state;
  const { up, down, load, lean } = state.network;
  const { errors, weight } = state.sums;
  const { start, items } = state.sums.ofVariable;
  let added = 0;
  for (let one = from; one < to; one++) {
    const other = drawPartner(groups, one, random);
    const [begin, end] = [start[one]!, start[one + 1]!];
    const [otherBegin, otherEnd] = [start[other]!, start[other + 1]!];
    const step = high[one] === 1 ? down[one]! - up[one]! : up[one]! - down[one]!;
    const otherStep = high[other] === 1 ? down[other]! - up[other]! : up[other]! - down[other]!;
    let sum = 0;
    for (let k = begin; k < end; k++) {
      const at = items[k]!;
      sum += errors[at]!;
      errors[at]! += step * weight[at]!;
    }
    let otherSum = 0;
    for (let k = otherBegin; k < otherEnd; k++) otherSum += errors[items[k]!]!;
    const cost =
      step * (2 * sum + step * load[one]! + lean[one]!) +
      otherStep * (2 * otherSum + otherStep * load[other]! + lean[other]!);
    if (isAccepted(cost, temperature, random)) {
      for (let k = otherBegin; k < otherEnd; k++) {
        errors[items[k]!]! += otherStep * weight[items[k]!]!;
      }
      high[one]! ^= 1;
      high[other]! ^= 1;
      exchange(groups, one, other);
      added += cost;
    } else {
      for (let k = begin; k < end; k++) errors[items[k]!]! -= step * weight[items[k]!]!;
    }
  }
  return added;
}
