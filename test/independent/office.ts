import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Engine, quoteName, quoteText } from "../../src/engines/duckdb.ts";
import { readMeta, type Contract } from "../../src/records/contract.ts";
import { checkFiles, type CheckedFile, type Value } from "./accept.ts";
import {
  keepNewest,
  listNotRecorded,
  listSubmitted,
  mappingOf,
  readProgrammeText,
  readRows,
  type ProgrammeText,
} from "./submitted.ts";

/** Another office: it holds the accepted records of a release and nothing that Plumbline made. */
export interface Office {
  readonly engine: Engine;
  readonly files: readonly CheckedFile[];
}

/** A figure as a second SQL text gives it. */
export interface OwnFigure {
  readonly statistic: string;
  readonly value: Value;
  readonly n: Value;
}

/** Reads the submissions of the programme's newest release; close its engine. */
export async function openOffice(folder: string, contracts: readonly Contract[]): Promise<Office> {
  const programme = await readProgrammeText(folder);
  const { cut_off: cutOff, published } = programme.releases.at(-1)!;
  const submitted = keepNewest(await listSubmitted(folder, published));
  const { currency } = programme.programme;
  const files: CheckedFile[] = [];
  const engine = await Engine.open();
  const scratch = await mkdtemp(join(tmpdir(), "plumbline-office-"));
  try {
    for (const contract of contracts) {
      const own = submitted.filter(({ kind }) => kind === contract.kind);
      const read = own.map(async (file) => {
        const mapping = mappingOf(programme, file);
        const rows = await readRows(folder, file, mapping, Object.keys(contract.fields));
        const mapped = mapping !== undefined;
        return { file, mapped, notRecorded: listNotRecorded(mapping), rows };
      });
      const checked = checkFiles(contract, await Promise.all(read), { currency, published });
      await load(engine, join(scratch, `${contract.kind}.csv`), contract, checked, cutOff);
      files.push(...checked);
    }
  } finally {
    await rm(scratch, { recursive: true });
  }
  await loadFacts(engine, programme, files, cutOff);
  return { engine, files };
}

/** Runs the second SQL text of an indicator. */
export async function workOut({ engine }: Office, sql: string): Promise<OwnFigure[]> {
  return await engine.rows<OwnFigure>(sql);
}

const sqlTypes: Readonly<Record<string, string>> = {
  timestamp: "timestamp",
  date: "date",
  integer: "integer",
  decimal: "decimal(18, 2)",
  boolean: "boolean",
};

/** One table a kind: a row for each accepted record. */
async function load(
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
    create table ${quoteName(kind)} as
    select * exclude (gaps),
      case when gaps is null then [] else string_split(gaps, '|') end as not_recorded
    from read_csv(${quoteText(path)}, columns = {${columns}}, header = false, auto_detect = false)`);
}

/** A text without commas or quotes, which no accepted field can hold. */
function cell(value: Value): string {
  return value === null ? "" : String(value);
}

/** Who takes part, which days count, and what was submitted. */
async function loadFacts(
  engine: Engine,
  { programme, partners }: ProgrammeText,
  files: readonly CheckedFile[],
  cutOff: string,
): Promise<void> {
  await createTable(engine, "frame(starts date, year_from date, cut_off date)", [
    [`${programme.starts}-01`, yearFrom(cutOff), cutOff],
  ]);
  await createTable(
    engine,
    "partners(partner varchar, name varchar, sector varchar, region varchar)",
    partners.map(({ id, name, sector, region }) => [id, name, sector, region]),
  );
  await createTable(
    engine,
    "submits(partner varchar, kind varchar)",
    partners.flatMap(({ id, submits }) => listKinds(id, submits, files).map((kind) => [id, kind])),
  );
  await createTable(
    engine,
    "files(partner varchar, kind varchar, period_from date, period_to date, received_on date, " +
      "mapped boolean, rows_received integer, rows_accepted integer, rows_quarantined integer, " +
      "rows_repeated integer)",
    files.map(({ file, mapped, received, accepted, quarantined, repeated }) => [
      ...[file.partner, file.kind, file.from, file.to, file.received, mapped],
      ...[received, accepted.length, quarantined, repeated],
    ]),
  );
}

/** What a partner is to submit; where programme.yaml does not say it, what it did submit. */
function listKinds(
  partner: string,
  submits: readonly string[] | undefined,
  files: readonly CheckedFile[],
): readonly string[] {
  const own = files.filter(({ file }) => file.partner === partner);
  return submits ?? [...new Set(own.map(({ file }) => file.kind))];
}

async function createTable(
  engine: Engine,
  columns: string,
  rows: readonly (readonly Value[])[],
): Promise<void> {
  const name = columns.split("(")[0]!;
  const values = rows.map((row) => `(${row.map((value) => quoteText(String(value))).join(", ")})`);
  await engine.run(`create table ${columns}`);
  if (values.length > 0) await engine.run(`insert into ${name} values ${values.join(", ")}`);
}

/** The first day of the twelve months that end on the cut-off. */
function yearFrom(cutOff: string): string {
  const [year, month] = cutOff.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 12, 1)).toISOString().slice(0, 10);
}
