import type { TopLevelSpec } from "vega-lite";
import { startsAtZero } from "../charts/axis.ts";
import { wrapText } from "../charts/theme.ts";
import { isTime } from "../words/names.ts";
import { nameUnit } from "../words/numbers.ts";
import type { ExploreRow, StatisticStyle } from "./rows.ts";
import { exploreTheme } from "./theme.ts";

/** What the drawing depends on besides the rows. */
export interface ExploreOptions {
  readonly breakdown: string;
  readonly style: StatisticStyle;
  /** Width of the column in CSS pixels. */
  readonly width: number;
}

/**
 * The interactive chart of a choice: a line with its band over time, dots with intervals over
 * codes, one panel for each group of a crossed breakdown. Hidden and absent figures have no mark
 * but a word; a pointer on a mark reads value, interval, cases and status.
 */
export function exploreSpec(rows: readonly ExploreRow[], options: ExploreOptions): TopLevelSpec {
  const factor = options.style.unit === "share" ? 100 : 1;
  const times = (value: number | null) => (value === null ? null : value * factor);
  const values = rows.map((row) => ({
    ...row,
    value: times(row.value),
    lower: times(row.lower),
    upper: times(row.upper),
    interval: row.interval || "none",
    cases: row.cases || "not shown",
    status: row.status === "value" ? "shown" : row.why,
  }));
  const groups = [...new Set(rows.map(({ group }) => group))].filter(Boolean);
  const overTime = isTime(options.breakdown.split(",")[0] ?? "");
  const crossed = groups.length > 0;
  const panel = overTime ? timePanel(rows, options, crossed) : codePanel(rows, options);
  return {
    data: { values },
    config: exploreTheme,
    background: "transparent",
    ...(crossed ? facet(panel, groups) : panel),
  } as TopLevelSpec;
}

function facet(panel: object, groups: readonly string[]): object {
  const header = { title: null, labelAnchor: "start", labelOrient: "top", labelFontWeight: 600 };
  return { facet: { row: { field: "group", type: "nominal", sort: groups, header } }, spec: panel };
}

function timePanel(rows: readonly ExploreRow[], options: ExploreOptions, crossed: boolean): object {
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
  const known = rows.flatMap(({ value, lower, upper }) => [value, lower, upper]);
  const zero = startsAtZero(known.filter((number) => number !== null));
  const y = {
    ...numberField(options.style, zero, { tickCount: height / 40 }),
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

function codePanel(rows: readonly ExploreRow[], options: ExploreOptions): object {
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
  const x = numberField(options.style, true, { grid: true, domain: false, tickCount: 5 });
  const layer = markLayers("x", x, 24);
  return { width: options.width - nameRoom - 24, height: { step: 40 }, encoding: { y }, layer };
}

function numberField(style: StatisticStyle, zero: boolean, axis: object): object {
  const title = nameUnit(style) || null;
  return { field: "value", type: "quantitative", scale: { zero, nice: true }, title, axis };
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
      transform: [shown],
      mark: { type: "point", filled: true, size: 60, opacity: 1, color: "var(--chart-1)" },
      encoding: { [axis]: number, tooltip: tooltip() },
    },
    {
      transform: [{ filter: "datum.value === null" }],
      mark: { type: "text", color: "var(--chart-soft)", fontStyle: "italic" },
      encoding: { [axis]: { value: wordAt }, text: { field: "shown" }, tooltip: tooltip() },
    },
  ];
}

function tooltip(): object[] {
  const fields = { shown: "value", interval: "interval", cases: "cases", status: "status" };
  return [
    { field: "name", title: "title" },
    ...Object.entries(fields).map(([field, title]) => ({ field, title, type: "nominal" })),
  ];
}
