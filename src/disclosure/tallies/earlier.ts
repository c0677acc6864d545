import type { TallyTable } from "../../tallies/tally-tables.ts";
import { keyOf, type CountRow, type CountTable } from "./count-table.ts";

/** What the release before, of the same tier, has published: its tallies, up to its last month. */
export class Earlier {
  readonly #tables: ReadonlyMap<string, CountTable>;
  readonly #lastMonth: string;

  /** @param lastMonth of the release before, as "2026-06" */
  constructor(tables: readonly CountTable[], lastMonth: string) {
    this.#tables = new Map(tables.map((one) => [one.table.name, one]));
    this.#lastMonth = lastMonth;
  }

  /** The rows of a table by their key; none where it had other columns, or was not there. */
  of(table: TallyTable): ReadonlyMap<string, CountRow> {
    return new Map(this.#find(table)?.rows.map((row) => [keyOf(row), row]));
  }

  /** The same release as far as some of its tables go; of the others it has said nothing. */
  only(keep: (table: TallyTable) => boolean): Earlier {
    const tables = [...this.#tables.values()].filter(({ table }) => keep(table));
    return new Earlier(tables, this.#lastMonth);
  }

  /**
   * Whether the release before has spoken of the month of a row, be it by a 0: not where it had no
   * such table, for a number that was never said cannot be kept.
   */
  covers(table: TallyTable, row: Pick<CountRow, "labels">, monthAt = 0): boolean {
    return this.#find(table) !== undefined && row.labels[monthAt]!.slice(0, 7) <= this.#lastMonth;
  }

  #find(table: TallyTable): CountTable | undefined {
    const known = this.#tables.get(table.name);
    return known?.table.labels.join() === table.labels.join() ? known : undefined;
  }
}
