/**
 * The contract every measure fulfils. A measure is a pure function from tally rows, which add up,
 * to statistics, which do not: rows are merged first and estimated once.
 */

/** One published number: its interval, and how many cases stand behind it. */
export interface Statistic {
  /** Which number of the measure: "share", "median", "p90", "brier", … */
  readonly name: string;
  /** The estimate in the unit named by `unit`; null where it is undefined or was not reached. */
  readonly value: number | null;
  /** Limits of the interval at the level asked for; null where a limit is undefined. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Cases behind the estimate. */
  readonly n: number;
  readonly unit: StatisticUnit;
  /** An exact decimal, where `value` is only its nearest double. */
  readonly exact?: string;
  /** Why `value` is null, as a word the site can explain: "not reached", "no cases", "infinite". */
  readonly note?: string;
  /**
   * The counts a reader could work out from this number together with n, each of which the small
   * number rule must pass: for a share, the cases in the numerator and those outside it.
   */
  readonly counts: readonly number[];
}

/** "share" is a fraction of 1; "indicator" is the unit that the indicator declares. */
export type StatisticUnit = "share" | "count" | "indicator" | "score" | "money";

/** One column that `indicator.sql` must return for a measure, after its dimensions. */
export interface MeasureColumn {
  readonly name: string;
  /** Bins and labels are kept when rows merge; counts and decimals are added up. */
  readonly role: "label" | "bin" | "count" | "decimal";
  readonly description: string;
}

export type TallyRow = Readonly<Record<string, number | string | null>>;

/** What an indicator declares about its measure, beyond the rows. */
export interface MeasureOptions {
  /** Coverage of the intervals, 0.95 unless told. */
  readonly level?: number;
  /** rate: the exposure the rate is given for, such as 1000. */
  readonly per?: number;
  /** duration: the quantiles to publish, such as [0.5, 0.9]. */
  readonly quantiles?: readonly number[];
  /** duration: the limits within which a share is published, in the indicator's unit. */
  readonly within?: readonly number[];
}

/** One point of a curve that belongs to a measure: a survival curve, a calibration diagram. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Cases at the point: at risk for a duration, forecasts for a calibration. */
  readonly n: number;
}

export interface Measure {
  readonly name: MeasureName;
  readonly columns: readonly MeasureColumn[];
  /** One sentence each, in plain words, shown on the method page. */
  readonly description: string;
  readonly interval: string;
  /** Statistics in the order in which a page shows them; the first is the headline. */
  estimate(rows: readonly TallyRow[], options: MeasureOptions): readonly Statistic[];
  /**
   * The curve of the measure, with neighbouring bins merged until each holds at least `atLeast`
   * cases (of each outcome, for forecasts); absent for measures that have none.
   */
  curve?(rows: readonly TallyRow[], atLeast: number): readonly CurvePoint[];
}

export type MeasureName = "count" | "amount" | "proportion" | "rate" | "duration" | "forecast";
