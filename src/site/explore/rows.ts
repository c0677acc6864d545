import { toCell, type Cell } from "../cells.ts";
import type { Definition, Figure } from "../../release/schema.ts";
import { formatPeriodShort, indexMonth } from "../words/dates.ts";
import { isTime } from "../words/names.ts";
import type { Scale } from "../words/numbers.ts";
import { isShown } from "../words/values.ts";

/** What the reader has chosen to see. */
export interface Choice {
  readonly breakdown: string;
  readonly statistic: string;
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
  /** The figure as it is written, or the mark that stands for it. */
  readonly cell: Cell;
  /** What is drawn: all null where no number is shown. */
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Whether the value is no more than a bound. */
  readonly bound: boolean;
}

/** The figures of one choice as rows, periods in order of time and codes in that of the release. */
export function exploreRows(
  figures: readonly Figure[],
  { breakdown, statistic }: Choice,
  scale: Scale,
  labels: DimensionLabels,
): ExploreRow[] {
  const [first = "", second = ""] = breakdown.split(",");
  const chosen = figures.filter(
    (figure) => figure.breakdown === breakdown && figure.statistic === statistic,
  );
  const sorted = isTime(first)
    ? chosen.toSorted((a, b) => indexMonth(a.from) - indexMonth(b.from))
    : chosen;
  return sorted.map((figure) => ({
    name: isTime(first)
      ? formatPeriodShort(figure.from, figure.to)
      : (labels[first]?.[figure.category] ?? figure.category),
    group: figure.subcategory === null ? "" : nameGroup(labels, second, figure.subcategory),
    cell: toCell(figure, scale),
    ...drawnOf(figure),
  }));
}

function nameGroup(labels: DimensionLabels, dimension: string, code: string): string {
  return labels[dimension]?.[code] ?? code;
}

function drawnOf(figure: Figure): Pick<ExploreRow, "value" | "lower" | "upper" | "bound"> {
  if (!isShown(figure)) return { value: null, lower: null, upper: null, bound: false };
  const { value, lower, upper, bound } = figure;
  return { value, lower, upper, bound: bound !== null };
}
