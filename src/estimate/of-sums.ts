import { estimateAmount } from "../measures/amount.ts";
import { estimateCount, type CountEstimate } from "../measures/count.ts";
import { addDecimals, decimalToNumber, type Decimal } from "../measures/decimal.ts";
import { estimateMoneyShare, type MoneyShareEstimate } from "../measures/money-share.ts";
import { estimateProportion, type ProportionEstimate } from "../measures/proportion.ts";
import { estimateRate, type RateEstimate } from "../measures/rate.ts";
import * as cell from "./cells.ts";
import { WholeSum, type Estimator } from "./estimator.ts";
import { amountResult, type AmountResult } from "./results.ts";

export const count: Estimator<CountEstimate> = {
  ...{ needed: [["n"]], optional: [] },
  start(request) {
    const sum = new WholeSum(request, "n");
    return {
      add: (cells) => void sum.add(cells),
      finish: () => ({ n: sum.total(), result: estimateCount(sum.total(), request.level) }),
    };
  },
};

export const rate: Estimator<RateEstimate> = {
  ...{ needed: [["events", "exposure"]], optional: [] },
  start(request) {
    const events = new WholeSum(request, "events");
    let exposure: Decimal = { units: 0n, scale: 0 };
    return {
      add(cells) {
        events.add(cells);
        cell.readPositive(cells, "exposure");
        const { units, scale } = cell.readDecimal(cells, "exposure");
        exposure = addDecimals([exposure, { units: units * BigInt(cells.rows), scale }]);
      },
      finish() {
        const estimate = estimateRate(events.total(), decimalToNumber(exposure), request);
        return { n: events.total(), result: estimate };
      },
    };
  },
};

export const proportion: Estimator<ProportionEstimate> = {
  ...{ needed: [["numerator", "denominator"]], optional: [] },
  start(request) {
    const numerator = new WholeSum(request, "numerator");
    const denominator = new WholeSum(request, "denominator");
    return {
      add(cells) {
        numerator.add(cells);
        denominator.add(cells);
        cell.checkPart(cells, "numerator", "denominator");
      },
      finish() {
        const n = denominator.total();
        return { n, result: estimateProportion(numerator.total(), n, request.level) };
      },
    };
  },
};

export const moneyShare: Estimator<MoneyShareEstimate> = {
  ...{ needed: [["numerator", "denominator"]], optional: [] },
  start() {
    const none: Decimal = { units: 0n, scale: 0 };
    const sums = { numerator: none, denominator: none };
    let rows = 0;
    return {
      add(cells) {
        for (const role of ["numerator", "denominator"] as const) {
          const { units, scale } = cell.readDecimal(cells, role);
          sums[role] = addDecimals([sums[role], { units: units * BigInt(cells.rows), scale }]);
        }
        rows += cells.rows;
      },
      finish: () => ({ n: rows, result: estimateMoneyShare(sums.numerator, sums.denominator) }),
    };
  },
};

export const amount: Estimator<AmountResult> = {
  ...{ needed: [["amount"]], optional: [] },
  start(request) {
    const amounts: { amount: Decimal; cases: number }[] = [];
    let unknown = 0;
    return {
      add(cells) {
        if (cells.text["amount"] === "") unknown += cells.rows;
        else amounts.push({ amount: cell.readDecimal(cells, "amount"), cases: cells.rows });
      },
      finish() {
        const estimate = estimateAmount(amounts, unknown, request.quantiles);
        return { n: estimate.n, result: amountResult(estimate) };
      },
    };
  },
};
