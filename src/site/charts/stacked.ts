import type { Figure } from "../../release/schema.ts";
import { chooseAxis, choosePeriods, toVegaAxis } from "./axis.ts";
import { renderChart } from "./render.ts";
import { chartWidth } from "./theme.ts";
import { namePeriod, sayFigure, writeFigure, type NumberStyle } from "./words.ts";
import { indexMonth } from "../words/dates.ts";
import { explainMissing } from "../words/status.ts";
import { isShown } from "../words/values.ts";
import type { ChartText } from "./write.ts";

export interface StackedOptions extends NumberStyle {
  /** The grades from top to bottom. */
  readonly order: readonly string[];
  /** Words for the grades. */
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * Grades over quarters, one row of bars for each grade on one zero-based scale, every bar with its
 * number and its interval; a hidden figure is its mark in its place, without a bar.
 */
export async function drawStacked(
  text: ChartText,
  figures: readonly Figure[],
  options: StackedOptions,
): Promise<string> {
  if (figures.length === 0) return "";
  const bars = figures.map((figure) => toBar(figure, options));
  const periods = [...new Map(bars.map((bar) => [bar.at, bar])).values()].toSorted(
    (a, b) => a.at - b.at,
  );
  const known = bars
    .flatMap(({ value, upper }) => [value, upper])
    .filter((number) => number !== null);
  const axis = chooseAxis(known, options.unit, { zero: true });
  const grades = options.order.filter((grade) => bars.some((bar) => bar.grade === grade));
  const room = { width: chartWidth - left - right, height: panelHeight };
  const spec = {
    spacing: panelGap,
    bounds: "flush",
    vconcat: grades.map((grade, index) => ({
      ...room,
      data: { values: bars.filter((bar) => bar.grade === grade) },
      encoding: {
        x: {
          field: "at",
          type: "quantitative",
          scale: { domain: periodEdges(periods), nice: false, zero: false },
          axis:
            index === grades.length - 1
              ? toVegaAxis(choosePeriods(periods, room.width))
              : { values: [], ticks: false, labels: false },
        },
      },
      layer: gradeLayers(options.labels[grade] ?? grade, axis.domain, room.width / periods.length),
    })),
  };
  const height = grades.length * (panelHeight + panelGap) + 32;
  const frame = { width: chartWidth, height, top: 44, right, bottom: 34, left };
  return renderChart("stacked", text, spec, frame);
}

const left = 28;
const right = 12;
const panelHeight = 72;
const panelGap = 46;

interface Bar {
  readonly grade: string;
  readonly from: string;
  readonly to: string;
  readonly at: number;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly label: string;
  readonly says: string;
}

function toBar(figure: Figure, options: StackedOptions): Bar {
  const shown = isShown(figure);
  const name = namePeriod(figure.from, figure.to);
  return {
    grade: figure.subcategory ?? figure.category,
    from: figure.from,
    to: figure.to,
    at: (indexMonth(figure.from) + indexMonth(figure.to)) / 2,
    value: shown ? figure.value : null,
    lower: shown ? figure.lower : null,
    upper: shown ? figure.upper : null,
    label: shown ? writeFigure(figure, options.unit) : explainMissing(figure, options.base).mark,
    says: sayFigure(name, figure, options),
  };
}

function periodEdges(periods: readonly Bar[]): [number, number] {
  return [indexMonth(periods[0]!.from) - 0.5, indexMonth(periods.at(-1)!.to) + 0.5];
}

function gradeLayers(name: string, domain: readonly number[], gap: number): object[] {
  const y = {
    field: "value",
    type: "quantitative",
    scale: { domain, nice: false },
    axis: null,
  };
  const shown = { filter: "datum.value !== null" };
  return [
    {
      transform: [shown],
      mark: { type: "bar", size: Math.round(gap * 0.56), color: "bar series-1", aria: true },
      encoding: { y, description: { field: "says" } },
    },
    {
      transform: [shown, { filter: "datum.lower !== null && datum.upper !== null" }],
      mark: { type: "rule", color: "bar-interval" },
      encoding: { y: { ...y, field: "lower" }, y2: { field: "upper" } },
    },
    {
      transform: [shown, { calculate: "max(datum.value, datum.upper)", as: "end" }],
      mark: { type: "text", align: "center", dy: -5, color: "label" },
      encoding: { y: { ...y, field: "end" }, text: { field: "label" } },
    },
    {
      transform: [{ filter: "datum.value === null" }],
      mark: { type: "text", align: "center", dy: -5, color: "note" },
      encoding: { y: { value: panelHeight }, text: { field: "label" } },
    },
    {
      data: { values: [{}] },
      mark: { type: "text", align: "left", color: "name" },
      encoding: { x: { value: 0 }, y: { value: -26 }, text: { value: name } },
    },
  ];
}
