import { numberOf, type Classes, type Key } from "./classes.ts";

/** What each row has of one sort, by its class: the places, say, that it is published in. */
export interface Facet {
  readonly classes: Classes;
  /** What a class has, as numbers from 0 to count − 1. */
  readonly lists: readonly (readonly number[])[];
  readonly count: number;
}

/** The pairs of each row, as a sparse matrix: those of row i stand in `of` from start[i]. */
export interface Crossed {
  readonly start: Int32Array;
  readonly of: Int32Array;
  /** The two halves of each pair; pairs are numbered as they first occur. */
  readonly pairs: readonly { readonly one: number; readonly other: number }[];
}

/** Pairs everything that a row has of one sort with all that it has of the other. */
export function cross(one: Facet, other: Facet): Crossed {
  const rows = one.classes.of.length;
  const start = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row++) {
    const [ours, theirs] = [listOf(one, row), listOf(other, row)];
    start[row + 1] = start[row]! + ours.length * theirs.length;
  }
  const of = new Int32Array(start[rows]!);
  // The number of each pair plus 1; 0 where there is none yet.
  const known = new Int32Array(one.count * other.count);
  const pairs: { one: number; other: number }[] = [];
  let next = 0;
  for (let row = 0; row < rows; row++) {
    const theirs = listOf(other, row);
    for (const own of listOf(one, row)) {
      for (const their of theirs) {
        const at = own * other.count + their;
        if (known[at] === 0) known[at] = pairs.push({ one: own, other: their });
        of[next++] = known[at]! - 1;
      }
    }
  }
  return { start, of, pairs };
}

function listOf({ classes, lists }: Facet, row: number): readonly number[] {
  return lists[classes.of[row]!]!;
}

/** Adds up what each row holds, for every pair. */
export function addUpPairs(
  { start, of }: Pick<Crossed, "start" | "of">,
  pairs: number,
  values: Int32Array | Uint8Array,
): Float64Array {
  const sums = new Float64Array(pairs);
  for (let row = 0; row < values.length; row++) {
    for (let at = start[row]!; at < start[row + 1]!; at++) sums[of[at]!]! += values[row]!;
  }
  return sums;
}

/** Numbers names in the order in which they first occur. */
export class Names {
  readonly #numbers = new Map<string, number>();

  list(): string[] {
    return [...this.#numbers.keys()];
  }

  /** What each class has, told by its first row. */
  facet(classes: Classes, namesOf: (row: Key) => string[]): Facet {
    const lists = classes.first.map((row) =>
      namesOf(row).map((name) => numberOf(this.#numbers, name)),
    );
    return { classes, lists, count: this.#numbers.size };
  }
}
