import type { Figure } from "../../release/schema.ts";
import { reachEdges } from "./open-ends.ts";
import { pointLayers } from "./points.ts";
import { renderVega, type Frame } from "./render.ts";
import { readShapes } from "./shapes.ts";
import { trendRows } from "./trend-rows.ts";
import type { NumberStyle } from "./words.ts";
import { escapeText, writeShapes } from "./write.ts";

export interface SparklineOptions extends NumberStyle {
  /** What the picture shows, for a reader who does not see it; without it the picture is skipped. */
  readonly label?: string;
}

/** A small trend without words: the interval as a band, the line, and the last value as a dot. */
export async function drawSparkline(
  figures: readonly Figure[],
  options: SparklineOptions,
): Promise<string> {
  const frame: Frame = { width: 160, height: 44, top: 4, right: 5, bottom: 4, left: 2 };
  const rows = trendRows(figures, options);
  if (rows.length === 0) return "";
  const numbers = rows.flatMap(({ value, lower, upper }) => [value, lower, upper]);
  const known = numbers.filter((number) => number !== null);
  const domain: [number, number] =
    known.length > 0 ? [Math.min(...known), Math.max(...known)] : [0, 1];
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const months = first === last ? [first.starts, first.ends] : [first.at, last.at];
  const x = field("at", months);
  const band = { y: field("lower", domain), y2: { field: "upper" } };
  const y = field("value", domain);
  const spec = {
    data: { values: reachEdges(rows, domain) },
    encoding: { x },
    layer: [
      { mark: { type: "area", color: "band series-1" }, encoding: band },
      {
        transform: [{ filter: "datum.alone && datum.lower !== null && datum.upper !== null" }],
        mark: { type: "rule", color: "interval series-1" },
        encoding: band,
      },
      { mark: { type: "line", color: "line series-1" }, encoding: { y } },
      ...pointLayers(28).map(({ transform, mark }) => ({
        transform: [...transform, { filter: "datum.label !== null" }],
        mark,
        encoding: { y },
      })),
    ],
  };
  const told = options.label
    ? `role="img" aria-label="${escapeText(options.label).replaceAll('"', "&quot;")}"`
    : 'aria-hidden="true"';
  const shapes = writeShapes(readShapes(await renderVega(spec, frame)));
  return `<svg class="chart chart-sparkline" viewBox="0 0 ${frame.width} ${frame.height}" ${told}>${shapes}</svg>`;
}

function field(name: string, domain: readonly number[]): object {
  const scale = { domain, nice: false, zero: false };
  return { field: name, type: "quantitative", scale, axis: null };
}
