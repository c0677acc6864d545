import { findDecimal, type Decimal } from "../measures/decimal.ts";
import { estimateProblems, type CellPlace } from "./problems.ts";

/** The cells of one or more equal rows of the file, by role. */
export interface Cells {
  /** The text of a role's column; undefined where an optional role has none. */
  readonly text: Readonly<Record<string, string>>;
  /** How many rows of the file have these cells. */
  readonly rows: number;
  place(role: string): CellPlace;
}

/** @throws Problem for anything but a decimal number that a double can hold */
export function readDecimal(cells: Cells, role: string): Decimal {
  const text = cells.text[role] ?? "";
  const decimal = findDecimal(text);
  if (!decimal || !Number.isFinite(Number(text))) {
    throw estimateProblems.notNumber(cells.place(role));
  }
  return decimal;
}

/** @throws Problem for anything but a number of at least 0 */
export function readPositive(cells: Cells, role: string): number {
  const decimal = readDecimal(cells, role);
  if (decimal.units < 0n) throw estimateProblems.negative(cells.place(role));
  return Number(cells.text[role]);
}

/** @throws Problem for anything but a whole number of at least 0 */
export function readWhole(cells: Cells, role: string): number {
  const value = readPositive(cells, role);
  if (!Number.isSafeInteger(value)) throw estimateProblems.notWhole(cells.place(role));
  return value;
}

/** @throws Problem for anything but a number above 0 */
export function readAboveZero(cells: Cells, role: string): number {
  const value = readPositive(cells, role);
  if (value === 0) throw estimateProblems.notAboveZero(cells.place(role));
  return value;
}

/** @throws Problem where the first of two counts, which is part of the second, is larger */
export function checkPart(cells: Cells, part: string, whole: string): void {
  if (readPositive(cells, part) <= readPositive(cells, whole)) return;
  throw estimateProblems.numeratorLarger(cells.place(part), cells.place(whole).column);
}

/** Cases that a row stands for: its `count` where the role is given, else the row itself. */
export function readCases(cells: Cells): number {
  return cells.rows * (cells.text["count"] === undefined ? 1 : readWhole(cells, "count"));
}

/** @throws Problem for anything but 1, 0, true and false, capitals or not */
export function readObserved(cells: Cells): boolean {
  const text = cells.text["observed"]!.toLowerCase();
  if (text === "1" || text === "true") return true;
  if (text === "0" || text === "false") return false;
  throw estimateProblems.notObserved(cells.place("observed"));
}

/** @throws Problem for anything but a probability from 0 to 1, or to 100 where that is said */
export function readProbability(cells: Cells, percent: boolean): number {
  readDecimal(cells, "probability");
  const value = Number(cells.text["probability"]);
  if (value < 0 || value > (percent ? 100 : 1)) {
    throw estimateProblems.probabilityOutside(cells.place("probability"), percent);
  }
  return Math.abs(percent ? value / 100 : value);
}

/** The outcome of a forecast; undefined for anything but 1 and 0. */
export function findOutcome(cells: Cells): 0 | 1 | undefined {
  const decimal = findDecimal(cells.text["outcome"]!);
  if (!decimal) return undefined;
  const value = Number(cells.text["outcome"]);
  return value === 0 || value === 1 ? value : undefined;
}
