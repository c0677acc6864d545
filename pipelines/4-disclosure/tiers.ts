import type { TierName } from "../../src/release/schema.ts";

/** One number of the policy, with what it does in plain words and where it comes from. */
export interface Rule<Value> {
  readonly value: Value;
  readonly words: string;
  readonly source: string;
}

/**
 * What a tier that is protected may show. The whole difference between tiers stands in this file;
 * nothing else decides.
 */
export interface Protection {
  /** The tier whose tallies this one is made from; null: the exact tallies. */
  readonly from: TierName | null;
  /** Counts are rounded to multiples of this, so that they still add up. */
  readonly base: Rule<number>;
  /** Cases that a figure rests on, and the width of the interval that a reader is left with. */
  readonly threshold: Rule<number>;
  /** Where durations and forecasts are cut before they are counted. */
  readonly bands: Rule<Bands>;
  /** Denominators from which a share is given in whole per cent, and with one decimal. */
  readonly shares: Rule<{
    readonly least: number;
    readonly whole: number;
    readonly tenths: number;
  }>;
  /** Cases that a median and a ninetieth percentile rest on, and cases on each side of them. */
  readonly percentiles: Rule<{
    readonly median: number;
    readonly p90: number;
    readonly eachSide: number;
  }>;
  /** Forecasts that came true, and that did not, behind a score; and its decimals. */
  readonly scores: Rule<{ readonly eachOutcome: number; readonly decimals: number }>;
  /** Cases and partners behind a sum of money. */
  readonly amounts: Rule<{
    readonly cases: number;
    readonly pPercent: number;
    readonly dominance: { readonly largest: number; readonly percent: number };
  }>;
  /**
   * Record kinds whose records speak of bodies, products or posts and of no person: their counts and
   * sums are exact. A kind that is not named here is protected.
   */
  readonly bodies: Rule<readonly string[]>;
  /** Cases by which a sum of money, or a count that is exact, changes at least between releases. */
  readonly changes: Rule<number>;
}

/** Upper edges of bands, ascending, in whole units; forecasts: the nearest multiple. */
export interface Bands {
  readonly minutes: readonly number[];
  readonly days: readonly number[];
  readonly percent: number;
}

export interface TierPolicy {
  readonly tier: TierName;
  readonly reader: string;
  /** null: exact tallies, and never a record. */
  readonly protection: Protection | null;
  /** What its releases hold beside figures. */
  readonly shows: {
    /**
     * Figures judged for those who steer: what changed for a reason, which partner stands apart,
     * what needs somebody's attention. It is worked out from the tier's own figures and rows, so it
     * tells nothing that they do not.
     */
    readonly steering: boolean;
    /**
     * What the ingest saw of each file, and what only exact counts tell: rows refused by file, fields
     * left empty, how alike records are, what shifted. Only for a tier of exact tallies.
     */
    readonly audit: boolean;
  };
}

const hour = 60;
const day = 24 * hour;

/** Edges from one number to another in equal steps, the first left out. */
function edges(from: number, to: number, step: number): number[] {
  return Array.from({ length: (to - from) / step }, (_, at) => from + (at + 1) * step);
}

const bands: Rule<Bands> = {
  value: {
    minutes: [
      ...[...edges(0, 20, 1), ...edges(20, 40, 2), ...edges(40, 120, 5)],
      ...[...edges(120, 240, 10), ...edges(240, 480, 15), ...edges(480, day, 30)],
      ...[...edges(24, 48, 2), ...edges(48, 96, 4), ...edges(96, 168, 8)].map((n) => n * hour),
      ...[...edges(7, 14, 1), ...edges(14, 30, 2), ...edges(30, 60, 5)].map((n) => n * day),
      ...[90, 120, 180, 240, 300, 365, 545, 730, 1095, 1460, 3650].map((n) => n * day),
    ],
    days: [
      ...[...edges(0, 30, 1), ...edges(30, 60, 2), ...edges(60, 120, 5), ...edges(120, 360, 10)],
      ...[365, 395, 425, 455, 485, 515, 545, 575, 605, 635, 665, 695, 730],
      ...[790, 850, 910, 970, 1030, 1095, 1275, 1460, 1640, 1825, 2190, 2555, 2920, 3285, 3650],
    ],
    percent: 5,
  },
  words:
    "Times are counted in bands that widen as they grow (about a twentieth of their length, up to a year) and in " +
    "which an agreed limit is always an edge; forecasts to the nearest five per cent.",
  source:
    "Our own, after Handbook on Statistical Disclosure Control (2nd edition) 5.3, global recoding.",
};

const shares = {
  value: { least: 40, whole: 400, tenths: 4000 },
  words:
    "A share needs a denominator of 40. It is given in whole per cent from 400 cases and with one " +
    "decimal from 4,000; below 400 it is rounded to five per cent and called “about”. Where " +
    "(nearly) all or none have the property only a bound is given. A comparison of two groups needs " +
    "as much of each, and in each as many cases with the property, and without it, as a figure rests " +
    "on; a difference is given in whole points, a ratio in two figures, with a third from 4,000 cases.",
  source:
    "NHS Digital: one decimal from 4,000 at base 5; the rest by the same arithmetic. Bounds: " +
    "Handbook on Statistical Disclosure Control 5.2, group disclosure.",
};

