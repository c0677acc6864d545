import { quoteName } from "../engines/duckdb.ts";
import { carried } from "./contract-to-sql.ts";
import type { FileGroup, PlannedFile } from "./group.ts";
import {
  pathColumn,
  sqlJsonObject,
  sqlJsonText,
  sqlLines,
  sqlParquet,
  sqlSplit,
} from "./read-sql.ts";
import { isText } from "./value-sql.ts";

const path = quoteName(pathColumn);

/** SQL for the rows of a group with their own columns, as the files have them. */
export function sqlOwn(group: FileGroup): string {
  const { file, facts, plan, named } = group.files[0];
  const paths = group.files.map((planned) => planned.file.absolute);
  if (file.format === "parquet") {
    const columns = plan.reads.map((name) => {
      const type = facts.columns.find((column) => column.name === name)!.type;
      return `${isText(type) ? `nullif(${quoteName(name)}, '')` : quoteName(name)} as ${quoteName(name)}`;
    });
    const number = plan.readsRowNumber ? ["file_row_number + 1 as file_row"] : [];
    const list = [path, `true as ${carried.readable}`, ...columns, ...number].join(", ");
    return `select ${list} from ${sqlParquet(paths, plan.readsRowNumber)}`;
  }
  if (file.format === "none") throw new TypeError("a file that holds nothing is not read");
  const encoding = named?.mapping.encoding ?? "utf-8";
  const lines = sqlLines(paths, file.format, encoding);
  const number = plan.readsRowNumber ? ", row_number() over () as file_row" : "";
  const { parts, readable, columns } =
    file.format === "csv"
      ? sqlCsvColumns(group.files[0], named?.mapping.delimiter ?? ",")
      : sqlJsonColumns(group.files[0]);
  const list = [path, `${readable} as ${carried.readable}`, ...columns].join(", ");
  const inner = `select ${path}, ${parts} as parts${number} from ${lines} where line is not null`;
  return `select ${list}${plan.readsRowNumber ? ", file_row" : ""} from (${inner})`;
}

interface TextColumns {
  readonly parts: string;
  readonly readable: string;
  readonly columns: readonly string[];
}

function sqlCsvColumns({ facts, plan }: PlannedFile, delimiter: string): TextColumns {
  const at = (name: string) => facts.columns.findIndex((column) => column.name === name) + 1;
  return {
    parts: sqlSplit("line", delimiter),
    readable: `coalesce(len(parts) = ${facts.columns.length}, false)`,
    columns: plan.reads.map((name) => `nullif(parts[${at(name)}], '') as ${quoteName(name)}`),
  };
}

function sqlJsonColumns({ plan }: PlannedFile): TextColumns {
  return {
    parts: sqlJsonObject("line"),
    readable: "parts is not null",
    columns: plan.reads.map((name) => `${sqlJsonText("parts", name)} as ${quoteName(name)}`),
  };
}
