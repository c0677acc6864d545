import { join } from "node:path";
import { reportAttack, type ReleaseAttack } from "./attack.ts";
import { exists } from "./files.ts";
import { findDamage } from "./intact.ts";
import type { About, TierName } from "./schema.ts";

/** A release as it was made for a more public tier, for readers who may know every tier. */
export interface Sibling {
  readonly release: string;
  readonly tier: TierName;
  readonly folder: string;
  /** missing: it was not made, or is not here; damaged: it is not as its manifest says. */
  readonly state: "made" | "missing" | "damaged";
  /** What an attacker finds out who has all that its readers have; null unless it is made. */
  readonly attack: ReleaseAttack | null;
  /** What that attacker had, as `<release>/<tier>`. */
  readonly known: readonly string[];
}

/** The protected tiers, each with what its readers know beside it. */
const readable: readonly (readonly [tier: TierName, also: readonly TierName[]])[] = [
  ["sponsor", ["sponsor", "public"]],
  ["public", ["public"]],
];

/**
 * Looks for the more public tiers of a release beside it, and attacks each once more as its readers
 * could: with its own files, those of more public tiers, and those of the release before.
 * @param folder `releases/<id>/<tier>`
 */
export async function findSiblings(
  folder: string,
  { release, previous }: Pick<About, "release" | "previous">,
): Promise<Sibling[]> {
  const root = join(folder, "../..");
  const ids = [release.id, ...(previous === null ? [] : [previous.id])];
  const found: Sibling[] = [];
  for (const [tier, also] of readable) {
    const own = join(root, release.id, tier);
    const base = { release: release.id, tier, folder: own };
    if (!(await exists(join(own, "about.json")))) {
      found.push({ ...base, state: "missing", attack: null, known: [] });
    } else if ((await findDamage(own)) !== undefined) {
      found.push({ ...base, state: "damaged", attack: null, known: [] });
    } else {
      const known = await listKnown(root, ids, also);
      const others = known.map((name) => join(root, name)).filter((one) => one !== own);
      const attack = await reportAttack(own, others).catch(() => null);
      found.push({ ...base, state: "made", attack, known });
    }
  }
  return found;
}

async function listKnown(
  root: string,
  ids: readonly string[],
  tiers: readonly TierName[],
): Promise<string[]> {
  const names = ids.flatMap((id) => tiers.map((tier) => `${id}/${tier}`));
  const there = await Promise.all(names.map((name) => exists(join(root, name, "about.json"))));
  return names.filter((_, at) => there[at]);
}
