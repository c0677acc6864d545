import type { RowTable } from "../tallies/tier-engine.ts";
import { readExactTally, tallyRows } from "./tallies.ts";
import type { ExactRelease, Tier } from "./tier.ts";

/** The tallies that a tier publishes: its own, or the exact ones with their sums of money. */
export async function listTallies({ engine }: ExactRelease, tier: Tier): Promise<RowTable[]> {
  const rounded = tier.tallies?.tables ?? [];
  const exact = await Promise.all(tier.exact.map((table) => readExactTally(engine, table)));
  return [...rounded.map(tallyRows), ...exact];
}
