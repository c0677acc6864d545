/** A tally as a release publishes it. */
export interface PublishedTally {
  readonly name: string;
  readonly kind: string;
  /** Label columns that all tallies of the kind have. */
  readonly shared: readonly string[];
  /** The column that counts. */
  readonly count: string;
  readonly rows: readonly Readonly<Record<string, string | number>>[];
}

/**
 * Whether rounded tallies keep what was promised of them, by arithmetic alone: no solver, and
 * nothing of the program that made them.
 *
 * Tallies of one kind count the same cases. Where all counts are multiples of `base` and all tallies
 * of the kind have the same total in each block, every count can be any other within `base` − 1 of
 * it, whatever is known of the rest: raise one count by up to `base` − 1, raise one count of each
 * other tally in the block by as much, and the totals agree again. That is checked here for every
 * count. A kind's only tally has no other to agree with: there a count from 1 to just below `base`
 * must not occur, and `0` and `base` stand for all of them.
 * @returns one sentence for each fault, naming tally and row, never a count; none where all is well
 */
export function checkRoundedTallies(tallies: readonly PublishedTally[], base: number): string[] {
  const kinds = Map.groupBy(tallies, ({ kind }) => kind);
  return [...kinds].flatMap(([kind, own]) => {
    const rounded = own.flatMap((tally) => checkCounts(tally, base, own.length > 1));
    return rounded.length > 0 ? rounded : checkTotals(kind, own);
  });
}

function checkCounts(
  { name, count, rows }: PublishedTally,
  base: number,
  linked: boolean,
): string[] {
  for (const [at, row] of rows.entries()) {
    const shown = Number(row[count]);
    const fits = linked ? shown % base === 0 : shown >= base;
    if (Number.isSafeInteger(shown) && shown > 0 && fits) continue;
    const rule = linked ? `a multiple of ${base}` : `at least ${base}`;
    return [`Row ${at + 1} of the tally ${name} holds a count that is not ${rule}.`];
  }
  return [];
}

function checkTotals(kind: string, tallies: readonly PublishedTally[]): string[] {
  const [first, ...others] = tallies.map((tally) => ({ ...tally, totals: totalBlocks(tally) }));
  if (first === undefined) return [];
  return others.flatMap(({ name, totals }) => {
    const blocks = new Set([...first.totals.keys(), ...totals.keys()]);
    const apart = [...blocks].filter((block) => first.totals.get(block) !== totals.get(block));
    return apart.length === 0
      ? []
      : [
          `The tallies ${first.name} and ${name} of ${kind} do not have the same total in ` +
            `${apart.length} of ${blocks.size} blocks, so a count of one can be told from the other.`,
        ];
  });
}

function totalBlocks({ shared, count, rows }: PublishedTally): Map<string, number> {
  const totals = new Map<string, number>();
  for (const row of rows) {
    const block = shared.map((name) => row[name]).join("|");
    totals.set(block, (totals.get(block) ?? 0) + Number(row[count]));
  }
  return totals;
}
