import { quoteName, quoteText, type Engine } from "../engines/duckdb.ts";
import { measures } from "../measures/index.ts";
import type { TallyRow } from "../measures/measure.ts";
import { Problem } from "../problem.ts";
import type { Indicator } from "./discover.ts";
import { lastYears, listMonths, quarterOf, type MonthSpan } from "./months.ts";

/** The merged tally rows behind the figures of one place in one breakdown. Not yet protected. */
export interface Cell {
  readonly breakdown: string;
  readonly category: string;
  readonly subcategory: string | null;
  readonly from: string;
  readonly to: string;
  readonly rows: readonly TallyRow[];
  /** Cases of partners that keep no such record. */
  readonly notRecorded: number;
}

/** The codes that each dimension may take, in the order in which they are shown. */
export type Domains = Readonly<Record<string, readonly string[]>>;

/**
 * Runs an indicator's SQL on the tallies and merges its rows over each of its breakdowns. Every
 * category of a breakdown has a cell, with or without rows.
 * @throws Problem when the SQL fails or does not return what its measure needs.
 */
export async function evaluateIndicator(
  engine: Engine,
  indicator: Indicator,
  span: MonthSpan,
  domains: Domains,
): Promise<Cell[]> {
  const own = await createEvaluated(engine, indicator);
  const present = await presentCodes(engine, indicator, own, domains);
  await createMerged(engine, indicator);
  const cells: Cell[] = [];
  for (const breakdown of ["year", ...indicator.text.breakdowns]) {
    cells.push(...(await mergeOver(engine, indicator, breakdown, span, present)));
  }
  return cells;
}

/** The domains with the indicator's own dimensions cut down to the codes that occur at all. */
async function presentCodes(
  engine: Engine,
  indicator: Indicator,
  columns: ReadonlySet<string>,
  domains: Domains,
): Promise<Domains> {
  const named = new Set(indicator.text.breakdowns.flatMap((breakdown) => breakdown.split(",")));
  const present: Record<string, readonly string[]> = { ...domains };
  for (const name of named) {
    if (!columns.has(name) || name === "month" || name === "partner") continue;
    const rows = await engine.rows<{ code: string }>(
      `select distinct ${quoteName(name)}::varchar as code from evaluated order by 1`,
    );
    const codes = rows.map((row) => row.code);
    const order = domains[name] ?? codes;
    present[name] = order.filter((code) => codes.includes(code));
  }
  return present;
}

/** Makes the table `evaluated` from `indicator.sql`, its bins in the indicator's own unit. */
async function createEvaluated(engine: Engine, indicator: Indicator): Promise<Set<string>> {
  const sql = indicator.sql.trimEnd().replace(/;$/, "");
  try {
    await engine.run(`create or replace temp table evaluated as\n${sql}`);
  } catch (error) {
    throw new Problem(
      "indicator-sql",
      `The SQL of the indicator ${indicator.id} does not run: ${firstLine(error)}`,
      `Mend pipelines/3-indicators/${indicator.id}/indicator.sql.`,
    );
  }
  const described = await engine.rows<{ column_name: string }>("describe evaluated");
  const columns = new Set(described.map((row) => row.column_name));
  const missing = [
    "month",
    "partner",
    ...inputColumns(indicator).map((column) => column.sql),
  ].filter((name) => !columns.has(name));
  if (missing.length > 0) {
    throw new Problem(
      "indicator-columns",
      `The SQL of the indicator ${indicator.id} returns no column ${missing.join(", ")}.`,
      `A ${indicator.text.measure} needs it; mend pipelines/3-indicators/${indicator.id}/indicator.sql.`,
    );
  }
  if (!columns.has("not_recorded_n")) {
    await engine.run("alter table evaluated add column not_recorded_n integer default 0");
  }
  return columns;
}

/** Makes the table `merged` from `evaluated`: months and partners only, for most breakdowns. */
async function createMerged(engine: Engine, indicator: Indicator): Promise<void> {
  const columns = inputColumns(indicator).map(({ sql, keep }) => {
    const name = quoteName(sql);
    return keep ? name : `sum(${name}) as ${name}`;
  });
  await engine.run(`
    create or replace temp table merged as
    select month, partner, ${columns.join(", ")}, sum(not_recorded_n) as not_recorded_n
    from evaluated group by all`);
}

interface InputColumn {
  readonly name: string;
  readonly sql: string;
  readonly keep: boolean;
}

/** The measure's columns, and under which name the SQL gives them. */
function inputColumns(indicator: Indicator): InputColumn[] {
  const { measure, unit, binUnit } = indicator.text;
  return measures[measure].columns.map((column) => ({
    name: column.name,
    sql: column.name === "duration" ? `duration_${binUnit ?? unit}` : column.name,
    keep: column.role === "label" || column.role === "bin",
  }));
}

const minutesPerHour = 60;

