import { createHash } from "node:crypto";
import type * as schema from "../../src/release/schema.ts";
import { fixtureLabels, statisticsOf, type FixtureIndicator } from "./fixture-programme.ts";
import { showOrHide } from "./fixture-protection.ts";

/** A seeded source of numbers between 0 and 1. */
export function seeded(word: string): () => number {
  let state = createHash("sha256").update(word).digest().readUInt32LE(0);
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A month from a running number. */
export const monthAt = (index: number): string =>
  `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;

/** One row of a breakdown. */
export interface Category {
  readonly breakdown: string;
  readonly category: string;
  readonly subcategory: string | null;
  readonly from: string;
  readonly to: string;
  /** Share of the year's cases that fall in it. */
  readonly weight: number;
}

/** Every category of the standard breakdowns, over `months` months that end in September 2026. */
export function listCategories(
  indicator: FixtureIndicator,
  months: number,
  partners: string[],
): Category[] {
  const last = 2026 * 12 + 8;
  const first = last - months + 1;
  const year = { from: monthAt(last - 11), to: monthAt(last) };
  const all: Category[] = [];
  const add = (
    breakdown: string,
    category: string,
    from: string,
    to: string,
    weight: number,
    subcategory: string | null = null,
  ): void => {
    all.push({ breakdown, category, subcategory, from, to, weight });
  };
  for (let end = last - 12 * Math.floor(months / 12 - 1); end <= last; end += 12)
    add("year", `${monthAt(end - 11)}_${monthAt(end)}`, monthAt(end - 11), monthAt(end), 1);
  for (let start = first; start <= last; start += 3) {
    const name = `${Math.floor(start / 12)}-Q${Math.floor((start % 12) / 3) + 1}`;
    add("quarter", name, monthAt(start), monthAt(start + 2), 0.25);
    if (indicator.crossed)
      for (const [grade, share] of [
        ["major", 0.05],
        ["moderate", 0.4],
        ["minor", 0.55],
      ] as const)
        add("quarter,grade", name, monthAt(start), monthAt(start + 2), 0.25 * share, grade);
  }
  for (let at = first; at <= last; at += 1)
    add("month", monthAt(at), monthAt(at), monthAt(at), 1 / 12);
  for (const partner of partners) add("partner", partner, year.from, year.to, 1 / partners.length);
  for (const dimension of ["sector", "region", "threat_type"])
    for (const code of Object.keys(fixtureLabels[dimension]!))
      add(dimension, code, year.from, year.to, 1 / Object.keys(fixtureLabels[dimension]!).length);
  return all;
}

/** Figures of one category as a tier shows them whose counts are rounded to `base`. */
export function figuresOf(
  indicator: FixtureIndicator,
  category: Category,
  random: () => number,
  base: number | null,
): schema.Figure[] {
  const { weight, ...keys } = category;
  const counted = Math.round(indicator.cases * weight * (0.7 + 0.6 * random()));
  const n = toMultiple(counted, base);
  return statisticsOf(indicator).map((statistic, index): schema.Figure => {
    const value = valueOf(indicator, index, weight, n) * (0.85 + 0.3 * random());
    const draft = { n, value: statistic.unit === "count" ? n : value, lot: random(), base };
    return {
      ...{ indicator: indicator.id, ...keys, statistic: statistic.name, unit: statistic.unit },
      ...showOrHide(`${indicator.id} ${category.breakdown} ${category.category}`, draft, statistic),
    };
  });
}

export function toMultiple(count: number, base: number | null): number {
  return Math.round(count / (base ?? 1)) * (base ?? 1);
}

function valueOf({ measure, level }: FixtureIndicator, index: number, weight: number, n: number) {
  if (measure === "amount") return level * weight * 12;
  if (measure === "duration") return [level, level * 4, 0.8, 0.08][index]!;
  if (measure === "forecast") return [level, 0.3, 0.3][index]!;
  return measure === "count" ? n : level;
}
/** The curves of the last two years, for measures that have one. */
export function curvesOf(
  indicator: FixtureIndicator,
  categories: Category[],
  base: number | null,
): schema.Curve[] {
  if (indicator.measure !== "duration" && indicator.measure !== "forecast") return [];
  return categories
    .filter((category) => category.breakdown === "year")
    .slice(-2)
    .map(({ breakdown, category, from, to }) => ({
      indicator: indicator.id,
      breakdown,
      category,
      from,
      to,
      status: "value",
      why: null,
      points: Array.from({ length: indicator.measure === "forecast" ? 9 : 40 }, (_, step) => {
        const x =
          indicator.measure === "forecast" ? 0.1 * (step + 1) : step * indicator.level * 0.15;
        const y =
          indicator.measure === "forecast"
            ? Math.min(1, 0.05 + x * 0.85)
            : Math.exp((-x / indicator.level) * 0.69);
        return {
          x,
          y,
          lower: Math.max(0, y - 0.04),
          upper: Math.min(1, y + 0.04),
          n: toMultiple(indicator.cases * (indicator.measure === "forecast" ? 0.1 : y), base),
        };
      }),
    }));
}
