import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { remember, type Place } from "./place.ts";

/** A folder of this machine. Nothing outside of it is read, whatever a path says. */
export function openFolder(folder: string): Place {
  return remember({
    name: folder,
    read: async (path) => {
      if (path.split("/").includes("..")) return undefined;
      try {
        return new Uint8Array(await readFile(join(folder, path)));
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return undefined;
        throw error;
      }
    },
    list: async () => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
        .map((path) => path.replaceAll("\\", "/"))
        .sort();
    },
  });
}