async function mergeOver(
  engine: Engine,
  indicator: Indicator,
  breakdown: string,
  span: MonthSpan,
  domains: Domains,
): Promise<Cell[]> {
  const places = listPlaces(breakdown, span, domains);
  const columns = inputColumns(indicator);
  const names = breakdown.split(",");
  const dimensions = names.map((name) => dimensionSql(name, span));
  const window = isTime(names[0]!) ? span : lastYears(span).latest;
  const table = names.every((name) => isTime(name) || isShared(name)) ? "merged" : "evaluated";
  const rows = await engine.rows<Record<string, string | number | null>>(`
    select
      ${dimensions[0]!} as category,
      ${dimensions[1] ?? "null"} as subcategory,
      ${columns.map((column) => selectColumn(column)).join(",\n      ")},
      sum(not_recorded_n) as not_recorded_n
    from ${table} e
    join partners p on p.partner = e.partner
    where month between date ${quoteText(`${window.from}-01`)} and date ${quoteText(`${window.to}-01`)}
    group by all
    order by all`);
  const divisor = indicator.text.binUnit === "minutes" ? minutesPerHour : 1;
  const byPlace = Map.groupBy(rows, (row) => `${row["category"]}|${row["subcategory"] ?? ""}`);
  return places.map((place) => {
    const own = byPlace.get(`${place.category}|${place.subcategory ?? ""}`) ?? [];
    return {
      breakdown,
      ...place,
      rows: own.map((row) => tallyRow(row, columns, divisor)).filter((row) => holdsCases(row)),
      notRecorded: own.reduce((sum, row) => sum + Number(row["not_recorded_n"]), 0),
    };
  });
}

function selectColumn(column: InputColumn): string {
  const source = `e.${quoteName(column.sql)}`;
  return `${column.keep ? source : `sum(${source})`} as ${quoteName(column.name)}`;
}

function tallyRow(
  row: Readonly<Record<string, string | number | null>>,
  columns: readonly InputColumn[],
  divisor: number,
): TallyRow {
  return Object.fromEntries(
    columns.map(({ name }) => {
      const value = row[name] ?? null;
      return [name, name === "duration" ? Number(value) / divisor : value];
    }),
  );
}

/** Whether any of a row's counts is above zero; rows of unrecorded cases hold none. */
function holdsCases(row: TallyRow): boolean {
  return Object.entries(row).some(([name, value]) => name.endsWith("_n") && Number(value) > 0);
}

function isTime(dimension: string): boolean {
  return dimension === "year" || dimension === "quarter" || dimension === "month";
}

function isShared(dimension: string): boolean {
  return dimension === "partner" || dimension === "sector" || dimension === "region";
}

function dimensionSql(name: string, span: MonthSpan): string {
  const { latest, before } = lastYears(span);
  switch (name) {
    case "year":
      return `case
        when month >= date ${quoteText(`${latest.from}-01`)} then ${quoteText(spanName(latest))}
        ${before === undefined ? "" : `when month >= date ${quoteText(`${before.from}-01`)} then ${quoteText(spanName(before))}`}
      end`;
    case "quarter":
      return "year(month)::varchar || '-Q' || quarter(month)::varchar";
    case "month":
      return "strftime(month, '%Y-%m')";
    case "sector":
    case "region":
      return `p.${name}`;
    default:
      return `e.${quoteName(name)}::varchar`;
  }
}

type Place = Pick<Cell, "category" | "subcategory" | "from" | "to">;

function listPlaces(breakdown: string, span: MonthSpan, domains: Domains): Place[] {
  const [first, second] = breakdown.split(",") as [string, string?];
  const places = placesOf(first, span, domains);
  if (second === undefined) return places;
  const codes = domains[second] ?? [];
  return places.flatMap((place) => codes.map((code) => ({ ...place, subcategory: code })));
}

function placesOf(dimension: string, span: MonthSpan, domains: Domains): Place[] {
  const { latest, before } = lastYears(span);
  const place = (category: string, within: MonthSpan): Place => ({
    category,
    subcategory: null,
    ...within,
  });
  const months = listMonths(span);
  switch (dimension) {
    case "year":
      return [before, latest]
        .filter((year) => year !== undefined)
        .map((year) => place(spanName(year), year));
    case "month":
      return months.map((month) => place(month, { from: month, to: month }));
    case "quarter":
      return [...new Set(months.map(quarterOf))].map((quarter) => {
        const own = months.filter((month) => quarterOf(month) === quarter);
        return place(quarter, { from: own[0]!, to: own.at(-1)! });
      });
    default:
      return (domains[dimension] ?? []).map((code) => place(code, latest));
  }
}

function spanName(span: MonthSpan): string {
  return `${span.from}_${span.to}`;
}

/** The first line of a parser's or binder's message; it names columns, never a value. */
function firstLine(error: unknown): string {
  const line = error instanceof Error ? error.message.split("\n")[0]! : "";
  return /^(Parser|Binder|Catalog) Error/.test(line) ? line : "DuckDB refused it.";
}
