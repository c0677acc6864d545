import { mkdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Engine, quoteName, quoteText } from "../engines/duckdb.ts";
import { canonicalJson } from "../proof/canonical.ts";
import { exists, listFiles, listReleaseFiles } from "./files.ts";
import { findDamage } from "./intact.ts";
import { releaseProblems } from "./problems.ts";
import type { Manifest } from "./schema.ts";

/** What a release holds before it is a folder: paths and the values of their JSON or text. */
export interface ReleaseContent {
  readonly json: ReadonlyMap<string, unknown>;
  readonly texts: ReadonlyMap<string, string>;
  /** Tables, each written as CSV, JSON and Parquet under its path without an ending. */
  readonly tables: ReadonlyMap<string, Table>;
}

export interface Table {
  /** DuckDB types by column, in order. */
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly object[];
  /** Number columns that in CSV hold the row's mark, never a blank, where there is no number. */
  readonly marked?: readonly string[];
}

/** Makes the manifest of the files that were written. */
export type Describe = (files: Manifest["files"]) => Manifest;

export interface WriteOptions {
  /** Make a release anew that is there already. */
  readonly redo?: boolean;
  /** Looks at the finished draft before it becomes the release; what it throws stops it. */
  readonly inspect?: (draft: string) => Promise<void>;
}

/**
 * Writes a release into `folder`, whole or not at all: everything goes to a temporary folder
 * beside it, which is renamed at the end. The manifest is canonical JSON (RFC 8785). A folder that is there already is compared, not changed,
 * unless it is to be made anew.
 * @returns "written", or "unchanged" where the same release was there already.
 * @throws Problem when a release is there already and would differ.
 */
export async function writeRelease(
  folder: string,
  content: ReleaseContent,
  describe: Describe,
  { redo = false, inspect }: WriteOptions = {},
): Promise<"written" | "unchanged"> {
  const draft = `${folder}.draft`;
  const old = `${folder}.old`;
  await rm(draft, { recursive: true, force: true });
  try {
    await writeContent(draft, content);
    const manifest = describe(await listFiles(draft));
    await writeFile(join(draft, "manifest.json"), canonicalJson(manifest));
    if (!redo && (await exists(folder))) {
      await refuseChange(folder, draft, manifest);
      return "unchanged";
    }
    await inspect?.(draft);
    if (await exists(folder)) {
      await rm(old, { recursive: true, force: true });
      await rename(folder, old);
    }
    await rename(draft, folder);
    return "written";
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
    // Fails, as it should, where the folder holds a release.
    await rmdir(dirname(folder)).catch(() => undefined);
  }
}

async function writeContent(folder: string, content: ReleaseContent): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [path, value] of content.json) await writeText(folder, path, formatJson(value));
  for (const [path, text] of content.texts) await writeText(folder, path, text);
  const engine = await Engine.open({ threads: 1 });
  try {
    for (const [path, table] of content.tables) await writeTable(engine, folder, path, table);
  } finally {
    engine.close();
  }
}

/** JSON first; CSV and Parquet are made from its bytes, so that the three cannot differ. */
async function writeTable(
  engine: Engine,
  folder: string,
  path: string,
  table: Table,
): Promise<void> {
  await writeText(folder, `${path}.json`, formatJson(table.rows));
  const file = (ending: string): string => quoteText(join(folder, `${path}.${ending}`));
  const types = Object.entries(table.columns).map(
    ([name, type]) => `${quoteText(name)}: '${type}'`,
  );
  await engine.run(`
    create or replace temp table written as
    select * from read_json(${file("json")}, format = 'array', columns = {${types.join(", ")}},
      maximum_object_size = 67108864);
    copy (${selectMarked(table)}) to ${file("csv")} (format csv, header);
    copy written to ${file("parquet")} (format parquet, compression zstd);`);
}

/** A number that does not apply, such as a limit of an interval that there is none of, is `[z]`. */
function selectMarked({ columns, marked = [] }: Table): string {
  const names = Object.keys(columns).map((name) => {
    const quoted = quoteName(name);
    if (!marked.includes(name)) return quoted;
    return `coalesce(${quoted}::varchar, case when mark in ('', '[r]') then '[z]' else mark end) as ${quoted}`;
  });
  return `select ${names.join(", ")} from written`;
}

async function writeText(folder: string, path: string, text: string): Promise<void> {
  const target = join(folder, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, text);
}

/** One line per item of a list, so that a difference between two releases can be read. */
export function formatJson(value: unknown): string {
  if (!Array.isArray(value)) return `${JSON.stringify(value, null, 1)}\n`;
  if (value.length === 0) return "[]\n";
  return `[\n${value.map((item) => JSON.stringify(item)).join(",\n")}\n]\n`;
}

async function refuseChange(folder: string, draft: string, { release }: Manifest): Promise<void> {
  const [there, made] = await Promise.all([listReleaseFiles(folder), listFiles(draft)]);
  if (JSON.stringify(there) === JSON.stringify(made)) return;
  const damage = await findDamage(folder);
  throw damage === undefined
    ? releaseProblems.wouldChange(release, folder, listDiffering(there, made))
    : releaseProblems.damaged(folder, damage);
}

/** Files that only one list has, or that differ; the manifest follows from the others. */
function listDiffering(there: Manifest["files"], made: Manifest["files"]): string[] {
  const before = new Map(there.map(({ path, sha256 }) => [path, sha256]));
  const after = new Map(made.map(({ path, sha256 }) => [path, sha256]));
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  const differing = paths.filter((path) => before.get(path) !== after.get(path));
  return differing.length > 1 ? differing.filter((path) => path !== "manifest.json") : differing;
}
