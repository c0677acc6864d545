import type { Figure } from "../release/schema.ts";

type Place = Pick<Figure, "breakdown" | "category" | "subcategory" | "statistic">;

/**
 * The permanent name of a figure within its indicator and release, as it stands in addresses:
 * "month.2026-03.median", "quarter-by-grade.2026-Q1.major.count".
 */
export function nameFigure({ breakdown, category, subcategory, statistic }: Place): string {
  const parts = [breakdown.replaceAll(",", "-by-"), category, subcategory, statistic];
  return parts.filter((part) => part !== null).join(".");
}
