import { createHash } from "node:crypto";
import type { Checkpoint } from "./checkpoint.ts";

/** What the draw starts from: the text that was hashed, and its SHA-256 in hex. */
export interface Seed {
  readonly text: string;
  readonly sha256: string;
}

export interface SeedSource {
  readonly programme: string;
  readonly release: string;
  readonly kind: string;
  readonly checkpoint: Checkpoint | null;
  /** A line of the auditor's own. */
  readonly chosen: string | null;
}

/**
 * Makes the seed. Size and strata are no part of it: who tried one size after another could choose
 * among samples, while from one seed a larger sample only adds records to a smaller one.
 */
export function makeSeed({ programme, release, kind, checkpoint, chosen }: SeedSource): Seed {
  const lines = [
    "plumbline sample-records 1",
    `programme ${programme}`,
    `release ${release}`,
    `kind ${kind}`,
    ...(checkpoint === null
      ? []
      : ["checkpoint", checkpoint.origin, checkpoint.size, checkpoint.root]),
    ...(chosen === null ? [] : ["chosen by the auditor", chosen]),
  ];
  const text = `${lines.join("\n")}\n`;
  return { text, sha256: createHash("sha256").update(text).digest("hex") };
}

/**
 * The number by which a record is drawn, the smallest first: SHA-256, in hex, of the seed, the
 * partner and the record's key with a slash between them. The SQL of the draw makes the same.
 */
export function ticketOf(seed: string, partner: string, key: string): string {
  return createHash("sha256").update(`${seed}/${partner}/${key}`).digest("hex");
}
