import type { ReleaseAttack } from "../../release/read.ts";
import type { CodebookKind } from "../../release/schema.ts";
import { nameKind } from "./coverage.ts";
import { formatCount, formatPlain } from "./numbers.ts";

/** What an attack found, in a sentence. */
export function sayAttack({ counts, fewest, kinds }: ReleaseAttack, base: number): string {
  if (counts === 0) return "There is no protected count to attack.";
  const narrow = kinds.reduce((sum, { tooFew }) => sum + tooFew, 0);
  const tried = `${formatCount(counts, "count was", "counts were")} attacked`;
  if (narrow > 0)
    return `${tried}; ${formatPlain(narrow, 0)} can be told more closely than to ${base} different numbers. The protection does not hold.`;
  return fewest === null
    ? `${tried}; none could be narrowed.`
    : `${tried}. The one that could be narrowed most can still be ${fewest} different numbers; the policy asks for ${base}.`;
}

/** The attack by record kind: counts, the narrowest range, and how many are too narrow. */
export function tabulateAttack(
  { kinds }: ReleaseAttack,
  codebook: readonly CodebookKind[],
): string[][] {
  return kinds.map(({ kind, counts, fewest, tooFew }) => [
    nameKind(kind, codebook),
    formatPlain(counts, 0),
    fewest === null ? "not narrowed" : `${fewest} numbers`,
    formatPlain(tooFew, 0),
  ]);
}
