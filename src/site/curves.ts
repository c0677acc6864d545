import type { IndicatorRelease } from "../release/read.ts";
import type { About, Curve } from "../release/schema.ts";
import { drawReliability, drawSurvival, type ChartText } from "./charts/index.ts";
import type { Picture } from "./pictures.ts";
import { formatPeriodShort } from "./words/dates.ts";
import { periodOf, sayMeasure, scaleOf } from "./words/headlines.ts";
import { nameUnit } from "./words/numbers.ts";
import { subjectOf, titleReliability, titleSurvival } from "./words/titles.ts";

/** The curve of a duration or of forecasts, where the release holds one. */
export async function drawCurve(
  indicator: IndicatorRelease,
  about: About,
): Promise<Picture | undefined> {
  const { definition, headline } = indicator;
  const years = indicator.curves.filter(
    ({ breakdown, status }) => breakdown === "year" && status === "value",
  );
  const shown = years
    .toSorted((a, b) => a.to.localeCompare(b.to, "en"))
    .slice(-2)
    .reverse();
  if (shown.length === 0) return undefined;
  const forecasts = definition.measure === "forecast";
  const scale = scaleOf(definition, headline.statistic, about);
  const title = forecasts
    ? titleReliability
    : titleSurvival(subjectOf(definition, headline.statistic), headline.latest.value, scale);
  const text: ChartText = {
    id: `${definition.id}-curve`,
    title,
    subtitle: sayMeasure(
      definition.title,
      "",
      about,
      periodOf(forecasts ? shown.slice(0, 1) : shown),
    ),
    description: describeCurve(forecasts, shown),
  };
  if (forecasts) return { text, svg: await drawReliability(text, shown.slice(0, 1), {}) };
  const labels = Object.fromEntries(
    shown.map(({ category, from, to }) => [category, formatPeriodShort(from, to)]),
  );
  const limit =
    definition.limit === null ? {} : { limit: { value: definition.limit, words: "agreed limit" } };
  const timeWords = `${nameUnit(scale)} since the start`;
  return { text, svg: await drawSurvival(text, shown, { labels, timeWords, ...limit }) };
}

function describeCurve(forecasts: boolean, curves: readonly Curve[]): string {
  const points = curves[0]!.points.length;
  return forecasts
    ? `For ${points} bands of probability, the share of forecasts that came true, with its interval and the number of forecasts.`
    : "For each length of time, the share of cases that still wait, with its interval and the number still open.";
}
