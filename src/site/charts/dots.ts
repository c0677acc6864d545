import type { Figure } from "../../release/schema.ts";
import { chooseAxis, placeTicks, toVegaAxis } from "./axis.ts";
import { reachEdges } from "./open-ends.ts";
import { renderChart, type Frame } from "./render.ts";
import { dotRows, overallLayers, referenceLayers, rowLayers, type DotRow } from "./dot-layers.ts";
import { rowRoom } from "./row-names.ts";
import { chartWidth, textRoom } from "./theme.ts";
import type { NumberStyle } from "./words.ts";
import { isShown } from "../words/values.ts";
import type { ChartText } from "./write.ts";

export interface DotsOptions extends NumberStyle {
  /** The codes from top to bottom: an order that is fixed and means nothing. */
  readonly order: readonly string[];
  /** Words for the codes. */
  readonly labels: Readonly<Record<string, string>>;
  /** The figure for all of them together, drawn as a labelled line with its interval. */
  readonly overall?: Figure;
  /** What the line is called: "Overall" unless told. */
  readonly overallWords?: string;
  /** A value that the axis holds and a line of its own shows, such as that of no difference. */
  readonly reference?: number;
}

/**
 * One row for each code: a dot for the figure, a line for its interval, the number at the end. A
 * hidden figure is a word in its row, a bound a hollow dot. Empty where there is no code.
 */
export async function drawDots(
  text: ChartText,
  figures: readonly Figure[],
  options: DotsOptions,
): Promise<string> {
  const rows = dotRows(figures, options);
  if (rows.length === 0) return "";
  const overall = options.overall && isShown(options.overall) ? options.overall : undefined;
  const drawn = [...figures.filter(isShown), ...(overall ? [overall] : [])];
  const known = drawn.flatMap(({ value, lower, upper }) => [value, lower, upper]);
  const numbers = [...known, options.reference ?? null].filter((number) => number !== null);
  const frame = dotsFrame(rows, options);
  const room = frame.width - frame.left - frame.right;
  const axis = chooseAxis(numbers, options.unit, { most: 6, room });
  const x = {
    field: "value",
    type: "quantitative",
    scale: { domain: axis.domain, nice: false, zero: false },
    axis: { grid: true, domain: false, ticks: false, ...toVegaAxis(placeTicks(axis)) },
  };
  const spec = {
    data: { values: reachEdges(rows, axis.domain) },
    encoding: {
      y: {
        field: "row",
        type: "ordinal",
        scale: { domain: rows.map(({ row }) => row), paddingInner: 0, paddingOuter: 0 },
        axis: null,
      },
    },
    layer: [
      ...referenceLayers(options.reference, x),
      ...overallLayers(overall, x, axis.domain, options),
      ...rowLayers(rows, x, frame.right - 4),
    ],
  };
  return renderChart("dots", text, spec, frame);
}

function dotsFrame(rows: readonly DotRow[], options: DotsOptions): Frame {
  const left = Math.max(...rows.flatMap(({ lines }) => lines.map(textRoom)), 40) + 10;
  const right = Math.max(...rows.map(({ shown, label }) => (shown ? textRoom(label) : 0)), 0) + 24;
  const rowHeight = rowRoom(rows.map(({ lines }) => lines));
  const top = options.overall ? 30 : 10;
  const height = top + rows.length * rowHeight + 30;
  return { width: chartWidth, height, top, right, bottom: 30, left };
}
