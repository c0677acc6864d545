import type { Curve } from "../../release/schema.ts";
import { formatPlain } from "../words/numbers.ts";
import { chooseAxis, placeTicks, toVegaAxis } from "./axis.ts";
import { renderChart } from "./render.ts";
import { curveLayers, limitLayers, riskLayers } from "./survival-layers.ts";
import { chooseEnd, toSteps } from "./survival-steps.ts";
import { chartWidth, mostSeries } from "./theme.ts";
import type { ChartText } from "./write.ts";

export interface SurvivalOptions {
  /** What counts of the tier were rounded to; null where they are exact. */
  readonly base: number | null;
  /** Words for the categories of the curves, in the order in which the curves are given. */
  readonly labels: Readonly<Record<string, string>>;
  /** What the time axis counts, "hours since the alert", written under it. */
  readonly timeWords: string;
  /** Units of the curve's x in one unit of the axis: 60 for minutes drawn as hours; 1 unless told. */
  readonly perUnit?: number;
  /** Axis units after which the drawing stops; unless told, when 95% of every group are done. */
  readonly until?: number;
  /** The agreed limit in axis units, drawn as a labelled line. */
  readonly limit?: { readonly value: number; readonly words: string };
  /** What the numbers under the axis count: "Still open" unless told. */
  readonly openWords?: string;
}

/**
 * The share for which something has not yet happened, by time since it could have (Kaplan–Meier):
 * steps, limits as a band, and under the axis how many cases were still open at each time. A
 * hidden curve is a word under the axis; the drawing is empty where none is shown.
 * @throws Error when more than five curves are given: draw small multiples instead
 */
export async function drawSurvival(
  text: ChartText,
  curves: readonly Curve[],
  options: SurvivalOptions,
): Promise<string> {
  if (curves.length > mostSeries)
    throw new Error(`A panel holds at most ${mostSeries} curves; ${curves.length} were given.`);
  const series = curves.map((curve) => toSteps(curve, options.perUnit ?? 1));
  const drawn = series.filter(({ points }) => points.length > 0);
  if (drawn.length === 0) return "";
  const until = options.until ?? chooseEnd(drawn);
  const time = chooseAxis([0, until], "count", {
    ...{ most: 6, room: chartWidth - 78 },
    widestLabel: formatPlain(Math.max(...drawn.map(({ points }) => points[0]!.n)), 0),
  });
  const ticks = placeTicks(time).filter(({ at }) => at <= until);
  const many = series.length > 1;
  const rowHeight = many ? 40 : 20;
  const bottom = 72 + series.length * rowHeight;
  const top = options.limit ? 30 : 12;
  const x = {
    field: "x",
    type: "quantitative",
    scale: { domain: [0, until], nice: false },
    axis: toVegaAxis(ticks),
  };
  const times = ticks.map(({ at }) => at);
  const layer = [
    ...series.flatMap((steps, index) => curveLayers(steps, index + 1, until)),
    ...limitLayers(options.limit, until),
    ...riskLayers(series, times, options, rowHeight),
  ];
  const frame = { width: chartWidth, height: 220 + top + bottom, top, right: 24, bottom, left: 54 };
  return renderChart("survival", text, { data: { values: [] }, encoding: { x }, layer }, frame);
}
