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
    const known = this.#tables.get(table.name);
    if (known === undefined || known.table.labels.join() !== table.labels.join()) return new Map();
    return new Map(known.rows.map((row) => [keyOf(row), row]));
  }

  /** Whether the release before has spoken of the month of a row, be it by a 0. */
  covers(row: Pick<CountRow, "labels">, monthAt = 0): boolean {
    return row.labels[monthAt]!.slice(0, 7) <= this.#lastMonth;
  }
}
