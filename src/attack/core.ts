import { tolerance } from "./propagate.ts";
import type { Bounds, Space } from "./space.ts";

/**
 * What is left of a space when base cells that are known are taken out: the free ones, and the sums
 * of them that are not implied by their bounds.
 */
export interface Core {
  readonly whole: boolean;
  /** The base cell of each column. */
  readonly free: Int32Array;
  readonly columns: Bounds;
  /** Sums of columns, none twice. */
  readonly rows: readonly CoreRow[];
  /** The column of each base cell, or -1 where its value is known. */
  readonly columnOf: Int32Array;
}

export interface CoreRow {
  /** Ascending. */
  readonly columns: Int32Array;
  readonly lower: number;
  readonly upper: number;
}

/** A sum of base cells, as columns and what the known base cells add to them. */
export interface Term {
  readonly columns: Int32Array;
  readonly constant: number;
}

/** Takes the known base cells out of a space whose bounds have been propagated. */
export function findCore({ whole, base, sums, members }: Space): Core {
  const free = [...base.lower.keys()].filter((at) => base.lower[at] !== base.upper[at]);
  const columnOf = new Int32Array(base.lower.length).fill(-1);
  for (const [column, at] of free.entries()) columnOf[at] = column;
  const columns = {
    lower: Float64Array.from(free, (at) => base.lower[at]!),
    upper: Float64Array.from(free, (at) => base.upper[at]!),
  };
  const rows = new Map<string, { columns: Int32Array; lower: number; upper: number }>();
  for (const [at, own] of members.entries()) {
    const term = reduceSum(own, columnOf, base.lower);
    if (term.columns.length < 2) continue;
    const lower = sums.lower[at]! - term.constant;
    const upper = sums.upper[at]! - term.constant;
    const key = term.columns.join();
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { columns: term.columns, lower, upper });
    else {
      row.lower = Math.max(row.lower, lower);
      row.upper = Math.min(row.upper, upper);
    }
  }
  const needed = [...rows.values()].map((row) => dropImplied(row, columns)).filter(isBound);
  return { whole, free: Int32Array.from(free), columns, rows: needed, columnOf };
}

/** Splits a sum of base cells into its free and its known part. */
export function reduceSum(
  members: readonly number[],
  columnOf: Int32Array,
  known: Float64Array,
): Term {
  const columns: number[] = [];
  let constant = 0;
  for (const member of members) {
    if (columnOf[member]! < 0) constant += known[member]!;
    else columns.push(columnOf[member]!);
  }
  return { columns: Int32Array.from(columns), constant };
}

/** A bound that those of the columns imply is none. */
function dropImplied({ columns: own, lower, upper }: CoreRow, columns: Bounds): CoreRow {
  let least = 0;
  let most = 0;
  for (const column of own) {
    least += columns.lower[column]!;
    most += columns.upper[column]!;
  }
  return {
    columns: own,
    lower: lower > least + tolerance ? lower : -Infinity,
    upper: upper < most - tolerance ? upper : Infinity,
  };
}

function isBound({ lower, upper }: CoreRow): boolean {
  return lower !== -Infinity || upper !== Infinity;
}
