/** The sums of money behind an indicator, by month, partner and its own dimensions. */
export interface AmountBase {
  /** Names of the dimensions of each row; "month" (as "2026-03") and "partner" come first. */
  readonly dimensions: readonly string[];
  readonly rows: readonly AmountRow[];
}

export interface AmountRow {
  readonly codes: readonly string[];
  /** Cases whose amount is more than 0. */
  readonly cases: number;
  /** Their sum in the smallest unit of the currency. */
  readonly cents: number;
}

export function keyOfAmount(row: Pick<AmountRow, "codes">): string {
  return row.codes.join("|");
}

export function sumCents(rows: readonly AmountRow[]): number {
  return rows.reduce((sum, row) => sum + row.cents, 0);
}

/** A sum as decimal text with two decimals. */
export function formatCents(cents: number): string {
  const text = String(cents).padStart(3, "0");
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

/**
 * The base with a row for every combination of codes, be it empty: which of them hold an amount is
 * nobody's business, so a reader has to reckon with all.
 * @param domains every code of each dimension of the base, in its order
 */
export function completeBase(
  base: AmountBase,
  domains: readonly (readonly string[])[],
): AmountBase {
  const known = new Map(base.rows.map((row) => [keyOfAmount(row), row]));
  let combinations: string[][] = [[]];
  for (const codes of domains) {
    combinations = combinations.flatMap((start) => codes.map((code) => [...start, code]));
  }
  const rows = combinations.map((codes) => {
    const row = known.get(codes.join("|"));
    if (row !== undefined) known.delete(codes.join("|"));
    return row ?? { codes, cases: 0, cents: 0 };
  });
  return { dimensions: base.dimensions, rows: [...rows, ...known.values()] };
}
