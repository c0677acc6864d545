interface Limits {
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Whether one end of an interval is open, as where too many cases are still waiting. */
export function isOpen({ lower, upper }: Limits): boolean {
  return (lower === null) !== (upper === null);
}

/** Rows as they are drawn: an interval with an open end reaches to the edge of the axis. */
export function reachEdges<Row extends Limits>(
  rows: readonly Row[],
  [least, most]: readonly [number, number],
): Row[] {
  return rows.map((row) =>
    isOpen(row) ? { ...row, lower: row.lower ?? least, upper: row.upper ?? most } : row,
  );
}
