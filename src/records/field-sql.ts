import { quoteName } from "../engines/duckdb.ts";
import { columnType } from "./columns.ts";
import { readMeta, type Contract, type FieldMeta } from "./contract.ts";
import { sqlKeyIsIdentifier } from "./guard.ts";
import { isRequired } from "./reasons.ts";
import { compileForm, isText } from "./value-sql.ts";

/** How one field is checked: `given` is the column as it came, `typed` the value that is kept. */
export interface FieldSql {
  readonly name: string;
  readonly meta: FieldMeta;
  readonly required: boolean;
  /** The name of the column as it came. */
  readonly given: string;
  readonly givenIsText: boolean;
  /** Makes the value that is kept, or null where there is none. */
  readonly typed: string;
  /** True where a value that is there is a good one; never null then. */
  readonly valid: string;
  /** The same, cheaper, and false for some good values: most rows need no more. */
  readonly surelyValid: string;
}

/** The name under which a field's column arrives, before it has its type. */
export function givenName(field: string): string {
  return quoteName(`given ${field}`);
}

/** Makes the SQL of one field for a column of the given SQL type. */
export function compileField(
  contract: Contract,
  name: string,
  givenType: string,
  currency: string,
): FieldSql {
  const zod = contract.fields[name]!;
  const meta = readMeta(zod);
  const given = givenName(name);
  const value = quoteName(name);
  const form = compileForm({
    zod,
    meta,
    given,
    value,
    givenType,
    stored: columnType(meta),
    currency,
  });
  return {
    name,
    meta,
    required: isRequired(contract, name),
    given,
    givenIsText: isText(givenType),
    typed: form.typed,
    valid: `coalesce(${form.valid}, false)`,
    surelyValid: form.surely ?? form.valid,
  };
}

/** SQL that is true where a key that keeps to its form could still be somebody's number. */
export function sqlKeyGuard(field: FieldSql): string {
  return sqlKeyIsIdentifier(quoteName(field.name));
}
