import { join } from "node:path";
import { attackRelease } from "./attack.ts";
import { exists } from "./files.ts";
import type { TierName } from "./schema.ts";
import type { ExactRelease } from "./tier.ts";

/** A tier that is about to be written. */
interface Draft {
  readonly tier: TierName;
  readonly folder: string;
}

interface Around {
  /** Folder that holds the releases. */
  readonly releases: string;
  /** Tiers that this run is still to make; what is there of them is about to be replaced. */
  readonly later: readonly TierName[];
}

/** The protected tiers, the most public first: who reads one knows those before it. */
const order: readonly TierName[] = ["public", "sponsor"];

/**
 * Attacks a tier before it is written, as each of its readers could: with every more public tier,
 * and with what the release before has published; and again those less public tiers whose readers
 * will know this one.
 * @param say is told what came of each attack
 * @throws Problem (exit code 2) when a count is narrowed to fewer values than the policy allows
 */
export async function attackAsReaders(
  { plan, before }: ExactRelease,
  draft: Draft,
  { releases, later }: Around,
  say: ((sentence: string) => void) | undefined,
): Promise<void> {
  const { id } = plan.release;
  const folderOf = (tier: TierName): string =>
    tier === draft.tier ? draft.folder : join(releases, id, tier);
  for (const [at, tier] of order.entries()) {
    const own = folderOf(tier);
    if (at < order.indexOf(draft.tier) || !(await exists(own))) continue;
    const known = order.slice(0, at + 1);
    const others = [
      ...known.filter((one) => one !== tier && !later.includes(one)).map(folderOf),
      ...(before === undefined ? [] : known.map((one) => join(releases, before.id, one))),
    ];
    const there = await Promise.all(others.map(exists));
    const found = await attackRelease(
      own,
      others.filter((_, place) => there[place]),
    );
    say?.(
      `Release ${id}: attacked as a reader of the ${tier} tier; each of ` +
        `${found.counts.toLocaleString("en")} counts can still be ${found.fewest ?? "any"} or more different numbers`,
    );
  }
}
