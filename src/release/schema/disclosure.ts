import { z } from "zod";
import { count, digest, month, table, text } from "./shapes.ts";
import { reason, tierName } from "./vocabulary.ts";

/** What was protected, and what proves it. */

/** What was protected in a tier, how, at what cost, and what an attack on it found. */
export const disclosureReport = z.strictObject({
  tier: tierName,
  /** Who reads the tier. */
  reader: text,
  /** Counts are multiples of this; null: exact. */
  base: count.nullable(),
  /** SHA-256 of the policy as JSON with sorted keys. */
  policySha256: digest,
  rules: z.array(z.strictObject({ name: text, words: text, source: text })),
  figures: count,
  shown: count,
  hidden: z.array(z.strictObject({ why: reason, figures: count })),
  absent: z.array(z.strictObject({ why: reason, figures: count })),
  kinds: z.array(
    z.strictObject({
      kind: text,
      method: z.enum(["linked", "small counts", "exact"]),
      tables: z.array(text),
      /** As rounded; null where they are exact, and the tallies say it. */
      cases: count.nullable(),
      /** Counts that keep what an earlier release said, although they have moved since. */
      held: count,
    }),
  ),
  /** Error of the published margins of a tally, in cases, per breakdown. */
  errors: z.array(
    z.strictObject({
      table: text,
      breakdown: text,
      margins: count,
      rms: z.number(),
      max: z.number(),
      /** The same of sums of all that took up to so long; null where a tally has no bands. */
      rmsWithin: z.number().nullable().optional(),
      /** The same of single bands. */
      rmsBand: z.number().nullable().optional(),
    }),
  ),
  amounts: z.array(
    z.strictObject({
      indicator: text,
      statistic: text.default("total"),
      sums: count,
      primary: count,
      secondary: count,
      optimal: z.boolean(),
      held: count,
    }),
  ),
  /** Worked examples of the rules: raw tables, and what each tier shows of them. */
  examples: z.array(z.strictObject({ title: text, words: text, tables: z.array(table) })),
});

/** Columns of a tally of the tier: labels, then the band where there is one, then the count. */
export const tallyInfo = z.strictObject({
  name: text,
  kind: text,
  labels: z.array(text),
  /** Label columns that all tables of the kind have. */
  shared: z.array(text),
  bin: z.strictObject({ column: text, unit: z.enum(["minutes", "days", "percent"]) }).nullable(),
  count: text,
  /** The column of a sum of money that the tally has where it is exact; its SQL may name it. */
  money: text.nullable(),
  sha256: digest,
});

/** A table of sums: which base rows each adds up, and witnesses that no hidden one is known. */
export const amountProof = z.strictObject({
  indicator: text,
  /** The sum of money of the indicator: a share of sums has two. */
  statistic: text.default("total"),
  /** Number of base rows, whose sums nobody is told. */
  base: count,
  cells: z.array(
    z.strictObject({
      breakdown: text,
      category: text,
      subcategory: text.nullable(),
      from: month,
      to: month,
      /** In the smallest unit of the currency; null where it is hidden. */
      published: z.number().nullable(),
      members: z.array(count),
    }),
  ),
  /** Tables that fit all that is shown: a value for each base row. */
  witnesses: z.array(z.array(z.number())),
});

/** Shows without a solver that the tier withstands an attack. */
export const certificate = z.strictObject({
  format: z.literal("plumbline-certificate/1"),
  release: text,
  tier: tierName,
  base: count,
  policySha256: digest,
  /** Edges of the bands, with the agreed limits among them. */
  edges: z.strictObject({
    minutes: z.array(count),
    days: z.array(count),
    percent: count,
  }),
  tallies: z.array(tallyInfo),
  /** Tallies that are exact in this tier: of record kinds that the policy names as about no person. */
  exact: z.array(z.strictObject({ name: text, kind: text })),
  amounts: z.array(amountProof),
  /** The release before, whose numbers were held against it; null for the first. */
  earlier: z.strictObject({ release: text, certificateSha256: digest }).nullable(),
});
export type DisclosureReport = z.infer<typeof disclosureReport>;
export type TallyInfo = z.infer<typeof tallyInfo>;
export type AmountProof = z.infer<typeof amountProof>;
export type Certificate = z.infer<typeof certificate>;
