import type { IndicatorRelease } from "../release/read.ts";
import type { About, Figure, Reason } from "../release/schema.ts";
import { scaleOf } from "./words/headlines.ts";
import { formatInterval } from "./words/intervals.ts";
import { nameCategory, nameSubcategory } from "./words/names.ts";
import { formatCell, formatPlain, nameUnit } from "./words/numbers.ts";
import { reasonOf } from "./words/status.ts";
import { inReadableUnit } from "./words/units.ts";

/** One statistic, of one subcategory where there are several, with its interval beside it. */
export interface Column {
  readonly label: string;
  readonly unit: string;
  readonly hasInterval: boolean;
  /** Whether the cases behind it are shown beside it, because they differ between columns. */
  readonly hasCases: boolean;
}

export interface Cell {
  readonly value: string | null;
  readonly why: Reason | null;
  readonly interval: string;
  readonly cases: string;
}

export interface Row {
  readonly head: string;
  /** The month or year as a machine reads it, where the row is a period that has such a form. */
  readonly machine: string | null;
  readonly cells: readonly (Cell | null)[];
  /** Cases behind the row, where every column shares them. */
  readonly cases: string;
}

/** A breakdown as a table for reading. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly hasCases: boolean;
  /** Why figures are missing from it, for the key under the table. */
  readonly reasons: readonly Reason[];
}

/** The breakdowns that an indicator has figures for, in the order of its definition. */
export function listBreakdowns({ definition, figures }: IndicatorRelease): string[] {
  const present = new Set(figures.map(({ breakdown }) => breakdown));
  const known = ["year", "quarter", "month", ...definition.breakdowns, ...present];
  return [...new Set(known)].filter((breakdown) => present.has(breakdown));
}

/** The figures of one breakdown as rows of categories and columns of statistics. */
export function tabulate(indicator: IndicatorRelease, breakdown: string, about: About): Table {
  const published = indicator.figures.filter((figure) => figure.breakdown === breakdown);
  const columns = listColumns(indicator, published, about);
  const figures = columns.flatMap((column) => column.figures);
  const order = new Set(published.map(({ category }) => category));
  const found = Map.groupBy(figures, ({ category }) => category);
  const groups = [...order].map((category) => found.get(category) ?? []).filter(isFilled);
  const rows = groups.map((group) => columns.map(({ matches }) => group.find(matches) ?? null));
  const shared = rows.every((row) => new Set(row.flatMap((figure) => figure?.n ?? [])).size <= 1);
  const told = columns.every(({ scale }) => scale.unit === "count");
  return {
    columns: columns.map(({ label, scale }, at) => ({
      label,
      unit: nameUnit(scale),
      hasInterval: rows.some((row) => row[at]?.lower != null || row[at]?.upper != null),
      hasCases: !shared && !told,
    })),
    rows: groups.map((group, at) => ({
      head: nameCategory(about, group[0]!),
      machine: ["month", "year"].includes(breakdown) ? machineOf(group[0]!) : null,
      cells: rows[at]!.map((figure, column) => toCell(figure, columns[column]!)),
      cases: formatCases(rows[at]!.find((figure) => typeof figure?.n === "number")?.n ?? null),
    })),
    hasCases: shared && !told,
    reasons: [...new Set(figures.filter(({ value }) => value === null).map(reasonOf))].sort(),
  };
}

const isFilled = (group: readonly Figure[]): boolean => group.length > 0;

interface Source {
  readonly label: string;
  readonly scale: ReturnType<typeof scaleOf>;
  readonly figures: readonly Figure[];
  readonly matches: (figure: Figure) => boolean;
}

function listColumns(
  { definition }: IndicatorRelease,
  figures: readonly Figure[],
  about: About,
): Source[] {
  const used = new Set(figures.map(({ statistic }) => statistic));
  const statistics = definition.statistics.filter(({ name }) => used.has(name));
  const parts = [...new Map(figures.map((figure) => [figure.subcategory, figure])).values()];
  return parts.flatMap((part) =>
    statistics.map(({ name, label }) => {
      const matches = (figure: Figure): boolean =>
        figure.statistic === name && figure.subcategory === part.subcategory;
      return {
        label: nameColumn(about, part, label, statistics.length > 1),
        ...inReadableUnit(figures.filter(matches), scaleOf(definition, name, about)),
        matches,
      };
    }),
  );
}

function nameColumn(about: About, part: Figure, label: string, several: boolean): string {
  if (part.subcategory === null) return label;
  const name = nameSubcategory(about, part);
  return several ? `${name}: ${label.toLowerCase()}` : name;
}

function toCell(figure: Figure | null, { scale }: Source): Cell | null {
  if (figure === null) return null;
  const interval = figure.value === null ? "" : formatInterval(figure, scale, "plain");
  const value = figure.value === null ? null : formatCell(figure.value, scale);
  const why = figure.value === null ? reasonOf(figure) : null;
  return { value, why, interval, cases: formatCases(figure.n) };
}

const formatCases = (n: number | null): string => (n === null ? "" : formatPlain(n, 0));

/** A month as itself; a year has no machine-readable form, nor has a quarter. */
const machineOf = ({ from, to }: Figure): string | null => (from === to ? from : null);
