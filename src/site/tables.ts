import type { IndicatorRelease } from "../release/read.ts";
import type { About, Figure } from "../release/schema.ts";
import { casesOf, listRuns, tellCases } from "./case-runs.ts";
import { toCell, type Cell } from "./cells.ts";
import { nameCategory, nameSubcategory } from "./words/names.ts";
import { nameUnit, type Scale } from "./words/numbers.ts";
import { scaleOf, type Edition } from "./words/scales.ts";
import type { Missing } from "./words/status.ts";
import { inReadableUnit } from "./words/units.ts";
import { isShown } from "./words/values.ts";

/** One statistic, of one subcategory where there are several, with its interval beside it. */
export interface Column {
  readonly label: string;
  readonly unit: string;
  readonly hasInterval: boolean;
  /** Whether the cases behind it, and the columns after it, are shown beside it. */
  readonly hasCases: boolean;
}

export interface Row {
  readonly head: string;
  /** The month or year as a machine reads it, where the row is a period that has such a form. */
  readonly machine: string | null;
  readonly cells: readonly Cell[];
  /** Cases behind the row, where every column shares them. */
  readonly cases: string | Missing;
}

/** A breakdown as a table for reading. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly hasCases: boolean;
  /** Subcategories of which no figure is shown, and which have no columns for that. */
  readonly unseen: readonly string[];
}

/** The breakdowns that an indicator has figures for, in the order of its definition. */
export function listBreakdowns({ definition, figures }: IndicatorRelease): string[] {
  const present = new Set(figures.map(({ breakdown }) => breakdown));
  const known = ["year", "quarter", "month", ...definition.breakdowns, ...present];
  return [...new Set(known)].filter((breakdown) => present.has(breakdown));
}

/** The figures of one breakdown as rows of categories and columns of statistics. */
export function tabulate(indicator: IndicatorRelease, breakdown: string, release: Edition): Table {
  const published = indicator.figures.filter((figure) => figure.breakdown === breakdown);
  const parts = [...new Map(published.map((figure) => [figure.subcategory, figure])).values()];
  const seen = parts.filter((part) => published.some((one) => isPartOf(one, part) && isTold(one)));
  const told = seen.length > 0 ? seen : parts;
  const columns = told.flatMap((part) => listColumns(indicator, published, part, release));
  const figures = columns.flatMap((column) => column.figures);
  const order = new Set(published.map(({ category }) => category));
  const found = Map.groupBy(figures, ({ category }) => category);
  const groups = [...order].map((category) => found.get(category) ?? []).filter(isFilled);
  const rows = groups.map((group) => columns.map(({ matches }) => group.find(matches) ?? null));
  const shared = rows.every((row) => new Set(row.flatMap((figure) => figure?.n ?? [])).size <= 1);
  const counted = columns.every(({ scale }) => scale.unit === "count");
  const runs = shared ? [] : listRuns(rows, columns.length);
  return {
    columns: columns.map(({ label, scale }, at) => ({
      label,
      unit: nameUnit(scale),
      hasInterval: rows.some((row) => row[at]?.lower != null || row[at]?.upper != null),
      hasCases: !counted && runs.some(({ from }) => from === at),
    })),
    rows: groups.map((group, at) => {
      const cells = rows[at]!.map((figure, column) => toCell(figure, columns[column]!.scale));
      return {
        head: nameCategory(release.about, group[0]!),
        machine: ["month", "year"].includes(breakdown) ? machineOf(group[0]!) : null,
        cells: shared ? cells : tellCases(cells, runs),
        cases: casesOf(cells),
      };
    }),
    hasCases: shared && !counted,
    unseen: parts
      .filter((part) => !told.includes(part))
      .map((part) => nameSubcategory(release.about, part)),
  };
}

const isFilled = (group: readonly Figure[]): boolean => group.length > 0;

interface Source {
  readonly label: string;
  readonly scale: Scale;
  readonly figures: readonly Figure[];
  readonly matches: (figure: Figure) => boolean;
}

function listColumns(
  { definition }: IndicatorRelease,
  figures: readonly Figure[],
  part: Figure,
  release: Edition,
): Source[] {
  const used = new Set(figures.map(({ statistic }) => statistic));
  const statistics = definition.statistics.filter(({ name }) => used.has(name));
  return statistics.map(({ name, label }) => {
    const matches = (figure: Figure): boolean =>
      figure.statistic === name && isPartOf(figure, part);
    return {
      label: nameColumn(release.about, part, label, statistics.length > 1),
      ...inReadableUnit(figures.filter(matches), scaleOf(definition, name, release)),
      matches,
    };
  });
}

/** A count that is said to be low is told, too. */
const isTold = (figure: Figure): boolean => isShown(figure) || figure.mark === "[low]";

const isPartOf = (figure: Figure, part: Figure): boolean => figure.subcategory === part.subcategory;

function nameColumn(about: About, part: Figure, label: string, several: boolean): string {
  if (part.subcategory === null) return label;
  const name = nameSubcategory(about, part);
  return several ? `${name}: ${label.toLowerCase()}` : name;
}

/** A month as itself; a year has no machine-readable form, nor has a quarter. */
const machineOf = ({ from, to }: Figure): string | null => (from === to ? from : null);
