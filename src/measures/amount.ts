import { countCases, giniCoefficient, topPercentShare, totalUnits } from "./concentration.ts";
import { addDecimals, decimalToNumber, formatDecimal, unitsAt } from "./decimal.ts";
import type { Decimal } from "./decimal.ts";
import type { Measure, TallyRow } from "./measure.ts";
import { makeStatistic, readMoney, sumCounts } from "./rows.ts";
import { sampleQuantile } from "./sample-quantile.ts";
import { shareLimits } from "./share-limits.ts";

export interface AmountEstimate {
  /** Cases whose amount is known. */
  readonly n: number;
  /** Cases whose amount is not known; they are in no other number. */
  readonly unknown: number;
  /** The exact sum as decimal text; null where no amount is known. */
  readonly total: string | null;
  /** Type-7 quantiles over cases; null where no amount is known. */
  readonly quantiles: readonly { readonly p: number; readonly value: number | null }[];
  /** Null where an amount is negative or all are 0, as is the next. */
  readonly gini: number | null;
  /** Fraction of the total that the largest 1 % of cases (rounded up) make up. */
  readonly topPercentShare: number | null;
}

/**
 * Total, quantiles and concentration of known amounts. The sum is exact; unknown is not zero.
 * @param amounts distinct or repeated amounts, in any order, and how many cases have each
 * @param unknown cases without an amount
 */
export function estimateAmount(
  amounts: readonly { readonly amount: Decimal; readonly cases: number }[],
  unknown: number,
  quantiles: readonly number[] = [0.5, 0.9],
): AmountEstimate {
  const scale = amounts.reduce((most, { amount }) => Math.max(most, amount.scale), 0);
  const sorted = amounts
    .map(({ amount, cases }) => ({ units: unitsAt(amount, scale), cases }))
    .toSorted((a, b) => (a.units < b.units ? -1 : a.units > b.units ? 1 : 0));
  const values = sorted.map(({ units, cases }) => ({
    value: decimalToNumber({ units, scale }),
    cases,
  }));
  const n = countCases(sorted);
  return {
    n,
    unknown,
    total: n === 0 ? null : formatDecimal({ units: totalUnits(sorted), scale }),
    quantiles: quantiles.map((p) => ({ p, value: sampleQuantile(values, p) })),
    gini: giniCoefficient(sorted),
    topPercentShare: topPercentShare(sorted),
  };
}

/** How much there was in all, and of how many cases that is not known. */
export const amount: Measure = {
  name: "amount",
  columns: [
    { name: "known_n", role: "count", description: "cases whose amount is known" },
    { name: "unknown_n", role: "count", description: "cases whose amount is not known" },
    { name: "positive_n", role: "count", description: "cases whose amount is more than 0" },
    { name: "amount_money", role: "decimal", description: "sum of the known amounts" },
  ],
  sums: [{ statistic: "total", money: "amount_money", cases: "positive_n" }],
  description: "The exact sum of the known amounts, and the share of cases without one.",
  interval: "None for the total, which is a sum and no sample; Wilson’s for the share unknown.",
  noiseWords:
    "A total that is shown is exact and no rounding touches it; the interval of the share unknown " +
    "is widened for the rounding that protects small numbers.",
  estimate(rows, options) {
    const known = sumCounts(rows, "known_n");
    const unknown = sumCounts(rows, "unknown_n");
    const sum = addDecimals(rows.map(readAmount));
    const n = known + unknown;
    return [
      makeStatistic({
        ...{ name: "total", value: known === 0 ? null : decimalToNumber(sum), n: known },
        // A sum that few cases make up tells what one of them had.
        ...{ unit: "money", counts: [known, sumCounts(rows, "positive_n")], note: "no cases" },
        exact: known === 0 ? undefined : formatDecimal(sum),
      }),
      makeStatistic({
        ...{ name: "unknown_share", value: n === 0 ? null : unknown / n, n, unit: "share" },
        ...{ limits: shareLimits(unknown, n, options), counts: [unknown, known] },
        ...{ facts: { kind: "parts", parts: [unknown, known] }, note: "no cases" },
      }),
    ];
  },
};

function readAmount(row: TallyRow): Decimal {
  if (row["amount_money"] === null && row["known_n"] === 0) return { units: 0n, scale: 0 };
  return readMoney(row, "amount_money");
}
