import { z } from "zod";

/**
 * The files of a release, as FORMAT.md explains them. Everything here is safe to show in the tier
 * that the release was made for; the site reads nothing else.
 */

const text = z.string();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const month = z.string().regex(/^\d{4}-\d{2}$/);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

export const tierName = z.enum(["public", "sponsor", "auditor"]);
export const unit = z.enum([
  "share",
  "count",
  "score",
  "hours",
  "minutes",
  "days",
  "rate",
  "money",
]);
export const direction = z.enum(["higher", "lower", "none"]);
export const measureName = z.enum([
  "count",
  "amount",
  "proportion",
  "rate",
  "duration",
  "forecast",
]);

/** Why a figure shows no number; the site has one sentence for each. */
export const reason = z.enum([
  "small number", // hidden: a count from 1 to 9 could be worked out from it
  "few cases", // hidden: fewer than ten cases stand behind it
  "no cases", // absent: nothing was submitted for it
  "not recorded", // absent: this partner keeps no such record
  "not reached", // absent: too many cases are still open for this quantile
  "undefined", // absent: the arithmetic has no answer, such as a rate over nothing
]);

/** What names a figure: the same in every release. */
const place = {
  indicator: text,
  /** "year", "quarter", "month", "partner", "sector", "region", "threat_type", "quarter,grade", … */
  breakdown: text,
  /** A month "2026-03", a quarter "2026-Q1", a year "2025-10_2026-09", or a code with a label. */
  category: text,
  subcategory: text.nullable(),
  from: month,
  to: month,
  statistic: text,
  unit,
};

/** One published number, or the statement that there is none and why. */
export const figure = z.strictObject({
  ...place,
  status: z.enum(["value", "hidden", "absent"]),
  value: z.number().nullable(),
  /** The exact decimal of a sum of money. */
  exact: text.nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  /** Cases behind the figure; null where it is hidden. */
  n: count.nullable(),
  why: reason.nullable(),
});

export const curvePoint = z.strictObject({
  x: z.number(),
  y: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  n: count,
});

export const curve = z.strictObject({
  indicator: text,
  breakdown: text,
  category: text,
  from: month,
  to: month,
  status: z.enum(["value", "hidden", "absent"]),
  why: reason.nullable(),
  points: z.array(curvePoint),
});

/** The figure a page opens with, the one a year before it, and whether they truly differ. */
export const headline = z.strictObject({
  indicator: text,
  statistic: text,
  latest: figure,
  before: figure.nullable(),
  change: z.strictObject({
    verdict: z.enum(["higher", "lower", "no clear change", "cannot be compared"]),
    difference: z.number().nullable(),
    lower: z.number().nullable(),
    upper: z.number().nullable(),
  }),
});

const table = z.strictObject({
  name: text,
  columns: z.array(text),
  rows: z.array(z.array(z.union([text, z.null()]))),
});

export const definition = z.strictObject({
  id: text,
  family: text,
  title: text,
  question: text,
  counts: text,
  leavesOut: text,
  measure: measureName,
  measureWords: z.strictObject({ description: text, interval: text }),
  /** Unit of the headline statistic. */
  unit,
  /** A rate's base, such as 1000. */
  per: z.number().nullable(),
  direction,
  directionWhy: text,
  /** An agreed limit within which a share is measured; and a target share. */
  limit: z.strictObject({ value: z.number(), unit: z.enum(["minutes", "days"]) }).nullable(),
  target: z.strictObject({ value: z.number(), words: text }).nullable(),
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
});

export const coverage = z.strictObject({
  partner: text,
  kind: text,
  month,
  /** silent: a submission covers the month and holds no record; missing: no submission covers it. */
  state: z.enum(["reported", "silent", "missing"]),
});

/** A count under the small-number rule; null where it is hidden. */
const guardedCount = z.strictObject({
  status: z.enum(["value", "hidden"]),
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

export const revision = z.strictObject({
  ...place,
  was: z.strictObject({ status: text, value: z.number().nullable() }),
  now: z.strictObject({ status: text, value: z.number().nullable() }),
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

export const disclosureReport = z.strictObject({
  tier: tierName,
  rules: z.array(z.strictObject({ name: text, words: text, source: text })),
  figures: count,
  shown: count,
  hidden: z.array(z.strictObject({ why: reason, figures: count })),
  absent: z.array(z.strictObject({ why: reason, figures: count })),
});

export const family = z.strictObject({
  id: text,
  title: text,
  /** The question in plain words: "Are partners acting faster?" */
  question: text,
  /** The indicator that answers it on the overview. */
  leads: text,
  doesNotShow: text,
});

/** What the release is about: programme, partners, words for every code, indicators in order. */
export const about = z.strictObject({
  format: z.literal("plumbline-release/1"),
  tier: tierName,
  release: z.strictObject({ id: text, title: text, cutOff: day, published: day }),
  previous: z.strictObject({ id: text, title: text, published: day }).nullable(),
  programme: z.strictObject({
    id: text,
    name: text,
    about: text,
    synthetic: z.boolean(),
    currency: text,
    contact: text.nullable(),
  }),
  period: z.strictObject({ from: month, to: month }),
  partners: z.array(
    z.strictObject({ id: text, name: text, sector: text, region: text.nullable() }),
  ),
  families: z.array(family),
  indicators: z.array(text),
  /** Indicators that nothing was submitted for, or that no partner keeps a record of. */
  notMeasured: z.array(
    z.strictObject({ id: text, title: text, kinds: z.array(text), why: reason }),
  ),
  /** Words for codes, per dimension: labels.threat_type.fraud = "Fraud and money laundering". */
  labels: z.record(text, z.record(text, text)),
});

export const manifest = z.strictObject({
  format: z.literal("plumbline-release/1"),
  release: text,
  tier: tierName,
  supersedes: text.nullable(),
  /** Digests of every file of pipelines/, which decides what a number is. */
  inputs: z.array(z.strictObject({ path: text, sha256: digest })),
  files: z.array(z.strictObject({ path: text, bytes: count, sha256: digest })),
});

export type TierName = z.infer<typeof tierName>;
export type Unit = z.infer<typeof unit>;
export type Reason = z.infer<typeof reason>;
export type Figure = z.infer<typeof figure>;
export type Curve = z.infer<typeof curve>;
export type Headline = z.infer<typeof headline>;
export type Definition = z.infer<typeof definition>;
export type Coverage = z.infer<typeof coverage>;
export type Quality = z.infer<typeof quality>;
export type GuardedCount = z.infer<typeof guardedCount>;
export type Revision = z.infer<typeof revision>;
export type CodebookKind = z.infer<typeof codebookKind>;
export type DisclosureReport = z.infer<typeof disclosureReport>;
export type Family = z.infer<typeof family>;
export type About = z.infer<typeof about>;
export type Manifest = z.infer<typeof manifest>;
