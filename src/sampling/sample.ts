import { readFile } from "node:fs/promises";
import { z } from "zod";
import { allocations } from "./allocate.ts";
import { samplingProblems } from "./problems.ts";

const count = z.int().min(1);

const stratum = z.strictObject({
  stratum: z.string(),
  /** Records that it has. */
  frame: count,
  /** Records drawn from it: all of them in a certainty stratum. */
  size: count,
  /** size / frame: the chance that each of its records had to be drawn. */
  probability: z.number(),
});

/** How a sample was drawn. It names no record; its counts are exact, which public figures are not. */
export const sampleSchema = z.strictObject({
  format: z.literal("plumbline-sample/1"),
  programme: z.string(),
  release: z.string(),
  kind: z.string(),
  seed: z.strictObject({ text: z.string(), sha256: z.string() }),
  checkpoint: z.strictObject({ origin: z.string(), size: z.string(), root: z.string() }).nullable(),
  /** The auditor's own line in the seed. */
  chosen: z.string().nullable(),
  method: z.string(),
  strataBy: z.array(z.string()),
  allocation: z.enum(allocations),
  frame: count,
  size: count,
  /** Whether the frame was compared with the auditors' tier of the release. */
  compared: z.boolean(),
  strata: z.array(stratum).min(1),
});

export type Sample = z.infer<typeof sampleSchema>;
export type Stratum = z.infer<typeof stratum>;

export const method =
  "A record's ticket is the SHA-256, in lower-case hex, of the seed's sha256, the partner and the " +
  "record's key with a slash between them. From each stratum the records with the smallest tickets " +
  "are drawn, without replacement.";

/** Reads a sample.json. @throws Problem when it is none or its counts do not add up. */
export async function readSample(file: string): Promise<Sample> {
  const text = await readFile(file, "utf8").catch(() => "");
  const result = sampleSchema.safeParse(parseJson(text));
  if (!result.success || !addsUp(result.data)) throw samplingProblems.notASample(file);
  return result.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function addsUp({ frame, size, strata }: Sample): boolean {
  const sum = (of: (one: Stratum) => number): number =>
    strata.reduce((total, one) => total + of(one), 0);
  const isPart = strata.every((one) => one.size <= one.frame);
  return isPart && sum((one) => one.frame) === frame && sum((one) => one.size) === size;
}
