import { z } from "zod";
import { count, day, month, text } from "./shapes.ts";

const limits = z.tuple([z.number(), z.number()]);

/** What a point is beside the others: noise, or a change for a reason and which way. */
export const variation = z.enum(["noise", "better", "worse", "up", "down"]);

/** Whether a process will reach its target by itself, as it goes now. */
export const assurance = z.enum(["meets", "hit and miss", "misses"]);

/** Why a period is in no chart. */
export const leftOutWhy = z.enum([
  "hidden", // too few cases stand behind it
  "absent", // nothing to measure, or a quantile is not reached
  "not settled", // cases of it are still being decided
  "not all reported", // a partner is missing, so that a count would be too low
]);

/** One period of a chart. */
const chartedPoint = z.strictObject({
  /** "2026-03" or "2026-Q1". */
  period: text,
  from: month,
  to: month,
  value: z.number(),
  /** Of the stretch that the point is in; null where it has no second point. */
  mean: z.number(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  variation,
});

/** One indicator as a process over time. */
export const judgement = z.strictObject({
  indicator: text,
  statistic: text,
  /** What the points are; null where too few of either can be shown. */
  by: z.enum(["month", "quarter"]).nullable(),
  chart: z.enum(["xmr", "p", "u", "p-prime", "u-prime"]),
  /** Why nothing is said; null where it is judged. */
  why: z
    .enum(["too few points", "too few cases", "counted otherwise", "not alike", "not over time"])
    .nullable(),
  points: z.array(chartedPoint),
  leftOut: z.array(z.strictObject({ period: text, why: leftOutWhy })),
  /** Of the last point. */
  variation: variation.nullable(),
  /** The first period of the run that ends with the last point, where that is more than noise. */
  since: text.nullable(),
  target: z.number().nullable(),
  assurance: assurance.nullable(),
});

/** One partner beside the others, of cases of the latest twelve months. */
const comparedPartner = z.strictObject({
  partner: text,
  numerator: count,
  denominator: count,
  value: z.number(),
  /** How far it lies from all together, in standard errors by chance alone. */
  z: z.number(),
  /** Between which a partner of its size lies in 95 and in 99.8 of 100 cases. */
  limits95: limits,
  limits998: limits,
  /** Beyond the limits of 99.8%. */
  apart: z.enum(["above", "below"]).nullable(),
});

/** The partners side by side on one indicator. */
export const comparison = z.strictObject({
  indicator: text,
  statistic: text,
  from: month,
  to: month,
  /** All together. */
  overall: z.number().nullable(),
  /**
   * Mean square of the z-scores, 1 by chance; and the variance between partners beyond chance, on
   * the scale of the arcsine of the root.
   */
  phi: z.number().nullable(),
  tau2: z.number().nullable(),
  /** In the order of the programme. */
  partners: z.array(comparedPartner),
  /** Partners of which too few cases are known, or none. */
  tooFew: z.array(text),
  why: z.enum(["too few partners"]).nullable(),
});

const attentionKinds = [
  z.strictObject({
    kind: z.literal("worse"),
    indicator: text,
    since: text,
    to: text,
    evidence: z.array(text),
  }),
  z.strictObject({
    kind: z.literal("misses target"),
    indicator: text,
    target: z.number(),
    lower: z.number(),
    upper: z.number(),
    evidence: z.array(text),
  }),
  z.strictObject({
    kind: z.literal("overdue"),
    addressee: text,
    recommendations: z.array(text),
    /** The day by which the oldest of them was due. */
    oldest: day,
    evidence: z.array(text),
  }),
  z.strictObject({
    kind: z.literal("overdue counted"),
    indicator: text,
    /** Recommendations past their day that nobody independent has seen done, by who owes them. */
    owners: z.array(z.strictObject({ partner: text, count })),
    evidence: z.array(text),
  }),
  z.strictObject({
    kind: z.literal("stopped reporting"),
    partner: text,
    kinds: z.array(text),
    /** The first month that is missing, as is every later one; null: none was ever sent. */
    since: month.nullable(),
    months: count,
    evidence: z.array(text),
  }),
  z.strictObject({
    kind: z.literal("vacant posts"),
    indicator: text,
    /** The last month that the figure speaks of. */
    to: month,
    value: z.number(),
    evidence: z.array(text),
  }),
  z.strictObject({
    kind: z.literal("funding gap"),
    indicator: text,
    to: month,
    /** The share of the need that is committed. */
    value: z.number(),
    evidence: z.array(text),
  }),
] as const;

/** One thing that needs a sponsor, and what shows it: references as the register makes them. */
export const attention = z.discriminatedUnion("kind", [...attentionKinds]);

/** What a restricted release says to those who steer; worked out from its own figures and rows. */
export interface Steering {
  readonly health: readonly Judgement[];
  readonly comparison: readonly Comparison[];
  readonly attention: readonly Attention[];
}

export type Variation = z.infer<typeof variation>;
export type Assurance = z.infer<typeof assurance>;
export type Judgement = z.infer<typeof judgement>;
export type ChartedPoint = z.infer<typeof chartedPoint>;
export type Comparison = z.infer<typeof comparison>;
export type ComparedPartner = z.infer<typeof comparedPartner>;
export type Attention = z.infer<typeof attention>;
