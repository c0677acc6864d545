/** Days as "YYYY-MM-DD", both inclusive. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const month = "(\\d{4})-(0[1-9]|1[0-2])";
const year = /^(\d{4})$/;
const quarter = /^(\d{4})-Q([1-4])$/;
const oneMonth = new RegExp(`^${month}$`);
const months = new RegExp(`^${month}_${month}$`);

/** Reads "2026", "2026-Q1", "2026-03" or "2024-10_2025-09"; undefined where it is none of them. */
export function parsePeriod(name: string): Period | undefined {
  const [, y] = year.exec(name) ?? [];
  if (y) return spanMonths(Number(y), 1, Number(y), 12);
  const [, yq, q] = quarter.exec(name) ?? [];
  if (yq && q) return spanMonths(Number(yq), Number(q) * 3 - 2, Number(yq), Number(q) * 3);
  const [, ym, m] = oneMonth.exec(name) ?? [];
  if (ym && m) return spanMonths(Number(ym), Number(m), Number(ym), Number(m));
  const [, y1, m1, y2, m2] = months.exec(name) ?? [];
  if (y1 && m1 && y2 && m2) {
    const period = spanMonths(Number(y1), Number(m1), Number(y2), Number(m2));
    return period.from < period.to ? period : undefined;
  }
  return undefined;
}

export function overlaps(a: Period, b: Period): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** Whether a text is a day of the calendar, written "2026-03-31". */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function spanMonths(fromYear: number, fromMonth: number, toYear: number, toMonth: number): Period {
  const last = new Date(Date.UTC(toYear, toMonth, 0));
  return {
    from: `${fromYear}-${String(fromMonth).padStart(2, "0")}-01`,
    to: last.toISOString().slice(0, 10),
  };
}
