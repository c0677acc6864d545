import { quoteName } from "../engines/duckdb.ts";
import { readMeta, type Contract, type FieldMeta } from "./contract.ts";

/** The DuckDB type in which an accepted value of a field is kept. */
export function columnType(meta: FieldMeta): string {
  switch (meta.type) {
    case "timestamp":
      return "timestamp";
    case "date":
      return "date";
    case "integer":
      return "integer";
    case "decimal":
      return "decimal(18, 2)";
    case "boolean":
      return "boolean";
    case "code":
      return `enum (${Object.keys(meta.codes ?? {})
        .map((code) => `'${code}'`)
        .join(", ")})`;
    default:
      return "varchar";
  }
}

/** Columns of a kind's table of accepted records, in order: every field but the key. */
export function recordColumns(contract: Contract): { name: string; type: string }[] {
  const fields = Object.entries(contract.fields).filter(([name]) => name !== contract.key);
  return [
    { name: "submission_id", type: "integer" },
    { name: "partner", type: "varchar" },
    ...fields.map(([name, field]) => ({ name, type: columnType(readMeta(field)) })),
  ];
}

/** SQL that makes the empty table of a kind's accepted records. */
export function createRecordTable(contract: Contract): string {
  const columns = recordColumns(contract).map(({ name, type }) => `${quoteName(name)} ${type}`);
  return `create table ${quoteName(contract.kind)} (${columns.join(", ")})`;
}
