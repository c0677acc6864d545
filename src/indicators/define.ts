import type { MeasureName } from "../measures/measure.ts";
import type { Unit } from "../release/schema.ts";

/** What `indicator.ts` says; the rest of an indicator is its SQL and its worked examples. */
export interface IndicatorText {
  readonly title: string;
  /** Goes up when a figure would no longer mean the same; 1 where it is left out. */
  readonly version?: number;
  /** An id of `pipelines/3-indicators/families.ts`, and the place within it. */
  readonly family: string;
  readonly order: number;
  readonly question: string;
  readonly counts: string;
  readonly leavesOut: string;
  /** The arithmetic in words: "alerts acted on within the limit ÷ alerts due". */
  readonly formula: string;
  readonly measure: MeasureName;
  /** Unit of the headline statistic. */
  readonly unit: Unit;
  /** The statistic a page opens with, where it is not the measure's first. */
  readonly headline?: string;
  /** duration: the unit of the SQL's bins, where it differs from `unit`. */
  readonly binUnit?: "minutes";
  /** rate: the exposure it is given for. */
  readonly per?: number;
  /**
   * Months after which a month's figure is settled, where it speaks of what became of cases; 0
   * unless told. Younger months are given, and not judged: the quick cases are decided first. null:
   * no month ever is, because what is counted is what is still open at the cut-off.
   */
  readonly settlesAfter?: number | null;
  /** The agreed limit in the unit of the SQL's bins; programme.yaml may set its own value. */
  readonly limit?: { readonly value: number; readonly unit: "minutes" | "days" };
  /** What a reader has to know of the year before: `judged` false withholds the verdict. */
  readonly yearBefore?: { readonly judged: boolean; readonly why: string };
  readonly target?: { readonly value: number; readonly words: string };
  readonly direction: "higher" | "lower" | "none";
  readonly directionWhy: string;
  /**
   * A sentence with `{value}`, or with `{difference}`, which says a number below 0 as "2 … lower" and
   * is followed by what it is lower than; and what a figure above or below the year before is called.
   * Interval and change end the sentence, or stand where it has `{doubt}`.
   */
  readonly says: { readonly headline: string; readonly higher: string; readonly lower: string };
  /** Record kinds whose tallies the SQL reads: files of `pipelines/2-tallies`. */
  readonly tallies: readonly string[];
  /** Each a dimension, or two joined by a comma; "year" comes first and of itself. */
  readonly breakdowns: readonly string[];
  /** Words for the codes of a dimension that a tally or the SQL makes up, in the order shown. */
  readonly labels?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly source: string;
  readonly caveats: readonly string[];
}

/** Checks what the type cannot and returns the text. */
export function defineIndicator(text: IndicatorText): IndicatorText {
  const [told = ""] = text.says.headline.split("{doubt}");
  if (!/\{(value|difference)\}/.test(told)) {
    throw new TypeError(`${text.title}: says.headline has no {value} before its {doubt}`);
  }
  if (text.measure === "rate" && text.per === undefined) {
    throw new TypeError(`${text.title}: a rate says what it is per`);
  }
  return text;
}
