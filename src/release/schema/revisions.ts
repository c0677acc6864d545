import { z } from "zod";
import { place, text } from "./shapes.ts";

/** Figures that read differently than in the release before. */

/** Why a figure reads differently; FORMAT.md says how each is found. */
export const revisionKind = z.enum([
  "late data",
  "correction",
  "method change",
  "restatement",
  "protection",
]);

export const revision = z.strictObject({
  ...place,
  was: z.strictObject({ status: text, value: z.number().nullable() }),
  now: z.strictObject({ status: text, value: z.number().nullable() }),
  kind: revisionKind,
  /** One or two sentences. */
  reason: text,
  /** Now less before, and as a fraction of before; null where there is none, or it tells nothing. */
  change: z.strictObject({
    absolute: z.number().nullable(),
    relative: z.number().nullable(),
  }),
});
export type Revision = z.infer<typeof revision>;
export type RevisionKind = z.infer<typeof revisionKind>;
