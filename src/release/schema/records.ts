import { z } from "zod";
import { count, day, digest, month, text } from "./shapes.ts";

/** What was submitted, what became of it, and what a record holds. */

export const coverage = z.strictObject({
  partner: text,
  kind: text,
  month,
  /** silent: a submission covers the month and holds no record; missing: no submission covers it. */
  state: z.enum(["reported", "silent", "missing"]),
});

/** A count under the small-number rule. hidden: below the base of the tier; withheld: nothing is said. */
export const guardedCount = z.strictObject({
  status: z.enum(["value", "hidden", "withheld"]),
  value: count.nullable(),
});

export const quality = z.strictObject({
  kind: text,
  /** null: all partners together. */
  partner: text.nullable(),
  received: guardedCount,
  accepted: guardedCount,
  quarantined: guardedCount,
  repeats: guardedCount,
  /** Why rows were refused; partner rows carry none. */
  reasons: z.array(z.strictObject({ rule: text, sentence: text, rows: guardedCount })),
  lastReceived: day.nullable(),
});

/** A file that the release stands on. */
export const submission = z.strictObject({
  /** null: its rows say it. */
  partner: text.nullable(),
  kind: text,
  period: z.strictObject({ from: day, to: day }),
  received: day.nullable(),
  /** Only for auditors: a small file could be guessed from its digest. */
  sha256: digest.nullable(),
});

export const codebookField = z.strictObject({
  name: text,
  description: text,
  type: text,
  unit: text.nullable(),
  example: text,
  required: z.boolean(),
  codes: z.array(z.strictObject({ code: text, label: text })),
});

export const codebookKind = z.strictObject({
  kind: text,
  title: text,
  record: text,
  key: text,
  dated: text,
  fields: z.array(codebookField),
  rules: z.array(z.strictObject({ name: text, sentence: text, sql: text })),
});
export type Coverage = z.infer<typeof coverage>;
export type Quality = z.infer<typeof quality>;
export type GuardedCount = z.infer<typeof guardedCount>;
export type Submission = z.infer<typeof submission>;
export type CodebookKind = z.infer<typeof codebookKind>;
