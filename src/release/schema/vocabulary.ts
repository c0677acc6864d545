import { z } from "zod";

/** Words that stand for something in the files of a release. */

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

export type TierName = z.infer<typeof tierName>;
export type Unit = z.infer<typeof unit>;
export type Reason = z.infer<typeof reason>;
export type Mark = z.infer<typeof mark>;
export type Confidentiality = z.infer<typeof confidentiality>;
