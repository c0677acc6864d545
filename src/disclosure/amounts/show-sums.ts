import type { Cell } from "../../indicators/merge.ts";
import { divideDecimals, findDecimal } from "../../measures/decimal.ts";
import type { Reason } from "../../release/schema.ts";
import { nameOfCell } from "./amount-cells.ts";
import type { ShownAmount, ShownAmounts } from "./shown.ts";

/** What is said of a figure that is made of sums of money; `value` counts only without a `why`. */
export interface SaidOfSums {
  readonly why: Reason | undefined;
  readonly value: number | null;
  readonly exact: string | null;
}

/** A sum of money, exact or hidden. */
export function showSum(amounts: ShownAmounts, statistic: string, cell: Cell): SaidOfSums {
  const sum = findSum(amounts, statistic, cell);
  if (sum === undefined) return { why: "few cases", value: null, exact: null };
  return { why: whyHidden[sum.state], value: Number(sum.total), exact: sum.total };
}

/**
 * The share of one sum in another: shown where both are, so that it says nothing that they do not.
 * Beside one of them it would tell the other.
 */
export function showShare(
  amounts: ShownAmounts,
  of: readonly [numerator: string, denominator: string],
  cell: Cell,
): SaidOfSums {
  const sums = of.map((statistic) => findSum(amounts, statistic, cell));
  const [numerator, denominator] = sums.map((sum) =>
    sum?.state === "shown" ? findDecimal(sum.total) : undefined,
  );
  const none = { value: null, exact: null };
  if (numerator === undefined || denominator === undefined) {
    return { ...none, why: "protects another" };
  }
  const value = divideDecimals(numerator, denominator);
  return { ...none, value, why: value === null ? "undefined" : undefined };
}

function findSum({ sums }: ShownAmounts, statistic: string, cell: Cell): ShownAmount | undefined {
  return sums.get(statistic)?.get(nameOfCell(cell));
}

const whyHidden: Readonly<Record<ShownAmount["state"], Reason | undefined>> = {
  shown: undefined,
  primary: "dominated",
  secondary: "protects another",
};
