import type { About, Definition, Figure } from "../../release/schema.ts";
import { formatPeriodShort } from "./dates.ts";
import { nameBreakdown, nameCategory, nameSubcategory } from "./names.ts";
import { formatCell, formatCount, formatInWords, joinWords, type Scale } from "./numbers.ts";

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** A label within a sentence: "median", but "Brier score", which is a name. */
export function lowerLabel(label: string): string {
  return label.startsWith("Brier") ? label : lowerFirst(label);
}

/** What a chart's title needs of the statistic it shows. */
export interface Subject {
  /** What is measured: "Time from alert to first action, median". */
  readonly name: string;
  /** "Half of joint alerts led to a first action within {value}", where it fits any period. */
  readonly sentence: string | null;
}

/**
 * The subject of an indicator's headline statistic. Counts and sums of a year are named, not said:
 * their sentence speaks of twelve months; so are scores, whose sentence explains the scale.
 */
export function subjectOf(definition: Definition, statistic: string): Subject {
  const label = definition.statistics.find(({ name }) => name === statistic)?.label ?? "";
  const telling = ["duration", "forecast"].includes(definition.measure) && label !== "";
  return {
    name: telling ? `${definition.title}, ${lowerLabel(label)}` : definition.title,
    sentence: ["count", "amount", "forecast"].includes(definition.measure)
      ? null
      : definition.says.headline,
  };
}

/** A trend's title: the last figure, and between what it has lain. It claims no change. */
export function titleTrend(subject: Subject, figures: readonly Figure[], scale: Scale): string {
  const known = figures.filter(({ value }) => value !== null);
  const last = known.at(-1);
  if (last === undefined) return `${subject.name}: no period can be shown`;
  const numbers = known.map(({ value }) => value!);
  const value = formatInWords(last.value!, scale);
  const told = subject.sentence?.replace("{value}", value) ?? `${subject.name}: ${value}`;
  const now = `${told} in ${sayPeriod(last)}`;
  if (known.length === 1) return now;
  const shown = known.length < figures.length ? " shown" : "";
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (formatCell(least, scale) === formatCell(most, scale))
    return `${now}, as in every ${nameBreakdown(last.breakdown)}${shown}`;
  const span = saySpan(least, most, "and", scale);
  return `${now}; every ${nameBreakdown(last.breakdown)}${shown} lay between ${span}`;
}

/** "Mar 2026", "the year to Sep 2026": a period within a sentence. */
function sayPeriod({ from, to }: Pick<Figure, "from" | "to">): string {
  return formatPeriodShort(from, to).replace(/^Year/, "the year");
}

/** The title of a picture by partner, region …: between what the figures lie, and names nobody. */
export function titleDots(
  { name: label }: Subject,
  breakdown: string,
  figures: readonly Figure[],
  scale: Scale,
): string {
  const numbers = figures.flatMap(({ value }) => (value === null ? [] : [value]));
  const by = nameBreakdown(breakdown);
  const named = label.toLowerCase().endsWith(` by ${by}`) ? label : `${label}, by ${by}`;
  if (numbers.length === 0) return `${label}: no ${by} can be shown`;
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (numbers.length === 1)
    return `${label}: one ${by} can be shown, at ${formatInWords(least, scale)}`;
  return `${named}: from ${saySpan(least, most, "to", scale)}`;
}

/** Between what the figures that are shown lie: "from 7.5 to 9.0 hours"; empty where none is. */
export function saySpanOf(figures: readonly Figure[], scale: Scale): string {
  const numbers = figures.flatMap(({ value }) => (value === null ? [] : [value]));
  if (numbers.length === 0) return "";
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return formatCell(least, scale) === formatCell(most, scale)
    ? `always ${formatInWords(least, scale)}`
    : `from ${saySpan(least, most, "to", scale)}`;
}

/** "5.1 and 6.7 hours": the unit is said once, where it is a word. */
function saySpan(least: number, most: number, word: "and" | "to", scale: Scale): string {
  const worded = ["hours", "minutes", "days"].includes(scale.unit);
  const first = worded ? formatCell(least, scale) : formatInWords(least, scale);
  return `${first} ${word} ${formatInWords(most, scale)}`;
}

/** The title of a picture over two dimensions: its last period, part by part. */
export function titleCrossed(about: About, figures: readonly Figure[], scale: Scale): string {
  const last = figures.at(-1)!;
  const parts = figures
    .filter(({ category, value }) => category === last.category && value !== null)
    .map((figure) => {
      const name = lowerFirst(nameSubcategory(about, figure));
      return `${formatInWords(figure.value!, scale)} ${name}`;
    });
  const period = nameCategory(about, last);
  return parts.length === 0 ? `${period}: nothing can be shown` : `${period}: ${joinWords(parts)}`;
}

/** The title of a curve of durations. */
export function titleSurvival(subject: Subject, value: number | null, scale: Scale): string {
  if (value === null || subject.sentence === null) return `${subject.name}: how long cases wait`;
  return `${subject.sentence.replace("{value}", formatInWords(value, scale))}; others wait longer`;
}

export const titleReliability = "How often forecasts came true, beside the probability they gave";

/** What a picture shows, for a reader who does not see it. */
export function describeChart(form: string, figures: readonly Figure[]): string {
  const missing = figures.filter(({ value }) => value === null).length;
  const gaps = missing === 0 ? "" : ` ${formatCount(missing, "figure")} of them cannot be shown.`;
  return `${form} of ${formatCount(figures.length, "figure")}, each with its interval.${gaps} The table below it holds every number.`;
}
