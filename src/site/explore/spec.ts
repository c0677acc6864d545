import type { TopLevelSpec } from "vega-lite";
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
  const groups = [...new Set(rows.map(({ group }) => group))];
  const over = isTime(options.breakdown.split(",")[0] ?? "");
  const panel = over ? timePanel(rows, options) : codePanel(rows, options);
  const crossed = groups.length > 1 || groups[0] !== "";
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

function timePanel(rows: readonly ExploreRow[], options: ExploreOptions): object {
  const names = [...new Set(rows.map(({ name }) => name))];
  const every = Math.ceil(names.length / Math.max(2, Math.floor(options.width / 130)));
  const x = {
    field: "name",
    type: "ordinal",
    sort: names,
    title: null,
    axis: { labelAngle: 0, values: names.filter((_, index) => index % every === 0) },
  };
  const { width } = options;
  const layer = marks(options, "y", { value: { expr: "height - 8" } });
  return { width: width - 70, height: 240, encoding: { x }, layer };
}

function codePanel(rows: readonly ExploreRow[], options: ExploreOptions): object {
  const names = [...new Set(rows.map(({ name }) => name))];
  const y = {
    field: "name",
    type: "ordinal",
    sort: names,
    title: null,
    axis: { labelLimit: 150, domain: false, ticks: false },
  };
  const { width } = options;
  const layer = marks(options, "x", { value: 24 });
  return { width: width - 190, height: { step: 32 }, encoding: { y }, layer };
}

/** Interval, line or dots, and the word where there is no number; `axis` holds the numbers. */
function marks({ style }: ExploreOptions, axis: "x" | "y", wordAt: object): object[] {
  const number = {
    field: "value",
    type: "quantitative",
    scale: { zero: axis === "x", nice: true },
    title: nameUnit(style) || null,
  };
  const shown = { filter: "datum.value !== null" };
  const interval = { [axis]: { ...number, field: "lower" }, [`${axis}2`]: { field: "upper" } };
  const line = [
    { mark: { type: "area", color: "var(--chart-1)", opacity: 0.18 }, encoding: interval },
    { mark: { type: "line", color: "var(--chart-1)" }, encoding: { [axis]: number } },
  ];
  const rule = [
    { transform: [shown], mark: { type: "rule", color: "var(--chart-1)" }, encoding: interval },
  ];
  return [
    ...(axis === "y" ? line : rule),
    {
      transform: [shown],
      mark: { type: "point", filled: true, size: 60, opacity: 1, color: "var(--chart-1)" },
      encoding: { [axis]: number, tooltip: tooltip() },
    },
    {
      transform: [{ filter: "datum.value === null" }],
      mark: { type: "text", color: "var(--chart-soft)", fontStyle: "italic" },
      encoding: { [axis]: wordAt, text: { field: "shown" }, tooltip: tooltip() },
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
