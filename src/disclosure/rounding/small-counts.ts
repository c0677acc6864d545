import type { Table } from "../../tables/table.ts";
import { chooseRounding } from "./choose.ts";
import { protectProblems } from "./problems.ts";

/** A table whose small counts are rounded, and the error that it costs. */
export interface RoundedTable {
  /** The protected value of each base cell; every published cell is the sum of its members. */
  readonly inner: readonly number[];
  /** Root of the mean squared error, and the largest error, of all published cells, in cases. */
  readonly rms: number;
  readonly max: number;
  /** How many base cells have another value than before. */
  readonly changed: number;
}

const seed = 12;

/** More than usual: a table is rounded once and read many times. */
const effort = 40_000;

/**
 * Small-count rounding: a base cell from 1 to just below `base` becomes 0 or `base`, zeros and
 * larger cells stay, and the choice keeps all published cells close to the truth.
 * Source: Langsrud and Heldal 2018, An algorithm for small count rounding of tabular data.
 * @param base a whole number from 2 to 1,000,000
 * @throws Problem when the table is one of amounts, or the base is not such a number
 */
export function roundTable({ kind, inner, cells }: Table, base: number): RoundedTable {
  if (kind === "amounts") throw protectProblems.amounts();
  if (!Number.isSafeInteger(base) || base < 2 || base > 1e6) throw protectProblems.baseWrong();
  const isSmall = (value: number): boolean => value > 0 && value < base;
  // Only small counts enter the search: the others are exact, however large.
  const small = [...inner.keys()].filter((at) => isSmall(inner[at]!));
  const { marginStart, marginOf } = listMargins(small, inner.length, cells);
  const values = Int32Array.from(small, (at) => inner[at]!);
  const chosen = chooseRounding({
    values,
    low: new Int32Array(small.length),
    high: new Int32Array(small.length).fill(base),
    ...{ marginStart, marginOf, marginCount: cells.length },
    ...{ seed, effort },
  });
  const rounded = [...inner];
  small.forEach((at, place) => (rounded[at] = chosen[place] === 1 ? base : 0));
  return { inner: rounded, ...measureError(rounded, inner, cells), changed: small.length };
}

function listMargins(
  small: readonly number[],
  count: number,
  cells: Table["cells"],
): { marginStart: Int32Array; marginOf: Int32Array } {
  const lists = Array.from({ length: count }, (): number[] => []);
  cells.forEach(({ members }, margin) => {
    for (const member of members) lists[member]!.push(margin);
  });
  const own = small.map((at) => lists[at]!);
  const marginStart = new Int32Array(small.length + 1);
  own.forEach((list, place) => (marginStart[place + 1] = marginStart[place]! + list.length));
  return { marginStart, marginOf: Int32Array.from(own.flat()) };
}

/** The error over all published cells between two values of the base cells. */
export function measureError(
  rounded: readonly number[],
  inner: readonly number[],
  cells: Table["cells"],
): { rms: number; max: number } {
  let squares = 0;
  let max = 0;
  for (const { members } of cells) {
    const error = members.reduce((sum, at) => sum + rounded[at]! - inner[at]!, 0);
    squares += error * error;
    max = Math.max(max, Math.abs(error));
  }
  return { rms: Math.sqrt(squares / cells.length), max };
}
