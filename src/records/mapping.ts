import { quoteName, quoteText } from "../engines/duckdb.ts";
import type { Mapping, Origin } from "../programme.ts";
import { findNearest } from "../programme/near.ts";
import { readMeta, type Contract } from "./contract.ts";
import type { ExpressionVerdict } from "./expressions.ts";
import { isPlainName, suggestsIdentity } from "./guard.ts";
import { FileFault, mappingFault, refused } from "./problems.ts";
import { isRequired } from "./reasons.ts";

export interface OwnColumn {
  readonly name: string;
  readonly type: string;
}

/** How the columns of a file become the fields of the contract. */
export interface ColumnPlan {
  /** For each field, and for "partner" where a row says it, the SQL over the file's own columns. */
  readonly given: Readonly<Record<string, GivenColumn>>;
  /** Fields that the partner does not record. */
  readonly notRecorded: readonly string[];
  /** The file's own columns that are read. */
  readonly reads: readonly string[];
  /** Own columns that a mapping turns into something else. */
  readonly rewritten: readonly string[];
  readonly readsRowNumber: boolean;
}

export interface GivenColumn {
  readonly sql: string;
  /** It may fail on a row, which then is quarantined. */
  readonly mayFail: boolean;
  /** A partner's own codes, and what they stand for here. */
  readonly codes: Readonly<Record<string, string | null>>;
}

export interface NamedMapping {
  readonly name: string;
  readonly mapping: Mapping;
  /** What was found about each expression of the mapping. */
  readonly verdicts: ReadonlyMap<string, ExpressionVerdict>;
}

const rowNumber = "file_row";

/**
 * Checks the header of a file against the contract and the mapping, and plans how to read it.
 * @throws FileFault where a column tells who somebody is, is unknown, missing or twice there.
 */
export function planColumns(
  contract: Contract,
  columns: readonly OwnColumn[],
  named: NamedMapping | undefined,
  partnerRequired: boolean,
): ColumnPlan {
  const names = columns.map(({ name }) => name);
  const targets = [...Object.keys(contract.fields), "partner"];
  checkMapping(contract, named, targets);
  const origins = findOrigins(contract, names, named);
  if (partnerRequired && !origins.has("partner")) throw new FileFault(refused.noPartner());
  const expected = [...origins.values()].flatMap((origin) => readsOf(origin, named));
  checkHeader(contract, names, expected, named);
  const own = new Set(names);
  const notRecorded = [...origins].filter(([, origin]) => origin === "not recorded");
  const given = [...origins].map(([target, origin]) => [target, give(target, origin, named)]);
  const reads = [...new Set(expected)].filter((name) => own.has(name));
  return {
    given: Object.fromEntries(given) as Record<string, GivenColumn>,
    notRecorded: notRecorded.map(([target]) => target),
    reads,
    rewritten: reads.filter((name) => origins.get(name) !== name),
    readsRowNumber: expected.includes(rowNumber) && !own.has(rowNumber),
  };
}

/**
 * Where each field comes from: its mapping, or the column of its name. A column that no record needs
 * and that the file does not have is one that the partner does not record; an empty cell is not.
 */
function findOrigins(
  contract: Contract,
  names: readonly string[],
  named: NamedMapping | undefined,
): Map<string, Origin> {
  const mapped = named?.mapping.columns ?? {};
  const origins = new Map<string, Origin>();
  for (const field of Object.keys(contract.fields)) {
    const absent = !names.includes(field) && !isRequired(contract, field);
    origins.set(field, mapped[field] ?? (absent ? "not recorded" : field));
  }
  const partner = mapped["partner"] ?? (names.includes("partner") ? "partner" : undefined);
  if (partner !== undefined) origins.set("partner", partner);
  return origins;
}

function readsOf(origin: Origin, named: NamedMapping | undefined): readonly string[] {
  if (typeof origin === "string") return origin === "not recorded" ? [] : [origin];
  if ("value" in origin) return [];
  const verdict = named!.verdicts.get(origin.sql)!;
  return "columns" in verdict ? verdict.columns : [];
}

