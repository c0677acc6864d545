import type { Figure } from "../../release/schema.ts";
import { nameLayer } from "./row-names.ts";
import { spokenPointLayers } from "./points.ts";
import { alignAt, wrapText } from "./theme.ts";
import { sayFigure, writeFigure, type NumberStyle } from "./words.ts";
import { explainMissing } from "../words/status.ts";
import { isShown, type Shown } from "../words/values.ts";

/** One code with its figure; where that is hidden or absent, every number in it is null. */
export interface DotRow {
  readonly row: number;
  readonly lines: string[];
  readonly shown: boolean;
  /** Whether the value is no more than a bound. */
  readonly bound: boolean;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly label: string;
  readonly says: string;
}

interface DotOptions extends NumberStyle {
  readonly order: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly overallWords?: string;
}

const nameRoom = 160;

/** A row for each code in its order. */
export function dotRows(figures: readonly Figure[], options: DotOptions): DotRow[] {
  return options.order.map((code, row) => {
    const figure = figures.find(({ category }) => category === code);
    const shown = figure !== undefined && isShown(figure);
    const name = options.labels[code] ?? code;
    return {
      row,
      lines: wrapText(name, nameRoom),
      shown,
      bound: shown && figure.bound !== null,
      value: shown ? figure.value : null,
      lower: shown ? figure.lower : null,
      upper: shown ? figure.upper : null,
      label: shown
        ? writeFigure(figure, options.unit)
        : figure
          ? explainMissing(figure, options.base).word
          : "no figure",
      says: figure ? sayFigure(name, figure, options) : "",
    };
  });
}

/** Name, interval, dot and number of each row, or the word that stands for them. */
export function rowLayers(rows: readonly DotRow[], x: object, right: number): object[] {
  const shown = { filter: "datum.shown" };
  return [
    nameLayer(
      rows.map(({ lines }) => lines),
      10,
    ),
    {
      transform: [shown, { filter: "datum.lower !== null && datum.upper !== null" }],
      mark: { type: "rule", color: "interval series-1" },
      encoding: { x: { ...x, field: "lower" }, x2: { field: "upper" } },
    },
    ...spokenPointLayers(60, { x }),
    {
      transform: [shown],
      mark: { type: "text", align: "right", color: "value middle" },
      encoding: { x: { value: { expr: `width + ${right}` } }, text: { field: "label" } },
    },
    {
      transform: [{ filter: "!datum.shown" }],
      mark: { type: "text", align: "left", color: "note middle" },
      encoding: { x: { value: 6 }, text: { field: "label" } },
    },
  ];
}

/** A line down the rows at a value that means something of itself. */
export function referenceLayers(value: number | undefined, x: object): object[] {
  if (value === undefined) return [];
  const whole = { y: { value: 0 }, y2: { value: { expr: "height" } } };
  const mark = { type: "rule", color: "axis" };
  return [{ data: { values: [{ value }] }, mark, encoding: { x, ...whole } }];
}

/** The figure for all together: a line with its words over it, its interval as a tint. */
export function overallLayers(
  overall: (Figure & Shown) | undefined,
  x: object,
  [start, end]: readonly [number, number],
  options: DotOptions,
): object[] {
  if (!overall) return [];
  const align = alignAt((overall.value - start) / (end - start));
  const { value, lower, upper } = overall;
  const words = `${options.overallWords ?? "Overall"} ${writeFigure(overall, options.unit)}`;
  const data = { values: [{ value, lower, upper }] };
  const whole = { y: { value: 0 }, y2: { value: { expr: "height" } } };
  return [
    ...(lower === null || upper === null
      ? []
      : [
          {
            data,
            mark: { type: "rect", color: "overall-band" },
            encoding: { x: { ...x, field: "lower" }, x2: { field: "upper" }, ...whole },
          },
        ]),
    { data, mark: { type: "rule", color: "target" }, encoding: { x, ...whole } },
    {
      data,
      mark: { type: "text", align, color: "target-label" },
      encoding: { x, y: { value: -10 }, text: { value: words } },
    },
  ];
}
