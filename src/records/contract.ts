import { z } from "zod";

/**
 * The contract of a record kind: what one anonymised row may hold. The checks that run in SQL, the
 * codebook, the CSV template, the JSON Schema and the downloads' metadata are all made from it.
 */
export interface Contract {
  readonly kind: string;
  readonly title: string;
  /** One plain sentence: what one record is. */
  readonly record: string;
  /** What one record is called in a sentence, and many: ["alert", "alerts"]; else case and cases. */
  readonly cases?: readonly [one: string, many: string];
  readonly fields: Readonly<Record<string, z.ZodType>>;
  /** Names the record within its partner; never published. */
  readonly key: string;
  /** The date or time that decides which period and month a record belongs to. */
  readonly dated: string;
  /** Fields that could together single somebody out; k-anonymity is reported over them. */
  readonly quasiIdentifiers: readonly string[];
  readonly rules: readonly Rule[];
  /** No partner submits it: the ingest makes its records, of what it sees itself. */
  readonly observed?: true;
  /** Its records are of the last day of a quarter: none is due for the quarter's other months. */
  readonly counted?: "quarterly";
  /** A whole number that says how many cases a record stands for; left out, for one. */
  readonly standsFor?: string;
}

/** A condition over several fields, once for SQL and once for TypeScript; a test holds them equal. */
export interface Rule {
  readonly name: string;
  /** What went wrong, as a sentence that holds no value: "It was acted on before it was alerted." */
  readonly sentence: string;
  /** True for a good row, null or true where a field is missing. */
  readonly sql: string;
  readonly holds: (row: Readonly<Record<string, unknown>>) => boolean;
}

export interface FieldMeta {
  readonly description: string;
  /** Unit, in words: "minutes", "whole per cent", "EUR"; left out for labels. */
  readonly unit?: string;
  readonly example: string;
  /** How a value is stored: decides the SQL type and the checks. */
  readonly type: FieldType;
  /** What each code means, in the order of the terminology. */
  readonly codes?: Readonly<Record<string, string>>;
  /** A day that may lie after the day of submission: a horizon, not an event. */
  readonly ahead?: boolean;
}

export type FieldType =
  "key" | "code" | "timestamp" | "date" | "integer" | "decimal" | "boolean" | "currency";

/** The metadata that a field was given with `.meta(…)`. */
export function readMeta(field: z.ZodType): FieldMeta {
  return field.meta() as unknown as FieldMeta;
}

/** The kinds that partners submit. */
export function listSubmitted(contracts: readonly Contract[]): Contract[] {
  return contracts.filter(({ observed }) => observed !== true);
}

/** The fields of a kind that a record may leave empty. */
export function listOptional({ fields }: Contract): string[] {
  const names = Object.keys(fields);
  return names.filter((name) => fields[name]!.safeParse(null).success);
}

/** Checks a contract's own wiring and returns it: key, date and quasi-identifiers are its fields. */
export function defineContract(contract: Contract): Contract {
  const named = [contract.key, contract.dated, ...contract.quasiIdentifiers];
  for (const name of named) {
    if (!(name in contract.fields)) {
      throw new TypeError(`contract ${contract.kind}: ${name} is not one of its fields`);
    }
  }
  return contract;
}
