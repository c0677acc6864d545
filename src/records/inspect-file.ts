import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Engine } from "../engines/duckdb.ts";
import type { Mapping } from "../programme.ts";
import type { FileFacts } from "./file-facts.ts";
import { inspectText } from "./inspect-text.ts";
import { inspectParquet } from "./inspect-parquet.ts";
import type { OwnColumn } from "./mapping.ts";
import { sqlJsonObject, sqlLines } from "./read-sql.ts";
import { FileFault, refused, withoutValues } from "./problems.ts";
import type { SubmissionFile } from "./submissions.ts";

/**
 * Looks at a file: its digest, its columns, how many rows it holds.
 * @throws FileFault where it is empty, damaged or not what its name says.
 */
export async function inspectFile(
  engine: Engine,
  file: SubmissionFile,
  mapping: Mapping | undefined,
): Promise<FileFacts> {
  if (file.format === "none") return inspectNone(file);
  if (file.bytes === 0) throw new FileFault(refused.empty());
  if (file.format === "parquet") return inspectParquet(engine, file.absolute);
  const utf8 = mapping?.encoding !== "latin-1";
  const text = await inspectText(file.absolute, utf8);
  if (file.format === "ndjson") {
    const columns = await readJsonKeys(engine, file);
    if (columns.length === 0) throw new FileFault(refused.notNdjson());
    return { sha256: text.sha256, columns, rows: text.lines, broken: text.broken };
  }
  if (text.broken[0] === 1) throw new FileFault(refused.encoding());
  const header = text.firstLine.toString(utf8 ? "utf8" : "latin1");
  const columns = readHeader(header, mapping?.delimiter ?? ",");
  if (text.lines === 1) throw new FileFault(refused.headerOnly());
  return {
    sha256: text.sha256,
    columns: columns.map((name) => ({ name, type: "VARCHAR" })),
    rows: text.lines - 1,
    broken: text.broken.map((line) => line - 1),
  };
}

/** A file that says there is nothing to report says it by its name, and holds nothing. */
async function inspectNone({ absolute, bytes }: SubmissionFile): Promise<FileFacts> {
  if (bytes > mostBlank) throw new FileFault(refused.notNone());
  const content = await readFile(absolute);
  const text = content.toString("utf8").replace(/^\uFEFF/, "");
  if (text.trim() !== "") throw new FileFault(refused.notNone());
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { sha256, columns: [], rows: 0, broken: [] };
}

/** Bytes of empty lines and the like that an empty file may have. */
const mostBlank = 1000;

async function readJsonKeys(engine: Engine, file: SubmissionFile): Promise<OwnColumn[]> {
  const lines = sqlLines([file.absolute], "ndjson", "utf-8");
  const object = sqlJsonObject("line");
  const rows = await withoutValues(
    () =>
      engine.rows<{ name: string }>(
        `select distinct unnest(json_keys(o)) as name
         from (select ${object} as o from ${lines} where line is not null) order by name`,
      ),
    refused.unreadable(),
  );
  return rows.map(({ name }) => ({ name, type: "VARCHAR" }));
}

/** Splits a header with the same rules that the engine splits rows by. */
function readHeader(line: string, delimiter: string): string[] {
  const escaped = delimiter === "|" ? "\\|" : delimiter;
  const part = new RegExp(`${escaped}("(?:[^"]|"")*"|[^"${delimiter}]*)`, "gy");
  const parts = [...`${delimiter}${line}`.matchAll(part)].map((match) => match[1]!);
  if (parts.join(delimiter) !== line) throw new FileFault(refused.noHeader());
  const names = parts.map((name) =>
    name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name,
  );
  const other = [";", "\t", "|", ","].find((sign) => sign !== delimiter && line.includes(sign));
  if (names.length === 1 && other !== undefined) {
    throw new FileFault(refused.delimiter(other === "\t" ? "tabs" : `"${other}"`));
  }
  return names;
}
