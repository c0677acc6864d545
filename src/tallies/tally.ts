import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { quoteName, quoteText, type Engine } from "../engines/duckdb.ts";
import { withAuthor } from "../engines/problems.ts";
import type { Contract } from "../records/contract.ts";
import { checkCases, checkPartitions } from "./check-partitions.ts";
import { listTallyFiles, placeOf, tallyFolder } from "./place.ts";
import { tallyProblems } from "./problems.ts";
import { describeTallies, listTables, type MadeTables, type TallyTable } from "./tally-tables.ts";

/** The SQL of one record kind's tallies, as it was run. */
export interface TallySql {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/**
 * Reads the tally of every record kind: `<kind>.sql`, or the files of the folder `<kind>` in the
 * order of their names, with an empty line between them.
 * @throws Problem when a kind has none.
 */
export async function readTallies(contracts: readonly Contract[]): Promise<TallySql[]> {
  return Promise.all(
    contracts.map(async ({ kind }) => {
      const files = await listTallyFiles(kind);
      if (files.length === 0) throw tallyProblems.missing(kind);
      const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
      const sql = texts.join("\n");
      return { name: kind, sql, sha256: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/**
 * Stage 2: makes every tally from the accepted records, then the coverage of partners and months,
 * and makes sure that every tally is a partition of the cases of its kind.
 * Needs the tables that `ingest` left: one per kind, `submissions` and `partners`.
 * @throws Problem when a tally's SQL does not run or breaks the rules for tables of counts.
 */
export async function makeTallies(
  engine: Engine,
  contracts: readonly Contract[],
  tallies: readonly TallySql[],
  dates: { readonly starts: string; readonly cutOff: string },
): Promise<TallyTable[]> {
  await engine.run(`
    create or replace table programme_period as
    select date ${quoteText(`${dates.starts}-01`)} as starts, date ${quoteText(dates.cutOff)} as cut_off`);
  const made: MadeTables[] = [];
  for (const tally of tallies) made.push(await makeTally(engine, tally));
  await engine.run(`create table coverage as ${contracts.map(coverageSql).join("\nunion all\n")}`);
  const tables = await describeTallies(engine, made);
  await checkPartitions(engine, tables);
  await checkCases(engine, tables, new Map(contracts.map(({ kind, dated }) => [kind, dated])));
  return tables;
}

async function makeTally(engine: Engine, { name, sql }: TallySql): Promise<MadeTables> {
  const before = new Set(await listTables(engine));
  await withAuthor(placeOf(name), () => engine.run(sql));
  const after = await listTables(engine);
  return { kind: name, names: after.filter((table) => !before.has(table)) };
}

/** The months in which a partner's records of a kind lie, and how many they are. */
function coverageSql(contract: Contract): string {
  const dated = quoteName(contract.dated);
  const { standsFor } = contract;
  const cases = standsFor === undefined ? "count(*)" : `sum(${quoteName(standsFor)})`;
  return `
    select ${quoteText(contract.kind)} as kind, partner::varchar as partner, month, records_n
    from (
      select partner, date_trunc('month', ${dated})::date as month, ${cases}::integer as records_n
      from ${quoteName(contract.kind)}
      where ${dated} >= (select starts from programme_period)
        and ${dated} < (select cut_off + interval 1 day from programme_period)
      group by all
    )`;
}

/**
 * Ends stage 2 for good: drops the record tables, then runs `seal.sql`, after which the engine
 * reaches no file and its settings cannot be changed back.
 */
export async function seal(engine: Engine, contracts: readonly Contract[]): Promise<void> {
  const records = new Set(contracts.map((contract) => contract.kind));
  for (const kind of records) await engine.run(`drop table ${quoteName(kind)}`);
  await engine.run(await readFile(join(tallyFolder, "seal.sql"), "utf8"));
}
