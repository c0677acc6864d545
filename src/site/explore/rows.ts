import type { Definition, Figure } from "../../release/schema.ts";
import { formatPeriodShort, indexMonth } from "../words/dates.ts";
import { isTime } from "../words/names.ts";
import { formatInterval } from "../words/intervals.ts";
import { formatCell, formatPlain } from "../words/numbers.ts";
import { explainReason, reasonOf } from "../words/status.ts";

/** What the reader has chosen to see. */
export interface Choice {
  readonly breakdown: string;
  readonly statistic: string;
}

/** How the chosen statistic is written. */
export interface StatisticStyle {
  readonly unit: Figure["unit"];
  readonly decimals: number;
  readonly currency: string;
  readonly per: number | null;
}

/** Words for codes, by dimension: `labels.threat_type.fraud`. */
export type DimensionLabels = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What the explorer needs of a definition. */
export type ExploredDefinition = Pick<Definition, "title" | "statistics" | "breakdowns" | "per">;

/** One figure as the chart draws it and the table prints it: both read this row and nothing else. */
export interface ExploreRow {
  /** What the figure is for: a period or the words of a code. */
  readonly name: string;
  /** The second dimension of a crossed breakdown; empty where there is none. */
  readonly group: string;
  /** Place along the axis. */
  readonly at: number;
  readonly status: Figure["status"];
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** The number as it is written, or the mark that stands for it. */
  readonly shown: string;
  readonly interval: string;
  readonly cases: string;
  /** Why there is no number. */
  readonly why: string;
}

/** The figures of one choice as rows, periods in order of time and codes in that of the release. */
export function exploreRows(
  figures: readonly Figure[],
  { breakdown, statistic }: Choice,
  style: StatisticStyle,
  labels: DimensionLabels,
): ExploreRow[] {
  const [first = "", second = ""] = breakdown.split(",");
  const chosen = figures.filter(
    (figure) => figure.breakdown === breakdown && figure.statistic === statistic,
  );
  const sorted = isTime(first)
    ? chosen.toSorted((a, b) => indexMonth(a.from) - indexMonth(b.from))
    : chosen;
  const places = [...new Set(sorted.map(({ category }) => category))];
  return sorted.map((figure) => ({
    name: isTime(first)
      ? formatPeriodShort(figure.from, figure.to)
      : (labels[first]?.[figure.category] ?? figure.category),
    group: figure.subcategory === null ? "" : nameGroup(labels, second, figure.subcategory),
    at: places.indexOf(figure.category),
    ...writeFigure(figure, style),
  }));
}

function nameGroup(labels: DimensionLabels, dimension: string, code: string): string {
  return labels[dimension]?.[code] ?? code;
}

function writeFigure(figure: Figure, style: StatisticStyle) {
  const { status, value, lower, upper, n } = figure;
  if (status !== "value" || value === null) {
    const { mark, key } = explainReason(reasonOf(figure));
    const nothing = { value: null, lower: null, upper: null, interval: "", cases: "" };
    return { ...nothing, status, shown: mark, why: key };
  }
  const interval = formatInterval({ lower, upper }, style, "plain");
  const cases = n === null ? "" : formatPlain(n, 0);
  return { status, value, lower, upper, shown: formatCell(value, style), interval, cases, why: "" };
}

/** The style of a statistic, as its definition gives it. */
export function styleOf(
  definition: ExploredDefinition,
  statistic: string,
  currency: string,
): StatisticStyle {
  const found = definition.statistics.find(({ name }) => name === statistic);
  const { unit, decimals } = found ?? { unit: "count" as const, decimals: 0 };
  return { unit, decimals, currency, per: definition.per };
}
