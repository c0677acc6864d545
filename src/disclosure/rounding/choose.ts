import { anneal } from "./anneal.ts";
import { makeNetwork } from "./network.ts";
import type { RoundingProblem } from "./problem.ts";
import { seedRandom } from "./random.ts";
import { settle } from "./settle.ts";
import { startGreedily } from "./start.ts";

const usualEffort = 1000;

/** However many variables there are, about so many trials are made in all. */
const mostTrials = 10_000_000;

/**
 * Chooses for each variable whether it becomes `high`, such that the sum over margins of
 * weight × (sum of chosen − sum of true values)² is small and each group has as many at `high` as
 * it must. The same problem gives the same answer on every machine.
 * @returns 1 where `high` is chosen, 0 where `low` is or where both are the same
 * @throws RangeError when a group is to have fewer than none or more than all of its variables at
 * `high`, or only one of `groupOf` and `highs` is given
 */
export function chooseRounding(problem: RoundingProblem): Uint8Array {
  const chosen = settle(problem);
  const network = makeNetwork(problem, chosen);
  const { variables } = network;
  const affordable = Math.ceil(mostTrials / Math.max(1, variables.length));
  const sweeps = Math.min(problem.effort ?? usualEffort, affordable);
  const best = anneal(startGreedily(network), sweeps, seedRandom(problem.seed));
  variables.forEach((variable, at) => (chosen[variable] = best[at]!));
  return chosen;
}
