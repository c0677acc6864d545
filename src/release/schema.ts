import { z } from "zod";

export * from "./audit-schema.ts";
export * from "./register-schema.ts";
export * from "./steering-schema.ts";

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
  "points", // the difference of two shares, a fraction of 1 as they are
  "ratio",
  "count",
  "score",
  "hours",
  "minutes",
  "days",
  "months",
  "rate",
  "money",
]);
export const direction = z.enum(["higher", "lower", "none"]);
export const measureName = z.enum([
  "count",
  "amount",
  "money-share",
  "proportion",
  "rate",
  "duration",
  "forecast",
  "score",
  "ratio",
]);

/** Why a figure shows no number; the site has one sentence for each. */
export const reason = z.enum([
  "small number", // hidden: too few cases on one side of it, or of one outcome
  "few cases", // hidden: fewer cases stand behind it than the tier shows
  "dominated", // hidden: few cases or one partner make up most of a sum
  "protects another", // hidden: a hidden sum could be worked out from it
  "no cases", // absent: nothing was submitted for it
  "not recorded", // absent: this partner keeps no such record
  "not reached", // absent: too many cases are still open for this quantile
  "undefined", // absent: the arithmetic has no answer, such as a rate over nothing
]);

/**
 * The bracketed shorthand of the UK Government Analysis Function for a cell of a table, empty where
 * a number is shown as it is.
 */
export const mark = z.enum(["", "[c]", "[low]", "[x]", "[z]", "[r]"]);

/** SDMX CL_CONF_STATUS: free, primary (small counts), primary (other), secondary. */
export const confidentiality = z.enum(["F", "A", "C", "D"]);

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
  /** Cases behind the figure, as rounded; null where it is hidden. */
  n: count.nullable(),
  why: reason.nullable(),
  /** Nearly all cases or none: the value is no more than a bound. */
  bound: z.enum(["at least", "at most"]).nullable(),
  /** The value is rounded so much that it has to be called "about". */
  about: z.boolean(),
  /** Decimals that the value bears; of a share, those of its per cent. */
  decimals: count,
  mark,
  conf_status: confidentiality,
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

export const coverage = z.strictObject({
  partner: text,
  kind: text,
  month,
  /** silent: a submission covers the month and holds no record; missing: no submission covers it. */
  state: z.enum(["reported", "silent", "missing"]),
});

/** A count under the small-number rule; null where it is hidden. */
/** hidden: it is below the base of the tier; withheld: nothing is said of it. */
const guardedCount = z.strictObject({
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

/** leadership: a sponsor's post changed hands; method: something is counted or done otherwise. */
export const eventKind = z.enum(["leadership", "method"]);

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
  /** What the programme says happened, up to the cut-off, to be marked on every time line. */
  events: z.array(z.strictObject({ month, kind: eventKind, title: text })),
  families: z.array(family),
  indicators: z.array(text),
  /** Indicators that nothing was submitted for, or that no partner keeps a record of. */
  notMeasured: z.array(
    z.strictObject({ id: text, title: text, kinds: z.array(text), why: reason }),
  ),
  /** Words for codes, per dimension: labels.threat_type.fraud = "Fraud and money laundering". */
  labels: z.record(text, z.record(text, text)),
});

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
export type EventKind = z.infer<typeof eventKind>;
export type RevisionKind = z.infer<typeof revisionKind>;
export type Submission = z.infer<typeof submission>;
export type CodebookKind = z.infer<typeof codebookKind>;
export type DisclosureReport = z.infer<typeof disclosureReport>;
export type Mark = z.infer<typeof mark>;
export type Confidentiality = z.infer<typeof confidentiality>;
export type TallyInfo = z.infer<typeof tallyInfo>;
export type AmountProof = z.infer<typeof amountProof>;
export type Certificate = z.infer<typeof certificate>;
export type Family = z.infer<typeof family>;
export type About = z.infer<typeof about>;
export type Manifest = z.infer<typeof manifest>;
