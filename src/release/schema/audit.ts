import { z } from "zod";
import { count, day, month, text } from "./shapes.ts";

/** Files of a release for auditors alone: what the ingest saw, and what exact counts tell. */

/** `completeness.json`: how often a partner filled a field that may be empty. */
export const completeness = z.strictObject({
  kind: text,
  partner: text,
  field: text,
  filled: count,
  empty: count,
  /** Records from files that do not keep the field. */
  notRecorded: count,
});

/** `anonymity.json`: how alike the accepted records of a kind are. */
export const anonymity = z.strictObject({
  kind: text,
  records: count,
  /** Fields that could together single somebody out. */
  quasiIdentifiers: z.array(text),
  /** The smallest number of records that agree in all of them; null without records. */
  smallestGroup: count.nullable(),
  /** Records that agree in them with fewer than four others. */
  recordsInGroupsBelow5: count,
});

/** `intake.json`: one file that a partner submitted, what became of its rows, and where it counts. */
export const intake = z.strictObject({
  /** As the register's references name it: "<partner>/<period>/<kind>@<day received>". */
  id: text,
  /** null: its rows say it. */
  partner: text.nullable(),
  kind: text,
  period: z.strictObject({ from: day, to: day }),
  received: day.nullable(),
  /** replaced: a later file of the same partner, kind and period stands in its place. */
  state: z.enum(["used", "replaced"]),
  /** null: it was replaced, and not read for this release. */
  sha256: text.nullable(),
  bytes: count,
  rows: z.strictObject({ received: count, accepted: count, quarantined: count, repeats: count }),
  reasons: z.array(z.strictObject({ rule: text, sentence: text, rows: count })),
  /** What became of the rows of each partner in it. */
  partners: z.array(
    z.strictObject({ partner: text, accepted: count, quarantined: count, repeats: count }),
  ),
  /** Its own columns and codes were translated into the common ones. */
  mapped: z.boolean(),
  notRecorded: z.array(text),
  /** Figures that rest on it: positions in `indicators/<id>/figures.*`, as runs of first and last. */
  touches: z.array(z.strictObject({ indicator: text, figures: z.array(z.tuple([count, count])) })),
});

const compared = z.strictObject({
  kind: text,
  partner: text,
  label: text,
  before: count,
  latest: count,
  /** Total variation, from 0 to 1; null: too few cases to say. */
  distance: z.number().nullable(),
  /** Of Pearson's chi-squared test; null likewise. */
  p: z.number().nullable(),
  drifted: z.boolean(),
  codes: z.array(z.strictObject({ code: text, before: count, latest: count })),
  /** What the finding is, in a sentence. */
  words: text,
});

/** `drift.json`: whether a partner's latest records are made up otherwise than those before. */
export const drift = z.strictObject({
  latest: z.strictObject({ from: month, to: month }),
  before: z.strictObject({ from: month, to: month }).nullable(),
  rule: z.strictObject({
    leastCases: count,
    distance: z.number(),
    falseAlarm: z.number(),
    /** Comparisons with cases enough, among which the false alarm is shared. */
    comparisons: count,
    words: text,
  }),
  compared: z.array(compared),
});

/** What only auditors are told of a release. */
export interface Audit {
  readonly completeness: readonly CompletenessCount[];
  readonly anonymity: readonly AnonymityOfKind[];
  readonly intake: readonly Intake[];
  readonly drift: Drift;
}

export type CompletenessCount = z.infer<typeof completeness>;
export type AnonymityOfKind = z.infer<typeof anonymity>;
export type Intake = z.infer<typeof intake>;
export type Drift = z.infer<typeof drift>;
export type DriftCompared = z.infer<typeof compared>;
