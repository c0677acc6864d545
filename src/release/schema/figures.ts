import { z } from "zod";
import { count, month, place, text } from "./shapes.ts";
import { confidentiality, mark, reason } from "./vocabulary.ts";

/** Figures, curves and headlines of indicators. */

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
  /** A change of method between the two, so that they are not compared. */
  countedOtherwise: z.strictObject({ from: month, title: text }).nullable(),
  change: z.strictObject({
    verdict: z.enum(["higher", "lower", "no clear change", "cannot be compared"]),
    difference: z.number().nullable(),
    lower: z.number().nullable(),
    upper: z.number().nullable(),
  }),
});
export type Figure = z.infer<typeof figure>;
export type Curve = z.infer<typeof curve>;
export type Headline = z.infer<typeof headline>;
