import type { Domains, PartnerPlace } from "./dimensions.ts";
import type { MonthSpan } from "./months.ts";

/**
 * What an indicator's SQL gives on the tallies of a tier, added up to what its breakdowns need: the
 * last thing before figures. Whoever has it can work out each figure again.
 */
export interface IndicatorRows {
  /** The months that figures are given for. */
  readonly span: MonthSpan;
  /** The codes of each dimension that have a place in a breakdown, in the order shown. */
  readonly domains: Domains;
  readonly partners: readonly PartnerPlace[];
  /** Month and partner first, then other labels, bins, and what is added up. */
  readonly columns: readonly RowColumn[];
}

/** One column by the name that the SQL gives it; row `i` is the i-th value of every column. */
export interface RowColumn {
  readonly name: string;
  /** Of a label every code that occurs; its values are indices of these. */
  readonly codes?: readonly string[] | undefined;
  /** Whole numbers; what is no whole number, such as a sum of money, is decimal text. */
  readonly values: readonly (number | string)[];
}

/** A label column from its texts. */
export function packLabel(name: string, texts: readonly string[]): RowColumn {
  const codes = [...new Set(texts)].sort();
  const indices = new Map(codes.map((code, at) => [code, at]));
  return { name, codes, values: texts.map((text) => indices.get(text)!) };
}

export function countRows({ columns }: IndicatorRows): number {
  return columns[0]?.values.length ?? 0;
}

/** @throws RangeError when there is none of that name */
export function findColumn({ columns }: IndicatorRows, name: string): RowColumn {
  const found = columns.find((column) => column.name === name);
  if (found === undefined) throw new RangeError(`the rows have no column ${name}`);
  return found;
}

/** @throws RangeError when there is none of that name, or it holds no codes */
export function findLabel(table: IndicatorRows, name: string): LabelColumn {
  const { codes, values } = findColumn(table, name);
  if (codes === undefined) throw new RangeError(`the column ${name} of the rows is no label`);
  return { codes, values: values as readonly number[] };
}

export interface LabelColumn {
  readonly codes: readonly string[];
  readonly values: readonly number[];
}
