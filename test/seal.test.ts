import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Engine, quoteName } from "../src/engines/duckdb.ts";
import { createRecordTable } from "../src/records/columns.ts";
import { discoverContracts } from "../src/records/discover.ts";
import { makeTallies, readTallies, seal } from "../src/tallies/tally.ts";

const contracts = await discoverContracts();
let engine: Engine;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plumbline-seal-"));
  await writeFile(join(folder, "records.csv"), "incident_id\nX-1\n");
  engine = await Engine.open();
  await engine.run(`
    create table submissions(submission_id integer, kind varchar, partner varchar,
      period_from date, period_to date, received_on date, as_of date, not_recorded varchar[]);
    create table partners(partner varchar, name varchar, sector varchar, region varchar)`);
  for (const contract of contracts) await engine.run(createRecordTable(contract));
  await engine.run(`
    insert into submissions values
      (1, 'incidents', 'harbour', date '2026-01-01', date '2026-03-31', null, date '2026-04-01', []);
    insert into incidents by name (select 1 as submission_id, 'harbour' as partner,
      'fraud' as threat_type, 'low' as severity, timestamp '2026-01-02 10:00:00' as alerted_at)`);
  const tallies = await readTallies(contracts);
  await makeTallies(engine, contracts, tallies, { starts: "2026-01", cutOff: "2026-03-31" });
  await seal(engine, contracts);
});

afterAll(async () => {
  engine.close();
  await rm(folder, { recursive: true });
});

test("the tallies stand after the seal", async () => {
  const rows = await engine.rows<{ n: number }>("select sum(alerts_n) as n from alert_actions");
  expect(rows[0]!.n).toBe(1);
});

test.each(contracts.map(({ kind }) => kind))("no record of %s can be read", async (kind) => {
  await expect(engine.rows(`from ${quoteName(kind)}`)).rejects.toThrow(/does not exist/);
});

const attempts: [string, (folder: string) => string][] = [
  ["a CSV file", (at) => `from read_csv('${at}/records.csv')`],
  ["a file as text", (at) => `from read_text('${at}/records.csv')`],
  ["a list of files", (at) => `from glob('${at}/*')`],
  ["a file by its name", (at) => `from '${at}/records.csv'`],
  ["another database", (at) => `attach '${at}/other.db'`],
  ["a file to write to", (at) => `copy (select 1) to '${at}/out.csv'`],
  ["an export", (at) => `export database '${at}/export'`],
  ["an extension", () => "install httpfs"],
  ["a library", (at) => `load '${at}/evil.duckdb_extension'`],
];

test.each(attempts)("after the seal SQL cannot reach %s", async (_, attempt) => {
  await expect(engine.rows(attempt(folder))).rejects.toThrow(/Permission|disabled|not allowed/i);
});

test.each(["enable_external_access = true", "lock_configuration = false", "threads = 1"])(
  "after the seal SQL cannot set %s",
  async (setting) => {
    await expect(engine.run(`set ${setting}`)).rejects.toThrow(/lock|Cannot|cannot/);
  },
);
