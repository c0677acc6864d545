import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Bytes } from "../../src/trust/bytes.ts";
import type { Place } from "../../src/verify/place.ts";

export type Files = ReadonlyMap<string, Bytes>;

/** Every file of a folder, by path. */
export async function readAll(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, Bytes>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length + 1), new Uint8Array(await readFile(path)));
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function placeOf(files: Files, name = "the copy"): Place {
  return {
    name,
    read: (path) => Promise.resolve(files.get(path)),
    list: () => Promise.resolve([...files.keys()]),
  };
}

/** The files with others in the place of some; undefined takes one away. */
export function replaced(
  files: Files,
  changes: Readonly<Record<string, Bytes | undefined>>,
): Files {
  const copy = new Map(files);
  for (const [path, bytes] of Object.entries(changes)) {
    if (bytes === undefined) copy.delete(path);
    else copy.set(path, bytes);
  }
  return copy;
}
