import type { IndicatorRelease } from "../release/read.ts";
import type { About, Definition, Figure } from "../release/schema.ts";
import { startsAtZero } from "./charts/axis.ts";
import { isOpen } from "./charts/open-ends.ts";
import { drawDots, drawStacked, drawTrend, type ChartText } from "./charts/index.ts";
import { groupMarks, listMarks, sayMarks, type MarkedEvent } from "./words/events.ts";
import { periodOf, sayMeasure } from "./words/headlines.ts";
import { anchorOf, isTime, nameCode } from "./words/names.ts";
import { nameUnit, type Scale } from "./words/numbers.ts";
import { scaleOf, type Edition } from "./words/scales.ts";
import {
  describeChart,
  lowerLabel,
  sayUnsettled,
  subjectOf,
  titleCrossed,
  titleDots,
  titleTrend,
} from "./words/titles.ts";
import { findNoDifference, inReadableUnit } from "./words/units.ts";
import { capital, isShown } from "./words/values.ts";

/** A chart with the words that stand around it. */
export interface Picture {
  readonly text: ChartText;
  readonly svg: string;
  /** What happened on its time line, by the letters that mark it. */
  readonly marks?: readonly MarkedEvent[];
}

type Draw = (
  indicator: IndicatorRelease,
  breakdown: string,
  figures: Figure[],
  release: Edition,
) => Promise<Picture>;

/**
 * The picture of one breakdown: the headline statistic over time, by code, or by both; undefined where
 * nothing is shown, or two codes are crossed, which is for a table.
 */
export async function drawBreakdown(
  indicator: IndicatorRelease,
  breakdown: string,
  release: Edition,
): Promise<Picture | undefined> {
  const { statistic } = indicator.headline;
  const figures = indicator.figures.filter(
    (figure) => figure.breakdown === breakdown && figure.statistic === statistic,
  );
  if (!figures.some(isShown)) return undefined;
  return chooseForm(breakdown)?.(indicator, breakdown, figures, release);
}

function chooseForm(breakdown: string): Draw | undefined {
  const [first = "", second] = breakdown.split(",");
  if (second === undefined) return isTime(first) ? trend : dots;
  return isTime(first) ? stacked : undefined;
}

const trend: Draw = async (indicator, breakdown, published, release) => {
  const { definition, headline } = indicator;
  const { figures, scale } = inReadableUnit(published, scaleOfHeadline(indicator, release));
  const title = titleTrend(subjectOf(definition, headline.statistic), figures, scale);
  const { target } = definition;
  const aim = target === null || scale.unit !== definition.unit ? {} : { target };
  const { reference } = referTo(scale);
  const text = textOf(
    indicator,
    breakdown,
    {
      ...{ title, figures, scale, form: "A line", ...referTo(scale) },
      zero: sayZero([...numbersOf(figures), aim.target?.value, reference]),
    },
    release.about,
  );
  const marks = listMarks(release.about, figures[0]!.from, figures.at(-1)!.to);
  const told = { ...text, description: text.description + sayMarks(marks) };
  const options = { ...scale, ...aim, ...referTo(scale), marks: groupMarks(marks) };
  return { text: told, svg: await drawTrend(told, figures, options), marks };
};

const dots: Draw = async (indicator, breakdown, published, release) => {
  const { definition, headline } = indicator;
  const { figures, scale } = inReadableUnit(published, scaleOfHeadline(indicator, release));
  const [overall] = inReadableUnit(
    [headline.latest],
    scaleOfHeadline(indicator, release),
    published,
  ).figures;
  const title = titleDots(subjectOf(definition, headline.statistic), breakdown, figures, scale);
  const beside = isComparable(scale, overall!) ? { overall: overall! } : {};
  const drawn = [...figures, ...Object.values(beside)];
  const zero = sayZero([...numbersOf(drawn), referTo(scale).reference]);
  const form = { title, figures, scale, form: "A row of dots", ...referTo(scale), zero };
  const text = textOf(indicator, breakdown, form, release.about);
  const order = figures.map(({ category }) => category);
  const labels = labelsOf(release.about, breakdown, order);
  const options = { ...scale, order, labels, ...beside, ...referTo(scale) };
  return { text, svg: await drawDots(text, figures, options) };
};

