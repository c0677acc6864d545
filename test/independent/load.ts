import { writeFile } from "node:fs/promises";
import { quoteName, quoteText, type Engine } from "../../src/engines/duckdb.ts";
import { readMeta, type Contract } from "../../src/records/contract.ts";
import type { CheckedFile, Value } from "./accept.ts";
import type { ProgrammeText, SubmittedFile } from "./submitted.ts";

const sqlTypes: Readonly<Record<string, string>> = {
  timestamp: "timestamp",
  date: "date",
  integer: "integer",
  decimal: "decimal(18, 2)",
  boolean: "boolean",
};

/** Makes the table of a kind, a row for each accepted record, by way of a CSV file. */
export async function loadRecords(
  engine: Engine,
  path: string,
  { kind, fields }: Contract,
  files: readonly CheckedFile[],
  cutOff: string,
): Promise<void> {
  const names = Object.keys(fields);
  const lines = files.flatMap(({ file, accepted, notRecorded }) => {
    const observed = file.received < cutOff ? file.received : cutOff;
    const ends = [file.partner, observed, notRecorded.join("|")];
    return accepted.map((row) => [...names.map((name) => row[name]!), ...ends].map(cell).join(","));
  });
  await writeFile(path, lines.map((line) => `${line}\n`).join(""));
  const types = names.map((name) => [name, sqlTypes[readMeta(fields[name]!).type] ?? "varchar"]);
  const columns = [...types, ["partner", "varchar"], ["observed_on", "date"], ["gaps", "varchar"]]
    .map(([name, type]) => `${quoteText(name!)}: ${quoteText(type!)}`)
    .join(", ");
  await engine.run(`
    create table everybody.${quoteName(kind)} as
    select * exclude (gaps),
      case when gaps is null then [] else string_split(gaps, '|') end as not_recorded
    from read_csv(${quoteText(path)}, columns = {${columns}}, header = false, auto_detect = false)`);
  await openView(engine, kind);
}

/** A text without commas or quotes, which no accepted field can hold. */
function cell(value: Value): string {
  return value === null ? "" : String(value);
}

/** Every file that came in time, and what became of those that no later one replaced. */
interface Received {
  readonly received: readonly SubmittedFile[];
  readonly files: readonly CheckedFile[];
}

/** Makes the tables of who takes part, which days count, and what was submitted. */
export async function loadFacts(
  engine: Engine,
  { programme, partners }: ProgrammeText,
  { received, files }: Received,
  cutOff: string,
): Promise<void> {
  const starts = quoteText(`${programme.starts}-01`);
  await engine.run(`
    create table frame as select date ${starts} as starts,
      date ${quoteText(yearFrom(cutOff))} as year_from, date ${quoteText(cutOff)} as cut_off`);
  await createFacts(
    engine,
    "partners",
    "partner varchar, name varchar, sector varchar, region varchar",
    partners.map(({ id, name, sector, region }) => [id, name, sector, region]),
  );
  await createFacts(
    engine,
    "submits",
    "partner varchar, kind varchar",
    partners.flatMap(({ id, submits }) =>
      listKinds(id, submits, received).map((kind) => [id, kind]),
    ),
  );
  await createFacts(
    engine,
    "files",
    "partner varchar, kind varchar, period_from date, period_to date, received_on date, " +
      "mapped boolean, rows_received integer, rows_accepted integer, rows_quarantined integer, " +
      "rows_repeated integer",
    received.map((file) => {
      const read = files.find((one) => one.file === file);
      return [
        ...[file.partner, file.kind, file.from, file.to, file.received, read?.mapped ?? null],
        ...[read?.received ?? null, read?.accepted.length ?? null],
        ...[read?.quarantined ?? null, read?.repeated ?? null],
      ];
    }),
  );
}

/** What a partner is to submit: what it has agreed to, and what it ever has. */
function listKinds(
  partner: string,
  submits: readonly string[] = [],
  received: readonly SubmittedFile[],
): readonly string[] {
  const own = received.filter((file) => file.partner === partner);
  return [...new Set([...submits, ...own.map(({ kind }) => kind)])];
}

async function createFacts(
  engine: Engine,
  table: string,
  columns: string,
  rows: readonly (readonly Value[])[],
): Promise<void> {
  const values = rows.map((row) => `(${row.map(literal).join(", ")})`);
  await engine.run(`create table everybody.${table}(${columns})`);
  await engine.run(`insert into everybody.${table} values ${values.join(", ")}`);
  await openView(engine, table);
}

function literal(value: Value): string {
  return value === null ? "null" : quoteText(String(value));
}

/** A view by which a query sees one partner alone, where it is told so. */
async function openView(engine: Engine, table: string): Promise<void> {
  await engine.run(`
    create view ${quoteName(table)} as
    select * from everybody.${quoteName(table)}
    where partner = coalesce(getvariable('asked'), partner)`);
}

/** The first day of the twelve months that end on the cut-off. */
function yearFrom(cutOff: string): string {
  const [year, month] = cutOff.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 12, 1)).toISOString().slice(0, 10);
}
