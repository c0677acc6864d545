/** A table of sums as it is published, and tables that show how much it leaves open. */
export interface WitnessedTable {
  /** Number of base rows. */
  readonly base: number;
  readonly cells: readonly {
    /** Null where it is hidden. */
    readonly published: number | null;
    /** Base rows that the cell adds up. */
    readonly members: readonly number[];
  }[];
  /** Each holds a value for every base row. */
  readonly witnesses: readonly (readonly number[])[];
}

/** Sums are compared to this fraction of one unit. */
const slack = 0.01;

/**
 * Whether witnesses prove that no hidden sum can be told: each is a table that a reader has to reckon
 * with, for it fits everything that is shown; and for each hidden sum two of them differ by at least
 * `percent` of the larger. That is arithmetic: no solver is needed, and none is trusted.
 * @returns one sentence for each fault, naming cell or witness by number, never a value
 */
export function checkWitnesses(table: WitnessedTable, percent: number): string[] {
  const faults: string[] = [];
  const { base, cells, witnesses } = table;
  const lowest = cells.map(() => Infinity);
  const highest = cells.map(() => -Infinity);
  for (const [at, witness] of witnesses.entries()) {
    if (witness.length !== base) faults.push(`Witness ${at} is no table of ${base} rows.`);
    else if (witness.some((value) => !(value >= -slack))) {
      faults.push(`Witness ${at} holds a negative value.`);
    } else {
      for (const [cell, { published, members }] of cells.entries()) {
        const sum = members.reduce((total, member) => total + witness[member]!, 0);
        lowest[cell] = Math.min(lowest[cell]!, sum);
        highest[cell] = Math.max(highest[cell]!, sum);
        if (published !== null && Math.abs(sum - published) > slack) {
          faults.push(`Witness ${at} does not fit the shown sum of cell ${cell}.`);
        }
      }
    }
  }
  for (const [cell, { published }] of cells.entries()) {
    if (published !== null) continue;
    const width = highest[cell]! - lowest[cell]!;
    if (width >= Math.max(1, (percent / 100) * highest[cell]!)) continue;
    faults.push(`Cell ${cell} is hidden, and the witnesses do not show that it cannot be told.`);
  }
  return faults;
}
