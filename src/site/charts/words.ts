import type { Figure, Unit } from "../../release/schema.ts";
import { indexMonth } from "../words/dates.ts";
import { formatPlain } from "../words/numbers.ts";
import { explainReason, reasonOf, sayMissing } from "../words/status.ts";

/** How the numbers of one statistic are written. */
export interface NumberStyle {
  readonly unit: Unit;
  /** Decimals that are shown: of per cent for a share. */
  readonly decimals: number;
}

/** A number as it stands beside a mark: "62%", "6.2", "1,204", "4.1m". The unit is in the subtitle. */
export function writeNumber(value: number, { unit, decimals }: NumberStyle): string {
  if (unit === "share") return `${formatPlain(value * 100, decimals)}%`;
  if (unit === "money" && Math.abs(value) >= 1e9) return `${formatPlain(value / 1e9, 1)}bn`;
  if (unit === "money" && Math.abs(value) >= 1e6) return `${formatPlain(value / 1e6, 1)}m`;
  return formatPlain(value, decimals);
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "2024-10" is "Oct 2024". */
export function nameMonth(month: string | number): string {
  const count = typeof month === "number" ? month : indexMonth(month);
  return `${months[count % 12]!} ${Math.floor(count / 12)}`;
}

/** "Oct 2024", "Oct–Dec 2024", "Oct 2024–Sep 2025"; a calendar year is "2024". */
export function namePeriod(from: string, to: string): string {
  if (from === to) return nameMonth(from);
  const start = nameMonth(from);
  if (from.endsWith("-01") && to === `${from.slice(0, 4)}-12`) return from.slice(0, 4);
  return start.slice(4) === nameMonth(to).slice(4)
    ? `${start.slice(0, 3)}–${nameMonth(to)}`
    : `${start}–${nameMonth(to)}`;
}

/** What a pointer resting on a figure is told: place or period, value, interval, n. */
export function sayFigure(name: string, figure: Figure, style: NumberStyle): string {
  const { status, value, lower, upper, n } = figure;
  if (status !== "value" || value === null) return `${name}: ${sayMissing(figure)}`;
  return `${name}: ${writeNumber(value, style)}${writeInterval(lower, upper, style)}${n === null ? "" : `, n ${formatPlain(n, 0)}`}`;
}

function writeInterval(lower: number | null, upper: number | null, style: NumberStyle): string {
  if (lower === null && upper === null) return "";
  if (upper === null) return ` (${writeNumber(lower!, style)} or more)`;
  if (lower === null) return ` (up to ${writeNumber(upper, style)})`;
  return ` (${writeNumber(lower, style)} to ${writeNumber(upper, style)})`;
}

/** The mark that stands where a figure has no number, as in the tables: "[c]" for hidden. */
export function markMissing(figure: Pick<Figure, "status" | "why">): string {
  return explainReason(reasonOf(figure)).mark;
}

/** The same as a word, where there is room for it: "hidden", "not reached". */
export function wordMissing(figure: Pick<Figure, "status" | "why">): string {
  return explainReason(reasonOf(figure)).key.split(":")[0]!;
}
