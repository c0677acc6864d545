import type { EstimatorName } from "./estimators.ts";
import type { EstimateResult } from "./results.ts";

/** What `plumbline estimate --json` prints. */
export interface EstimateReport {
  readonly measure: EstimatorName;
  readonly level: number;
  /** In the order of the values in `by`; one group with an empty `by` where none is asked for. */
  readonly groups: readonly EstimateGroup[];
}

export interface EstimateGroup {
  readonly by: Readonly<Record<string, string>>;
  /**
   * Cases behind the result: the count, the events, the denominator, those closed and open …; points
   * of a process, groups of a funnel.
   */
  readonly n: number;
  readonly result: EstimateResult;
}
