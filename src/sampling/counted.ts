import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { releaseProblems } from "../release/problems.ts";
import { quality, type Quality } from "../release/schema.ts";
import { samplingProblems } from "./problems.ts";

/**
 * Compares the accepted records of a kind with what the auditors' tier of the release counted.
 * @returns false where there is no such tier to compare with
 * @throws Problem where they differ: the submissions are not those that were released
 */
export async function compareWithRelease(
  releases: string,
  release: string,
  kind: string,
  accepted: number,
): Promise<boolean> {
  const file = join(releases, release, "auditor", "quality.json");
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return false;
  const own = parseQuality(text, join(releases, release, "auditor")).find(
    (row) => row.kind === kind && row.partner === null,
  );
  if (own?.accepted.value !== accepted) throw samplingProblems.otherRecords(release);
  return true;
}

function parseQuality(text: string, folder: string): Quality[] {
  try {
    return z.array(quality).parse(JSON.parse(text));
  } catch {
    throw releaseProblems.damaged(folder, "quality.json");
  }
}
