import { addDecimals, decimalToNumber, findDecimal, type Decimal } from "./decimal.ts";
import type { Facts, Statistic, StatisticUnit, TallyRow } from "./measure.ts";
import { undefinedLimits, type Limits } from "./limits.ts";

/**
 * A count from a tally row.
 * @throws TypeError when the column is missing or is not a whole number of at least 0
 */
export function readCount(row: TallyRow, column: string): number {
  const value = readNumber(row, column);
  if (!Number.isSafeInteger(value)) {
    throw new TypeError(`column ${column} of a tally row must hold whole numbers`);
  }
  return value;
}

/**
 * A number of at least 0 from a tally row; DECIMAL columns arrive as text.
 * @throws TypeError when the column is missing, empty, negative or not a number
 */
export function readNumber(row: TallyRow, column: string): number {
  const cell = row[column];
  const value = typeof cell === "string" && cell.trim() !== "" ? Number(cell) : cell;
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0) {
    throw new TypeError(`column ${column} of a tally row must hold numbers of at least 0`);
  }
  return value;
}

/** The total of a count column over all rows. */
export function sumCounts(rows: readonly TallyRow[], column: string): number {
  return rows.reduce((sum, row) => sum + readCount(row, column), 0);
}

/** The total of a column of whole or decimal numbers, the same in whatever order rows come. */
export function sumNumbers(rows: readonly TallyRow[], column: string): number {
  const decimals = rows.map((row) => findDecimal(String(readNumber(row, column)))!);
  return decimalToNumber(addDecimals(decimals));
}

/**
 * A sum of money from a tally row.
 * @throws TypeError when the column is missing or holds no decimal
 */
export function readMoney(row: TallyRow, column: string): Decimal {
  const cell = row[column];
  const decimal = cell === null || cell === undefined ? undefined : findDecimal(String(cell));
  if (!decimal) throw new TypeError(`column ${column} of a tally row must hold decimals`);
  return decimal;
}

/** Everything a statistic needs beyond its limits, in the order in which it is read. */
interface StatisticParts {
  readonly name: string;
  readonly value: number | null;
  readonly limits?: Limits;
  readonly n: number;
  readonly unit: StatisticUnit;
  readonly counts: readonly number[];
  readonly facts?: Facts;
  readonly exact?: string | undefined;
  /** Said only where `value` is null. */
  readonly note?: string | undefined;
}

export function makeStatistic(parts: StatisticParts): Statistic {
  const { name, value, n, unit, counts, facts, exact, note } = parts;
  const { lower, upper } = value === null ? undefinedLimits : (parts.limits ?? undefinedLimits);
  return {
    ...{ name, value, lower, upper, n, unit, counts },
    ...(facts === undefined ? {} : { facts }),
    ...(exact === undefined ? {} : { exact }),
    ...(value === null && note !== undefined ? { note } : {}),
  };
}
