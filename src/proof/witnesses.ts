import { limitCells } from "./limits.ts";
import type { PublishedTable } from "./published.ts";

/** How far apart two tables must be in a hidden cell: by so much, and by so many per cent. */
export interface Need {
  readonly width: number;
  readonly percent: number;
}

/** Amounts are compared to this fraction of one unit, or of themselves. */
const slack = { absolute: 0.01, relative: 1e-9 };

/**
 * Whether witnesses prove that nothing hidden can be told: each is a table that a reader has to reckon
 * with, for it fits everything that is published; and for each hidden cell two of them lie as far
 * apart as is needed. That is arithmetic: no solver is needed, and none is trusted.
 * @param witnesses each a value of every base cell
 * @returns one sentence for each fault, naming cell or witness by number, never a value
 */
export function checkWitnesses(
  table: PublishedTable,
  need: Need,
  witnesses: Iterable<readonly number[]>,
): string[] {
  const ranges = new Ranges(table);
  const faults: string[] = [];
  let at = 0;
  for (const witness of witnesses) {
    const fault = findFault(table, witness, ranges);
    if (fault !== undefined) faults.push(`Witness ${at} ${fault}.`);
    at += 1;
  }
  const narrow = ranges.listNarrow(need);
  return [
    ...faults,
    ...narrow.map(
      (cell) => `Cell ${cell} is hidden, and the witnesses do not show that it cannot be told.`,
    ),
  ];
}

function findFault(
  { size, kind, zeros, published }: PublishedTable,
  witness: readonly number[],
  ranges: Ranges,
): string | undefined {
  if (witness.length !== size) return `is no table of ${size} rows`;
  const spare = kind === "counts" ? 0 : slack.absolute;
  if (witness.some((value) => !(value >= -spare))) return "holds a negative value";
  if (kind === "counts" && !witness.every(Number.isSafeInteger)) return "holds a part of a count";
  if (zeros.some((place) => witness[place] !== 0)) return "holds something where nothing can be";
  const sums = ranges.sumUp(witness);
  const cell = ranges.findMisfit(sums);
  if (cell !== undefined) {
    const what = published[cell] === null ? "what is known" : "the shown sum";
    return `does not fit ${what} of cell ${cell}`;
  }
  ranges.widen(sums);
  return undefined;
}

/** How far the tables that fit lie apart in each cell. */
export class Ranges {
  readonly #table: PublishedTable;
  readonly #limits: ReturnType<typeof limitCells>;
  readonly #lowest: Float64Array;
  readonly #highest: Float64Array;

  constructor(table: PublishedTable) {
    this.#table = table;
    this.#limits = limitCells(table);
    this.#lowest = new Float64Array(table.members.length).fill(Infinity);
    this.#highest = new Float64Array(table.members.length).fill(-Infinity);
  }

  /** The sum of each cell over the values of base cells. */
  sumUp(values: ArrayLike<number>): Float64Array {
    return Float64Array.from(this.#table.members, (members) => {
      let sum = 0;
      for (const member of members) sum += values[member]!;
      return sum;
    });
  }

  /** The first cell of which the sum is not what is published. */
  findMisfit(sums: Float64Array): number | undefined {
    const { lower, upper, scale } = this.#limits;
    const exact = this.#table.kind === "counts";
    const found = sums.findIndex((sum, cell) => {
      const spare = exact ? 0 : Math.max(slack.absolute, slack.relative * Math.abs(sum));
      return sum < lower[cell]! / scale - spare || sum > upper[cell]! / scale + spare;
    });
    return found < 0 ? undefined : found;
  }

  widen(sums: Float64Array): void {
    for (const [cell, sum] of sums.entries()) {
      this.#lowest[cell] = Math.min(this.#lowest[cell]!, sum);
      this.#highest[cell] = Math.max(this.#highest[cell]!, sum);
    }
  }

  /**
   * Hidden cells in which the tables so far do not lie far enough apart, and rounded ones of which
   * they do not show that there is more than one number.
   */
  listNarrow({ width, percent }: Need): number[] {
    const { lower, upper, scale } = this.#limits;
    return [...this.#table.published.entries()].flatMap(([cell, value]) => {
      const apart = this.#highest[cell]! - this.#lowest[cell]!;
      const isHidden = value === null;
      if (!isHidden && lower[cell] === upper[cell]) return [];
      const least = Math.max(width, (percent / 100) * this.#highest[cell]!);
      return apart >= (isHidden ? least : 1 / scale) ? [] : [cell];
    });
  }

  /** Whether a table goes beyond what was seen in one of the cells. */
  isWider(sums: Float64Array, cells: readonly number[]): boolean {
    return cells.some(
      (cell) => sums[cell]! < this.#lowest[cell]! || sums[cell]! > this.#highest[cell]!,
    );
  }
}

/** Sums of money as they are published, for a certificate of sums. */
export function publishSums(
  base: number,
  cells: readonly { readonly published: number | null; readonly members: readonly number[] }[],
): PublishedTable {
  return {
    ...{ kind: "amounts", size: base, notZero: false, zeros: [] },
    members: cells.map(({ members }) => members),
    published: cells.map(({ published }) => published),
    knows: cells.map(() => null),
  };
}
