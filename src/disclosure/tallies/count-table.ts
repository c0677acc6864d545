import type { TallyTable } from "../../tallies/tally-tables.ts";

/** A table of counts with one row for each of its cells that is not 0. */
export interface CountTable {
  readonly table: TallyTable;
  readonly rows: readonly CountRow[];
}

export interface CountRow {
  /** One for each of the table's label columns, in their order; a month is its first day. */
  readonly labels: readonly string[];
  /** Upper edge of the band; null where the table has no bins. */
  readonly bin: number | null;
  readonly count: number;
}

/** What names a cell within its table. */
export function keyOf(row: Pick<CountRow, "labels" | "bin">): string {
  return row.bin === null ? row.labels.join("|") : `${row.labels.join("|")}|${row.bin}`;
}

/** Where the label columns that name a block stand among a table's labels. */
export function sharedPositions(table: TallyTable): number[] {
  return table.shared.map((name) => table.labels.indexOf(name));
}

/** What names a row's block: the labels that every table of its kind has. */
export function blockOf(row: Pick<CountRow, "labels">, shared: readonly number[]): string {
  return shared.map((at) => row.labels[at]).join("|");
}

export function sumCounts(rows: readonly CountRow[]): number {
  return rows.reduce((sum, row) => sum + row.count, 0);
}
