import type { IndicatorRelease } from "../release/read.ts";
import type { Curve, Definition } from "../release/schema.ts";
import { drawReliability, drawSurvival, type ChartText } from "./charts/index.ts";
import { tabulateReliability, tabulateSurvival, type CurveTable } from "./curve-tables.ts";
import { scaleOfHeadline, type Picture } from "./pictures.ts";
import { formatPeriodShort } from "./words/dates.ts";
import { periodOf, sayMeasure } from "./words/headlines.ts";
import { nameUnit, type Scale } from "./words/numbers.ts";
import { baseOf, type Edition } from "./words/scales.ts";
import { subjectOf, titleReliability, titleSurvival } from "./words/titles.ts";
import { inReadableUnit } from "./words/units.ts";

/** A curve as a picture and as the table of its numbers. */
export interface DrawnCurve extends Picture {
  readonly table: CurveTable;
}

/** The curve of a duration or of forecasts, where the release holds one. */
export async function drawCurve(
  indicator: IndicatorRelease,
  release: Edition,
): Promise<DrawnCurve | undefined> {
  const years = indicator.curves.filter(
    ({ breakdown, status }) => breakdown === "year" && status === "value",
  );
  const shown = years
    .toSorted((a, b) => a.to.localeCompare(b.to, "en"))
    .slice(-2)
    .reverse();
  if (shown.length === 0) return undefined;
  return indicator.definition.measure === "forecast"
    ? reliability(indicator, shown.slice(0, 1), release)
    : survival(indicator, shown, release);
}

async function reliability(
  { definition }: IndicatorRelease,
  curves: readonly Curve[],
  release: Edition,
): Promise<DrawnCurve> {
  const text: ChartText = {
    id: `${definition.id}-curve`,
    title: titleReliability,
    subtitle: sayMeasure(definition.title, "", release.about, periodOf(curves)),
    description: `For ${curves[0]!.points.length} bands of probability, the share of forecasts that came true, with its interval and the number of forecasts. The table below it holds every number.`,
  };
  return {
    text,
    svg: await drawReliability(text, curves, {}),
    table: tabulateReliability(curves[0]!, baseOf(definition, release)),
  };
}

async function survival(
  indicator: IndicatorRelease,
  published: readonly Curve[],
  release: Edition,
): Promise<DrawnCurve> {
  const { definition, headline } = indicator;
  const own = scaleOfHeadline(indicator, release);
  const { figures, scale } = inReadableUnit([headline.latest], own);
  const perUnit = scale.unit === own.unit ? 1 : 1 / 60;
  const curves = published.map((curve) => ({
    ...curve,
    points: curve.points.map((point) => ({ ...point, x: point.x / perUnit })),
  }));
  const waiting = `${definition.title}: share of ${definition.cases[1]} still waiting`;
  const text: ChartText = {
    id: `${definition.id}-curve`,
    title: titleSurvival(subjectOf(definition, headline.statistic), figures[0]!, scale),
    subtitle: sayMeasure(waiting, "", release.about, periodOf(curves)),
    description:
      "For each length of time, the share of cases that still wait, with its interval and the number still open. The table below it holds numbers for a dozen of them.",
  };
  const labels = Object.fromEntries(
    curves.map(({ category, from, to }) => [category, formatPeriodShort(from, to)]),
  );
  const limit = limitOf(definition, scale);
  const timeWords = sayTime(scale);
  return {
    text,
    svg: await drawSurvival(text, curves, { base: scale.base, labels, timeWords, ...limit }),
    table: tabulateSurvival(curves, labels, timeWords, scale.base),
  };
}

function limitOf({ limit }: Definition, { unit }: Scale) {
  if (limit === null) return {};
  const value = limit.unit === "minutes" && unit === "hours" ? limit.value / 60 : limit.value;
  return { limit: { value, words: "agreed limit" } };
}

const sayTime = (scale: Scale): string => `${nameUnit(scale)} since the start`;
