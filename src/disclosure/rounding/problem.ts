/**
 * Numbers that each become one of two, so that sums of them stay close to the truth. Which margins
 * each adds to is a sparse matrix: those of variable i stand in `marginOf` from marginStart[i] up
 * to, but without, marginStart[i + 1].
 */
export interface RoundingProblem {
  /** The true value of each variable. */
  readonly values: Int32Array;
  /** What each variable may become; where both are the same it is certain. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly marginStart: Int32Array;
  /** From 0 to marginCount − 1, each at most once for a variable. */
  readonly marginOf: Int32Array;
  readonly marginCount: number;
  /** How much the squared error of each margin counts, at least 1; 1 where it is not given. */
  readonly marginWeight?: Int32Array;
  /** The group of each variable, −1 where it is free. Certain variables count in no group. */
  readonly groupOf?: Int32Array;
  /** How many variables of each group become `high`; given together with `groupOf`. */
  readonly highs?: Int32Array;
  /**
   * What was chosen before: 1 for `high`, 0 for `low`, 255 for nothing. To depart from it costs as
   * much as the step does in margins that are exact otherwise.
   */
  readonly preferred?: Uint8Array;
  readonly seed: number;
  /**
   * How often each variable is tried, 1,000 times where it is not given. About 10 million
   * trials are made at most, which bounds the time of large problems.
   */
  readonly effort?: number;
}
