import { z } from "zod";
import { digest, month, table, text } from "./shapes.ts";
import { direction, measureName, unit } from "./vocabulary.ts";

/** What an indicator counts, and how. */

export const definition = z.strictObject({
  id: text,
  /** Goes up when a figure would no longer mean the same. */
  version: z.int().min(1),
  family: text,
  title: text,
  question: text,
  counts: text,
  leavesOut: text,
  /** The arithmetic in words. */
  formula: text,
  measure: measureName,
  /** noise: how intervals are widened for what the rounding of counts did. */
  measureWords: z.strictObject({ description: text, interval: text, noise: text.optional() }),
  /** What one case is called, and many: "alert", "alerts". */
  cases: z.tuple([text, text]),
  /** Whether its counts were rounded before anything was worked out; not where they are exact. */
  rounded: z.boolean(),
  /** Unit of the headline statistic. */
  unit,
  /** Of durations: the unit of the SQL's column, where it is not the unit of the figures. */
  binUnit: z.literal("minutes").nullable(),
  /** A rate's base, such as 1000. */
  per: z.number().nullable(),
  direction,
  directionWhy: text,
  /** Months after which a month is settled; younger ones are given, and not judged. null: never. */
  settlesAfter: z.int().min(0).nullable(),
  /** An agreed limit within which a share is measured; and a target share. */
  limit: z.strictObject({ value: z.number(), unit: z.enum(["minutes", "days"]) }).nullable(),
  target: z.strictObject({ value: z.number(), words: text }).nullable(),
  /** Why the year before is not held against the latest (`judged` false), or with what care. */
  yearBefore: z.strictObject({ judged: z.boolean(), why: text }).optional(),
  /** Changes of method that the programme declares for it: figures before each mean something else. */
  countedOtherwise: z.array(z.strictObject({ from: month, title: text })),
  statistics: z.array(
    z.strictObject({ name: text, label: text, unit, decimals: z.int().min(0).max(4) }),
  ),
  /** "Half of joint alerts led to a first action within {value}", and what a change is called. */
  says: z.strictObject({ headline: text, higher: text, lower: text }),
  breakdowns: z.array(text),
  source: text,
  caveats: z.array(text),
  sql: text,
  sqlSha256: digest,
  tallies: z.array(z.strictObject({ name: text, sql: text, sha256: digest })),
  examples: z.array(
    z.strictObject({ title: text, words: text, given: z.array(table), expected: z.array(table) }),
  ),
  /** SQL over accepted records, written from the words alone, that gives the same number. */
  independent: text.nullable(),
});

export const family = z.strictObject({
  id: text,
  title: text,
  /** The question in plain words: "Are partners acting faster?" */
  question: text,
  /** The indicator that answers it on the overview. */
  leads: text,
  doesNotShow: text,
  /** Whether the overview opens with it; the others follow in short. */
  prominent: z.boolean(),
});
export type Definition = z.infer<typeof definition>;
export type Family = z.infer<typeof family>;
