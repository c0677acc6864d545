import { quoteText } from "../engines/duckdb.ts";
import { longestLine } from "./inspect-text.ts";

/** The column that says which file a row is from. */
export const pathColumn = "#path";

/** SQL for the lines of text files, one text a row: the engine splits them, it does not guess. */
export function sqlLines(
  paths: readonly string[],
  format: "csv" | "ndjson",
  encoding: string,
): string {
  const options = [
    "auto_detect = false",
    "header = false",
    `skip = ${format === "csv" ? 1 : 0}`,
    "delim = '\u0001'",
    "quote = ''",
    "escape = ''",
    "comment = ''",
    "new_line = '\\n'",
    "strict_mode = false",
    "null_padding = false",
    "ignore_errors = true",
    "compression = 'none'",
    "hive_partitioning = false",
    `filename = ${quoteText(pathColumn)}`,
    `encoding = ${quoteText(encoding)}`,
    `max_line_size = ${longestLine}`,
    "columns = {'line': 'varchar'}",
  ];
  return `read_csv(${sqlPaths(paths)}, ${options.join(", ")})`;
}

/** SQL for the columns of a line of CSV: a list, or null where its quotes do not match. */
export function sqlSplit(line: string, delimiter: string): string {
  const d = quoteText(delimiter);
  const inClass = delimiter === "\t" ? "\\t" : delimiter;
  const pattern = quoteText(`[${inClass}]("(?:[^"]|"")*"|[^"${inClass}]*)`);
  const parts = `regexp_extract_all(${d} || ${line}, ${pattern}, 1)`;
  const whole = `case when array_to_string(${parts}, ${d}) = ${line} then ${parts} end`;
  const unquote = `case when starts_with(part, '"') then replace(part[2:-2], '""', '"') else part end`;
  return (
    `case when contains(${line}, '"') then list_transform(${whole}, lambda part: ${unquote}) ` +
    `else string_split(${line}, ${d}) end`
  );
}

/** SQL for one key of a line of NDJSON, as text. */
export function sqlJsonText(json: string, key: string): string {
  const path = quoteText(`$."${key.replaceAll('"', '\\"')}"`);
  return `nullif(json_extract_string(${json}, ${path}), '')`;
}

/** SQL that is the object of a line, or null where the line is none or says a key twice. */
export function sqlJsonObject(line: string): string {
  const keys = `json_keys(${line})`;
  const once = `len(${keys}) = len(list_distinct(${keys}))`;
  return (
    `case when json_valid(${line}) then case when json_type(${line}) = 'OBJECT' ` +
    `then case when ${once} then ${line}::json end end end`
  );
}

/** A list of paths of which none is taken for a pattern. */
export function sqlPaths(paths: readonly string[]): string {
  return `[${paths.map((path) => quoteText(path.replace(/[[*?]/g, "[$&]"))).join(", ")}]`;
}

/** SQL for the columns of Parquet files, with the path of the file. */
export function sqlParquet(paths: readonly string[], rowNumber = false): string {
  const number = rowNumber ? ", file_row_number = true" : "";
  return (
    `read_parquet(${sqlPaths(paths)}, binary_as_string = true, hive_partitioning = false, ` +
    `union_by_name = false, filename = ${quoteText(pathColumn)}${number})`
  );
}
