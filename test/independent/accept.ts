import { z } from "zod";
import { readMeta, type Contract } from "../../src/records/contract.ts";
import type { SubmittedFile, TextRow } from "./submitted.ts";

/*
 * Which rows are accepted, decided a second time: with the contract's zod fields and the JavaScript
 * side of its rules, never with the SQL that the ingest makes of them.
 */

export type Value = string | number | boolean | null;
export type TypedRow = Readonly<Record<string, Value>>;

export interface CheckedFile extends Omit<ReadFile, "rows"> {
  readonly received: number;
  readonly accepted: readonly TypedRow[];
  readonly quarantined: number;
  readonly repeated: number;
}

/** A file with its rows, as yet unchecked. */
export interface ReadFile {
  readonly file: SubmittedFile;
  /** Whether it came in columns of the partner's own. */
  readonly mapped: boolean;
  readonly notRecorded: readonly string[];
  readonly rows: readonly TextRow[];
}

/**
 * Checks the files of one kind together, since a key may stand for one record only.
 * @param published the last day of which a file may speak, where it was received later
 */
export function checkFiles(
  contract: Contract,
  files: readonly ReadFile[],
  { currency, published }: { currency: string; published: string },
): CheckedFile[] {
  const isValid = makeCheck(contract, currency);
  const good = files.map(({ file, notRecorded, rows }) => {
    const asOf = file.received < published ? file.received : published;
    const span = { from: file.from, to: file.to, asOf };
    return rows
      .map((row) => typeRow(contract, row))
      .filter((row) => isValid(row, notRecorded) && liesWithin(contract, row, span));
  });
  const verdictOf = judgeKeys(contract, files, good);
  return files.map(({ rows, ...file }, at) => {
    const accepted = good[at]!.filter((row) => verdictOf(row) === "accepted");
    const repeated = good[at]!.filter((row) => verdictOf(row) === "repeated").length;
    const quarantined = rows.length - accepted.length - repeated;
    return { ...file, received: rows.length, accepted, quarantined, repeated };
  });
}

function typeRow({ fields }: Contract, row: TextRow): TypedRow {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      typeValue(readMeta(field).type, row[name]!),
    ]),
  );
}

/** A text that is no number or no boolean stays one, so that its field refuses it. */
function typeValue(type: string, text: string | null): Value {
  if (text === null) return null;
  if (type === "integer" && /^(0|-?[1-9]\d*)$/.test(text)) return Number(text);
  if (type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  return text;
}

/** Every field by itself, the programme's currency, and the rules over several fields. */
function makeCheck(
  { fields, rules }: Contract,
  currency: string,
): (row: TypedRow, notRecorded: readonly string[]) => boolean {
  const schema = z.object(fields);
  const currencies = namesOf(fields, (meta) => meta.type === "currency");
  return (row, notRecorded) =>
    schema.safeParse(row).success &&
    currencies.every((name) => row[name] === null || row[name] === currency) &&
    rules.every(({ holds }) => {
      const { watched, asked } = watch(row);
      // A rule about what a partner does not record cannot be held against it.
      return holds(watched) || notRecorded.some((name) => asked.has(name));
    });
}

/** A row that remembers which of its fields were looked at. */
function watch(row: TypedRow): { watched: TypedRow; asked: ReadonlySet<string> } {
  const asked = new Set<string>();
  const watched = new Proxy(row, {
    get(target, name: string) {
      asked.add(name);
      return target[name];
    },
  });
  return { watched, asked };
}

/** Its own day in the period, and nothing that had happened after the day of receipt. */
function liesWithin(
  { fields, dated }: Contract,
  row: TypedRow,
  span: { from: string; to: string; asOf: string },
): boolean {
  const own = dayOf(row[dated]!);
  const events = namesOf(fields, ({ type, ahead }) => /date|time/.test(type) && ahead !== true);
  const isKnown = (name: string): boolean => row[name] === null || dayOf(row[name]!) <= span.asOf;
  return own >= span.from && own <= span.to && events.every(isKnown);
}

function dayOf(value: Value): string {
  return String(value).slice(0, 10);
}

/**
 * Of rows with one key of one partner that say the same the first is accepted and the others are
 * repeats; where they say different things none is accepted.
 */
function judgeKeys(
  { key, fields }: Contract,
  files: readonly ReadFile[],
  good: readonly (readonly TypedRow[])[],
): (row: TypedRow) => "accepted" | "repeated" | "reused" {
  const groups = new Map<string, TypedRow[]>();
  for (const [at, rows] of good.entries()) {
    for (const row of rows) {
      const name = `${files[at]!.file.partner} ${String(row[key])}`;
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [row]);
      else group.push(row);
    }
  }
  const verdicts = new Map<TypedRow, "repeated" | "reused">();
  const money = new Set(namesOf(fields, ({ type }) => type === "decimal"));
  const contentOf = (row: TypedRow): string =>
    JSON.stringify(
      Object.entries(row).map(([name, value]) =>
        money.has(name) && value !== null ? Number(value) : value,
      ),
    );
  for (const rows of groups.values()) {
    if (rows.length === 1) continue;
    const same = new Set(rows.map(contentOf)).size === 1;
    for (const row of same ? rows.slice(1) : rows) verdicts.set(row, same ? "repeated" : "reused");
  }
  return (row) => verdicts.get(row) ?? "accepted";
}

function namesOf(
  fields: Contract["fields"],
  isMeant: (meta: ReturnType<typeof readMeta>) => boolean,
): string[] {
  return Object.entries(fields)
    .filter(([, field]) => isMeant(readMeta(field)))
    .map(([name]) => name);
}
