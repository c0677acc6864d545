import { createHash } from "node:crypto";
import type * as schema from "../../src/release/schema.ts";
import { fixtureLabels, statisticsOf, type FixtureIndicator } from "./fixture-programme.ts";

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
        ["major", 0.1],
        ["moderate", 0.4],
        ["minor", 0.5],
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

/** Figures of one category: hidden where few cases stand behind it, p90 at times not reached. */
export function figuresOf(
  indicator: FixtureIndicator,
  category: Category,
  random: () => number,
): schema.Figure[] {
  const { weight, ...keys } = category;
  const counted = indicator.measure === "count";
  const n = Math.round((counted ? indicator.level * 12 : 900) * weight * (0.7 + 0.6 * random()));
  return statisticsOf(indicator).map((statistic, index): schema.Figure => {
    const base = {
      indicator: indicator.id,
      ...keys,
      statistic: statistic.name,
      unit: statistic.unit,
      exact: null,
    };
    const none = { value: null, lower: null, upper: null, n: null };
    if (category.category === "not_stated" || category.category.startsWith("ledger"))
      return { ...base, ...none, status: "absent", why: "not recorded" };
    if (n < 10) return { ...base, ...none, status: "hidden", why: "small number" };
    if (statistic.name === "p90" && random() < 0.1)
      return { ...base, ...none, n, status: "absent", why: "not reached" };
    const level = [indicator.level, indicator.level * 4, 0.8, 0.08][index]!;
    const scale =
      statistic.unit === "count"
        ? n
        : statistic.unit === "money"
          ? level * weight * 12
          : statistic.unit === "share" && index > 0
            ? ([0, 0, 0.3, 0.08][index] ?? 0.3)
            : level;
    const value = counted ? n : Number((scale * (0.85 + 0.3 * random())).toPrecision(6));
    const half = value * (1.6 / Math.sqrt(n));
    const exact = statistic.unit === "money" ? value.toFixed(2) : null;
    const interval =
      statistic.unit === "money"
        ? { lower: null, upper: null }
        : {
            lower: Math.max(0, value - half),
            upper: statistic.unit === "share" ? Math.min(1, value + half) : value + half,
          };
    return { ...base, exact, status: "value", value, ...interval, n, why: null };
  });
}

/** The curves of the last two years, for measures that have one. */
export function curvesOf(indicator: FixtureIndicator, categories: Category[]): schema.Curve[] {
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
          n: Math.round(900 * (indicator.measure === "forecast" ? 0.1 : y)),
        };
      }),
    }));
}
