import type { Steering } from "../release/schema.ts";
import { steer } from "../steering/steer.ts";
import { isAlike, type RecomputeFault } from "./check-indicator.ts";
import type { PublishedRelease } from "./read-published.ts";

/**
 * Works out again, from the published figures and rows, what a release says to those who steer, and
 * holds it against what is published. Pure.
 */
export function checkSteering(release: PublishedRelease): RecomputeFault[] {
  const { about, indicators, policy, steering } = release;
  const is = steering !== undefined;
  if (is !== policy.shows.steering) {
    const sentence = is
      ? "It is published to readers for whom the policy has no such file."
      : "The policy shows it, and it is not there.";
    return [{ indicator: "", file: "health.json", sentence }];
  }
  if (!is) return [];
  const { coverage, register, said } = steering;
  let again: Steering;
  try {
    again = steer({ about, indicators, coverage, register, policy });
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    const sentence = "It cannot be worked out from the published rows.";
    return [{ indicator: "", file: "health.json", sentence }];
  }
  return [
    ...compare("health.json", said.health, again.health),
    ...compare("comparison.json", said.comparison, again.comparison),
    ...(isAlike(said.attention, again.attention)
      ? []
      : [
          {
            ...{ indicator: "", file: "attention.json" },
            sentence: "What needs attention does not follow from figures, coverage and register.",
          },
        ]),
  ];
}

type Judged = Steering["health"][number] | Steering["comparison"][number];

/** One fault for each indicator that is judged otherwise, left out or made up. */
function compare(
  file: string,
  said: readonly Judged[],
  again: readonly Judged[],
): RecomputeFault[] {
  const [own, other] = [said, again].map(
    (list) => new Map(list.map((one) => [one.indicator, one])),
  ) as [Map<string, Judged>, Map<string, Judged>];
  const ids = [...new Set([...own.keys(), ...other.keys()])];
  const differing = ids.filter((id) => !isAlike(own.get(id), other.get(id)));
  const sentence = "What is said of it does not follow from its figures and rows.";
  return differing.map((indicator) => ({ indicator, file, sentence: `${indicator}: ${sentence}` }));
}
