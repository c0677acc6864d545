import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { manifest } from "./schema.ts";
import { listReleaseFiles } from "./files.ts";

/**
 * The first file of a release that is not as its manifest says: changed, missing or not named in
 * it; undefined where every file is as it was made. Files that prove a release are left out.
 */
export async function findDamage(folder: string): Promise<string | undefined> {
  const named = await readFile(join(folder, "manifest.json"), "utf8")
    .then((text) => manifest.parse(JSON.parse(text)).files)
    .catch(() => undefined);
  if (named === undefined) return "manifest.json";
  const there = (await listReleaseFiles(folder)).filter(({ path }) => path !== "manifest.json");
  const digests = (files: typeof named) => new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const [wanted, found] = [digests(named), digests(there)];
  const paths = [...new Set([...wanted.keys(), ...found.keys()])].sort();
  return paths.find((path) => wanted.get(path) !== found.get(path));
}
