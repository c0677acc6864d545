import { addDecimals, findDecimal, formatDecimal } from "../measures/decimal.ts";
import type { TallyRow } from "../measures/measure.ts";
import { inputColumns, notRecordedColumn, type EstimatedText } from "./columns.ts";
import { categoryOf, listPlaces, listYears, rootOf, windowOf, type Place } from "./dimensions.ts";
import { countRows, findColumn, findLabel, type IndicatorRows } from "./rows.ts";

/** The merged rows behind the figures of one place in one breakdown. Not yet protected. */
export interface Cell extends Place {
  readonly breakdown: string;
  readonly rows: readonly TallyRow[];
  /** Cases of partners that keep no such record. */
  readonly notRecorded: number;
}

/**
 * Adds an indicator's rows up over "year" and each of its breakdowns. Every category of a breakdown
 * has a cell, with or without rows. Pure: the same for a release and for who recomputes it.
 * @throws RangeError when the rows lack a column that the measure or a breakdown needs
 */
export function mergeCells(table: IndicatorRows, text: EstimatedText): Cell[] {
  const plan = planMerge(table, text);
  const breakdowns = new Set(["year", ...text.breakdowns]);
  return [...breakdowns].flatMap((breakdown) => mergeBreakdown(table, plan, breakdown));
}

/** What is the same for every breakdown. */
interface MergePlan {
  /** Of each row the number of its group: rows of a group agree in labels and bins of the measure. */
  readonly groupOf: readonly number[];
  /** Of each group the labels and bins of the measure. */
  readonly groups: readonly TallyRow[];
  readonly sums: readonly SumColumn[];
  readonly notRecorded: readonly (number | string)[];
}

/** A column that is added up; without values where the rows leave a sum of money out. */
interface SumColumn {
  readonly name: string;
  readonly values: readonly (number | string)[] | undefined;
}

function planMerge(table: IndicatorRows, text: EstimatedText): MergePlan {
  const sums = inputColumns(text)
    .filter(({ role }) => role === "count" || role === "decimal")
    .map(({ name, sql, role }) => ({
      name,
      values:
        role === "decimal"
          ? table.columns.find((column) => column.name === sql)?.values
          : findColumn(table, sql).values,
    }));
  const notRecorded = findColumn(table, notRecordedColumn).values;
  return { ...groupRows(table, text), sums, notRecorded };
}

const minutesPerHour = 60;

function groupRows(
  table: IndicatorRows,
  text: EstimatedText,
): Pick<MergePlan, "groupOf" | "groups"> {
  const kept = inputColumns(text).filter(({ role }) => role === "label" || role === "bin");
  const divisor = text.binUnit === "minutes" ? minutesPerHour : 1;
  let groupOf: number[] = new Array<number>(countRows(table)).fill(0);
  let groups: TallyRow[] = [{}];
  for (const { name, sql } of kept) {
    const column = findColumn(table, sql);
    const read = (value: number | string): number | string => {
      if (column.codes !== undefined) return column.codes[Number(value)]!;
      return name === "duration" ? Number(value) / divisor : value;
    };
    const finer = groups.map(() => new Map<number | string, number>());
    const split: TallyRow[] = [];
    groupOf = groupOf.map((group, row) => {
      const value = column.values[row]!;
      const known = finer[group]!.get(value);
      if (known !== undefined) return known;
      const number = split.push({ ...groups[group], [name]: read(value) }) - 1;
      finer[group]!.set(value, number);
      return number;
    });
    groups = split;
  }
  return { groupOf, groups };
}

/** The cells of a breakdown: the rows of a place are those of all its roots, side by side. */
function mergeBreakdown(table: IndicatorRows, plan: MergePlan, breakdown: string): Cell[] {
  const places = listPlaces(breakdown, table.span, table.domains);
  const placeOf = findPlaces(table, breakdown, places);
  const merged = places.map(() => ({ rows: [] as TallyRow[], notRecorded: 0 }));
  const { groups, sums } = plan;
  const slots = new Map<number, number>();
  const totals = sums.map((): (number | string)[] => []);
  for (const [row, group] of plan.groupOf.entries()) {
    const place = placeOf(row);
    if (place === -1) continue;
    merged[place]!.notRecorded += Number(plan.notRecorded[row]);
    const key = place * groups.length + group;
    const slot = slots.get(key);
    if (slot === undefined) slots.set(key, slots.size);
    for (const [at, { values }] of sums.entries()) {
      const value = values?.[row] ?? 0;
      if (slot === undefined) totals[at]!.push(value);
      else totals[at]![slot] = add(totals[at]![slot]!, value);
    }
  }
  for (const [key, slot] of slots) {
    const own = sums.map(({ name }, at) => [name, totals[at]![slot]!] as const);
    const row = { ...groups[key % groups.length], ...Object.fromEntries(own) };
    if (holdsCases(row)) merged[Math.floor(key / groups.length)]!.rows.push(row);
  }
  return places.map((place, at) => ({ breakdown, ...place, ...merged[at]! }));
}

/** Which place a row belongs to, by the codes of its roots; -1 where to none. */
export function findPlaces(
  table: IndicatorRows,
  breakdown: string,
  places: readonly Place[],
): (row: number) => number {
  const years = listYears(table.span);
  const window = windowOf(breakdown, table.span);
  const partners = new Map(table.partners.map((one) => [one.partner, one]));
  const month = findLabel(table, "month");
  const within = month.codes.map((code) => window.from <= code && code <= window.to);
  const [first, second] = breakdown.split(",").map((name): Root => {
    const { codes, values } = findLabel(table, rootOf(name));
    return { values, categories: codes.map((code) => categoryOf(name, code, years, partners)) };
  });
  const numbers = new Map(
    places.map(({ category, subcategory }, at) => [`${category}|${subcategory ?? ""}`, at]),
  );
  const known = first!.categories.map((category = "") =>
    (second?.categories ?? [""]).map((other = "") => numbers.get(`${category}|${other}`) ?? -1),
  );
  return (row) => {
    if (within[month.values[row]!] !== true) return -1;
    return known[first!.values[row]!]![second === undefined ? 0 : second.values[row]!]!;
  };
}

interface Root {
  readonly values: readonly number[];
  readonly categories: readonly (string | undefined)[];
}

function add(a: number | string, b: number | string): number | string {
  if (typeof a === "number" && typeof b === "number") return a + b;
  return formatDecimal(addDecimals([a, b].map((one) => findDecimal(String(one))!)));
}

/** Whether any of a row's counts is above zero; rows of unrecorded cases hold none. */
function holdsCases(row: TallyRow): boolean {
  return Object.entries(row).some(([name, value]) => name.endsWith("_n") && Number(value) > 0);
}