const percentiles = (eachSide: number): Protection["percentiles"] => ({
  value: { median: 2 * eachSide, p90: 10 * eachSide, eachSide },
  words:
    `A percentile has at least ${eachSide} cases on each side of it: a median rests on ` +
    `${2 * eachSide}, a ninetieth percentile on ${10 * eachSide}. No smallest and no largest value is shown.`,
  source: "Derived here from the threshold.",
});

const scores = (eachOutcome: number): Protection["scores"] => ({
  value: { eachOutcome, decimals: 2 },
  words:
    `A score of forecasts needs ${eachOutcome} that came true and ${eachOutcome} that did not, and is ` +
    "given with two decimals.",
  source: "Derived here from the threshold.",
});

const amounts = (cases: number): Protection["amounts"] => ({
  value: { cases, pPercent: 10, dominance: { largest: 2, percent: 90 } },
  words:
    `A sum of money is shown exactly or not at all. It is hidden when fewer than ${cases} cases make ` +
    "it up, when the second-largest partner could tell the largest one's share to within 10%, or " +
    "when two partners hold more than 90% of it; and further sums are hidden so that none of " +
    "these can be worked out from the rest. A share of one sum in another is shown where both sums are.",
  source: "ACRO and Handbook on Statistical Disclosure Control 4.2: p% = 10, (2, 90%) dominance.",
});

const bodies: Protection["bodies"] = {
  value: [
    ...["assessments", "joint_sessions", "reviews", "recommendations", "reporting"],
    ...["sponsor_posts", "sponsor_meetings", "funding"],
  ],
  words:
    "Counts of what bodies did (assessments, joint sessions, reviews, recommendations, what was reported, " +
    "sponsors’ posts, meetings and funding) are exact, however small: none of their records is about a " +
    "person. A sponsor’s post is a public office: how long it was held and how often its seat was taken are told. " +
    "A share of fewer than 1,000 of them is written without tenths of a per cent, which would be noise.",
  source: "Our own choice: secrecy about institutions protects nobody whom these rules are for.",
};

const changes = (least: number): Protection["changes"] => ({
  value: least,
  words:
    "A rounded count stays as the release before has given it while the cases behind it are the same. " +
    "Where they have changed it is rounded anew, and with it those of its month, partner and threat if one of " +
    `them cannot be said any more; what moves, moves by ${least} at least. A sum of money, and a count that ` +
    `is exact, moves only by ${least} cases or more: a smaller change waits for a later release, and is ` +
    "counted as held.",
  source: "Differencing over releases: Handbook on Statistical Disclosure Control 5.6.",
});

const publicProtection: Protection = {
  from: "sponsor",
  base: {
    value: 10,
    words:
      "Before anything is worked out, every count is rounded to a multiple of ten, chosen so that " +
      "totals stay close to the truth and everything adds up; where a record kind has one tally only, " +
      "counts of ten and more stay as they are. A shown 0 can stand for up to 9 cases.",
    source: "Small-count rounding; base 10: Eurostat, census 2021 and Handbook 5.4.",
  },
  threshold: {
    value: 10,
    words: "A figure rests on at least ten cases, as rounded. “None” counts as few.",
    source: "Office for National Statistics, and ACRO safe_threshold: 10.",
  },
  bands,
  shares,
  percentiles: percentiles(10),
  scores: scores(10),
  amounts: amounts(10),
  bodies,
  changes: changes(10),
};

const sponsorProtection: Protection = {
  from: null,
  base: {
    value: 5,
    words:
      "Before anything is worked out, every count is rounded to a multiple of five, chosen so that " +
      "totals stay close to the truth and everything adds up; where a record kind has one tally only, " +
      "counts of five and more stay as they are. A shown 0 can stand for up to 4 cases.",
    source: "Small-count rounding; base 5: NHS Digital, OpenSAFELY.",
  },
  threshold: {
    value: 5,
    words: "A figure rests on at least five cases, as rounded. “None” counts as few.",
    source: "NHS Digital and OpenSAFELY: 5.",
  },
  bands,
  shares,
  percentiles: percentiles(5),
  scores: scores(5),
  amounts: amounts(5),
  bodies,
  changes: changes(5),
};

/** The tiers, from the most to the least public. A reader of one may know all before it. */
export const tiers: Readonly<Record<TierName, TierPolicy>> = {
  public: {
    tier: "public",
    reader: "anybody",
    protection: publicProtection,
    shows: { steering: false, audit: false },
  },
  sponsor: {
    tier: "sponsor",
    reader: "the senior sponsors of the programme, who also know the public tier",
    protection: sponsorProtection,
    shows: { steering: true, audit: false },
  },
  auditor: {
    tier: "auditor",
    reader: "independent auditors: exact tallies, never a record",
    protection: null,
    shows: { steering: true, audit: true },
  },
};
