import { mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";

/**
 * Makes a folder and those above it, as Node's own recursive `mkdir` does; which never ends where a
 * file system answers that a folder to be made is not there, as automounted disks and /proc do.
 * @param mode of each folder that is made
 * @returns the first folder that was made; undefined where all were there
 * @throws Error of the system, with its path
 */
export async function makeFolder(folder: string, mode?: number): Promise<string | undefined> {
  const path = resolve(folder);
  if (await isFolder(path)) return undefined;
  const above = dirname(path);
  const first = above === path ? undefined : await makeFolder(above, mode);
  try {
    await mkdir(path, mode === undefined ? {} : { mode });
    return first ?? path;
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (await isFolder(path)) return first;
    throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
