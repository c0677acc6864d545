import {
  addDecimals,
  decimalToNumber,
  formatDecimal,
  divideDecimals,
  type Decimal,
} from "./decimal.ts";
import type { Measure, Statistic } from "./measure.ts";
import { makeStatistic, readMoney, sumCounts } from "./rows.ts";

export interface MoneyShareEstimate {
  /** Fraction of 1, above 1 where the numerator is the larger; null where the denominator is 0. */
  readonly share: number | null;
  /** The exact sums as decimal text. */
  readonly numerator: string;
  readonly denominator: string;
}

/**
 * The share of one sum of money in another: both sums exact, divided once, and rounded only to the
 * nearest double.
 */
export function estimateMoneyShare(numerator: Decimal, denominator: Decimal): MoneyShareEstimate {
  return {
    share: divideDecimals(numerator, denominator),
    numerator: formatDecimal(numerator),
    denominator: formatDecimal(denominator),
  };
}

/** Which share of a sum of money another sum is. */
export const moneyShare: Measure = {
  name: "money-share",
  columns: [
    { name: "cases_n", role: "count", description: "cases with more than 0 in the denominator" },
    {
      name: "positive_numerator_n",
      role: "count",
      description: "cases with more than 0 in the numerator",
    },
    { name: "numerator_money", role: "decimal", description: "sum of money in the numerator" },
    { name: "denominator_money", role: "decimal", description: "sum of money in the denominator" },
  ],
  sums: [
    { statistic: "numerator", money: "numerator_money", cases: "positive_numerator_n" },
    { statistic: "denominator", money: "denominator_money", cases: "cases_n" },
  ],
  description:
    "The share of one exact sum of money in another, each added up before they are divided.",
  interval:
    "None: both sums are of every case there is and not of a sample, and cases of very unequal size " +
    "have no common spread that a formula could take.",
  noiseWords:
    "A share that is shown is that of two exact sums, and the rounding that protects small numbers " +
    "touches only the cases beside it.",
  estimate(rows, { noise = 0 }) {
    if (!(noise >= 0)) throw new RangeError("the noise of a count must be at least 0");
    const [numerator, denominator] = ["numerator_money", "denominator_money"].map((column) =>
      addDecimals(rows.map((row) => readMoney(row, column))),
    ) as [Decimal, Decimal];
    const n = sumCounts(rows, "cases_n");
    const positive = sumCounts(rows, "positive_numerator_n");
    const { share } = estimateMoneyShare(numerator, denominator);
    return [
      makeStatistic({
        ...{ name: "share", value: share, n, unit: "share", counts: [n], note: "no cases" },
        facts: { kind: "sums", of: ["numerator", "denominator"] },
      }),
      sumStatistic("numerator", numerator, { n, positive: Math.min(positive, n) }),
      sumStatistic("denominator", denominator, { n, positive: n }),
    ];
  },
};

function sumStatistic(
  name: string,
  sum: Decimal,
  { n, positive }: { readonly n: number; readonly positive: number },
): Statistic {
  return makeStatistic({
    ...{ name, value: n === 0 ? null : decimalToNumber(sum), n, unit: "money", note: "no cases" },
    ...{ counts: [n, positive], exact: n === 0 ? undefined : formatDecimal(sum) },
  });
}
