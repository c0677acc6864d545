import { startsAtZero } from "../charts/axis.ts";
import { wrapText } from "../charts/theme.ts";
import { nameUnit, type Scale } from "../words/numbers.ts";
import type { ExploreRow } from "./rows.ts";

/** What the drawing depends on besides the rows. */
export interface ExploreOptions {
  readonly breakdown: string;
  readonly scale: Scale;
  /** Width of the column in CSS pixels. */
  readonly width: number;
}

/** What is drawn of a row. */
type Drawn = Pick<ExploreRow, "name" | "value" | "lower" | "upper">;

/** A line with its band over time. */
export function timePanel(
  rows: readonly Drawn[],
  options: ExploreOptions,
  crossed: boolean,
): object {
  const height = crossed ? 110 : 240;
  const names = [...new Set(rows.map(({ name }) => name))];
  const every = Math.ceil(names.length / Math.max(2, Math.floor(options.width / 130)));
  const x = {
    field: "name",
    type: "ordinal",
    sort: names,
    title: null,
    axis: { labelAngle: 0, values: names.filter((_, index) => index % every === 0) },
  };
  const numbers = listNumbers(rows);
  const y = {
    ...numberField(options.scale, numbers, startsAtZero(numbers), { tickCount: height / 40 }),
    ...(crossed && { title: null }),
  };
  const layer = [
    {
      mark: { type: "area", color: "var(--chart-1)", opacity: 0.18 },
      encoding: { y: { ...y, field: "lower" }, y2: { field: "upper" } },
    },
    { mark: { type: "line", color: "var(--chart-1)" }, encoding: { y } },
    ...markLayers("y", y, height - 8),
  ];
  return { width: options.width - 70, height, encoding: { x }, layer };
}

/** Dots with their intervals over codes. */
export function codePanel(rows: readonly Drawn[], options: ExploreOptions): object {
  const names = [...new Set(rows.map(({ name }) => name))];
  const nameRoom = options.width < 480 ? 130 : 220;
  const lines = Object.fromEntries(names.map((name) => [name, wrapText(name, nameRoom)]));
  const y = {
    field: "name",
    type: "ordinal",
    sort: names,
    title: null,
    axis: {
      labelExpr: `${JSON.stringify(lines)}[datum.value]`,
      labelLimit: 0,
      domain: false,
      ticks: false,
    },
  };
  const axis = { grid: true, domain: false, tickCount: 5 };
  const x = numberField(options.scale, listNumbers(rows), true, axis);
  const layer = markLayers("x", x, 24);
  return { width: options.width - nameRoom - 24, height: { step: 40 }, encoding: { y }, layer };
}

function listNumbers(rows: readonly Drawn[]): number[] {
  const numbers = rows.flatMap(({ value, lower, upper }) => [value, lower, upper]);
  return numbers.filter((number) => number !== null);
}

/** An axis that holds all numbers. */
function numberField(
  scale: Scale,
  numbers: readonly number[],
  zero: boolean,
  axis: object,
): object {
  const ends = zero ? [0, ...numbers] : numbers;
  const domain = [Math.min(...ends), Math.max(...ends)];
  return {
    field: "value",
    type: "quantitative",
    scale: { domain, nice: true, zero: false },
    title: nameUnit(scale) || null,
    axis,
  };
}

/** Interval and dot of every figure; where there is no number, the mark that stands for it. */
function markLayers(axis: "x" | "y", number: object, wordAt: number): object[] {
  const shown = { filter: "datum.value !== null" };
  return [
    {
      transform: [shown],
      mark: { type: "rule", color: "var(--chart-1)", opacity: axis === "x" ? 1 : 0.3 },
      encoding: { [axis]: { ...number, field: "lower" }, [`${axis}2`]: { field: "upper" } },
    },
    {
      transform: [shown, { filter: "!datum.bound" }],
      mark: { ...point, fill: "var(--chart-1)" },
      encoding: { [axis]: number, tooltip: tooltip() },
    },
    {
      transform: [shown, { filter: "datum.bound" }],
      mark: { ...point, fill: "var(--chart-paper)" },
      encoding: { [axis]: number, tooltip: tooltip() },
    },
    {
      transform: [{ filter: "datum.value === null" }],
      mark: { type: "text", color: "var(--chart-soft)", fontStyle: "italic" },
      encoding: { [axis]: { value: wordAt }, text: { field: "label" }, tooltip: tooltip() },
    },
  ];
}

const point = { type: "point", size: 60, opacity: 1, stroke: "var(--chart-1)" };

function tooltip(): object[] {
  const fields = { shown: "value", interval: "interval", cases: "cases", status: "status" };
  return [
    { field: "name", title: "title" },
    ...Object.entries(fields).map(([field, title]) => ({ field, title, type: "nominal" })),
  ];
}
