import type { ChartedPoint } from "../../release/schema.ts";
import { indexMonth } from "../words/dates.ts";
import { axisRoom, chooseAxis, choosePeriods, placeTicks, toVegaAxis } from "./axis.ts";
import { processLayers, processRows, spanValues, type ProcessOptions } from "./process-rows.ts";
import { renderChart, renderVega, type Frame } from "./render.ts";
import { readShapes } from "./shapes.ts";
import { chartWidth, textRoom, textSize } from "./theme.ts";
import { markLayers, type Plot } from "./trend-notes.ts";
import { writeNumber } from "./words.ts";
import { escapeText, writeShapes, type ChartText } from "./write.ts";

export type { ProcessOptions };

/**
 * A process over time: its points within the range that chance alone gives it, those that are more
 * than chance by shapes of their own. Empty where there is no point.
 */
export async function drawProcess(
  text: ChartText,
  points: readonly ChartedPoint[],
  options: ProcessOptions,
): Promise<string> {
  const rows = processRows(points, options);
  if (rows.length === 0) return "";
  const axis = chooseAxis(spanValues(rows, options.target), options.unit);
  const labels = labelLimits(points.at(-1)!, options);
  const right = Math.max(...labels.map(({ words }) => textRoom(words))) + 12;
  const top = options.marks.length > 0 ? 34 : 14;
  const frame: Frame = {
    ...{ width: chartWidth, height: 250 + top, top, right, bottom: 32 },
    left: axisRoom(axis) + 4,
  };
  const plot: Plot = {
    months: [indexMonth(rows[0]!.from) - 0.5, indexMonth(rows.at(-1)!.to) + 0.5],
    domain: axis.domain,
    width: frame.width - frame.left - frame.right,
    height: frame.height - frame.top - frame.bottom,
  };
  const scale = { domain: axis.domain, nice: false, zero: false };
  const y = { type: "quantitative", scale, axis: toVegaAxis(placeTicks(axis)) };
  const spec = {
    data: { values: rows },
    encoding: {
      x: {
        ...{ field: "at", type: "quantitative" },
        scale: { domain: plot.months, nice: false, zero: false },
        axis: toVegaAxis(choosePeriods(rows, plot.width)),
      },
    },
    layer: [
      ...markLayers(options.marks, plot),
      ...processLayers(rows, y, { noise: 22, special: 70, spoken: true }),
      ...ruleTarget(options.target, plot),
      ...spreadLabels(labels, plot).map(({ words, value, paint }) => ({
        data: { values: [{}] },
        mark: { type: "text", align: "left", color: `${paint} middle` },
        encoding: {
          x: { value: plot.width + 6 },
          y: { ...y, datum: value },
          text: { value: words },
        },
      })),
    ],
  };
  return renderChart("process", text, spec, frame);
}

interface Label {
  readonly words: string;
  readonly value: number;
  readonly paint: string;
}

function labelLimits({ mean, lower, upper }: ChartedPoint, options: ProcessOptions): Label[] {
  const say = (value: number): string => writeNumber(value, options.unit, options.decimals);
  return [
    ...(upper === null ? [] : [{ words: say(upper), value: upper, paint: "label" }]),
    { words: `mean ${say(mean)}`, value: mean, paint: "value" },
    ...(lower === null ? [] : [{ words: say(lower), value: lower, paint: "label" }]),
    ...(options.target === null
      ? []
      : [{ words: `target ${say(options.target)}`, value: options.target, paint: "target-label" }]),
  ];
}

/** Labels that would touch are moved apart. */
function spreadLabels(labels: readonly Label[], { domain, height }: Plot): Label[] {
  const room = ((textSize + 1) / height) * (domain[1] - domain[0]);
  const sorted = labels.toSorted((a, b) => a.value - b.value);
  const placed: Label[] = [];
  for (const label of sorted) {
    const below = placed.at(-1)?.value ?? -Infinity;
    placed.push({ ...label, value: Math.max(label.value, below + room) });
  }
  const over = Math.max(0, (placed.at(-1)?.value ?? 0) - domain[1]);
  return placed.map((label) => ({ ...label, value: label.value - over }));
}

function ruleTarget(target: number | null, plot: Plot): object[] {
  if (target === null) return [];
  return [
    {
      data: { values: [{}] },
      mark: { type: "rule", color: "target" },
      encoding: {
        ...{ x: { value: 0 }, x2: { value: plot.width } },
        y: { datum: target, type: "quantitative" },
      },
    },
  ];
}

/** The same without words, as small as a line of text: for lists of many. */
export async function drawSmallProcess(
  points: readonly ChartedPoint[],
  options: ProcessOptions & { readonly label: string },
): Promise<string> {
  const frame: Frame = { width: 200, height: 52, top: 4, right: 6, bottom: 4, left: 4 };
  const rows = processRows(points, options);
  if (rows.length === 0) return "";
  const known = spanValues(rows, options.target);
  const domain: [number, number] = [Math.min(...known), Math.max(...known)];
  const months: [number, number] = [rows[0]!.at, rows.at(-1)!.at];
  const plot: Plot = { months, domain, width: 190, height: 44 };
  const axis = (own: readonly number[]) => ({
    ...{ type: "quantitative", axis: null },
    scale: { domain: own, nice: false, zero: false },
  });
  const y = axis(domain);
  const within = options.marks.filter(({ at }) => indexMonth(at) - 0.5 >= months[0]);
  const spec = {
    data: { values: rows },
    encoding: { x: { ...axis(months), field: "at" } },
    layer: [
      ...within.map(({ at }) => ({
        data: { values: [{ at: indexMonth(at) - 0.5 }] },
        mark: { type: "rule", color: "mark" },
      })),
      ...processLayers(rows, y, { noise: 5, special: 26, spoken: false }),
      ...(options.target === null
        ? []
        : ruleTarget(options.target, plot).map((layer) => ({ ...layer }))),
    ],
  };
  const shapes = writeShapes(readShapes(await renderVega(spec, frame)));
  const told = escapeText(options.label).replaceAll('"', "&quot;");
  return `<svg class="chart chart-sparkline chart-small-process" viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-label="${told}">${shapes}</svg>`;
}
