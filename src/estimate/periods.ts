const forms = [
  /^\d{4}(-\d{2}(-\d{2})?)?$/, // 2026, 2026-03, 2026-03-31
  /^\d{4}-?[QW]\d{1,2}$/, // 2026-Q1, 2026Q1, 2026-W09
];

/**
 * Points in the order of time, where their periods tell it: numbers, and dates, months, quarters and
 * weeks that begin with the year, all of one form. Others stay as the file has them.
 */
export function sortPeriods<Point extends { readonly period: string }>(
  points: readonly Point[],
): readonly Point[] {
  const all = (form: RegExp) => points.every(({ period }) => form.test(period));
  if (forms.some(all)) return points.toSorted((a, b) => (a.period < b.period ? -1 : 1));
  if (!all(/^\d+(\.\d+)?$/)) return points;
  return points.toSorted((a, b) => Number(a.period) - Number(b.period));
}
