import { open, stat } from "node:fs/promises";
import { Engine, quoteName, quoteText } from "../engines/duckdb.ts";
import { estimateProblems } from "./problems.ts";

/** Rows of the file that agree in every column asked for; cells are text, "" where empty. */
export interface CsvTally {
  readonly cells: readonly string[];
  /** How many rows agree. */
  readonly rows: number;
  /** The first of them, counted from 1 below the header. */
  readonly row: number;
}

const pageSize = 50_000;

/**
 * Yields the distinct combinations of some columns of a CSV file, in the order in which they first
 * appear. Nothing about the file is guessed: commas, double quotes, one header line, text cells.
 * @throws Problem when the file cannot be read as such, lacks a column or has no row
 */
export async function* readTallies(
  file: string,
  columns: readonly string[],
): AsyncGenerator<CsvTally> {
  const header = await readHeader(file);
  const positions = columns.map((column) => findColumn(file, header, column));
  const engine = await Engine.open();
  try {
    await loadTallies(engine, file, header.length, positions);
    const [total] = await engine.rows<{ n: number }>("select count(*) as n from tallies");
    if (total!.n === 0) throw estimateProblems.noRows(file);
    for (let from = 0; from < total!.n; from += pageSize)
      yield* await readPage(engine, columns, from);
  } finally {
    engine.close();
  }
}

async function loadTallies(
  engine: Engine,
  file: string,
  width: number,
  positions: readonly number[],
): Promise<void> {
  const all = Array.from({ length: width }, (_, i) => `'c${i}': 'VARCHAR'`).join(", ");
  const path = quoteText(file.replace(/[*?[]/g, "[$&]"));
  const wanted = positions.map((position, i) => `c${position} as ${quoteName(`k${i}`)}`).join(", ");
  const keys = positions.map((_, i) => `k${i}`).join(", ");
  try {
    await engine.run(
      `create temp table source as select ${wanted} from read_csv(${path}, auto_detect = false, ` +
        `header = true, columns = {${all}}, delim = ',', quote = '"', escape = '"', ` +
        "strict_mode = true, null_padding = false, compression = 'none')",
    );
  } catch (error) {
    throw estimateProblems.notCsv(file, /CSV Error on Line: (\d+)/.exec(String(error))?.[1]);
  }
  await engine.run(
    `create temp table tallies as select ${keys}, count(*) as rows_n, min(rowid) + 1 as first_row ` +
      `from source group by ${keys} order by first_row`,
  );
}

async function readPage(
  engine: Engine,
  columns: readonly string[],
  from: number,
): Promise<CsvTally[]> {
  const rows = await engine.rows<Record<string, string | null> & Counted>(
    `select * from tallies where rowid >= ${from} and rowid < ${from + pageSize} order by rowid`,
  );
  return rows.map((row) => ({
    cells: columns.map((_, i) => row[`k${i}`] ?? ""),
    rows: row.rows_n,
    row: row.first_row,
  }));
}

interface Counted {
  readonly rows_n: number;
  readonly first_row: number;
}

function findColumn(file: string, header: readonly string[], column: string): number {
  const position = header.indexOf(column);
  if (position < 0) throw estimateProblems.columnMissing(file, column);
  if (header.includes(column, position + 1)) throw estimateProblems.columnTwice(file, column);
  return position;
}

/** The names in the first line of a CSV file. */
async function readHeader(file: string): Promise<readonly string[]> {
  const start = await readStart(file);
  if (start === "") throw estimateProblems.fileEmpty(file);
  const names: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r|\n|$)/y;
  for (let more = true; more;) {
    const match = cell.exec(start);
    if (!match) throw estimateProblems.notCsv(file, "1");
    names.push(match[1]?.replaceAll('""', '"') ?? match[2]!);
    more = match[3] === ",";
  }
  return names;
}

/** At most the first million bytes of a file, without a byte order mark. */
async function readStart(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw estimateProblems.fileMissing(file);
  const handle = await open(file).catch(() => undefined);
  if (!handle) throw estimateProblems.fileMissing(file);
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(1_000_000) });
    return new TextDecoder().decode(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}
