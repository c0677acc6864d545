import { chiSquaredTail } from "./chi-squared.ts";

/** When two distributions are called different. */
export const driftRule = {
  /** Months that are looked at, and months before them that they are held against. */
  latestMonths: 3,
  monthsBefore: 12,
  /** Cases that either side has at least; with fewer nothing is said. */
  leastCases: 30,
  /** Share of cases that would have to change their code for the two to be alike. */
  distance: 0.1,
  /** The chance of a false alarm anywhere in the release, shared among all that is compared. */
  falseAlarm: 0.01,
} as const;

/** How many cases of a partner had each code, in the latest months and before. */
export interface CodeCounts {
  readonly kind: string;
  readonly partner: string;
  readonly label: string;
  readonly codes: readonly {
    readonly code: string;
    readonly before: number;
    readonly latest: number;
  }[];
}

export interface Compared extends CodeCounts {
  readonly before: number;
  readonly latest: number;
  /** Total variation: half the sum of the differences of shares; null where there are too few cases. */
  readonly distance: number | null;
  /** Of Pearson's chi-squared test that both have the same shares; null likewise. */
  readonly p: number | null;
  readonly drifted: boolean;
}

/**
 * Holds the latest months of every partner, kind and code against the months before. What differs
 * by more than the rule allows has drifted: by a tenth of the cases at least, and by more than
 * chance explains although so many are compared (Bonferroni).
 */
export function compareAll(all: readonly CodeCounts[]): Compared[] {
  const measured = all.map(measure);
  const many = measured.filter(({ p }) => p !== null).length;
  return measured.map((one) => ({ ...one, drifted: hasDrifted(one, many) }));
}

function hasDrifted({ distance, p }: Pick<Compared, "distance" | "p">, many: number): boolean {
  if (distance === null || p === null) return false;
  return distance >= driftRule.distance && p <= driftRule.falseAlarm / many;
}

function measure(one: CodeCounts): Omit<Compared, "drifted"> {
  const before = sum(one.codes.map((code) => code.before));
  const latest = sum(one.codes.map((code) => code.latest));
  if (Math.min(before, latest) < driftRule.leastCases) {
    return { ...one, before, latest, distance: null, p: null };
  }
  const apart = one.codes.map((code) => Math.abs(code.latest / latest - code.before / before));
  return {
    ...one,
    before,
    latest,
    distance: round(sum(apart) / 2),
    p: round(test(one, before, latest)),
  };
}

/** Pearson's test of homogeneity; codes of which fewer than five are expected count as one. */
function test({ codes }: CodeCounts, before: number, latest: number): number {
  const share = Math.min(before, latest) / (before + latest);
  const isRare = (code: CodeCounts["codes"][number]): boolean =>
    (code.before + code.latest) * share < 5;
  const rare = codes.filter(isRare);
  const pairs = [
    ...codes.filter((code) => !isRare(code)),
    { before: sum(rare.map((code) => code.before)), latest: sum(rare.map((code) => code.latest)) },
  ].filter((code) => code.before + code.latest > 0);
  if (pairs.length < 2) return 1;
  const terms = pairs.flatMap((code) => {
    const all = code.before + code.latest;
    return [
      [code.before, (all * before) / (before + latest)],
      [code.latest, (all * latest) / (before + latest)],
    ].map(([seen, expected]) => (seen! - expected!) ** 2 / expected!);
  });
  return chiSquaredTail(sum(terms), pairs.length - 1);
}

/** Six significant digits: the same on every machine. */
function round(value: number): number {
  return Number(value.toPrecision(6));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
