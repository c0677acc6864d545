import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { tierName } from "../release/schema.ts";
import { readProof } from "../trust/read-proof.ts";
import { readFolder } from "../trust/disk.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { samplingProblems } from "./problems.ts";

/**
 * Makes sure that a checkpoint is the first of the log that holds the release, as far as the folder of
 * releases tells: with a later one an operator could wait until the sample suits him. A release that
 * is not signed tells nothing, and neither does a log of which no earlier checkpoint was kept.
 * @throws Problem when it is of another log, does not hold the release, or an earlier one does
 */
export async function checkIsFirst(
  releases: string,
  release: string,
  checkpoint: Checkpoint,
): Promise<void> {
  const proofs = await Promise.all(
    tierName.options.map((tier) => readProof(readFolder(join(releases, release, tier)))),
  );
  const places = proofs.flatMap(({ log }) => log ?? []);
  const [place] = places;
  if (place === undefined) return;
  if (place.origin !== checkpoint.origin) throw samplingProblems.otherLog(release, place.origin);
  // The records are fixed as soon as one tier of the release is in the log.
  const index = Math.min(...places.map((one) => one.index));
  const size = Number(checkpoint.size);
  if (size <= index) throw samplingProblems.notLogged(release);
  const first = Math.min(size, ...(await listSizes(releases)).filter((one) => one > index));
  if (first < size) throw samplingProblems.laterCheckpoint(release, `checkpoint.${first}`);
}

/** The sizes of the log of which a checkpoint was kept. */
async function listSizes(releases: string): Promise<number[]> {
  const names = await readdir(join(releases, "log")).catch(() => []);
  return names.flatMap((name) => /^checkpoint\.(\d+)$/.exec(name)?.[1] ?? []).map(Number);
}
