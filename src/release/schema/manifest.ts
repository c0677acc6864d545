import { z } from "zod";
import { count, digest, text } from "./shapes.ts";
import { tierName } from "./vocabulary.ts";
import { revisionKind } from "./revisions.ts";

/** The files of a release, and what its figures follow from. */

/** A file's size and digest, and the two sums by which one changed byte is found. */
export const fileFacts = z.strictObject({
  path: text,
  bytes: count,
  sha256: digest,
  locator: z.tuple([count, count]),
});

export const manifest = z.strictObject({
  format: z.literal("plumbline-release/1"),
  release: text,
  tier: tierName,
  supersedes: text.nullable(),
  /** The program that made it. */
  software: z.strictObject({ name: text, version: text }),
  /** How many figures of the release before were revised, by kind. */
  revisionKinds: z.partialRecord(revisionKind, count),
  /** Of each indicator what its figures follow from, and their own digest. */
  indicators: z.array(
    z.strictObject({
      id: text,
      version: z.int().min(1),
      sqlSha256: digest,
      /** The published tallies that its SQL names. */
      tallies: z.array(z.strictObject({ path: text, sha256: digest })),
      figuresSha256: digest,
    }),
  ),
  /** Digests of every file of pipelines/, which decides what a number is. */
  inputs: z.array(z.strictObject({ path: text, sha256: digest })),
  files: z.array(fileFacts),
});
export type Manifest = z.infer<typeof manifest>;
