import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { quoteName, quoteText, type Engine } from "../engines/duckdb.ts";
import { withAuthor } from "../engines/problems.ts";
import { Problem } from "../problem.ts";
import type { Contract } from "../records/contract.ts";

/** The SQL of one record kind's tallies, as it was run. */
export interface TallySql {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

export const tallyFolder = join(import.meta.dirname, "../../pipelines/2-tallies");

/**
 * Reads the tally of every record kind.
 * @throws Problem when a kind has none.
 */
export async function readTallies(contracts: readonly Contract[]): Promise<TallySql[]> {
  return Promise.all(
    contracts.map(async ({ kind }) => {
      const sql = await readFile(join(tallyFolder, `${kind}.sql`), "utf8").catch(() => {
        throw new Problem(
          "tally-file",
          `The record kind ${kind} has no tally.`,
          `Write pipelines/2-tallies/${kind}.sql: a GROUP BY over its records.`,
        );
      });
      return { name: kind, sql, sha256: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/**
 * Stage 2: makes every tally from the accepted records, then the coverage of partners and months.
 * Needs the tables that `ingest` left: one per kind, `submissions` and `partners`.
 */
export async function makeTallies(
  engine: Engine,
  contracts: readonly Contract[],
  tallies: readonly TallySql[],
  dates: { readonly starts: string; readonly cutOff: string },
): Promise<void> {
  await engine.run(`
    create or replace table programme_period as
    select date ${quoteText(`${dates.starts}-01`)} as starts, date ${quoteText(dates.cutOff)} as cut_off`);
  for (const { name, sql } of tallies) {
    await withAuthor(`pipelines/2-tallies/${name}.sql`, () => engine.run(sql));
  }
  await engine.run(`create table coverage as ${contracts.map(coverageSql).join("\nunion all\n")}`);
}

/** The months in which a partner's records of a kind lie, and how many they are. */
function coverageSql(contract: Contract): string {
  const dated = quoteName(contract.dated);
  return `
    select ${quoteText(contract.kind)} as kind, partner::varchar as partner, month, records_n
    from (
      select partner, date_trunc('month', ${dated})::date as month, count(*)::integer as records_n
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
