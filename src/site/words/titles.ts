import type { Figure } from "../../release/schema.ts";
import { formatPeriodShort } from "./dates.ts";
import { nameBreakdown } from "./names.ts";
import { formatCount, formatInWords, type Scale } from "./numbers.ts";

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** A trend's title: the last figure, and between what it has lain. It claims no change. */
export function titleTrend(label: string, figures: readonly Figure[], scale: Scale): string {
  const known = figures.filter(({ value }) => value !== null);
  const last = known.at(-1);
  if (last === undefined) return `${label}: no period can be shown`;
  const numbers = known.map(({ value }) => value!);
  const say = (value: number): string => formatInWords(value, scale);
  const now = `${label}: ${say(last.value!)} in ${formatPeriodShort(last.from, last.to)}`;
  if (known.length === 1) return now;
  const span = `${say(Math.min(...numbers))} and ${say(Math.max(...numbers))}`;
  return `${now}; every ${nameBreakdown(last.breakdown)} lay between ${span}`;
}

/** The title of a picture by partner, region …: between what the figures lie, and names nobody. */
export function titleDots(
  label: string,
  breakdown: string,
  figures: readonly Figure[],
  scale: Scale,
): string {
  const numbers = figures.flatMap(({ value }) => (value === null ? [] : [value]));
  const by = nameBreakdown(breakdown);
  if (numbers.length === 0) return `${label}: no ${by} can be shown`;
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (numbers.length === 1)
    return `${label}: one ${by} can be shown, at ${formatInWords(least, scale)}`;
  return `${label}: from ${formatInWords(least, scale)} to ${formatInWords(most, scale)} by ${by}`;
}

/** The title of a picture over two dimensions. */
export function titleCrossed(label: string, breakdown: string): string {
  return `${label} by ${nameBreakdown(breakdown)}`;
}

/** The title of a curve of durations. */
export function titleSurvival(label: string, value: number | null, scale: Scale): string {
  if (value === null) return "How long cases wait";
  return `How long cases wait: ${lowerFirst(label)} ${formatInWords(value, scale)}`;
}

export const titleReliability = "How often forecasts came true, beside the probability they gave";

/** What a picture shows, for a reader who does not see it. */
export function describeChart(form: string, figures: readonly Figure[]): string {
  const missing = figures.filter(({ value }) => value === null).length;
  const gaps = missing === 0 ? "" : ` ${formatCount(missing, "figure")} of them cannot be shown.`;
  return `${form} of ${formatCount(figures.length, "figure")}, each with its interval.${gaps} The table beside it holds every number.`;
}
