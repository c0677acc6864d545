import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { readOrigin } from "../release/manifest.ts";
import { tierName } from "../release/schema.ts";
import { decodeText, encodeHex, sha256 } from "../trust/bytes.ts";
import { readFolder } from "../trust/disk.ts";
import { digestSums } from "../trust/ssh/sums.ts";
import { recomputeProblems } from "./problems.ts";
import { readPublished, type PublishedRelease } from "./read-published.ts";
import { recomputePublished } from "./recompute-release.ts";

const text = z.string();
const count = z.int().min(0);

const name = {
  indicator: text,
  breakdown: text,
  category: text,
  subcategory: text.nullable(),
  from: text,
  to: text,
  statistic: text,
};

const reading = z
  .looseObject({
    status: text,
    value: z.number().nullable(),
    exact: text.nullable(),
    lower: z.number().nullable(),
    upper: z.number().nullable(),
    n: count.nullable(),
    why: text.nullable(),
  })
  .nullable();

/** `recompute.json`: what came of working out the figures of a release again. */
export const recomputeReport = z.strictObject({
  format: z.literal("plumbline-recompute/1"),
  programme: text,
  release: text,
  tier: tierName,
  /** The file whose digest stands for the whole release: its list of digests, or its manifest. */
  subject: z.strictObject({ name: text, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  software: text,
  figures: count,
  agreed: count,
  differing: z.array(z.strictObject({ ...name, published: reading, recomputed: reading })),
  notRecomputable: z.array(z.strictObject({ ...name, why: text })),
  faults: z.array(z.strictObject({ indicator: text, file: text, sentence: text })),
});

export type RecomputeReport = z.infer<typeof recomputeReport>;

/**
 * Recomputes the release in a folder and says on what it stands: by the list of digests where it is
 * signed, by its manifest where it is not. No date: the same release gives the same report.
 * @throws Problem when it is no release, or a file is not what FORMAT.md says
 */
export async function makeReport(
  folder: string,
): Promise<{ release: PublishedRelease; report: RecomputeReport }> {
  const release = await readPublished(folder, readFolder(folder));
  const { figures, agreed, differing, notRecomputable, faults } = await recomputePublished(release);
  const { software } = await readOrigin();
  const { about } = release;
  const report = recomputeReport.parse({
    format: "plumbline-recompute/1",
    programme: about.programme.name,
    ...{ release: about.release.id, tier: about.tier, subject: await readSubject(folder, release) },
    software: `${software.name} ${software.version}`,
    ...{ figures, agreed, differing, notRecomputable, faults },
  });
  return { release, report };
}

async function readSubject(
  folder: string,
  { about }: PublishedRelease,
): Promise<RecomputeReport["subject"]> {
  const read = readFolder(folder);
  const place = `releases/${about.release.id}/${about.tier}`;
  const sums = await read("SHA256SUMS");
  if (sums !== undefined) {
    const digest = await digestSums(sums, await read("blinding"));
    return { name: `${place}/SHA256SUMS`, sha256: digest };
  }
  const manifest = (await read("manifest.json"))!;
  return { name: `${place}/manifest.json`, sha256: encodeHex(await sha256(manifest)) };
}

/**
 * Reads a report, or the one in a folder of working papers.
 * @throws Problem when it is none
 */
export async function readReport(path: string): Promise<RecomputeReport> {
  try {
    const bytes = await readFile(join(path, "recompute.json")).catch(() => readFile(path));
    return recomputeReport.parse(JSON.parse(decodeText(bytes) ?? ""));
  } catch {
    throw recomputeProblems.noReport(path);
  }
}
