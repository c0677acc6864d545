import type { IndicatorRelease } from "../release/read.ts";
import type { About, Definition, Figure } from "../release/schema.ts";
import { drawDots, drawSparkline, drawStacked, drawTrend, type ChartText } from "./charts/index.ts";
import { periodOf, sayMeasure, scaleOf } from "./words/headlines.ts";
import { anchorOf, isTime, nameBreakdown, nameCode } from "./words/names.ts";
import { nameUnit } from "./words/numbers.ts";
import { describeChart, subjectOf, titleCrossed, titleDots, titleTrend } from "./words/titles.ts";

/** A chart with the words that stand around it. */
export interface Picture {
  readonly text: ChartText;
  readonly svg: string;
}

type Draw = (
  indicator: IndicatorRelease,
  breakdown: string,
  figures: Figure[],
  about: About,
) => Promise<Picture>;

/** The picture of one breakdown: the headline statistic over time, by code, or by both. */
export async function drawBreakdown(
  indicator: IndicatorRelease,
  breakdown: string,
  about: About,
): Promise<Picture | undefined> {
  const { statistic } = indicator.headline;
  const figures = indicator.figures.filter(
    (figure) => figure.breakdown === breakdown && figure.statistic === statistic,
  );
  if (!figures.some(({ value }) => value !== null)) return undefined;
  return chooseForm(breakdown)(indicator, breakdown, figures, about);
}

function chooseForm(breakdown: string): Draw {
  if (isTime(breakdown)) return trend;
  const [first = "", second] = breakdown.split(",");
  return second !== undefined && isTime(first) ? stacked : dots;
}

const trend: Draw = async ({ definition, headline }, breakdown, figures, about) => {
  const scale = scaleOf(definition, headline.statistic, about);
  const label = labelOf(definition, headline.statistic);
  const title = titleTrend(subjectOf(definition, headline.statistic), figures, scale);
  const text = textOf(definition, breakdown, title, label, figures, about, "A line");
  const { target } = definition;
  const aim = target === null || scale.unit !== definition.unit ? {} : { target };
  return { text, svg: await drawTrend(text, figures, { ...scale, ...aim }) };
};

const dots: Draw = async (indicator, breakdown, figures, about) => {
  const { definition, headline } = indicator;
  const scale = scaleOf(definition, headline.statistic, about);
  const label = labelOf(definition, headline.statistic);
  const [dimension = ""] = breakdown.split(",");
  const single = figures.filter(({ subcategory }) => subcategory === null);
  const title = titleDots(subjectOf(definition, headline.statistic), breakdown, single, scale);
  const text = textOf(definition, breakdown, title, label, figures, about, "A row of dots");
  const order = single.map(({ category }) => category);
  const additive = scale.unit === "count" || scale.unit === "money";
  const svg = await drawDots(text, single, {
    ...scale,
    order,
    labels: labelsOf(about, dimension, order),
    ...(additive ? {} : { overall: headline.latest }),
  });
  return { text, svg };
};

const stacked: Draw = async ({ definition, headline }, breakdown, figures, about) => {
  const scale = scaleOf(definition, headline.statistic, about);
  const label = labelOf(definition, headline.statistic);
  const dimension = breakdown.split(",")[1] ?? "";
  const title = titleCrossed(about, figures, scale);
  const text = textOf(definition, breakdown, title, label, figures, about, "Rows of bars");
  const order = [...new Set(figures.map(({ subcategory }) => subcategory ?? ""))];
  const labels = labelsOf(about, dimension, order);
  return { text, svg: await drawStacked(text, figures, { ...scale, order, labels }) };
};

/** A small trend of the headline statistic, by quarter where there are quarters. */
export async function drawSmallTrend(
  indicator: IndicatorRelease,
  about: About,
): Promise<{ svg: string; caption: string } | undefined> {
  const { definition, headline, figures } = indicator;
  const own = figures.filter(({ statistic }) => statistic === headline.statistic);
  const breakdown = ["quarter", "month", "year"].find(
    (one) => own.filter((figure) => figure.breakdown === one && figure.value !== null).length > 1,
  );
  if (breakdown === undefined) return undefined;
  const shown = own.filter((figure) => figure.breakdown === breakdown);
  const scale = scaleOf(definition, headline.statistic, about);
  const label = titleTrend(subjectOf(definition, headline.statistic), shown, scale);
  const caption = `By ${nameBreakdown(breakdown)}, ${periodOf(shown)}. The band is the interval.`;
  return { svg: await drawSparkline(shown, { ...scale, label }), caption };
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

function textOf(
  definition: Definition,
  breakdown: string,
  title: string,
  label: string,
  figures: readonly Figure[],
  about: About,
  form: string,
): ChartText {
  const scale = scaleOf(definition, figures[0]!.statistic, about);
  return {
    id: `${definition.id}-${anchorOf(breakdown)}`,
    title,
    subtitle: sayMeasure(
      `${definition.title}: ${label.toLowerCase()}`,
      nameUnit(scale),
      about,
      periodOf(figures),
    ),
    description: describeChart(form, figures),
  };
}
