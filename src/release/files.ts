import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { makeLocator } from "../proof/locator.ts";
import type { Manifest } from "./schema.ts";

/**
 * Files that prove a release and are made after it: its manifest does not name them.
 * `blinding` is for restricted tiers only.
 */
export const proofFiles: readonly string[] = [
  "SHA256SUMS",
  "SHA256SUMS.sig",
  "blinding",
  "release.sigstore.json",
  "release.tlog-proof",
];

/** Every file of a release but those that prove it. */
export async function listReleaseFiles(folder: string): Promise<Manifest["files"]> {
  const files = await listFiles(folder);
  return files.filter(({ path }) => !proofFiles.includes(path));
}

/** Every file below a folder with its size and digest, in the order of their paths. */
export async function listFiles(folder: string): Promise<Manifest["files"]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a < b ? -1 : 1));
  return Promise.all(
    paths.map(async (path) =>
      factsOf(relative(folder, path).replaceAll("\\", "/"), await readFile(path)),
    ),
  );
}

/** What a list of files says of one. */
export function factsOf(path: string, bytes: Uint8Array): Manifest["files"][number] {
  return {
    path,
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    locator: [...makeLocator(bytes)],
  };
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
