import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { quoteName } from "../../src/engines/duckdb.ts";
import { readMeta, type Contract, type FieldMeta } from "../../src/records/contract.ts";
import { discoverContracts } from "../../src/records/discover.ts";
import { groupFiles, type PlannedFile } from "../../src/records/group.ts";
import { inspectFile } from "../../src/records/inspect-file.ts";
import { checkColumns, createKindTable, loadGroup } from "../../src/records/load.ts";
import { planColumns } from "../../src/records/mapping.ts";
import { findSubmissions } from "../../src/records/submissions.ts";
import { readProgramme } from "../../src/programme.ts";
import { makeFolder, openEngine, release } from "./programme-folder.ts";

const period = { from: "2026-01-01", to: "2026-03-31" };
const asOf = "2026-04-10";

type Row = Readonly<Record<string, string>>;

const contracts = await discoverContracts();

test.each(contracts.map((contract) => [contract.kind, contract] as const))(
  "zod and SQL agree on every row of %s",
  async (kind, contract) => {
    const rows = fc.sample(arbitraryRow(contract), { numRuns: 4000, seed: 20260331 });
    const expected = rows.map((row) => isGood(contract, row));
    const codes = await judgeInSql(contract, rows);
    expect(codes).toHaveLength(rows.length);
    const disagreements = rows
      .map((row, i) => ({ row, zod: expected[i], code: codes[i] }))
      .filter(({ zod, code }) => zod !== (code === 0));
    expect(disagreements.slice(0, 3)).toEqual([]);
    expect(codes, "every refusal is explained").not.toContain(254);
    const good = expected.filter(Boolean).length;
    expect(good, `${kind}: enough good rows`).toBeGreaterThan(400);
    expect(rows.length - good, `${kind}: enough bad rows`).toBeGreaterThan(400);
  },
);

/** What zod and the rules say of a row of text, whose empty cells are missing values. */
function isGood(contract: Contract, row: Row): boolean {
  const values = Object.fromEntries(
    Object.entries(contract.fields).map(([name, field]) => [
      name,
      readCell(readMeta(field), row[name]!),
    ]),
  );
  if (!z.strictObject(contract.fields).safeParse(values).success) return false;
  const dated = String(values[contract.dated]).slice(0, 10);
  const days = Object.entries(contract.fields)
    .filter(([, field]) => ["date", "timestamp"].includes(readMeta(field).type))
    .filter(([, field]) => readMeta(field).ahead !== true)
    .map(([name]) => row[name]!.slice(0, 10));
  return (
    contract.rules.every(({ holds }) => holds(values)) &&
    dated >= period.from &&
    dated <= period.to &&
    days.every((day) => day <= asOf) &&
    (values["currency"] ?? "EUR") === "EUR" &&
    !looksPersonal(row[contract.key]!)
  );
}

/** The guard is no part of the contract; generated keys meet it only in these forms. */
function looksPersonal(key: string): boolean {
  return key === "0612345678" || key === "GB29NWBK60161331926819";
}

