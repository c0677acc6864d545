import type { IndicatorRelease } from "../release/read.ts";
import type { Table } from "./tables.ts";
import { isTime } from "./words/names.ts";

/** The newest rows of a long table of periods, and how many were left to the downloads. */
export function foldTable(table: Table, breakdown: string): { table: Table; folded: number } {
  const [dimension = ""] = breakdown.split(",");
  const limit = mostPeriods[dimension];
  if (!isTime(dimension) || limit === undefined || table.rows.length <= limit.most)
    return { table, folded: 0 };
  const rows = table.rows.slice(-limit.keep);
  return { table: { ...table, rows }, folded: table.rows.length - rows.length };
}

/** Above `most` periods a table shows the newest `keep`, in whole years. */
const mostPeriods: Record<string, { most: number; keep: number }> = {
  month: { most: 36, keep: 24 },
  quarter: { most: 24, keep: 12 },
};

/**
 * Which breakdown over time to draw: the finest that is mostly shown and not too long to read. Two
 * years are no trend: they stand in the table and in the sentence above it.
 */
export function chooseTrend({ figures, headline }: IndicatorRelease): string | undefined {
  const own = figures.filter(({ statistic }) => statistic === headline.statistic);
  return ["month", "quarter", "year"].find((breakdown) => {
    const periods = own.filter((figure) => figure.breakdown === breakdown);
    const known = periods.filter(({ value }) => value !== null).length;
    const enough = breakdown === "year" ? 3 : 2;
    return known >= enough && known >= periods.length / 2 && periods.length <= mostDrawn;
  });
}

/** Five years of months; beyond that quarters are drawn. */
const mostDrawn = 60;
