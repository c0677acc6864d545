import { quoteName, quoteText } from "../engines/duckdb.ts";
import type { Programme } from "../programme.ts";
import { carried, compileReason } from "./contract-to-sql.ts";
import { compileField, givenName } from "./field-sql.ts";
import type { FileGroup, PlannedFile } from "./group.ts";
import { sqlHoldsIdentifier } from "./guard.ts";
import { sqlOwn } from "./own-sql.ts";
import { pathColumn } from "./read-sql.ts";
import { isText } from "./value-sql.ts";

const path = quoteName(pathColumn);
const firstId = quoteName("#first id");

/** SQL for the columns as they are given to the contract's fields, before they have their types. */
export function sqlGiven(group: FileGroup): string {
  const { plan, facts, file } = group.files[0];
  const entries = Object.entries(plan.given);
  const risky = entries.filter(([, { mayFail }]) => mayFail);
  const attempt = (field: string) => quoteName(`#attempt ${field}`);
  const attempts = risky.map(([field, { sql }]) => `try([(${sql}\n)]) as ${attempt(field)}`);
  const given = entries.map(([field, { sql, mayFail, codes }]) => {
    const value = mayFail ? `${attempt(field)}[1]` : sql;
    return `${sqlRecode(value, codes)} as ${givenName(field)}`;
  });
  const failed = risky.map(([field]) => `${attempt(field)} is null`).join(" or ") || "false";
  const texts = plan.rewritten.filter(
    (name) => file.format !== "parquet" || isText(facts.columns.find((c) => c.name === name)!.type),
  );
  const ownText = `concat_ws(' | ', ${texts.map(quoteName).join(", ")})`;
  const identifier = texts.length > 0 ? sqlHoldsIdentifier(ownText) : "false";
  const carriedColumns = [
    path,
    carried.readable,
    `(${failed}) as ${carried.mappingFailed}`,
    `${identifier} as ${carried.ownIdentifier}`,
  ];
  const attempted =
    attempts.length > 0
      ? `select *, ${attempts.join(", ")} from (${sqlOwn(group)})`
      : sqlOwn(group);
  return `select ${[...carriedColumns, ...given].join(", ")} from (${attempted})`;
}

function sqlRecode(value: string, codes: Readonly<Record<string, string | null>>): string {
  const entries = Object.entries(codes);
  if (entries.length === 0) return value;
  const text = `cast(${value} as varchar)`;
  const cases = entries.map(([theirs, ours]) => {
    return `when ${quoteText(theirs)} then ${ours === null ? "null" : quoteText(ours)}`;
  });
  return `case ${text} ${cases.join(" ")} else ${text} end`;
}

/**
 * SQL for the rows of a group as they are stored: ids, typed fields, reason, and two hashes of the
 * key, which together are 128 bits: records are only taken for repeats where both agree.
 */
export function sqlChecked(
  group: FileGroup,
  programme: Programme,
  givenTypes: ReadonlyMap<string, string>,
): string {
  const { contract } = group;
  const { plan } = group.files[0];
  const fields = Object.keys(contract.fields).map((name) =>
    compileField(contract, name, givenTypes.get(name) ?? "VARCHAR", programme.currency),
  );
  const typed = fields.map(({ name, typed: sql }) => `${sql} as ${quoteName(name)}`);
  const reason = compileReason(contract, fields, new Set(plan.notRecorded));
  const partnerIndex = `coalesce(enum_code(${carried.partner}), ${programme.partners.length})`;
  const id = group.files[0].file.partner === null ? `${firstId} + ${partnerIndex}` : firstId;
  const key = quoteName(contract.key);
  const columns = [
    `(${id})::integer`,
    carried.partner,
    ...fields.filter(({ name }) => name !== contract.key).map(({ name }) => quoteName(name)),
    reason,
    `hash(${key}, ${carried.partner})`,
    `hash(${key} || '#')`,
  ];
  return `
    with given as (${sqlGiven(group)}),
    placed as (${sqlPlaced(group, programme, plan.given["partner"] !== undefined)}),
    typed as (
      select *, ${quoteText(programme.currency)} as ${carried.currency}, ${typed.join(", ")}
      from placed
    )
    select ${columns.join(", ")} from typed`;
}

/** Adds what the place of a file says of its rows, and whose they are. */
function sqlPlaced(group: FileGroup, programme: Programme, byColumn: boolean): string {
  const type = sqlPartnerType(programme);
  const names = [firstId, carried.folder, carried.periodFrom, carried.periodEnd, carried.knownEnd];
  const facts = group.files.map((planned) => sqlFileFacts(planned, type));
  const single = facts.length === 1;
  const list = single ? facts[0]!.map((fact, i) => `${fact} as ${names[i]!}`) : names;
  const rows = group.files.map(
    ({ file }, i) => `(${[quoteText(file.absolute), ...facts[i]!].join(", ")})`,
  );
  const files = `(values ${rows.join(", ")}) files(${["path", ...names].join(", ")})`;
  const join = single ? "" : ` join ${files} on files.path = given.${path}`;
  const joined = `select given.*, ${list.join(", ")} from given${join}`;
  if (!byColumn) return `select *, ${carried.folder} as ${carried.partner} from (${joined})`;
  const aliases = programme.partners.flatMap(({ id, name, codes }) =>
    [...new Set([id, name, ...codes])].map(
      (alias) => `(${quoteText(alias)}, ${quoteText(id)}::${type})`,
    ),
  );
  const given = `cast(rows.${givenName("partner")} as varchar)`;
  const known = `(values ${aliases.join(", ")}) aliases(alias, id)`;
  return (
    `select rows.*, aliases.id as ${carried.partner} from (${joined}) rows ` +
    `left join ${known} on aliases.alias = ${given}`
  );
}

function sqlFileFacts({ file, firstId, asOf }: PlannedFile, type: string): string[] {
  return [
    String(firstId),
    file.partner === null ? `null::${type}` : `${quoteText(file.partner)}::${type}`,
    `date ${quoteText(file.period!.from)}`,
    `date ${quoteText(file.period!.to)} + 1`,
    `date ${quoteText(asOf)} + 1`,
  ];
}

/** The type of a column that holds a partner's id. */
export function sqlPartnerType(programme: Programme): string {
  return `enum(${programme.partners.map(({ id }) => quoteText(id)).join(", ")})`;
}
