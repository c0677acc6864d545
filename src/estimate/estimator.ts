import * as cell from "./cells.ts";
import type { Cells } from "./cells.ts";
import { estimateProblems } from "./problems.ts";
import type { EstimateRequest } from "./request.ts";

/** What `plumbline estimate` can make of a table: the columns it needs, and the reading of them. */
export interface Estimator<Result extends object = object> {
  /** Roles that are needed; where there are several lists, one of them. */
  readonly needed: readonly (readonly string[])[];
  readonly optional: readonly string[];
  /** A fresh collector for one group. */
  start(request: EstimateRequest): Collector<Result>;
}

/** Takes in the rows of one group and estimates once, at the end. */
export interface Collector<Result extends object = object> {
  /** @throws Problem for a cell that cannot be what its role says */
  add(cells: Cells): void;
  /**
   * The cases behind the estimate, and the estimate.
   * @throws Problem for rows that together cannot be estimated
   */
  finish(): { readonly n: number; readonly result: Result };
}

/** The sum of a column of whole numbers. */
export class WholeSum {
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
