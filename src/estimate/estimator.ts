import type { LimitsType } from "../measures/survival-limits.ts";
import type { FunnelTransform } from "../variation/funnel.ts";
import type { ProcessInput } from "../variation/spc.ts";
import * as cell from "./cells.ts";
import type { Cells } from "./cells.ts";
import { estimateProblems } from "./problems.ts";

/** From what is estimated, and how. */
export interface EstimateSettings {
  readonly file: string;
  /** The column of each role. */
  readonly roles: Readonly<Record<string, string>>;
  /** Columns whose values make the groups; none for the whole file. */
  readonly by: readonly string[];
  /** Coverage of the intervals, between 0 and 1. */
  readonly level: number;
  /** rate: the exposure that it is given for. */
  readonly per: number;
  /** duration and amount: between 0 and 1. */
  readonly quantiles: readonly number[];
  readonly limits: LimitsType;
  /** duration: limits in the unit of the durations. */
  readonly within: readonly number[];
  /** forecast: whether probabilities run from 0 to 100. */
  readonly percent: boolean;
  /** spc: everything but the points. */
  readonly process: Omit<ProcessInput, "points">;
  /** funnel: the scale on which groups are compared. */
  readonly transform: FunnelTransform;
}

/** What `plumbline estimate` can make of a table: the columns it needs, and the reading of them. */
export interface Estimator<Result extends object = object> {
  /** Roles that are needed; where there are several lists, one of them. */
  readonly needed: readonly (readonly string[])[];
  readonly optional: readonly string[];
  /** A fresh collector for one group. */
  start(request: EstimateSettings): Collector<Result>;
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
  readonly #request: EstimateSettings;
  readonly #role: string;
  #sum = 0;

  constructor(request: EstimateSettings, role: string) {
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
