/** Months as text, "2026-03": what the figures of a release are dated by. */
export type Month = string;

export interface MonthSpan {
  readonly from: Month;
  readonly to: Month;
}

export function monthOf(day: string): Month {
  return day.slice(0, 7);
}

export function addMonths(month: Month, by: number): Month {
  const [year, number] = month.split("-").map(Number) as [number, number];
  const count = year * 12 + number - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}

export function listMonths(span: MonthSpan): Month[] {
  const months: Month[] = [];
  for (let month = span.from; month <= span.to; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** The quarter of a month, "2026-Q1". */
export function quarterOf(month: Month): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}

/**
 * The twelve months that end a span and, where the span holds them whole, the twelve before.
 * A span shorter than a year is taken as it is.
 */
export function lastYears(span: MonthSpan): { latest: MonthSpan; before: MonthSpan | undefined } {
  const start = addMonths(span.to, -11);
  const latest = { from: start < span.from ? span.from : start, to: span.to };
  const before = { from: addMonths(span.to, -23), to: addMonths(span.to, -12) };
  return { latest, before: before.from < span.from ? undefined : before };
}
