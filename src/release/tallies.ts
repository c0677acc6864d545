import { quoteName, type Engine } from "../engines/duckdb.ts";
import type { CountTable } from "../disclosure/tallies/count-table.ts";
import type { RowTable } from "../tallies/tier-engine.ts";
import type { TallyTable } from "../tallies/tally-tables.ts";

/** A tally as it was counted, with its sum of money. */
export async function readExactTally(engine: Engine, table: TallyTable): Promise<RowTable> {
  return {
    name: table.name,
    columns: {
      ...tallyColumns(table),
      ...(table.money === null ? {} : { [table.money]: "decimal(38, 2)" }),
    },
    rows: await engine.rows<object>(`
      select * replace (strftime(month, '%Y-%m-%d') as month) from ${quoteName(table.name)}
      order by all`),
  };
}

const madeRows = new WeakMap<CountTable, RowTable>();

/** A tally of a tier as rows to be loaded or written: labels, the band, the count. Made once. */
export function tallyRows(counted: CountTable): RowTable {
  let made = madeRows.get(counted);
  if (made === undefined) madeRows.set(counted, (made = makeRows(counted)));
  return made;
}

function makeRows({ table, rows }: CountTable): RowTable {
  return {
    name: table.name,
    columns: tallyColumns(table),
    rows: rows.map(({ labels, bin, count }) => {
      const row: Record<string, string | number | null> = {};
      table.labels.forEach((name, at) => (row[name] = labels[at]!));
      if (table.bin !== null) row[table.bin.column] = bin;
      row[table.count] = count;
      return row;
    }),
  };
}

function tallyColumns(table: TallyTable): Record<string, string> {
  return {
    ...Object.fromEntries(
      table.labels.map((name) => [name, name === "month" ? "date" : "varchar"]),
    ),
    ...(table.bin === null ? {} : { [table.bin.column]: "integer" }),
    [table.count]: "integer",
  };
}

/** The same for an engine: an indicator's SQL may name the sum of money, which is not in a tally. */
export function loadableTally(counted: CountTable): RowTable {
  const { money } = counted.table;
  const table = tallyRows(counted);
  if (money === null) return table;
  return {
    ...table,
    columns: { ...table.columns, [money]: "decimal(38, 2)" },
    rows: table.rows.map((row) => ({ ...row, [money]: 0 })),
  };
}
