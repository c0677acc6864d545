import type { CountRow } from "./count-table.ts";

export type Key = Pick<CountRow, "labels" | "bin">;

/** Rows that agree in some columns are of one class; classes are numbered as they first occur. */
export interface Classes<Row extends Key = Key> {
  /** The class of each row. */
  readonly of: Int32Array;
  /** The first row of each class. */
  readonly first: readonly Row[];
}

/**
 * Sorts rows by the label columns at the given positions, and by their bands if asked to.
 * Texts are looked up one column at a time, which is faster than joining those of every row.
 */
export function classify<Row extends Key>(
  rows: readonly Row[],
  positions: readonly number[],
  byBand: boolean,
): Classes<Row> {
  const of = new Int32Array(rows.length);
  if (byBand) divide(of, rows, ({ bin }) => bin);
  for (const at of positions) divide(of, rows, ({ labels }) => labels[at]);
  const first: Row[] = [];
  rows.forEach((row, index) => {
    if (of[index] === first.length) first.push(row);
  });
  return { of, first };
}

/** Divides the classes of rows further, by what each row holds. */
function divide<Row>(of: Int32Array, rows: readonly Row[], read: (row: Row) => unknown): void {
  const codes = new Map<unknown, number>();
  const classes = new PairNumbers(rows.length);
  rows.forEach((row, at) => (of[at] = classes.of(of[at]!, numberOf(codes, read(row)))));
}

/** The number of a value, in the order in which values first occur. */
export function numberOf<Value>(numbers: Map<Value, number>, value: Value): number {
  let number = numbers.get(value);
  if (number === undefined) numbers.set(value, (number = numbers.size));
  return number;
}

/** Numbers pairs of whole numbers in the order in which they first occur; a table with open places. */
class PairNumbers {
  readonly #mask: number;
  readonly #ones: Int32Array;
  readonly #others: Int32Array;
  /** The number of the pair in a place plus 1; 0 where it is free. */
  readonly #numbers: Int32Array;
  #count = 0;

  /** @param most so many different pairs there can be */
  constructor(most: number) {
    const places = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.#mask = places - 1;
    this.#ones = new Int32Array(places);
    this.#others = new Int32Array(places);
    this.#numbers = new Int32Array(places);
  }

  of(one: number, other: number): number {
    const mixed = Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b);
    let place = (mixed ^ (mixed >>> 15)) & this.#mask;
    while (this.#numbers[place] !== 0) {
      if (this.#ones[place] === one && this.#others[place] === other) {
        return this.#numbers[place]! - 1;
      }
      place = (place + 1) & this.#mask;
    }
    this.#ones[place] = one;
    this.#others[place] = other;
    this.#numbers[place] = ++this.#count;
    return this.#count - 1;
  }
}