/** What is wrong with the mapping whatever the file holds. */
function checkMapping(
  contract: Contract,
  named: NamedMapping | undefined,
  targets: readonly string[],
): void {
  if (!named) return;
  const { name, mapping, verdicts } = named;
  for (const field of [...Object.keys(mapping.columns), ...Object.keys(mapping.codes)]) {
    if (!targets.includes(field)) throw new FileFault(mappingFault.field(name, field));
  }
  for (const [field, codes] of Object.entries(mapping.codes)) {
    const known = knownCodes(contract, field);
    const ours = Object.values(codes).filter((code) => code !== null);
    if (known && ours.some((code) => !known.includes(String(code)))) {
      throw new FileFault(mappingFault.code(name, field));
    }
  }
  for (const [field, origin] of Object.entries(mapping.columns)) {
    if (origin === "not recorded" && (field === "partner" || isRequired(contract, field))) {
      const codes = field === "partner" ? undefined : knownCodes(contract, field);
      throw new FileFault(
        mappingFault.required(name, field, codes?.includes("not_stated") ?? false),
      );
    }
    if (typeof origin === "string" || "value" in origin) continue;
    const verdict = verdicts.get(origin.sql)!;
    if ("fault" in verdict) {
      throw new FileFault(mappingFault.expression(name, field, verdict.fault));
    }
  }
}

/** What a field's codes may be mapped to; undefined where the field is not one of words. */
function knownCodes(contract: Contract, field: string): readonly string[] | undefined {
  const zod = contract.fields[field];
  const meta = zod && readMeta(zod);
  if (meta?.type === "boolean") return ["true", "false"];
  return meta?.codes && Object.keys(meta.codes);
}

function checkHeader(
  contract: Contract,
  names: readonly string[],
  expected: readonly string[],
  named: NamedMapping | undefined,
): void {
  const wanted = new Set(expected);
  // A header nobody expected may be a record: then nothing of it is shown.
  if (!names.some((name) => wanted.has(name))) throw new FileFault(refused.noHeader());
  const fields = new Set(Object.keys(contract.fields));
  const telling = names.find((name) => !fields.has(name) && suggestsIdentity(name));
  if (telling !== undefined) throw new FileFault(refused.identity(show(telling)), true);
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name.toLowerCase())) throw new FileFault(refused.duplicated(show(name)));
    seen.add(name.toLowerCase());
  }
  const ignored = named?.mapping.ignore ?? [];
  const unknown = names.filter((name) => !wanted.has(name) && !ignored.includes(name));
  const missing = [...wanted].filter((name) => !names.includes(name) && name !== rowNumber);
  const misread = named && missing.find((name) => !fields.has(name));
  if (misread !== undefined) {
    const nearest = findNearest(misread, unknown.filter(isPlainName));
    throw new FileFault(mappingFault.column(named!.name, misread, nearest));
  }
  if (unknown.length > 0) {
    const free = [...fields].filter((field) => !names.includes(field));
    const nearest = unknown.length === 1 ? findNearest(unknown[0]!, free) : undefined;
    throw new FileFault(refused.unknown(unknown.map(show), nearest));
  }
  if (missing.length > 0) throw new FileFault(refused.missing(missing));
}

function show(name: string): string {
  return isPlainName(name) ? name : "whose name is not shown here";
}

function give(target: string, origin: Origin, named: NamedMapping | undefined): GivenColumn {
  const codes = Object.entries(named?.mapping.codes[target] ?? {}).map(([theirs, ours]) => [
    theirs,
    ours === null ? null : String(ours),
  ]);
  const given = { mayFail: false, codes: Object.fromEntries(codes) as GivenColumn["codes"] };
  if (origin === "not recorded") return { ...given, sql: "null::varchar", codes: {} };
  if (typeof origin === "string") return { ...given, sql: quoteName(origin) };
  if ("value" in origin) return { ...given, sql: quoteText(String(origin.value)), codes: {} };
  return { ...given, sql: origin.sql, mayFail: true };
}
