import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readFolder } from "../trust/disk.ts";
import { readProof, type Proof } from "../trust/read-proof.ts";
import { parseRelease, type ReleaseFiles } from "./parse.ts";

export type { IndicatorRelease } from "./parse.ts";
export type { Proof } from "../trust/read-proof.ts";

/** A release of one tier, and what proves it. */
export interface Release extends ReleaseFiles {
  readonly proof: Proof;
}

/**
 * Reads the release in `folder` (`releases/<id>/<tier>/`). The site's one door: it can show a
 * release, it cannot compute one.
 * @throws Error when a file is missing or does not fulfil its schema.
 */
export async function readRelease(folder: string): Promise<Release> {
  const files = await parseRelease(folder, (path) => readFile(join(folder, path), "utf8"));
  return { ...files, proof: await readProof(readFolder(folder)) };
}
