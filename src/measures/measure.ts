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
  /** Absent for counts and amounts. */
  readonly facts?: Facts;
}

/** What a rule of disclosure must know of a figure beyond n; in cases, but for an exposure. */
export type Facts =
  | {
      /** A share: cases in the numerator and the rest, rounded down where the curve gives it. */
      readonly kind: "parts";
      readonly parts: readonly [number, number];
    }
  | {
      /** A rate: what was counted, and what it is set against. */
      readonly kind: "exposure";
      readonly events: number;
      readonly exposure: number;
    }
  | {
      /** A quantile of durations: cases below and above it, rounded down. */
      readonly kind: "sides";
      readonly sides: readonly [number, number];
    }
  | {
      /** Any number about forecasts: those whose event happened, and those whose did not. */
      readonly kind: "outcomes";
      readonly outcomes: readonly [number, number];
    }
  | {
      /** A share of sums of money: the statistics that are its numerator and its denominator. */
      readonly kind: "sums";
      readonly of: readonly [numerator: string, denominator: string];
    }
  | {
      /** Two groups compared: of each, the cases with the event and the rest. */
      readonly kind: "groups";
      readonly groups: readonly [readonly [number, number], readonly [number, number]];
    };

/**
 * "share" is a fraction of 1, "points" a difference of two of them, "ratio" so many times; "indicator"
 * is the unit that the indicator declares.
 */
export type StatisticUnit =
  "share" | "points" | "ratio" | "count" | "indicator" | "score" | "money";

/** One column that `indicator.sql` must return for a measure, after its dimensions. */
export interface MeasureColumn {
  readonly name: string;
  /** Bins and labels are kept when rows merge; counts and decimals are added up. */
  readonly role: "label" | "bin" | "count" | "decimal";
  readonly description: string;
}

/** A sum of money that a measure adds up: a protected tier shows it exactly or hides it. */
export interface MeasureSum {
  /** The statistic that is the sum. */
  readonly statistic: string;
  /** Its column, and that of the cases that have more than 0 in it. */
  readonly money: string;
  readonly cases: string;
}

export type TallyRow = Readonly<Record<string, number | string | null>>;

/** What the width of an interval depends on beside the rows. */
export interface Precision {
  /** Coverage of the intervals, 0.95 unless told. */
  readonly level?: number;
  /**
   * Standard deviation of the error that protection added to each count that a figure is made from,
   * in cases, at least 0; 0 unless told. Those counts are the merged rows of forecasts, of scores and
   * of strata, and else the sums that the figure rests on: both sides of a share, of a rate, of a
   * point of a curve. Their errors are taken to be independent and 0 on average.
   */
  readonly noise?: number;
}

/** What an indicator declares about its measure, beyond the rows. */
export interface MeasureOptions extends Precision {
  /** rate: the exposure the rate is given for, such as 1000. */
  readonly per?: number;
  /** duration: the quantiles to publish, such as [0.5, 0.9]. */
  readonly quantiles?: readonly number[];
  /** duration: the limits within which a share is published, in the indicator's unit. */
  readonly within?: readonly number[];
  /** score: whether all scores must be 0 or 1, so that the mean is published as a share. */
  readonly isShare?: boolean;
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
  /** Absent for measures that add up no money. */
  readonly sums?: readonly MeasureSum[];
  /** One sentence each, in plain words, shown on the method page. */
  readonly description: string;
  readonly interval: string;
  /** What becomes of the interval where counts are protected; follows `interval`. */
  readonly noiseWords: string;
  /** Statistics in the order in which a page shows them; the first is the headline. */
  estimate(rows: readonly TallyRow[], options: MeasureOptions): readonly Statistic[];
  /**
   * The curve of the measure, with neighbouring bins merged until each holds at least `atLeast`
   * cases (of each outcome, for forecasts); absent for measures that have none. Its limits, at
   * 0.95, are widened for `noise` as those of the statistics; 0 unless told.
   */
  curve?(rows: readonly TallyRow[], atLeast: number, noise?: number): readonly CurvePoint[];
}

export type MeasureName =
  | "count"
  | "amount"
  | "money-share"
  | "proportion"
  | "rate"
  | "duration"
  | "forecast"
  | "score"
  | "ratio";
