import type { FigurePolicy } from "../disclosure/figure-rules.ts";
import { mergeCells, type Cell } from "../indicators/merge.ts";
import { addMonths } from "../indicators/months.ts";
import type { IndicatorRows } from "../indicators/rows.ts";
import { textOf } from "../recompute/recompute-indicator.ts";
import type { Coverage, Definition, Figure } from "../release/schema.ts";
import type { Judgement } from "../release/schema/steering.ts";

/** An indicator of a release with what its figures were made from. */
export interface SteeredIndicator {
  readonly definition: Definition;
  readonly rows: IndicatorRows;
  readonly figures: readonly Figure[];
}

/** What else decides whether a period can be charted. */
export interface PeriodFrame {
  readonly policy: FigurePolicy;
  readonly coverage: readonly Coverage[];
}

/** A month or quarter with what was seen in it, or why it is in no chart. */
export interface Period {
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly value?: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly leftOut?: Judgement["leftOut"][number]["why"];
}

/** Columns of the measures whose charts are made of counts. */
const parts: Partial<Record<Definition["measure"], readonly [string, string]>> = {
  proportion: ["numerator_n", "denominator_n"],
  rate: ["events_n", "exposure_n"],
};

/**
 * The headline statistic of an indicator by month or quarter. Counts, shares and rates are taken
 * from the rows of the tier, so that a month with few cases is not lost from a chart of counts, where
 * that would lift the mean; everything else is the published figure.
 */
export function listPeriods(
  { definition, rows, figures }: SteeredIndicator,
  by: "month" | "quarter",
  frame: PeriodFrame,
): Period[] {
  const text = { ...textOf(definition), breakdowns: [by] };
  const cells = mergeCells(rows, text).filter(({ breakdown }) => breakdown === by);
  const statistic = definition.statistics[0]!.name;
  const own = new Map(
    figures
      .filter((figure) => figure.breakdown === by && figure.statistic === statistic)
      .map((figure) => [figure.category, figure]),
  );
  const settled = addMonths(rows.span.to, -(definition.settlesAfter ?? 0));
  const periods = cells.map((cell): Period => {
    const place = { period: cell.category, from: cell.from, to: cell.to };
    if (cell.to > settled) return { ...place, leftOut: "not settled" };
    if (by === "quarter" && addMonths(cell.from, 2) !== cell.to) {
      return { ...place, leftOut: "not settled" };
    }
    if (isSum(definition) && lacksPartner(cell, definition, frame.coverage)) {
      return { ...place, leftOut: "not all reported" };
    }
    return { ...place, ...read(definition, cell, own.get(cell.category), frame.policy) };
  });
  return leaveUnsettled(periods);
}

/**
 * Periods at the end that rest on less than half the usual number of cases are not settled either,
 * whatever the definition says: only those cases are in them that were decided early.
 */
function leaveUnsettled(periods: readonly Period[]): Period[] {
  const known = periods.flatMap(({ denominator }) => denominator ?? []);
  const usual = known.reduce((sum, one) => sum + one, 0) / known.length;
  const isWhole = ({ leftOut, denominator = Infinity }: Period): boolean =>
    leftOut === undefined && denominator >= usual / 2;
  const end = periods.findLastIndex(isWhole);
  return periods.map(({ period, from, to, ...seen }, at) =>
    at > end && seen.denominator !== undefined
      ? { period, from, to, leftOut: "not settled" }
      : { period, from, to, ...seen },
  );
}

function isSum({ measure }: Definition): boolean {
  return measure === "count" || measure === "amount";
}

function lacksPartner(
  { from, to }: Cell,
  { tallies }: Definition,
  coverage: readonly Coverage[],
): boolean {
  const kinds = new Set(tallies.map(({ name }) => name));
  const own = coverage.filter(({ kind }) => kinds.has(kind));
  // Who never sent a kind is missing from every month alike, and makes none of them too low.
  const sent = new Set(own.filter(({ state }) => state !== "missing").map(nameOf));
  return own.some(
    (one) =>
      one.state === "missing" && from <= one.month && one.month <= to && sent.has(nameOf(one)),
  );
}

const nameOf = ({ partner, kind }: Coverage): string => `${partner} ${kind}`;

type Seen = Pick<Period, "value" | "numerator" | "denominator" | "leftOut">;

function read(
  { measure, rounded }: Definition,
  cell: Cell,
  figure: Figure | undefined,
  { protection }: FigurePolicy,
): Seen {
  if (measure === "count") return { value: sum(cell, "cases_n") };
  const columns = parts[measure];
  if (columns === undefined) {
    if (figure === undefined || figure.status === "absent") return { leftOut: "absent" };
    return figure.value === null ? { leftOut: "hidden" } : { value: figure.value };
  }
  const [numerator, denominator] = columns.map((name) => sum(cell, name)) as [number, number];
  if (denominator === 0) return { leftOut: "absent" };
  if (rounded && denominator < protection!.shares.value.least) return { leftOut: "hidden" };
  return { numerator, denominator };
}

function sum({ rows }: Cell, column: string): number {
  return rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
}
