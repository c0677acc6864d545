import { readMeta, type Contract, type FieldMeta } from "./contract.ts";

/** Why a row is not accepted: its code in the engine, a name and a sentence without values. */
export interface Reason {
  readonly code: number;
  readonly rule: string;
  readonly sentence: string;
}

/** Not quarantine: a row that says again what another of the same key says in full. */
export const repeatCode = 255;
/** A row that no rule describes although it is not good; tests hold that there is none. */
const unexplainedCode = 254;

/** Every reason that a row of a kind can be refused for, in the order in which they are tried. */
export function listReasons(contract: Contract): Reason[] {
  const named = [
    ["unreadable_line", "The line could not be read: its columns, quotes, letters or length."],
    ["mapping_failed", "An expression of the mapping failed on it."],
    ["partner_unknown", "Its partner is not one of the programme's."],
    ["partner_contradicts_folder", "Its partner is another than the file's folder says."],
    ["direct_identifier", "It holds something with the form of a direct identifier."],
    ...Object.entries(contract.fields).flatMap(([name, field]) => [
      ...(isRequired(contract, name) ? [[`${name}_missing`, `It has no ${name}.`]] : []),
      [`${name}_not_valid`, notValid(name, readMeta(field))],
      ...(readMeta(field).type === "currency"
        ? [[`${name}_not_the_programmes`, `Its ${name} is not the programme's.`]]
        : []),
    ]),
    ["outside_period", `Its ${contract.dated} lies outside the period that was submitted.`],
    ["after_submission", "A date in it lies after the day on which the file was received."],
    ...contract.rules.map(({ name, sentence }) => [name, sentence]),
    ["key_reused", "Its key stands for several different records of the partner."],
  ] as [string, string][];
  const reasons = named.map(([rule, sentence], i) => ({ code: i + 1, rule, sentence }));
  if (reasons.length >= unexplainedCode) throw new RangeError(`${contract.kind}: too many reasons`);
  return [
    ...reasons,
    { code: unexplainedCode, rule: "not_valid", sentence: "It does not keep to the contract." },
  ];
}

/** The code of a rule. @throws RangeError when the kind has no such rule. */
export function codeOf(reasons: readonly Reason[], rule: string): number {
  const reason = reasons.find((one) => one.rule === rule);
  if (!reason) throw new RangeError(`no rule ${rule}`);
  return reason.code;
}

/** A field that no record can do without. */
export function isRequired(contract: Contract, field: string): boolean {
  return !contract.fields[field]!.safeParse(null).success;
}

function notValid(name: string, meta: FieldMeta): string {
  const form: Record<FieldMeta["type"], string> = {
    key: "is not 1 to 64 letters, digits, hyphens and underscores",
    code: "is not one of its codes",
    timestamp: "is not a moment such as 2026-03-03 14:05:00, from 1990 to 2099",
    date: "is not a day such as 2026-03-03, from 1990 to 2099",
    integer: "is not a whole number in its range",
    decimal: "is not a number of at least 0 with at most two decimals",
    boolean: "is not true or false",
    currency: "is not a currency code",
  };
  return `Its ${name} ${form[meta.type]}.`;
}
