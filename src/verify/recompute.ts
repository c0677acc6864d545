import { readPublished } from "../recompute/read-published.ts";
import { recomputePublished } from "../recompute/recompute-release.ts";
import type { Finding } from "./check.ts";
import { describeOutcome } from "./figures.ts";
import type { Place } from "./place.ts";

/**
 * Works out every figure of a release again from its published tallies, running the published
 * queries in a database that holds nothing else.
 */
export async function recomputeFromTallies(release: Place): Promise<Finding> {
  const published = await readPublished(release.name, release.read);
  return describeOutcome(await recomputePublished(published), "tallies");
}
