import type { Figure } from "../../release/schema.ts";
import { axisRoom, chooseAxis, choosePeriods, toVegaAxis, type NumberAxis } from "./axis.ts";
import { renderChart, type Frame } from "./render.ts";
import { reachEdges } from "./open-ends.ts";
import { chartWidth, textRoom } from "./theme.ts";
import { earlierLayers, referenceLayers, trendLayers } from "./trend-layers.ts";
import { gapLayers, markLayers, targetLayers, type Plot } from "./trend-notes.ts";
import { trendRows, type TrendRow } from "./trend-rows.ts";
import type { NumberStyle } from "./words.ts";
import { indexMonth } from "../words/dates.ts";
import type { ChartText } from "./write.ts";

export interface TrendOptions extends NumberStyle {
  /** A level that was agreed, drawn as a labelled line. */
  readonly target?: { readonly value: number; readonly words: string };
  /** A value that the axis holds and a line of its own shows, such as that of no difference. */
  readonly reference?: number;
  /** Months in which something about the figure changed, drawn as rules with a short label. */
  readonly marks?: readonly { readonly at: string; readonly words: string }[];
  /** What earlier releases gave for the same periods, the newest first, each with its words. */
  readonly earlier?: readonly { readonly figures: readonly Figure[]; readonly words: string }[];
  /** Width in chart units, 480 unless told; a wider drawing has smaller text. */
  readonly width?: number;
}

/**
 * A line over months or quarters with its interval as a band. Where a figure is hidden or absent
 * the line breaks and the period says so; it is never drawn as a zero. Empty where there
 * is no figure at all.
 */
export async function drawTrend(
  text: ChartText,
  figures: readonly Figure[],
  options: TrendOptions,
): Promise<string> {
  const { target, marks = [], width = chartWidth } = options;
  const rows = trendRows(figures, options);
  if (rows.length === 0) return "";
  const earlier = (options.earlier ?? []).map(({ figures: own, words }) => ({
    rows: trendRows(own, options),
    words,
  }));
  const axis = trendAxis([...rows, ...earlier.flatMap((one) => one.rows)], options);
  const frame = trendFrame(rows, axis, options, width);
  const plot: Plot = {
    months: [indexMonth(rows[0]!.from) - 0.5, indexMonth(rows.at(-1)!.to) + 0.5],
    domain: axis.domain,
    width: frame.width - frame.left - frame.right,
    height: frame.height - frame.top - frame.bottom,
  };
  const spec = {
    data: { values: reachEdges(rows, axis.domain) },
    encoding: {
      x: {
        field: "at",
        type: "quantitative",
        scale: { domain: plot.months, nice: false, zero: false },
        axis: toVegaAxis(choosePeriods(rows, plot.width)),
      },
    },
    layer: [
      ...gapLayers(rows, plot),
      ...referenceLayers(options.reference, axis),
      ...markLayers(marks, plot),
      ...(target ? targetLayers(target, rows, plot, marks) : []),
      ...earlierLayers(earlier, axis),
      ...trendLayers(axis),
    ],
  };
  return renderChart("trend", text, spec, frame);
}

function trendAxis(rows: readonly TrendRow[], options: TrendOptions): NumberAxis {
  const numbers = rows.flatMap(({ value, lower, upper }) => [value, lower, upper]);
  const { target, reference } = options;
  const known = [...numbers, target?.value, reference].filter(
    (number) => typeof number === "number",
  );
  return chooseAxis(known, options.unit);
}

function trendFrame(
  rows: readonly TrendRow[],
  axis: NumberAxis,
  options: TrendOptions,
  width: number,
): Frame {
  const label = rows.findLast((row) => row.label !== null)?.label ?? "";
  const right = textRoom(label) + 14;
  const top = options.marks?.length ? 30 : 14;
  return { width, height: 240 + top, top, right, bottom: 32, left: axisRoom(axis) + 4 };
}
