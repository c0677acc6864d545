import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { FileReport } from "../records/report.ts";
import { heldPath, writeHeld } from "./held.ts";
import { releaseProblems } from "./problems.ts";

/**
 * The files that a release stands on, with digests: the office's memory, never to be published, for a
 * small file could be guessed from its digest. `releases/<id>/held/submissions.json`.
 */
const heldSubmissions = z.strictObject({
  format: z.literal("plumbline-submissions/1"),
  files: z.array(z.strictObject({ file: z.string(), sha256: z.string() })),
});

function pathOf(releases: string, release: string): string {
  return heldPath(releases, release, "submissions");
}

export async function writeHeldSubmissions(
  releases: string,
  release: string,
  files: readonly FileReport[],
): Promise<void> {
  const held: z.infer<typeof heldSubmissions> = {
    format: "plumbline-submissions/1",
    files: files.flatMap(({ file, sha256, state }) =>
      state === "used" && sha256 !== null ? [{ file, sha256 }] : [],
    ),
  };
  await writeHeld(pathOf(releases, release), held);
}

/**
 * Makes sure that a file that an earlier release stands on is still the same, so that a figure never
 * changes without a submission that says so.
 * @throws Problem that names the first file that was changed in place
 */
export async function refuseChangedFiles(
  releases: string,
  before: string,
  files: readonly FileReport[],
): Promise<void> {
  const text = await readFile(pathOf(releases, before), "utf8").catch(() => undefined);
  if (text === undefined) return;
  const known = heldSubmissions.safeParse(readJson(text));
  if (!known.success) throw releaseProblems.heldMissing(pathOf(releases, before));
  const digests = new Map(known.data.files.map(({ file, sha256 }) => [file, sha256]));
  const changed = files.find(
    ({ file, sha256, state }) =>
      state === "used" && sha256 !== null && (digests.get(file) ?? sha256) !== sha256,
  );
  if (changed !== undefined) throw releaseProblems.changedInPlace(changed.file, before);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
