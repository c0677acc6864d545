import { addMonths, lastYears, listMonths, quarterOf, type MonthSpan } from "./months.ts";

/** The codes that each dimension may take, in the order in which they are shown. */
export type Domains = Readonly<Record<string, readonly string[]>>;

/** One place in a breakdown and the months that it covers. */
export interface Place {
  readonly category: string;
  readonly subcategory: string | null;
  readonly from: string;
  readonly to: string;
}

/** Where a partner belongs. */
export interface PartnerPlace {
  readonly partner: string;
  readonly sector: string;
  readonly region: string;
}

const times = ["year", "quarter", "month"];
const groupsOfPartners = ["sector", "region", "partner"];

/**
 * The dimension by which tallies are added up in SQL for another: quarters and years are made of
 * months, sectors and regions of partners, and every other dimension stands for itself.
 */
export function rootOf(dimension: string): string {
  if (times.includes(dimension)) return "month";
  return groupsOfPartners.includes(dimension) ? "partner" : dimension;
}

/** SQL for a root's value as text, from the column that holds it. */
export function rootSql(root: string, column: string): string {
  return root === "month" ? `(${column}::varchar)[:7]` : `${column}::varchar`;
}

/** Which category of a dimension a root's value belongs to; undefined where it belongs to none. */
export function categoryOf(
  dimension: string,
  value: string,
  years: readonly MonthSpan[],
  partners: ReadonlyMap<string, PartnerPlace>,
): string | undefined {
  switch (dimension) {
    case "year": {
      const year = years.find(({ from, to }) => from <= value && value <= to);
      return year && spanName(year);
    }
    case "quarter":
      return quarterOf(value);
    case "sector":
    case "region":
      return partners.get(value)?.[dimension];
    default:
      return value;
  }
}

/** The year before, where the span holds it whole, and the latest. */
export function listYears(span: MonthSpan): MonthSpan[] {
  const { latest, before } = lastYears(span);
  return before === undefined ? [latest] : [before, latest];
}

/** The months that a breakdown looks at: all for one over time, else the latest twelve. */
export function windowOf(breakdown: string, span: MonthSpan): MonthSpan {
  return times.includes(breakdown.split(",")[0]!) ? span : lastYears(span).latest;
}

/** Every place of a breakdown in the order in which it is shown. */
export function listPlaces(breakdown: string, span: MonthSpan, domains: Domains): Place[] {
  const [first, second] = breakdown.split(",") as [string, string?];
  const places = placesOf(first, span, domains);
  if (second === undefined) return places;
  const codes = domains[second] ?? [];
  return places.flatMap((place) => codes.map((code) => ({ ...place, subcategory: code })));
}

function placesOf(dimension: string, span: MonthSpan, domains: Domains): Place[] {
  const place = (category: string, within: MonthSpan): Place => ({
    category,
    subcategory: null,
    ...within,
  });
  switch (dimension) {
    case "year":
      return listYears(span).map((year) => place(spanName(year), year));
    case "month":
      return listMonths(span).map((month) => place(month, { from: month, to: month }));
    case "quarter":
      return [...new Set(listMonths(span).map(quarterOf))].map((quarter) =>
        place(quarter, quarterSpan(quarter, span)),
      );
    default:
      return (domains[dimension] ?? []).map((code) => place(code, lastYears(span).latest));
  }
}

/** The months of a quarter that lie within a span. */
function quarterSpan(quarter: string, span: MonthSpan): MonthSpan {
  const number = Number(quarter.slice(6));
  const from = `${quarter.slice(0, 4)}-${String(number * 3 - 2).padStart(2, "0")}`;
  const to = addMonths(from, 2);
  return { from: from < span.from ? span.from : from, to: to > span.to ? span.to : to };
}

function spanName(span: MonthSpan): string {
  return `${span.from}_${span.to}`;
}
