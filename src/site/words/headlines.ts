import type { About, Definition, Figure, Headline } from "../../release/schema.ts";
import { formatPeriod } from "./dates.ts";
import { formatInterval } from "./intervals.ts";
import { formatInWords, type Scale } from "./numbers.ts";
import { sayMissing } from "./status.ts";
import { inReadableUnit } from "./units.ts";

/** A finding in pieces, so that a page can set the number apart; joined, they are the sentence. */
export interface Finding {
  readonly before: string;
  readonly value: string;
  readonly after: string;
  /** " (5.8 to 6.7)", or empty. */
  readonly interval: string;
  /** ", quicker than a year before." */
  readonly change: string;
}

/** The scale of one statistic of an indicator. */
export function scaleOf(definition: Definition, statistic: string, about: About): Scale {
  const known = definition.statistics.find(({ name }) => name === statistic);
  return {
    unit: known?.unit ?? definition.unit,
    decimals: known?.decimals ?? 0,
    currency: about.programme.currency,
    per: definition.per,
  };
}

/** The indicator's headline as a finding with its number, its doubt and its change. */
export function sayHeadline(definition: Definition, headline: Headline, about: About): Finding {
  if (headline.latest.value === null) return sayNothing(definition, headline.latest);
  const own = scaleOf(definition, headline.statistic, about);
  const { scale, figures } = inReadableUnit([headline.latest], own);
  const latest = figures[0]!;
  const [before = "", after = ""] = definition.says.headline.split("{value}");
  const interval = formatInterval(latest, scale);
  return {
    before,
    value: formatInWords(latest.value!, scale),
    after,
    interval: interval === "" ? "" : ` (${interval})`,
    change: `${sayVerdict(definition, headline)}.`,
  };
}

/** The finding as one sentence. */
export function joinFinding(finding: Finding): string {
  const { before, value, after, interval, change } = finding;
  return before + value + after + interval + change;
}

function sayNothing(definition: Definition, latest: Figure): Finding {
  const rest = `: ${sayMissing(latest)}.`;
  return { before: definition.title, value: "", after: rest, interval: "", change: "" };
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
export function sayComparison(definition: Definition, headline: Headline, about: About): string {
  const { latest, before } = headline;
  if (before === null) return "There is no earlier year to compare with.";
  const period = formatPeriod(before.from, before.to);
  if (before.value === null) return `The year before (${period}) is ${sayMissing(before)}.`;
  const own = scaleOf(definition, headline.statistic, about);
  const { scale, figures } = inReadableUnit([before], own, [latest]);
  const interval = formatInterval(figures[0]!, scale);
  const was = formatInWords(figures[0]!.value!, scale) + (interval === "" ? "" : ` (${interval})`);
  return `A year before it was ${was}. ${explainVerdict(headline)}`;
}

function explainVerdict({ change, latest }: Headline): string {
  const none = latest.value !== null && latest.lower === null && latest.upper === null;
  return change.verdict === "cannot be compared" && none
    ? "Without an interval nobody can say whether the difference is more than chance."
    : verdictWords[change.verdict];
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
