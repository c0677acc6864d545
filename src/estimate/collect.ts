import { estimateAmount } from "../measures/amount.ts";
import { estimateCount } from "../measures/count.ts";
import { addDecimals, decimalToNumber, type Decimal } from "../measures/decimal.ts";
import { estimateDuration } from "../measures/duration.ts";
import type { ForecastTally } from "../measures/forecast-tallies.ts";
import { estimateForecast } from "../measures/forecast.ts";
import type { DurationTally } from "../measures/kaplan-meier.ts";
import type { MeasureName } from "../measures/measure.ts";
import { estimateMoneyShare } from "../measures/money-share.ts";
import { estimateProportion } from "../measures/proportion.ts";
import { estimateRate } from "../measures/rate.ts";
import * as cell from "./cells.ts";
import type { Cells } from "./cells.ts";
import { estimateProblems } from "./problems.ts";
import type { EstimateRequest } from "./request.ts";
import * as result from "./results.ts";

/** Adds up the rows of one group and estimates once, at the end. */
export interface Collector {
  /** @throws Problem for a cell that cannot be what its role says */
  add(cells: Cells): void;
  /** The cases behind the estimate, and the estimate. */
  finish(): { readonly n: number; readonly result: result.EstimateResult };
}

/** A fresh collector for one group. */
export function startCollector(request: EstimateRequest): Collector {
  return collectors[request.measure](request);
}

const collectors: Readonly<Record<MeasureName, (request: EstimateRequest) => Collector>> = {
  count: (request) => {
    const sum = new WholeSum(request, "n");
    return {
      add: (cells) => sum.add(cells),
      finish: () => ({ n: sum.total(), result: estimateCount(sum.total(), request.level) }),
    };
  },
  rate: (request) => {
    const events = new WholeSum(request, "events");
    let exposure = noMoney;
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
  proportion: (request) => {
    const numerator = new WholeSum(request, "numerator");
    const denominator = new WholeSum(request, "denominator");
    return {
      add(cells) {
        if (numerator.add(cells) <= denominator.add(cells)) return;
        const place = cells.place("numerator");
        throw estimateProblems.numeratorLarger(place, request.roles["denominator"]!);
      },
      finish() {
        const n = denominator.total();
        return { n, result: estimateProportion(numerator.total(), n, request.level) };
      },
    };
  },
  amount: (request) => {
    const amounts: { amount: Decimal; cases: number }[] = [];
    let unknown = 0;
    return {
      add(cells) {
        if (cells.text["amount"] === "") unknown += cells.rows;
        else amounts.push({ amount: cell.readDecimal(cells, "amount"), cases: cells.rows });
      },
      finish() {
        const estimate = estimateAmount(amounts, unknown, request.quantiles);
        return { n: estimate.n, result: result.amountResult(estimate) };
      },
    };
  },
  "money-share": () => {
    const sums = { numerator: noMoney, denominator: noMoney };
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
  duration: (request) => {
    const tallies: DurationTally[] = [];
    return {
      add(cells) {
        const duration = cell.readPositive(cells, "duration");
        const observed = cell.readObserved(cells);
        const cases = cell.readCases(cells);
        tallies.push({ duration, closed: observed ? cases : 0, open: observed ? 0 : cases });
      },
      finish() {
        const estimate = estimateDuration(tallies, request);
        return { n: estimate.n, result: result.durationResult(estimate) };
      },
    };
  },
  forecast: (request) => {
    const tallies: ForecastTally[] = [];
    let excluded = 0;
    return {
      add(cells) {
        const forecast = cell.readProbability(cells, request.percent);
        const cases = cell.readCases(cells);
        const outcome = cell.findOutcome(cells);
        if (outcome === undefined) excluded += cases;
        else
          tallies.push({ forecast, happened: cases * outcome, notHappened: cases * (1 - outcome) });
      },
      finish() {
        const estimate = estimateForecast(tallies, request.level);
        return { n: estimate.n, result: result.forecastResult(estimate, excluded) };
      },
    };
  },
};

const noMoney: Decimal = { units: 0n, scale: 0 };

/** The sum of a column of whole numbers. */
class WholeSum {
  readonly #request: EstimateRequest;
  readonly #role: string;
  #sum = 0;

  constructor(request: EstimateRequest, role: string) {
    this.#request = request;
    this.#role = role;
  }

  /** Adds equal rows and returns what one of them holds. */
  add(cells: Cells): number {
    const value = cell.readWhole(cells, this.#role);
    this.#sum += value * cells.rows;
    return value;
  }

  total(): number {
    if (Number.isSafeInteger(this.#sum)) return this.#sum;
    throw estimateProblems.sumTooLarge(this.#request.file, this.#request.roles[this.#role]!);
  }
}
