import { quoteName } from "../engines/duckdb.ts";
import { readMeta, type Contract } from "../records/contract.ts";
import { samplingProblems } from "./problems.ts";

/** The stratum of every record where the sample has no strata. */
export const undivided = "all";

/** What can divide the records of a kind: partner, month, and every field of codes. */
export function listStrata({ fields }: Contract): string[] {
  const codes = Object.entries(fields).filter(([, field]) => readMeta(field).type === "code");
  return ["partner", "month", ...codes.map(([name]) => name)];
}

/** Reads a list divided by commas. @throws Problem where it is not of this kind's strata. */
export function readStrata(contract: Contract, list: string | undefined): string[] {
  if (list === undefined) return [];
  const names = list.split(",");
  const known = listStrata(contract);
  const isList = names.every((name) => known.includes(name));
  if (!isList || new Set(names).size < names.length) throw samplingProblems.strataUnknown(known);
  return names;
}

/** SQL that names a record's stratum: its values with a slash between them. */
export function sqlStratum({ dated }: Contract, strata: readonly string[]): string {
  const values = strata.map((name) =>
    name === "month"
      ? `strftime(${quoteName(dated)}, '%Y-%m')`
      : `coalesce(${quoteName(name)}::varchar, 'not recorded')`,
  );
  return values.length === 0 ? `'${undivided}'` : values.join(" || '/' || ");
}
