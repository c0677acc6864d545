import type { TierPolicy } from "../../pipelines/4-disclosure/tiers.ts";
import { steer, type SteeringInput } from "../steering/steer.ts";

/** The files that judge a tier's figures for those who steer, by name; none where it shows none. */
export function listSteering(
  policy: TierPolicy,
  ground: Omit<SteeringInput, "policy">,
): [path: string, content: readonly unknown[]][] {
  if (!policy.shows.steering) return [];
  const { health, comparison, attention } = steer({ ...ground, policy });
  return [
    ["health.json", health],
    ["comparison.json", comparison],
    ["attention.json", attention],
  ];
}
