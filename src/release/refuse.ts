import { join, resolve } from "node:path";
import type { Programme, Release } from "../programme.ts";
import type { IngestReport } from "../records/report.ts";
import { exists } from "./files.ts";
import { releaseProblems } from "./problems.ts";

/** @throws Problem where a file was refused, or the release has none */
export function refuseFaultyFiles({ files }: IngestReport, release: Release): void {
  const refused = files.filter(({ state }) => state === "refused");
  const [first] = refused;
  if (first !== undefined) {
    const { file, problem } = first;
    throw releaseProblems.refusedFiles(refused.length, files.length, file, problem ?? "");
  }
  if (!files.some(({ state }) => state === "used")) {
    throw releaseProblems.nothingSubmitted(release.id);
  }
}

/**
 * Without the release before, people would be protected as if it had never been shown.
 * @throws Problem where the folder of releases does not hold it
 */
export async function refuseWithoutBefore(
  releases: string,
  programme: Programme,
  release: Release,
): Promise<void> {
  const before = releaseBefore(programme, release);
  if (before === undefined || (await exists(join(releases, before.id)))) return;
  throw releaseProblems.beforeMissing(release.id, before.id, resolve(releases));
}

/** The release that programme.yaml lists before another. */
export function releaseBefore(programme: Programme, release: Release): Release | undefined {
  return programme.releases[programme.releases.findIndex(({ id }) => id === release.id) - 1];
}
