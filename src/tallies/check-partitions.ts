import { quoteName, quoteText, type Engine } from "../engines/duckdb.ts";
import { tallyProblems } from "./problems.ts";
import type { TallyTable } from "./tally-tables.ts";

/**
 * Holds the tables of each kind against each other: in every block they have the same total.
 * @throws Problem when a row lacks a label or a number or has one below 0, or when two tables of a
 * kind do not hold the same cases.
 */
export async function checkPartitions(
  engine: Engine,
  tables: readonly TallyTable[],
): Promise<void> {
  for (const table of tables) {
    if (await hasAny(engine, selectUnfilled(table))) {
      throw tallyProblems.unfilled(table.kind, table.name);
    }
  }
  for (const [kind, [first, ...others]] of Map.groupBy(tables, (table) => table.kind)) {
    for (const other of others) {
      if (await hasAny(engine, selectDifferences(first!, other))) {
        throw tallyProblems.differ(kind, first!.name, other.name, first!.shared);
      }
    }
  }
}

/**
 * Holds the first table of each kind, which the others equal, against `coverage`, which counts the
 * records themselves: it has every case of each month and partner.
 * @param dated the field that dates the cases of a kind, as its contract says
 * @throws Problem when it lacks a case, or counts one twice.
 */
export async function checkCases(
  engine: Engine,
  tables: readonly TallyTable[],
  dated: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [kind, [first]] of Map.groupBy(tables, (table) => table.kind)) {
    if (await hasAny(engine, selectUncovered(first!))) {
      throw tallyProblems.notEveryCase(kind, first!.name, dated.get(kind) ?? "date");
    }
  }
}

async function hasAny(engine: Engine, sql: string): Promise<boolean> {
  const rows = await engine.rows(`${sql}\nlimit 1`);
  return rows.length > 0;
}

function selectUnfilled({ name, labels, count, bin, money }: TallyTable): string {
  const numbers = [count, bin?.column, money].filter((column) => column != null);
  const faults = [
    ...labels.map((label) => `${quoteName(label)} is null`),
    ...numbers.map((number) => `coalesce(${quoteName(number)}, -1) < 0`),
  ];
  return `select 1 from ${quoteName(name)} where ${faults.join(" or ")}`;
}

function selectDifferences(one: TallyTable, other: TallyTable): string {
  const block = one.shared.map(quoteName).join(", ");
  return selectUnequal(block, sumCases(one, block), sumCases(other, block));
}

function selectUncovered(table: TallyTable): string {
  const records = `select month, partner, records_n as cases from coverage
    where kind = ${quoteText(table.kind)}`;
  return selectUnequal("month, partner", sumCases(table, "month, partner"), records);
}

function sumCases({ name, count }: TallyTable, block: string): string {
  return `select ${block}, sum(${quoteName(count)}) as cases from ${quoteName(name)} group by ${block}`;
}

/** The blocks in which two counts of cases are not equal, a block without a row counting as 0. */
function selectUnequal(block: string, one: string, other: string): string {
  return `
    select 1 from (
      from (${one}) union all (select ${block}, -cases from (${other}))
    )
    group by ${block}
    having sum(cases) <> 0`;
}
