/** An amount in whole units of the last digit, and how many cases have it. */
export interface AmountTally {
  readonly units: bigint;
  readonly cases: number;
}

/**
 * Gini coefficient over cases: 0 where all amounts are equal, near 1 where one case has all.
 * Without the small-sample factor n / (n − 1), computed exactly from whole units.
 * Source: Gini 1912; the sorted form of Damgaard and Weiner 2000, "Describing inequality in plant
 * size or fecundity".
 * @param sorted amounts in ascending order
 * @returns null where there is no case, an amount is negative or all are 0
 */
export function giniCoefficient(sorted: readonly AmountTally[]): number | null {
  const total = totalUnits(sorted);
  if (total === 0n || sorted[0]!.units < 0n) return null;
  const n = BigInt(countCases(sorted));
  let below = 0n;
  let weighted = 0n;
  for (const { units, cases } of sorted) {
    const here = BigInt(cases);
    weighted += units * here * (2n * below + here - n);
    below += here;
  }
  return Number(weighted) / Number(n * total);
}

/**
 * Share of the total that the largest 1 % of the cases make up; 1 % of n is rounded up, so that
 * with up to 100 cases it is the share of the single largest.
 * @param sorted amounts in ascending order
 * @returns null where there is no case, an amount is negative or all are 0
 */
export function topPercentShare(sorted: readonly AmountTally[]): number | null {
  const total = totalUnits(sorted);
  if (total === 0n || sorted[0]!.units < 0n) return null;
  let left = Math.ceil(countCases(sorted) / 100);
  let top = 0n;
  for (const { units, cases } of sorted.toReversed()) {
    const taken = Math.min(left, cases);
    top += units * BigInt(taken);
    left -= taken;
    if (left === 0) break;
  }
  return Number(top) / Number(total);
}

/** The exact total in whole units. */
export function totalUnits(tallies: readonly AmountTally[]): bigint {
  return tallies.reduce((sum, { units, cases }) => sum + units * BigInt(cases), 0n);
}

export function countCases(tallies: readonly { readonly cases: number }[]): number {
  return tallies.reduce((sum, { cases }) => sum + cases, 0);
}
