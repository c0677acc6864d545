import type { About, ChartedPoint } from "../../release/schema.ts";
import type { Judged } from "../steering/judged.ts";
import { formatPeriod } from "./dates.ts";
import { formatInWords, formatCell, formatCount, joinWords } from "./numbers.ts";
import { sayFew } from "./status.ts";
import { isShown, sayValue } from "./values.ts";

/** A span of points in words: "March 2026", "April to June 2026". */
export function nameSpan(first: ChartedPoint, last: ChartedPoint = first): string {
  return formatPeriod(first.from, last.to);
}

/** The last point as it is published: "about 40%", "fewer than 5". */
export function sayLatest({ latest, points, scale, decimals, indicator }: Judged): string {
  if (latest !== undefined && isShown(latest)) return sayValue(latest, scale);
  const { value } = points.at(-1)!;
  const { definition } = indicator;
  // What is not published by itself is said no more exactly than if it were.
  const isRough = scale.unit === "share" && definition.rounded;
  const isFew = scale.unit === "count" && scale.base !== null && value < scale.base;
  if (isFew) return sayFew(scale.base);
  return `${isRough ? "about " : ""}${formatInWords(value, scale, decimals)}`;
}

/** Between what the process lies while nothing changes it: "33% to 45%", "around 39%". */
export function sayRange({ points, scale, decimals }: Judged): string {
  const { lower, upper, mean } = points.at(-1)!;
  const say = (value: number): string => formatInWords(value, scale, decimals);
  if (lower === null || upper === null) return `around ${say(mean)}`;
  const worded = ["hours", "minutes", "days"].includes(scale.unit);
  return `${worded ? formatCell(lower, scale, decimals) : say(lower)} to ${say(upper)}`;
}

/** The same with its middle: "33% to 45%, around 39%". */
export function sayUsual(judged: Judged): string {
  const { points, scale, decimals } = judged;
  const { lower, upper, mean } = points.at(-1)!;
  if (lower === null || upper === null) return sayRange(judged);
  return `${sayRange(judged)}, around ${formatInWords(mean, scale, decimals)}`;
}

/** Why the last point is more than noise: the rule it fulfils, in words. Empty where it is noise. */
export function sayReason({ points, judgement }: Judged): string {
  const { since, by } = judgement;
  if (since === null) return "";
  const run = points.slice(points.findIndex(({ period }) => period === since));
  const last = run.at(-1)!;
  const unit = by === "quarter" ? "quarter" : "month";
  const outside = run.filter(isOutside);
  const sides = run.map(({ value, mean }) => Math.sign(value - mean));
  const side = sides[0]! > 0 ? "above" : "below";
  if (run.length >= 7 && sides.every((one) => one === sides[0])) {
    return `All ${run.length} ${unit}s since ${nameSpan(run[0]!)} lie ${side} the mean.`;
  }
  if (isOutside(last)) {
    const over = last.value > last.upper! ? "above" : "below";
    return `${nameSpan(last)} lies ${over} the usual range.`;
  }
  if (run.length >= 7) {
    const way = last.value > run[0]!.value ? "risen" : "fallen";
    return `It has ${way} ${unit} by ${unit} since ${nameSpan(run[0]!)}.`;
  }
  if (outside.length > 0) {
    return `${joinWords(outside.map((one) => nameSpan(one)))} lay outside the usual range, and those after lie close to its edge.`;
  }
  return `Two of the last three ${unit}s lie close to the ${side === "above" ? "upper" : "lower"} edge of the usual range.`;
}

export function isOutside({ value, lower, upper }: ChartedPoint): boolean {
  return (lower !== null && value < lower) || (upper !== null && value > upper);
}

/** Which points are in no chart and why, a sentence for each reason. */
export function sayLeftOut({ judgement, indicator }: Judged): string[] {
  const groups = Map.groupBy(judgement.leftOut, ({ why }) => why);
  const unit = judgement.by === "quarter" ? "quarter" : "month";
  const { settlesAfter } = indicator.definition;
  const because: Record<(typeof judgement.leftOut)[number]["why"], string> = {
    hidden: "too few cases stand behind a figure",
    absent: "there was nothing to measure, or too many cases are still open",
    "not settled":
      settlesAfter !== null && settlesAfter > 0
        ? `cases are still being decided, the quick ones first: a month is settled after ${formatCount(settlesAfter, "month")}`
        : "the period is not over, or too few of its cases are decided",
    "not all reported": "a partner is missing, so that the count would be too low",
  };
  return [...groups].map(([why, own]) => {
    const many = formatCount(own.length, unit);
    const is = own.length === 1 ? "is" : "are";
    return `${many} ${is} left out, because ${because[why]}.`;
  });
}

/** The last point that is judged, where it is not the last month of the release. */
export function sayJudgedTo({ points }: Judged, { period }: About): string {
  const last = points.at(-1);
  return last === undefined || last.to === period.to ? "" : `Judged up to ${nameSpan(last)}.`;
}
