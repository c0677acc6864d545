import type { Figure, Unit } from "../../release/schema.ts";
import { indexMonth } from "../words/dates.ts";
import { formatPlain } from "../words/numbers.ts";
import { sayMissing } from "../words/status.ts";
import { isShown, qualify, type Shown } from "../words/values.ts";

/** How the numbers of one statistic are written. */
export interface NumberStyle {
  readonly unit: Unit;
  /** What counts of the tier were rounded to; null where they are exact. */
  readonly base: number | null;
}

/** A figure as it stands beside a mark: "62%", "about 35%", "at most 4%", "4.1m". */
export function writeFigure(figure: Shown, unit: Unit): string {
  return qualify(figure, writeNumber(figure.value, unit, figure.decimals));
}

/** A number of an axis or a limit: "62%", "6.2", "1,204", "4.1m". The unit is in the subtitle. */
export function writeNumber(value: number, unit: Unit, decimals: number): string {
  if (unit === "share") return `${formatPlain(value * 100, decimals)}%`;
  if (unit === "points") return formatPlain(value * 100, decimals);
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
export function sayFigure(name: string, figure: Figure, { unit, base }: NumberStyle): string {
  if (!isShown(figure)) return `${name}: ${sayMissing(figure, base)}`;
  const cases = figure.n === null ? "" : `, n ${formatPlain(figure.n, 0)}`;
  return `${name}: ${writeFigure(figure, unit)}${writeInterval(figure, unit)}${cases}`;
}

function writeInterval({ lower, upper, bound, decimals }: Figure, unit: Unit): string {
  const write = (limit: number): string => writeNumber(limit, unit, decimals);
  if (bound !== null || (lower === null && upper === null)) return "";
  if (upper === null) return ` (${write(lower!)} or more)`;
  if (lower === null) return ` (up to ${write(upper)})`;
  return ` (${write(lower)} to ${write(upper)})`;
}
