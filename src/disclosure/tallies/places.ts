import { categoryOf, listYears, windowOf } from "../../indicators/dimensions.ts";
import type { PartnerPlace } from "../../indicators/dimensions.ts";
import type { MonthSpan } from "../../indicators/months.ts";
import { rootOf } from "../../indicators/dimensions.ts";
import type { TallyTable } from "../../tallies/tally-tables.ts";
import type { CountRow } from "./count-table.ts";

/** The breakdowns in which a kind's cells are published, and what they need to be found. */
export interface Published {
  /** "year" first; only those whose dimensions are columns of every table of the kind. */
  readonly breakdowns: readonly string[];
  readonly span: MonthSpan;
  readonly partners: ReadonlyMap<string, PartnerPlace>;
  /**
   * Labels by which the SQL of some indicator decides which cases count, although figures are
   * published by them too: left out, none.
   */
  readonly decided?: ReadonlySet<string>;
}

/**
 * The label columns that only say where a cell is published. A label that is decided by as well is
 * none of them: figures by partner, say, then rest on single codes of it.
 */
export function labelsOfPlaces({ breakdowns, decided }: Published): ReadonlySet<string> {
  const named = ["month", "partner", ...breakdowns.flatMap((one) => one.split(","))];
  return new Set(named.filter((name) => decided?.has(name) !== true));
}

/** Of these labels the ones that a query compares, as in `status = 'open'` or `case grade when`. */
export function findDecided(sql: string, labels: Iterable<string>): string[] {
  const compared = (label: string) =>
    new RegExp(`\\b${label}\\s*(=|<|>|!=|(not\\s+)?(in|like)\\b|is\\b)|\\bcase\\s+${label}\\b`);
  const text = sql.replaceAll(/--[^\n]*/g, "").toLowerCase();
  return [...labels].filter((label) => label !== "month" && compared(label).test(text));
}

/** Breakdowns that can be told from a table's own labels, whichever indicator names them. */
export function findBreakdowns(table: TallyTable, named: readonly string[]): string[] {
  const known = new Set(table.labels);
  const own = named.filter((breakdown) =>
    breakdown.split(",").every((dimension) => known.has(rootOf(dimension))),
  );
  return [...new Set(["year", ...own])];
}

/** The label columns of a table that decide in which places a row is published. */
export function placingColumns(
  table: TallyTable,
  { breakdowns }: Pick<Published, "breakdowns">,
): number[] {
  const roots = breakdowns.flatMap((breakdown) => breakdown.split(",").map(rootOf));
  const positions = ["month", ...roots].map((root) => table.labels.indexOf(root));
  return [...new Set(positions)].filter((at) => at >= 0);
}

/** The published places that a row adds to, one for each breakdown that looks at its month. */
export function listPlacesOf(
  table: TallyTable,
  { breakdowns, span, partners }: Published,
): (row: Pick<CountRow, "labels">) => string[] {
  const years = listYears(span);
  const parts = breakdowns.map((breakdown) => ({
    breakdown,
    window: windowOf(breakdown, span),
    dimensions: breakdown.split(",").map((dimension) => ({
      dimension,
      at: table.labels.indexOf(rootOf(dimension)),
    })),
  }));
  const month = table.labels.indexOf("month");
  return ({ labels }) => {
    const own = labels[month]!.slice(0, 7);
    return parts.flatMap(({ breakdown, window, dimensions }) => {
      if (own < window.from || own > window.to) return [];
      const codes = dimensions.map(({ dimension, at }) =>
        categoryOf(dimension, at === month ? own : labels[at]!, years, partners),
      );
      return codes.includes(undefined) ? [] : [`${breakdown}|${codes.join("|")}`];
    });
  };
}
