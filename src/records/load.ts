import { quoteName, type Engine } from "../engines/duckdb.ts";
import type { Programme } from "../programme.ts";
import type { Contract } from "./contract.ts";
import { recordColumns } from "./columns.ts";
import type { FileGroup, PlannedFile } from "./group.ts";
import { sqlChecked, sqlGiven, sqlPartnerType } from "./group-sql.ts";
import { FileFault, mappingFault, refused, withoutValues } from "./problems.ts";

/** The columns that a kind's table has only while its rows are checked. */
export const checkColumns = { reason: "#reason", keyHash: "#key hash", keyCheck: "#key check" };

/** Makes the empty table of a kind, in which every row waits for its verdict. */
export async function createKindTable(
  engine: Engine,
  programme: Programme,
  contract: Contract,
): Promise<void> {
  const fields = recordColumns(contract).map(
    ({ name, type }) =>
      `${quoteName(name)} ${name === "partner" ? sqlPartnerType(programme) : type}`,
  );
  const columns = [
    ...fields,
    `${quoteName(checkColumns.reason)} utinyint`,
    `${quoteName(checkColumns.keyHash)} ubigint`,
    `${quoteName(checkColumns.keyCheck)} ubigint`,
  ];
  await engine.run(`create table ${quoteName(contract.kind)} (${columns.join(", ")})`);
}

/**
 * Reads a group of files in one pass into its kind's table, every row with its reason code. When
 * one file of a group fails, nothing of the group is kept and its files are read one by one.
 * @returns the sentence for each file that could not be read.
 */
export async function loadGroup(
  engine: Engine,
  programme: Programme,
  group: FileGroup,
): Promise<Map<PlannedFile, FileFault>> {
  try {
    await insert(engine, programme, group);
    return new Map();
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault;
    if (group.files.length === 1) return new Map([[group.files[0], fault]]);
  }
  const faults = new Map<PlannedFile, FileFault>();
  for (const file of group.files) {
    const alone = await loadGroup(engine, programme, { ...group, files: [file] });
    for (const [planned, fault] of alone) faults.set(planned, fault);
  }
  return faults;
}

async function insert(engine: Engine, programme: Programme, group: FileGroup): Promise<void> {
  const types = await readGivenTypes(engine, group);
  const table = quoteName(group.contract.kind);
  await withoutValues(
    () => engine.run(`insert into ${table} ${sqlChecked(group, programme, types)}`),
    refused.unreadable(),
  );
}

/** Which SQL type each given column has; text files without expressions hold only text. */
async function readGivenTypes(engine: Engine, group: FileGroup): Promise<Map<string, string>> {
  const { file, plan, named } = group.files[0];
  const expressions = Object.values(plan.given).some(({ mayFail }) => mayFail);
  if (file.format !== "parquet" && !expressions) return new Map();
  const rows = await withoutValues(
    () => engine.rows<{ column_name: string; column_type: string }>(`describe ${sqlGiven(group)}`),
    named && expressions ? mappingFault.unfit(named.name) : refused.unreadable(),
  );
  const types = new Map<string, string>();
  for (const { column_name, column_type } of rows) {
    if (!column_name.startsWith("given ")) continue;
    const field = column_name.slice("given ".length);
    if (/[[(]\]?$|^(STRUCT|MAP|UNION)|\]$/.test(column_type) || column_type === "BLOB") {
      throw new FileFault(refused.nested(field));
    }
    types.set(field, column_type);
  }
  return types;
}
