import type { TallyTable } from "../../tallies/tally-tables.ts";
import { keyOf, type CountRow, type CountTable } from "./count-table.ts";

/** Counts of each table by the key of their cell; a cell of none is left out. */
export type CellCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What the release before, of the same tier, has published: its tallies, up to its last month. */
export class Earlier {
  readonly #tables: ReadonlyMap<string, CountTable>;
  readonly #said: CellCounts;
  readonly #lastMonth: string;
  readonly #stoodOn: CellCounts | undefined;

  /**
   * @param lastMonth of the release before, as "2026-06"
   * @param stoodOn the counts that its numbers were made from; without them, a number that can still
   *   be said counts as one whose cases have not changed
   */
  constructor(tables: readonly CountTable[], lastMonth: string, stoodOn?: CellCounts) {
    this.#tables = new Map(tables.map((one) => [one.table.name, one]));
    this.#said = countCells(tables);
    this.#lastMonth = lastMonth;
    this.#stoodOn = stoodOn;
  }

  /** The cells of a table that it showed; none where the table had other columns, or was not there. */
  of(table: TallyTable): readonly CountRow[] {
    return this.knows(table) ? this.#tables.get(table.name)!.rows : [];
  }

  /** The same release as far as some of its tables go; of the others it has said nothing. */
  only(keep: (table: TallyTable) => boolean): Earlier {
    const tables = [...this.#tables.values()].filter(({ table }) => keep(table));
    return new Earlier(tables, this.#lastMonth, this.#stoodOn);
  }

  /** The number of a cell, be it 0; undefined where it has not spoken of the cell's month. */
  said(table: TallyTable, row: CountRow): number | undefined {
    if (!this.knows(table) || row.labels[0]!.slice(0, 7) > this.#lastMonth) return undefined;
    return this.#said.get(table.name)!.get(keyOf(row)) ?? 0;
  }

  /** Whether the count behind a cell is another than the one behind its number then. */
  hasChanged(table: TallyTable, row: CountRow): boolean {
    const counts = this.#stoodOn?.get(table.name);
    return counts !== undefined && (counts.get(keyOf(row)) ?? 0) !== row.count;
  }

  /** Whether it has shown a table, with the same columns. */
  knows(table: TallyTable): boolean {
    return this.#tables.get(table.name)?.table.labels.join() === table.labels.join();
  }
}

export function countCells(tables: readonly CountTable[]): CellCounts {
  return new Map(
    tables.map(({ table, rows }) => [
      table.name,
      new Map(rows.map((row) => [keyOf(row), row.count])),
    ]),
  );
}
