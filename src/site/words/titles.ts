import type { About, Definition, Figure } from "../../release/schema.ts";
import { formatPeriodShort } from "./dates.ts";
import { sayInterval } from "./intervals.ts";
import { nameBreakdown, nameCategory, nameSubcategory } from "./names.ts";
import { formatCell, formatCount, formatPlain, joinWords, type Scale } from "./numbers.ts";
import { sayFew } from "./status.ts";
import { fillIn, isShown, qualify, sayValue, type Shown } from "./values.ts";

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
 * their sentence speaks of twelve months; so are scores, whose sentence explains the scale, and
 * comparisons of groups, whose axis has signs.
 */
export function subjectOf(definition: Definition, statistic: string): Subject {
  const label = definition.statistics.find(({ name }) => name === statistic)?.label ?? "";
  const telling = ["duration", "forecast"].includes(definition.measure) && label !== "";
  return {
    name: telling ? `${definition.title}, ${lowerLabel(label)}` : definition.title,
    sentence: ["count", "amount", "forecast", "ratio"].includes(definition.measure)
      ? null
      : definition.says.headline.split("{doubt}")[0]!,
  };
}

/** A trend's title: the last figure with its doubt, and between what it has lain. It claims no change. */
export function titleTrend(subject: Subject, figures: readonly Figure[], scale: Scale): string {
  const known = figures.filter(isShown);
  const last = known.at(-1);
  const low = sayLow(figures, scale);
  if (last === undefined) return `${subject.name}: ${low || "no period can be shown"}`;
  const value = sayValue(last, scale);
  const told =
    subject.sentence === null ? `${subject.name}: ${value}` : fillIn(subject.sentence, value);
  const doubt = sayInterval(last, scale);
  const now = `${told} in ${sayPeriod(last)}${doubt === "" ? "" : ` (${doubt})`}`;
  const others = low === "" ? "" : `, and ${low}`;
  if (known.length === 1) return now + others;
  const shown = known.length < figures.length ? " shown" : "";
  const period = nameBreakdown(last.breakdown);
  const [least, most] = findEnds(known);
  if (sayValue(least, scale) === sayValue(most, scale))
    return `${now}, as in every ${period}${shown}${others}`;
  if (least.bound !== null || most.bound !== null)
    return `${now}; ${period}s${shown} ranged from ${saySpan(least, most, "to", scale)}${others}`;
  return `${now}; every ${period}${shown} lay between ${saySpan(least, most, "and", scale)}${others}`;
}

/** "3 months had fewer than 10": what is too low to be shown is not what nobody knows. */
function sayLow(figures: readonly Figure[], { base }: Scale): string {
  const low = figures.filter(({ mark }) => mark === "[low]");
  if (low.length === 0) return "";
  return `${formatCount(low.length, nameBreakdown(low[0]!.breakdown))} had ${sayFew(base)}`;
}

/** "Mar 2026", "the year to Sep 2026": a period within a sentence. */
function sayPeriod({ from, to }: Pick<Figure, "from" | "to">): string {
  return formatPeriodShort(from, to).replace(/^Year/, "the year");
}

/** Which periods will still change, where a figure speaks of what became of cases; else empty. */
export function sayUnsettled({ settlesAfter }: Pick<Definition, "settlesAfter">): string {
  if (settlesAfter === null || settlesAfter === 0) return "";
  const months = settlesAfter === 1 ? "month" : `${settlesAfter} months`;
  return `the last ${months} can still change, as cases are decided`;
}

/** The title of a picture by partner, region …: between what the figures lie, and names nobody. */
export function titleDots(
  { name: label }: Subject,
  breakdown: string,
  figures: readonly Figure[],
  scale: Scale,
): string {
  const known = figures.filter(isShown);
  const by = nameBreakdown(breakdown);
  const named = label.toLowerCase().endsWith(` by ${by}`) ? label : `${label}, by ${by}`;
  if (known.length === 0) return `${label}: no ${by} can be shown`;
  const [least, most] = findEnds(known);
  if (known.length === 1) return `${label}: one ${by} can be shown, at ${sayValue(least, scale)}`;
  return `${named}: from ${saySpan(least, most, "to", scale)}`;
}

/** Between what the figures that are shown lie: "from 7.5 to 9.0 hours"; empty where none is. */
export function saySpanOf(figures: readonly Figure[], scale: Scale): string {
  const known = figures.filter(isShown);
  if (known.length === 0) return "";
  const [least, most] = findEnds(known);
  return sayValue(least, scale) === sayValue(most, scale)
    ? `always ${sayValue(least, scale)}`
    : `from ${saySpan(least, most, "to", scale)}`;
}

function findEnds<S extends Shown>(known: readonly S[]): [S, S] {
  const sorted = known.toSorted((a, b) => a.value - b.value);
  return [sorted[0]!, sorted.at(-1)!];
}

/** "5.1 and 6.7 hours": the unit is said once, where it is a word. */
function saySpan(least: Shown, most: Shown, word: "and" | "to", scale: Scale): string {
  const worded = ["hours", "minutes", "days", "months", "points"].includes(scale.unit);
  const first = worded
    ? qualify(least, formatCell(least.value, scale, least.decimals))
    : sayValue(least, scale);
  return `${first} ${word} ${sayValue(most, scale)}`;
}

/** The title of a picture over two dimensions: its last period, part by part. */
export function titleCrossed(about: About, figures: readonly Figure[], scale: Scale): string {
  const last = figures.at(-1)!;
  const parts = figures
    .filter(({ category }) => category === last.category)
    .flatMap((figure) => {
      const name = lowerFirst(nameSubcategory(about, figure));
      if (isShown(figure)) return `${sayValue(figure, scale)} ${name}`;
      return figure.mark === "[low]" ? `${sayFew(scale.base)} ${name}` : [];
    });
  const period = nameCategory(about, last);
  return parts.length === 0 ? `${period}: nothing can be shown` : `${period}: ${joinWords(parts)}`;
}

/** The title of a curve of durations. */
export function titleSurvival(subject: Subject, figure: Figure, scale: Scale): string {
  if (!isShown(figure) || subject.sentence === null) return `${subject.name}: how long cases wait`;
  return `${fillIn(subject.sentence, sayValue(figure, scale))}; others wait longer`;
}

export const titleReliability = "How often forecasts came true, beside the probability they gave";

/** What a picture shows, for a reader who does not see it. */
export function describeChart(form: string, figures: readonly Figure[]): string {
  const missing = figures.filter((figure) => !isShown(figure)).length;
  const gaps = missing === 0 ? "" : ` ${formatPlain(missing, 0)} of them cannot be shown.`;
  return `${form} of ${formatCount(figures.length, "figure")}, each with its interval.${gaps} The table below it holds every number.`;
}
