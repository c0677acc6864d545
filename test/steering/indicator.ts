import { packLabel, type IndicatorRows } from "../../src/indicators/rows.ts";
import { addMonths } from "../../src/indicators/months.ts";
import type { Definition, Figure } from "../../src/release/schema.ts";
import type { PeriodFrame, SteeredIndicator } from "../../src/steering/periods.ts";

/** A month of an indicator by hand: its count, or numerator and denominator. */
export type Month = number | readonly [numerator: number, denominator: number];

const columns: Partial<Record<Definition["measure"], readonly string[]>> = {
  count: ["cases_n"],
  proportion: ["numerator_n", "denominator_n"],
  rate: ["events_n", "exposure_n"],
  forecast: ["happened_n", "not_happened_n"],
};

/** An indicator of one partner whose months from October 2024 on are these. */
export function indicatorOf(
  measure: "count" | "proportion" | "rate" | "forecast",
  months: readonly Month[],
  definition: Partial<Definition> = {},
  figures: readonly Figure[] = [],
): SteeredIndicator {
  const names = months.map((_, at) => addMonths("2024-10", at));
  const cells = months.map((month) => (typeof month === "number" ? [month] : [...month]));
  return {
    definition: {
      ...{ id: "made-up", measure, direction: "none", target: null, rounded: false, per: null },
      ...{
        unit: "count",
        binUnit: null,
        settlesAfter: 0,
        countedOtherwise: [],
        limit: null,
        family: "made-up",
      },
      breakdowns: ["year", "month", "quarter", "partner"],
      statistics: [{ name: "value", label: "Value", unit: "count", decimals: 0 }],
      tallies: [{ name: "visits", sql: "", sha256: "" }],
      ...definition,
    } as Definition,
    figures,
    rows: rowsOf(
      measure,
      names,
      names.map(() => "harbour"),
      cells,
    ),
  };
}

/** Rows of any months and partners, one for each. */
export function rowsOf(
  measure: "count" | "proportion" | "rate" | "forecast",
  months: readonly string[],
  partners: readonly string[],
  cells: readonly (readonly number[])[],
): IndicatorRows {
  const bins =
    measure === "forecast" ? [{ name: "probability_percent", values: months.map(() => 50) }] : [];
  return {
    span: { from: months[0]!, to: months.at(-1)! },
    domains: { partner: [...new Set(partners)], sector: [], region: [] },
    partners: [...new Set(partners)].map((partner) => ({
      ...{ partner, sector: "border", region: "coast" },
    })),
    columns: [
      packLabel("month", months),
      packLabel("partner", partners),
      ...bins,
      ...columns[measure]!.map((name, at) => ({ name, values: cells.map((cell) => cell[at]!) })),
      { name: "not_recorded_n", values: months.map(() => 0) },
    ],
  };
}

const value = (least: number) => ({ value: least });

/** A tier that rounds, and shows shares of 40 cases and more. */
export const rounding: PeriodFrame = {
  coverage: [],
  policy: {
    protection: {
      threshold: value(5),
      shares: { value: { least: 40, whole: 400, tenths: 4000 } },
      percentiles: { value: { median: 10, p90: 50, eachSide: 5 } },
      scores: { value: { eachOutcome: 5, decimals: 2 } },
      bodies: { value: [] },
    },
  },
};

/** A tier whose counts are exact. */
export const exact: PeriodFrame = { coverage: [], policy: { protection: null } };

/** The same number so often. */
export const times = <T>(many: number, one: T): T[] => Array.from({ length: many }, () => one);
