import type { Table } from "../../tables/table.ts";
import { suppressionProblems } from "./problems.ts";

/**
 * How uncertain a reader must be left of a hidden value. The largest value that he has to reckon with
 * lies at least `upper` above the truth, the smallest at least `lower` below it, and both at least
 * `width` apart. All are at least 0 and in the unit of the table.
 */
export interface Protection {
  readonly upper: number;
  readonly lower: number;
  readonly width: number;
}

/** What is sensitive by itself, whatever else is hidden. */
export interface PrimaryOptions {
  /** The least width of the interval of each sensitive cell. */
  readonly width: number;
  /**
   * Cells that are sensitive besides those that the rule finds; given, be it empty, amounts need not
   * say who contributed what.
   */
  readonly primary?: readonly number[];
  /** What each cell needs, null where it is not sensitive; it takes the place of the table's rule. */
  readonly required?: (cell: number) => Protection | null;
}

/**
 * What each cell needs by itself; null where it is not sensitive.
 * @throws Problem when the rule is about contributors or cases that the table does not name
 */
export function findPrimary(table: Table, options: PrimaryOptions): (Protection | null)[] {
  const listed = new Set(options.primary);
  const required = options.required ?? ruleOf(table, options.primary !== undefined);
  return table.cells.map(({ value }, cell) => {
    const own = required(cell) ?? (listed.has(cell) ? protectListed(table, value) : null);
    return own && { ...own, width: Math.max(own.width, options.width) };
  });
}

function ruleOf(table: Table, hasList: boolean): (cell: number) => Protection | null {
  const { rule, contributions } = table;
  if (rule.type === "count_le") return (cell) => protectSmallCount(table, cell, rule.max);
  if (contributions !== undefined) {
    return (cell) => protectFromPercent(listParts(table, cell), rule.p);
  }
  if (!hasList) throw suppressionProblems.noContributions();
  return () => null;
}

/** Counts up to `max` are sensitive, and so are amounts of few cases; zeros where they are protected. */
function protectSmallCount(table: Table, cell: number, max: number): Protection | null {
  const { value, count } = table.cells[cell]!;
  const cases = table.kind === "counts" ? value : count;
  if (cases === null) throw suppressionProblems.noCases(cell);
  const zeros = table.rule.type === "count_le" && table.rule.zeros === "protected";
  return cases > max || (cases === 0 && !zeros) ? null : protectListed(table, value);
}

/**
 * What a cell needs of which no more is known than that it is sensitive: the width that is asked for,
 * and where contributors are protected within p %, p % of its value on each side.
 */
function protectListed({ rule }: Table, value: number): Protection {
  return rule.type === "p_percent"
    ? withinPercent(value, rule.p)
    : { upper: 0, lower: 0, width: 0 };
}

/** What each contributor adds to a cell. */
function listParts({ cells, contributions }: Table, cell: number): number[] {
  const parts = new Map<string, number>();
  for (const member of cells[cell]!.members) {
    for (const { contributor, value } of contributions![member]!) {
      parts.set(contributor, (parts.get(contributor) ?? 0) + value);
    }
  }
  return [...parts.values()];
}

/**
 * Whether the second largest contributor could tell the largest one's part to within p %.
 * Source: Handbook on Statistical Disclosure Control (2nd edition), section 4.2, p %-rule.
 * @param contributions at least 0 each, in any order
 */
export function isWithinPercent(contributions: readonly number[], p: number): boolean {
  const [largest = 0, , ...others] = sortDown(contributions);
  return sum(others) < (p / 100) * largest;
}

/**
 * Whether the `n` largest contributors make up more than `k` % of a cell.
 * Source: Handbook on Statistical Disclosure Control (2nd edition), section 4.2, (n, k)-dominance.
 * @param contributions at least 0 each, in any order
 */
export function isDominated(contributions: readonly number[], n: number, k: number): boolean {
  return sum(sortDown(contributions).slice(0, n)) > (k / 100) * sum(contributions);
}

/**
 * What a cell needs by the p %-rule, null where it is not sensitive: p % of the largest contribution on
 * each side, so that the second largest contributor stays in doubt of it. The level of the Handbook on
 * Statistical Disclosure Control (2nd edition), section 4.2.2, is lower by the sum of the smaller
 * contributions; here a reader may know these as well.
 * @param contributions at least 0 each, in any order
 */
export function protectFromPercent(contributions: readonly number[], p: number): Protection | null {
  return isWithinPercent(contributions, p) ? withinPercent(Math.max(...contributions), p) : null;
}

/**
 * What a cell needs by (n, k)-dominance, null where it is not sensitive: both bounds so far away that
 * the `n` largest contributors could as well make up only `k` %.
 * Source: Handbook on Statistical Disclosure Control (2nd edition), section 4.2.2, protection levels.
 * @param contributions at least 0 each, in any order
 */
export function protectFromDominance(
  contributions: readonly number[],
  n: number,
  k: number,
): Protection | null {
  if (!isDominated(contributions, n, k)) return null;
  return both((100 / k) * sum(sortDown(contributions).slice(0, n)) - sum(contributions));
}

/**
 * What an amount needs that fewer than `threshold` cases make up, null where it is not sensitive: a
 * margin of p % on each side, for the cases alone say nothing of amounts.
 * @param cases none is not sensitive
 */
export function protectFewCases(
  cases: number,
  value: number,
  threshold: number,
  p: number,
): Protection | null {
  return cases > 0 && cases < threshold ? withinPercent(value, p) : null;
}

function withinPercent(value: number, p: number): Protection {
  return both((p / 100) * value);
}

function both(distance: number): Protection {
  return { upper: distance, lower: distance, width: 2 * distance };
}

function sortDown(values: readonly number[]): number[] {
  return [...values].sort((a, b) => b - a);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
