import { Engine, quoteName, quoteText } from "../../src/engines/duckdb.ts";
import { createRecordTable } from "../../src/records/columns.ts";
import type { Contract } from "../../src/records/contract.ts";

/** What a partner's file holds: rows of a kind as SQL literals by column, and what it leaves out. */
export interface TestFile {
  readonly kind: string;
  readonly partner: string;
  readonly asOf: string;
  readonly notRecorded?: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** An engine as `ingest` leaves it: a table for each kind, `submissions` and `partners`. */
export async function openRecords(
  contracts: readonly Contract[],
  files: readonly TestFile[],
): Promise<Engine> {
  const engine = await Engine.open({ threads: 1 });
  await engine.run(`
    create table submissions(submission_id integer, kind varchar, partner varchar,
      period_from date, period_to date, received_on date, as_of date, not_recorded varchar[]);
    create table partners(partner varchar, name varchar, sector varchar, region varchar)`);
  for (const contract of contracts) await engine.run(createRecordTable(contract));
  for (const [id, file] of files.entries()) await engine.run(insertFile(file, id));
  return engine;
}

function insertFile({ kind, partner, asOf, notRecorded = [], rows }: TestFile, id: number): string {
  const fixed = { submission_id: String(id), partner: quoteText(partner) };
  const inserts = rows.map((row) => {
    const columns = Object.entries({ ...fixed, ...row });
    const names = columns.map(([name]) => quoteName(name)).join(", ");
    const values = columns.map(([, value]) => value).join(", ");
    return `insert into ${quoteName(kind)} (${names}) values (${values})`;
  });
  const fields = notRecorded.map(quoteText).join(", ");
  const submission = `insert into submissions values (${id}, ${quoteText(kind)}, ${quoteText(partner)},
    date '2026-01-01', date '2026-03-31', null, date ${quoteText(asOf)}, [${fields}])`;
  return [submission, ...inserts].join(";\n");
}
