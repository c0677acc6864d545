import type { Engine } from "../engines/duckdb.ts";
import { tallyProblems } from "./problems.ts";

/**
 * A table of counts as stage 2 left it: a partition, for every case of the kind that lies in the
 * period stands in exactly one of its rows.
 */
export interface TallyTable {
  /** The record kind whose cases it counts. */
  readonly kind: string;
  readonly name: string;
  /** The column that holds the number of cases. */
  readonly count: string;
  /** The columns of text that say which cases a row counts, month and partner first. */
  readonly labels: readonly string[];
  /** The column of whole numbers by which cases are counted as well. */
  readonly bin: { readonly column: string; readonly unit: BinUnit } | null;
  /** The column that holds an exact sum over a row's cases. */
  readonly money: string | null;
  /**
   * The labels that all tables of the kind have, month and partner first: rows equal in them are a
   * block. `status` is none of them, for it says how far a table's own duration has come.
   */
  readonly shared: readonly string[];
}

export type BinUnit = "minutes" | "days" | "percent";

/** The tables, and whatever else would outlive it, that the SQL of one kind made. */
export interface MadeTables {
  readonly kind: string;
  readonly names: readonly string[];
}

/** The first rule whose name fits decides what a column is; its type has to fit as well. */
const roles = [
  { role: "count", name: /_n$/, type: /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/ },
  { role: "bin", name: /_(minutes|days|percent)$/, type: /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/ },
  { role: "money", name: /_money$/, type: /^DECIMAL/ },
  { role: "label", name: /^month$/, type: /^DATE$/ },
  { role: "label", name: /./, type: /^(VARCHAR|ENUM)/ },
] as const;

type Role = (typeof roles)[number]["role"];

interface Column {
  readonly table: string;
  readonly lasts: boolean;
  readonly name: string;
  readonly type: string;
}

/** The names of all tables and views that the engine holds, temporary ones too, in order. */
export async function listTables(engine: Engine): Promise<string[]> {
  const rows = await engine.rows<{ name: string }>(
    "select distinct table_name as name from information_schema.tables order by name",
  );
  return rows.map(({ name }) => name);
}

/**
 * Finds in the engine's catalogue what each column of the tallies is for, by its name and type.
 * @param made what the SQL of each kind made
 * @throws Problem for a table that breaks the rules: it is a view or temporary; it has no month, no
 * partner, no count, or several counts, bins or sums of money; a column has no role; and for a kind
 * without a table.
 */
export async function describeTallies(
  engine: Engine,
  made: readonly MadeTables[],
): Promise<TallyTable[]> {
  const columns = Map.groupBy(await readColumns(engine), ({ table }) => table);
  return made.flatMap(({ kind, names }) => {
    if (names.length === 0) throw tallyProblems.noTable(kind);
    const own = names.map((name) => describeTable(kind, name, columns.get(name) ?? []));
    const shared = own[0]!.labels.filter(
      (label) => label !== "status" && own.every(({ labels }) => labels.includes(label)),
    );
    return own.map((table) => ({ ...table, shared }));
  });
}

async function readColumns(engine: Engine): Promise<Column[]> {
  return engine.rows<Column>(`
    select
      t.table_name as "table",
      t.table_type = 'BASE TABLE' as lasts,
      c.column_name as name,
      c.data_type as type
    from information_schema.tables t
    join information_schema.columns c using (table_catalog, table_schema, table_name)
    order by c.ordinal_position`);
}

function describeTable(
  kind: string,
  table: string,
  columns: readonly Column[],
): Omit<TallyTable, "shared"> {
  if (columns.some(({ lasts }) => !lasts)) throw tallyProblems.leftBehind(kind, table);
  const of = Map.groupBy(columns, (column) => roleOf(kind, column));
  const labels = (of.get("label") ?? []).map(({ name }) => name);
  for (const needed of ["month", "partner"] as const) {
    if (!labels.includes(needed)) throw tallyProblems.noLabel(kind, table, needed);
  }
  const [count, bin, money] = (["count", "bin", "money"] as const).map((role) =>
    onlyOne(kind, table, of.get(role) ?? []),
  );
  if (count == null) throw tallyProblems.noCount(kind, table);
  const others = labels.filter((name) => name !== "month" && name !== "partner");
  return {
    kind,
    name: table,
    count,
    labels: ["month", "partner", ...others],
    bin: bin == null ? null : { column: bin, unit: unitOf(bin) },
    money: money ?? null,
  };
}

function roleOf(kind: string, { table, name, type }: Column): Role {
  const rule = roles.find((one) => one.name.test(name))!;
  if (!rule.type.test(type)) throw tallyProblems.noRole(kind, table, name);
  return rule.role;
}

function onlyOne(kind: string, table: string, columns: readonly Column[]): string | undefined {
  if (columns.length > 1) {
    throw tallyProblems.several(
      kind,
      table,
      columns.map(({ name }) => name),
    );
  }
  return columns[0]?.name;
}

function unitOf(bin: string): BinUnit {
  return bin.slice(bin.lastIndexOf("_") + 1) as BinUnit;
}
