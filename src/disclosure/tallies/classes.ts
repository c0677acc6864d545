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
  const classes = new Map<number, number>();
  rows.forEach((row, index) => {
    const code = numberOf(codes, read(row));
    of[index] = numberOf(classes, of[index]! * (rows.length + 1) + code);
  });
}

/** The number of a value, in the order in which values first occur. */
export function numberOf<Value>(numbers: Map<Value, number>, value: Value): number {
  let number = numbers.get(value);
  if (number === undefined) numbers.set(value, (number = numbers.size));
  return number;
}