function readCell(meta: FieldMeta, text: string): unknown {
  if (text === "") return null;
  if (meta.type === "integer" && /^-?(0|[1-9]\d*)$/.test(text) && text !== "-0")
    return Number(text);
  if (meta.type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}

function arbitraryRow(contract: Contract): fc.Arbitrary<Row> {
  const cells = Object.entries(contract.fields).map(([name, field]) => {
    const meta = readMeta(field);
    const missing = field.safeParse(null).success ? 3 : 0;
    return [
      name,
      fc.oneof(
        { weight: 8, arbitrary: goodCell(meta, name, contract) },
        { weight: missing, arbitrary: fc.constant("") },
      ),
    ] as const;
  });
  const good = fc.record(Object.fromEntries(cells)) as fc.Arbitrary<Row>;
  const spoilt = fc
    .tuple(good, fc.constantFrom(...Object.keys(contract.fields)), fc.integer({ min: 0, max: 1e6 }))
    .map(([row, name, pick]) => {
      const bad = badCells(readMeta(contract.fields[name]!));
      return { ...row, [name]: bad[pick % bad.length]! };
    });
  return fc.oneof({ weight: 2, arbitrary: good }, { weight: 1, arbitrary: spoilt });
}

function goodCell(meta: FieldMeta, name: string, contract: Contract): fc.Arbitrary<string> {
  const day = (min: string, max: string) =>
    fc
      .date({
        min: new Date(`${min}T00:00:00Z`),
        max: new Date(`${max}T23:59:59Z`),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString().replace("T", " ").slice(0, 19));
  const monthEnd = fc.constantFrom("2026-01-31 00:00:00", "2026-02-28 00:00:00");
  const span =
    name === contract.dated
      ? fc.oneof(day("2026-01-01", "2026-02-10"), monthEnd)
      : day("2026-02-01", "2026-04-10");
  switch (meta.type) {
    case "key":
      return fc.stringMatching(/^[A-Za-z_-]{1,4}[0-9]{1,6}[a-z]{0,3}$/);
    case "code":
      return fc.constantFrom(...Object.keys(meta.codes!));
    case "timestamp":
      return span;
    case "date":
      return span.map((text) => text.slice(0, 10));
    case "integer":
      return fc.integer({ min: 0, max: 5 }).map(String);
    case "decimal":
      return fc.constantFrom("0", "1250", "1250.5", "1250.55", "999999999999999.99", "007.10");
    case "boolean":
      return fc.constantFrom("true", "false");
    case "currency":
      return fc.constant("EUR");
  }
}

function badCells(meta: FieldMeta): string[] {
  const any = [
    "",
    " ",
    "NaN",
    "inf",
    "null",
    "=1+1",
    "\u00e9",
    "\u200b",
    "a\u0000b",
    "x".repeat(70),
  ];
  const dates = [
    "2026-02-29",
    "2026-2-3",
    "0000-00-00",
    "infinity",
    "epoch",
    "1989-12-31",
    "1990-01-01",
    "2100-01-01",
    "2026-01-01",
    "2026-03-31",
    "2026-04-01",
    "2026-04-11",
    "2025-12-31",
    "02/03/2026",
    "12026-01-01",
    "-2026-01-01",
    "2026-01-01 (BC)",
  ];
  switch (meta.type) {
    case "key":
      return [
        ...any,
        "0612345678",
        "GB29NWBK60161331926819",
        "a b",
        "a.b",
        "x".repeat(64),
        "-",
        "1",
      ];
    case "code":
      return [...any, "Drugs", "drugs ", "fraud\t", "not stated", "0", "1"];
    case "timestamp":
      return [
        ...any,
        ...dates,
        ...dates.flatMap((day) => [`${day} 00:00:00`, `${day} 23:59:59`, `${day} 24:00:00`]),
        "2026-02-03T14:05:00",
        "2026-02-03 14:05",
        "2026-02-03 14:05:60",
        "2026-02-03 14:05:00Z",
        "2026-02-03 14:05:00.0",
        "2026-02-03 14:05:00+00",
        " 2026-02-03 14:05:00",
      ];
    case "date":
      return [...any, ...dates, "2026-02-03 00:00:00", " 2026-02-03"];
    case "integer":
      return [
        ...any,
        "-1",
        "-0",
        "+1",
        "01",
        "1.0",
        "1e0",
        "0x1",
        "1_0",
        "4",
        "99",
        "100",
        "101",
        "300",
        "9".repeat(30),
      ];
    case "decimal":
      return [
        ...any,
        "-1",
        "+1",
        "1.",
        ".5",
        "1.005",
        "1e3",
        "1,5",
        "1 000",
        "1".repeat(15),
        "1".repeat(16),
        "0.00",
      ];
    case "boolean":
      return [...any, "TRUE", "True", "t", "yes", "1", "0", "false ", "f"];
    case "currency":
      return [...any, "USD", "eur", "EURO", "EU"];
  }
}

/** The reason code of each row, in order, from the same SQL that reads submissions. */
async function judgeInSql(contract: Contract, rows: readonly Row[]): Promise<number[]> {
  const path = `submissions/harbour/2026-Q1/${contract.kind}@${asOf}.ndjson`;
  const content = rows.map((row) => JSON.stringify(row)).join("\n");
  const programme = await readProgramme(await makeFolder({ [path]: content }));
  const engine = await openEngine();
  const [file] = await findSubmissions(programme, [contract.kind], release);
  const facts = await inspectFile(engine, file!, undefined);
  const plan = planColumns(contract, facts.columns, undefined, false);
  const planned: PlannedFile = {
    file: file!,
    contract,
    facts,
    plan,
    named: undefined,
    firstId: 1,
    asOf,
  };
  await createKindTable(engine, programme, contract);
  for (const group of groupFiles([planned])) {
    expect(await loadGroup(engine, programme, group)).toEqual(new Map());
  }
  const reason = quoteName(checkColumns.reason);
  const found = await engine.rows<{ code: number }>(
    `select ${reason} as code from ${quoteName(contract.kind)} order by rowid`,
  );
  return found.map(({ code }) => code);
}
