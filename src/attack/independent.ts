import type { CoreRow } from "./core.ts";

/** The largest prime below 2^26: products of two remainders are exact in floating point. */
const prime = 67_108_859;

/**
 * Rows that are linearly independent and span all others, found by elimination modulo a prime.
 * Short rows come first, so that long margins are the ones to be dropped. Independence modulo a
 * prime is independence; a row that only the prime makes dependent would be missed, so whoever
 * drops rows must look whether what he finds still fits them.
 * @returns indices into `rows`, ascending
 */
export function chooseIndependent(rows: readonly CoreRow[], columns: number): number[] {
  const order = [...rows.keys()].sort(
    (a, b) => rows[a]!.columns.length - rows[b]!.columns.length || a - b,
  );
  const pivots: (Sparse | undefined)[] = Array.from({ length: columns });
  const work = new Float64Array(columns);
  const chosen: number[] = [];
  for (const at of order) {
    for (const column of rows[at]!.columns) work[column] = 1;
    const first = eliminate(work, rows[at]!.columns[0]!, pivots);
    if (first === undefined) continue;
    pivots[first] = takeRow(work, first);
    chosen.push(at);
  }
  return chosen.sort((a, b) => a - b);
}

/** A row after its first column, which is 1. */
interface Sparse {
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** Takes pivot rows off a row until a column is left that has none; undefined when none is left. */
function eliminate(
  work: Float64Array,
  from: number,
  pivots: readonly (Sparse | undefined)[],
): number | undefined {
  for (let column = from; column < work.length; column++) {
    const factor = work[column]!;
    if (factor === 0) continue;
    const pivot = pivots[column];
    if (pivot === undefined) return column;
    work[column] = 0;
    const { columns, values } = pivot;
    for (let at = 0; at < columns.length; at++) {
      const target = columns[at]!;
      const left = (work[target]! - factor * values[at]!) % prime;
      work[target] = left < 0 ? left + prime : left;
    }
  }
  return undefined;
}

/** Moves a row out of the work space and divides it by its first value. */
function takeRow(work: Float64Array, first: number): Sparse {
  const inverse = invert(work[first]!);
  const columns: number[] = [];
  const values: number[] = [];
  work[first] = 0;
  for (let column = first + 1; column < work.length; column++) {
    if (work[column] === 0) continue;
    columns.push(column);
    values.push((work[column]! * inverse) % prime);
    work[column] = 0;
  }
  return { columns: Int32Array.from(columns), values: Float64Array.from(values) };
}

/** The inverse modulo the prime, by Euclid's algorithm. */
function invert(value: number): number {
  let [old, rest] = [value, prime];
  let [factor, next] = [1, 0];
  while (rest !== 0) {
    const quotient = Math.floor(old / rest);
    [old, rest] = [rest, old - quotient * rest];
    [factor, next] = [next, factor - quotient * next];
  }
  return factor < 0 ? factor + prime : factor;
}
