import type { About, Definition, Figure, Headline } from "../../release/schema.ts";
import { formatMonth, formatPeriod } from "./dates.ts";
import { isComparable, sayDifference, sayDifferences } from "./differences.ts";
import { sayInterval } from "./intervals.ts";
import type { Scale } from "./numbers.ts";
import { scaleOf, type Edition } from "./scales.ts";
import { sayFew, sayMissing } from "./status.ts";
import { inReadableUnit } from "./units.ts";
import { capital, isShown, sayValue, type Shown } from "./values.ts";

/** A finding in pieces, so that a page can set the number apart; joined, they are the sentence. */
export interface Finding {
  readonly before: string;
  readonly value: string;
  readonly after: string;
  /** " (5.8 to 6.7)", or empty. */
  readonly interval: string;
  /** ", quicker than a year before" */
  readonly change: string;
  /** What stands behind the doubt, and the full stop: "; 0 is perfect." */
  readonly rest: string;
}

/** The indicator's headline as a finding with its number, its doubt and its change. */
export function sayHeadline(definition: Definition, headline: Headline, release: Edition): Finding {
  const own = scaleOf(definition, headline.statistic, release);
  const { scale, figures } = inReadableUnit([headline.latest], own);
  const latest = figures[0]!;
  if (!isShown(latest)) return sayNothing(definition, latest, scale.base);
  const { value, interval } = sayNumber(definition, latest, scale);
  return {
    ...setIn(definition, value),
    interval: interval === "" ? "" : ` (${interval})`,
    change: sayVerdict(definition, headline),
  };
}

/** The finding as one sentence. */
export function joinFinding(finding: Finding): string {
  const { before, value, after, interval, change, rest } = finding;
  return before + value + after + interval + change + rest;
}

/** The sentence around its number; what it holds after {doubt} stands behind interval and change. */
function setIn(
  { says }: Definition,
  value: string,
): Pick<Finding, "before" | "value" | "after" | "rest"> {
  const [told = "", rest = ""] = says.headline.split("{doubt}");
  const [before = "", after = ""] = told.split(/\{(?:value|difference)\}/);
  return { before, value: before === "" ? capital(value) : value, after, rest: `${rest}.` };
}

/** The number and its interval as the sentence wants them: with signs, or as "2 … lower". */
function sayNumber(
  { says }: Definition,
  figure: Figure & Shown,
  scale: Scale,
): Record<"value" | "interval", string> {
  const compared = says.headline.includes("{difference}") && isComparable(figure);
  return compared
    ? { value: sayDifference(figure, scale), interval: sayDifferences(figure, scale) }
    : { value: sayValue(figure, scale), interval: sayInterval(figure, scale) };
}

/** A count that is too low is a finding: "Fewer than 10 complaints were received." */
function sayNothing(definition: Definition, latest: Figure, base: number | null): Finding {
  const none = { interval: "", change: "" };
  if (latest.mark === "[low]") return { ...setIn(definition, sayFew(base)), ...none };
  const missing = `: ${sayMissing(latest, base)}`;
  return { before: definition.title, value: "", after: missing, ...none, rest: "." };
}

/** The end of the sentence. "Change" is used only where the method says it is more than noise. */
function sayVerdict(definition: Definition, headline: Headline): string {
  const than = (words: string): string =>
    /\byear\b/.test(words) ? words : `${words} than ${sayBefore(words)}`;
  switch (headline.change.verdict) {
    case "higher":
      return `, ${than(definition.says.higher)}`;
    case "lower":
      return `, ${than(definition.says.lower)}`;
    case "no clear change":
      return ", with no clear change from a year before";
    case "cannot be compared":
      return "";
  }
}

/** "More than a year before" would speak of time; "more than in the year before" does not. */
function sayBefore(words: string): string {
  return ["more", "fewer", "less"].includes(words) ? "in the year before" : "a year before";
}

/** The comparison in a sentence of its own: the year before, and whether the two truly differ. */
export function sayComparison(
  definition: Definition,
  headline: Headline,
  release: Edition,
): string {
  const { latest, before } = headline;
  if (before === null) return "There is no earlier year to compare with.";
  const { yearBefore } = definition;
  const own = scaleOf(definition, headline.statistic, release);
  const { scale, figures } = inReadableUnit([before], own, [latest]);
  const was = figures[0]!;
  if (was.mark === "[low]")
    return `A year before it was ${sayFew(scale.base)}. ${explainVerdict(definition, headline)}`;
  if (!isShown(was)) {
    if (yearBefore?.judged === false) return `No year before is given. ${yearBefore.why}`;
    const period = formatPeriod(before.from, before.to);
    return `The year before (${period}) is ${sayMissing(before, scale.base)}.`;
  }
  const { value, interval } = sayNumber(definition, was, scale);
  const than = definition.says.headline.includes("{difference}") ? setIn(definition, "").after : "";
  const said = value + than + (interval === "" ? "" : ` (${interval})`);
  return `A year before it was ${said}. ${explainVerdict(definition, headline)}`;
}

/** Whether the two years truly differ, and with what care that is to be read. */
function explainVerdict(
  { measure, yearBefore }: Pick<Definition, "measure" | "yearBefore">,
  { change, latest, before, countedOtherwise }: Headline,
): string {
  const why = yearBefore === undefined ? "" : ` ${yearBefore.why}`;
  if (change.verdict !== "cannot be compared") return verdictWords[change.verdict] + why;
  if (countedOtherwise !== null) {
    const { from, title } = countedOtherwise;
    return `It is counted otherwise since ${formatMonth(from)} (“${title}”), so the two are not compared.`;
  }
  if (yearBefore?.judged === false) return `The two are not compared.${why}`;
  if (latest.bound !== null || before?.bound != null)
    return "Only a bound can be given for one of the two, so they are not compared.";
  if (measure === "amount" || measure === "money-share") return moneyWords + why;
  const none = isShown(latest) && latest.lower === null && latest.upper === null;
  return none
    ? "Without an interval nobody can say whether the difference is more than chance."
    : verdictWords[change.verdict];
}

const moneyWords =
  "Both are added up in full and have no interval; what the difference means is not judged here.";

/** The verdict in a table's cell. */
export function nameVerdict({ change, latest, before }: Headline): string {
  if (before === null) return "no earlier year";
  if (change.verdict !== "cannot be compared") return change.verdict;
  return isShown(latest) && isShown(before) ? "not judged" : "no year before given";
}

const verdictWords: Record<Headline["change"]["verdict"], string> = {
  higher: "The difference is more than chance explains.",
  lower: "The difference is more than chance explains.",
  "no clear change": "The two are too close to call it a change.",
  "cannot be compared": "The two years cannot be compared.",
};

/** What a number measures, where and when: a chart's subtitle. */
export function sayMeasure(label: string, unit: string, about: About, period: string): string {
  const measure = unit === "" ? label : `${label}, ${unit}`;
  return `${measure}. ${about.programme.name}, ${period}.`;
}

/** The period of a set of figures, from the first month to the last. */
export function periodOf(figures: readonly Pick<Figure, "from" | "to">[]): string {
  const from = figures.reduce((first, figure) => (figure.from < first ? figure.from : first), "9");
  const to = figures.reduce((last, figure) => (figure.to > last ? figure.to : last), "0");
  return figures.length === 0 ? "" : formatPeriod(from, to);
}
