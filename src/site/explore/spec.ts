import type { TopLevelSpec } from "vega-lite";
import type { Cell } from "../cells.ts";
import { isTime } from "../words/names.ts";
import { factorOf } from "../words/numbers.ts";
import { codePanel, timePanel, type ExploreOptions } from "./panels.ts";
import type { ExploreRow } from "./rows.ts";
import { exploreTheme } from "./theme.ts";

/**
 * The interactive chart of a choice: a line with its band over time, dots with intervals over
 * codes, one panel for each group of a crossed breakdown. A bound is a hollow dot; hidden and
 * absent figures have no dot but their mark. A pointer reads value, interval, cases and status.
 */
export function exploreSpec(rows: readonly ExploreRow[], options: ExploreOptions): TopLevelSpec {
  const factor = factorOf(options.scale.unit);
  const times = (value: number | null) => (value === null ? null : value * factor);
  const overTime = isTime(options.breakdown.split(",")[0] ?? "");
  const labels = overTime ? thinMarks(rows, options.width) : rows.map(markOf);
  const values = rows.map(({ cell, ...row }, at) => ({
    ...row,
    value: times(row.value),
    lower: times(row.lower),
    upper: times(row.upper),
    ...tellOf(cell),
    label: labels[at],
  }));
  const groups = [...new Set(rows.map(({ group }) => group))].filter(Boolean);
  const crossed = groups.length > 0;
  const panel = overTime ? timePanel(values, options, crossed) : codePanel(values, options);
  return {
    data: { values },
    config: exploreTheme,
    background: "transparent",
    ...(crossed ? facet(panel, groups) : panel),
  } as TopLevelSpec;
}

const markOf = ({ cell: { value } }: ExploreRow): string =>
  typeof value === "string" ? "" : value.mark;

/** Marks of neighbouring periods would lie on one another: of a run only as many as fit. */
function thinMarks(rows: readonly ExploreRow[], width: number): string[] {
  const periods = new Set(rows.map(({ name }) => name)).size;
  const every = Math.max(1, Math.ceil((periods * 44) / width));
  const runs = new Map<string, number>();
  return rows.map((row) => {
    const before = row.value === null ? (runs.get(row.group) ?? 0) : -1;
    runs.set(row.group, before + 1);
    return before % every === 0 ? markOf(row) : "";
  });
}

function facet(panel: object, groups: readonly string[]): object {
  const header = { title: null, labelAnchor: "start", labelOrient: "top", labelFontWeight: 600 };
  return { facet: { row: { field: "group", type: "nominal", sort: groups, header } }, spec: panel };
}

/** What a pointer resting on a figure reads. */
function tellOf({ value, interval, cases, revised }: Cell) {
  const shown = typeof value === "string";
  return {
    shown: shown ? value : value.mark,
    interval: typeof interval === "string" ? interval : interval.word,
    cases: typeof cases === "string" ? cases : cases.word,
    status: shown ? (revised ? "revised" : "shown") : value.says,
  };
}