function referTo(scale: Scale): { readonly reference?: number } {
  const reference = findNoDifference(scale);
  return reference === undefined ? {} : { reference };
}

/** Whether parts may be held against the whole: not where they add up to it, nor without doubt. */
function isComparable({ unit }: Scale, { lower, upper }: Figure): boolean {
  if (unit === "count" || unit === "money") return false;
  return unit !== "score" || (lower !== null && upper !== null);
}

const stacked: Draw = async (indicator, breakdown, figures, release) => {
  const { about } = release;
  const scale = scaleOfHeadline(indicator, release);
  const title = titleCrossed(about, figures, scale);
  const text = textOf(indicator, breakdown, { title, figures, scale, form: "Rows of bars" }, about);
  const order = [...new Set(figures.map(({ subcategory }) => subcategory ?? ""))];
  const labels = labelsOf(about, breakdown.split(",")[1] ?? "", order);
  return { text, svg: await drawStacked(text, figures, { ...scale, order, labels }) };
};

/** How the headline statistic of an indicator is written. */
export function scaleOfHeadline(
  { definition, headline }: IndicatorRelease,
  release: Edition,
): Scale {
  return scaleOf(definition, headline.statistic, release);
}

/** The label of a statistic as the definition gives it. */
export function labelOf(definition: Definition, statistic: string): string {
  return definition.statistics.find(({ name }) => name === statistic)?.label ?? definition.title;
}

function labelsOf(
  about: About,
  dimension: string,
  codes: readonly string[],
): Record<string, string> {
  return Object.fromEntries(codes.map((code) => [code, nameCode(about, dimension, code)]));
}

interface Drawn {
  readonly title: string;
  readonly figures: readonly Figure[];
  readonly scale: Scale;
  /** What the picture is made of: "A line". */
  readonly form: string;
  /** Where a line of its own stands for no difference. */
  readonly reference?: number;
  /** That its scale does not start at zero; bars always do. */
  readonly zero?: string;
}

/** The numbers that an axis has to hold. */
function numbersOf(figures: readonly Figure[]): (number | null)[] {
  return figures.filter(isShown).flatMap(({ value, lower, upper }) => [value, lower, upper]);
}

/** " The scale does not start at zero.", where an axis that holds these numbers does not. */
export function sayZero(numbers: readonly (number | null | undefined)[]): string {
  const known = numbers.filter((number) => typeof number === "number");
  return known.length === 0 || startsAtZero(known) ? "" : " The scale does not start at zero.";
}

const openWords = " Where an interval reaches the edge, that end is not known.";

function textOf(
  { definition, headline }: IndicatorRelease,
  breakdown: string,
  { title, figures, scale, form, reference, zero = "" }: Drawn,
  about: About,
): ChartText {
  const label = lowerLabel(labelOf(definition, headline.statistic));
  const unit = nameUnit(scale);
  const hollow = figures.some(({ bound }) => bound !== null) ? " A hollow dot is a bound." : "";
  const open = figures.some((figure) => isShown(figure) && isOpen(figure)) ? openWords : "";
  const even = reference === undefined ? "" : ` The line at ${reference} is no difference.`;
  const [dimension = ""] = breakdown.split(",");
  const unsettled = isTime(dimension) ? sayUnsettled(definition) : "";
  const changing = unsettled === "" ? "" : ` ${capital(unsettled)}.`;
  const measured = sayMeasure(
    `${definition.title}: ${label}`,
    label.includes(unit) ? "" : unit,
    about,
    periodOf(figures),
  );
  return {
    id: `${definition.id}-${anchorOf(breakdown)}`,
    title,
    subtitle: measured + zero + even + hollow + open + changing,
    description: describeChart(form, figures),
  };
}
