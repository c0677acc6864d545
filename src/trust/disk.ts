import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeFolder } from "../make-folder.ts";
import type { Bytes, ReadFile } from "./bytes.ts";

/** Reads files of a folder by their path there. */
export function readFolder(folder: string): ReadFile {
  return async (path) => {
    try {
      return new Uint8Array(await readFile(join(folder, path)));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "ENOENT" || code === "ENOTDIR") return undefined;
      throw error;
    }
  };
}

/** Writes a file whole or not at all, with the folders that it needs. */
export async function writeWhole(
  path: string,
  content: string | Bytes,
  mode?: number,
): Promise<void> {
  const draft = `${path}.${process.pid}.draft`;
  await makeFolder(dirname(path));
  try {
    await writeFile(draft, content, mode === undefined ? {} : { mode });
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}
