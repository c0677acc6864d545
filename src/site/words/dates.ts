const months =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** "2026-03-03" as "3 March 2026". */
export function formatDay(day: string): string {
  return `${Number(day.slice(8))} ${formatMonth(day.slice(0, 7))}`;
}

/** "2026-03" as "March 2026". */
export function formatMonth(month: string): string {
  return `${nameMonth(month)} ${month.slice(0, 4)}`;
}

/** From and to inclusive: "March 2026", "January to March 2026", "October 2025 to March 2026". */
export function formatPeriod(from: string, to: string): string {
  if (from === to) return formatMonth(from);
  if (from.slice(0, 4) === to.slice(0, 4)) return `${nameMonth(from)} to ${formatMonth(to)}`;
  return `${formatMonth(from)} to ${formatMonth(to)}`;
}

/** The same in a table's row: "Year to Sep 2026", "Jan to Mar 2026", "Mar 2026". */
export function formatPeriodShort(from: string, to: string): string {
  const short = (month: string): string => nameMonth(month).slice(0, 3);
  const year = to.slice(0, 4);
  if (from === to) return `${short(to)} ${year}`;
  if (countMonths(from, to) === 12) return `Year to ${short(to)} ${year}`;
  if (from.slice(0, 4) === year) return `${short(from)} to ${short(to)} ${year}`;
  return `${short(from)} ${from.slice(0, 4)} to ${short(to)} ${year}`;
}

/** How many months lie from `from` to `to`, both included. */
export function countMonths(from: string, to: string): number {
  return indexMonth(to) - indexMonth(from) + 1;
}

/** A month as a running number, so that neighbours differ by one. */
export function indexMonth(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

const nameMonth = (month: string): string => months[Number(month.slice(5, 7)) - 1]!;
