/** A value and how many cases have it. */
export interface ValueTally {
  readonly value: number;
  readonly cases: number;
}

/**
 * Quantile of complete data by linear interpolation between order statistics: type 7, the default
 * of R `quantile` and DuckDB `quantile_cont`.
 * Source: Hyndman and Fan 1996, "Sample quantiles in statistical packages", definition 7.
 * @param sorted values in ascending order
 * @param p between 0 and 1
 * @returns null where there is no case
 */
export function sampleQuantile(sorted: readonly ValueTally[], p: number): number | null {
  const n = sorted.reduce((sum, { cases }) => sum + cases, 0);
  if (n === 0) return null;
  const position = (n - 1) * p;
  const before = Math.floor(position);
  const part = position - before;
  const low = orderStatistic(sorted, before);
  const high = orderStatistic(sorted, Math.ceil(position));
  return low === high ? low : (1 - part) * low + part * high;
}

/** The value at a rank that counts from 0. */
function orderStatistic(sorted: readonly ValueTally[], rank: number): number {
  let passed = 0;
  for (const { value, cases } of sorted) {
    passed += cases;
    if (rank < passed) return value;
  }
  return sorted.at(-1)!.value;
}
