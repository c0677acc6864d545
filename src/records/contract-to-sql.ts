import { quoteName } from "../engines/duckdb.ts";
import type { Contract } from "./contract.ts";
import type { FieldSql } from "./field-sql.ts";
import { sqlKeyGuard } from "./field-sql.ts";
import { sqlHoldsIdentifier, sqlHoldsNumber } from "./guard.ts";
import { codeOf, listReasons } from "./reasons.ts";

/** Columns that every row carries while it is checked. */
export const carried = {
  readable: quoteName("#readable"),
  mappingFailed: quoteName("#mapping failed"),
  ownIdentifier: quoteName("#own identifier"),
  partner: quoteName("#partner"),
  folder: quoteName("#folder"),
  periodFrom: quoteName("#from"),
  periodEnd: quoteName("#end"),
  knownEnd: quoteName("#known end"),
  currency: quoteName("#currency"),
} as const;

/**
 * One SQL expression that gives each row its reason code, 0 for a good row. Good rows pass one
 * conjunction; only what fails it is looked at field by field.
 */
export function compileReason(
  contract: Contract,
  fields: readonly FieldSql[],
  notRecorded: ReadonlySet<string>,
): string {
  const faults = [
    ...carriedFaults(fields),
    ...fields.flatMap((field) => fieldFaults(field)),
    ...dateFaults(contract, fields),
    ...ruleFaults(contract, notRecorded),
  ];
  const reasons = listReasons(contract);
  const tried = faults
    .map(({ rule, when }) => ({ code: codeOf(reasons, rule), when }))
    .map(({ code, when }) => `when ${when} then ${code}`);
  const surely = compileGood(contract, fields, notRecorded, "surelyValid");
  const good = compileGood(contract, fields, notRecorded, "valid");
  const last = `when ${good} then 0 else ${codeOf(reasons, "not_valid")}`;
  return `(case when ${surely} then 0\n ${tried.join("\n ")}\n ${last} end)::utinyint`;
}

interface Fault {
  readonly rule: string;
  /** True where the row has the fault; null counts as false. */
  readonly when: string;
}

function compileGood(
  contract: Contract,
  fields: readonly FieldSql[],
  notRecorded: ReadonlySet<string>,
  check: "valid" | "surelyValid",
): string {
  const each = fields.map((field) => {
    const { given, required, name, meta } = field;
    const isEvent = isDated(meta.type) && !meta.ahead;
    const ends = isEvent ? ` and ${quoteName(name)} < ${carried.knownEnd}` : "";
    const own = meta.type === "currency" ? ` and ${quoteName(name)} = ${carried.currency}` : "";
    const whole = `(${field[check]}${ends}${own})`;
    return required ? whole : `(${given} is null or ${whole})`;
  });
  const dated = quoteName(contract.dated);
  return [
    carried.readable,
    `not ${carried.mappingFailed}`,
    `not ${carried.ownIdentifier}`,
    `${carried.partner} is not null`,
    `(${carried.folder} is null or ${carried.folder} = ${carried.partner})`,
    ...each,
    `${dated} >= ${carried.periodFrom} and ${dated} < ${carried.periodEnd}`,
    ...rulesThatHold(contract, notRecorded).map(({ sql }) => `((${sql}) is not false)`),
  ].join("\n and ");
}

function carriedFaults(fields: readonly FieldSql[]): Fault[] {
  const key = fields.find(({ meta }) => meta.type === "key")!;
  const suspects = fields.filter(({ givenIsText }) => givenIsText);
  const holds = suspects.map(({ given, valid, meta }) => {
    const isWord = meta.type === "code" || meta.type === "currency";
    return `(not ${valid} and ${isWord ? sqlHoldsNumber(given) : sqlHoldsIdentifier(given)})`;
  });
  return [
    { rule: "unreadable_line", when: `not ${carried.readable}` },
    {
      rule: "direct_identifier",
      when: [carried.ownIdentifier, sqlKeyGuard(key), ...holds].join(" or "),
    },
    { rule: "mapping_failed", when: carried.mappingFailed },
    { rule: "partner_unknown", when: `${carried.partner} is null` },
    { rule: "partner_contradicts_folder", when: `${carried.folder} <> ${carried.partner}` },
  ];
}

function fieldFaults({ name, meta, given, required, valid }: FieldSql): Fault[] {
  const notTheProgrammes = `${quoteName(name)} <> ${carried.currency}`;
  return [
    ...(required ? [{ rule: `${name}_missing`, when: `${given} is null` }] : []),
    { rule: `${name}_not_valid`, when: `${given} is not null and not ${valid}` },
    ...(meta.type === "currency"
      ? [{ rule: `${name}_not_the_programmes`, when: notTheProgrammes }]
      : []),
  ];
}

function dateFaults(contract: Contract, fields: readonly FieldSql[]): Fault[] {
  const dated = quoteName(contract.dated);
  const events = fields.filter(({ meta }) => isDated(meta.type) && !meta.ahead);
  return [
    {
      rule: "outside_period",
      when: `${dated} < ${carried.periodFrom} or ${dated} >= ${carried.periodEnd}`,
    },
    {
      rule: "after_submission",
      when: events.map(({ name }) => `${quoteName(name)} >= ${carried.knownEnd}`).join(" or "),
    },
  ];
}

function ruleFaults(contract: Contract, notRecorded: ReadonlySet<string>): Fault[] {
  return rulesThatHold(contract, notRecorded).map(({ name, sql }) => ({
    rule: name,
    when: `(${sql}) is false`,
  }));
}

/** A rule that speaks of a field which the partner does not record cannot be held against it. */
function rulesThatHold(contract: Contract, notRecorded: ReadonlySet<string>) {
  return contract.rules.filter(
    ({ sql }) => !(sql.match(/[a-z_]+/g) ?? []).some((word) => notRecorded.has(word)),
  );
}

function isDated(type: string): boolean {
  return type === "timestamp" || type === "date";
}
