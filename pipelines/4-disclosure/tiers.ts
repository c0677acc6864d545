import type { TierName } from "../../src/release/schema.ts";

/** What one tier may show. The whole difference between tiers stands in this file. */
export interface TierPolicy {
  readonly tier: TierName;
  /** A figure rests on at least this many cases, and no count below it can be read off it. */
  readonly threshold: number;
  /** Merged bins of a published curve hold at least this many cases. */
  readonly curveBin: number;
  readonly rules: readonly {
    readonly name: string;
    readonly words: string;
    readonly source: string;
  }[];
}

const threshold = 10;

/** The tiers that can be made. */
export const tiers: Readonly<Partial<Record<TierName, TierPolicy>>> = {
  public: {
    tier: "public",
    threshold,
    curveBin: threshold,
    rules: [
      {
        name: "few cases",
        words: "A figure that rests on fewer than ten cases is hidden. None at all counts as few.",
        source: "Office for National Statistics and ACRO (safe_threshold): 10.",
      },
      {
        name: "small number",
        words:
          "A figure is hidden when a count from 1 to 9 could be worked out from it: 3 of 400 as a " +
          "share gives away the 3. A percentile needs ten cases on each side of it, and a sum ten " +
          "cases that add to it.",
        source: "Handbook on Statistical Disclosure Control, second edition; percentiles: our own.",
      },
      {
        name: "curves",
        words:
          "Steps of a curve are merged until each holds at least ten cases. Its shares are given to " +
          "a thousandth and its numbers of cases rounded down to tens.",
        source: "Our own, after the same threshold.",
      },
      {
        name: "limit of these rules",
        words:
          "Each figure is judged for itself. Somebody who subtracts the shown parts from a shown " +
          "total, or one release from the next, may still work out a hidden one. Until that is closed, treat this release as one " +
          "that protects against reading, not against arithmetic.",
        source: "Our own admission.",
      },
    ],
  },
};
