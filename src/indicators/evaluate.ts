import type { AmountBase } from "../disclosure/amounts/amount-base.ts";
import { quoteName, quoteText, type Engine } from "../engines/duckdb.ts";
import { measures } from "../measures/index.ts";
import type { TallyRow } from "../measures/measure.ts";
import { Problem } from "../problem.ts";
import type { Indicator } from "./discover.ts";
import {
  categoryOf,
  listPlaces,
  listYears,
  rootOf,
  rootSql,
  windowOf,
  type Domains,
  type PartnerPlace,
  type Place,
} from "./dimensions.ts";
import type { MonthSpan } from "./months.ts";

/** The merged tally rows behind the figures of one place in one breakdown. Not yet protected. */
export interface Cell extends Place {
  readonly breakdown: string;
  readonly rows: readonly TallyRow[];
  /** Cases of partners that keep no such record. */
  readonly notRecorded: number;
}

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
  const partners = await engine.rows<PartnerPlace>(
    "select partner::varchar as partner, sector, region from partners",
  );
  const places = new Map(partners.map((one) => [one.partner, one]));
  const merger = new Merger(engine, indicator, span, places);
  const cells: Cell[] = [];
  for (const breakdown of ["year", ...indicator.text.breakdowns]) {
    cells.push(...(await merger.cellsOf(breakdown, present)));
  }
  return cells;
}

/**
 * The exact sums of money behind an indicator of amounts, by month, partner and its own dimensions,
 * where any case has one.
 */
export async function readAmounts(engine: Engine, indicator: Indicator): Promise<AmountBase> {
  const columns = await createEvaluated(engine, indicator);
  const named = indicator.text.breakdowns.flatMap((breakdown) => breakdown.split(","));
  const own = [...new Set(named)].filter((name) => columns.has(name));
  const dimensions = ["month", "partner", ...own.filter((n) => n !== "month" && n !== "partner")];
  const select = dimensions.map(
    (name) => `${rootSql(name, quoteName(name))} as ${quoteName(name)}`,
  );
  const rows = await engine.rows<Record<string, string | number>>(`
    select ${select.join(", ")}, sum(positive_n)::integer as plumbline_cases,
      (sum(amount_money) * 100)::bigint as plumbline_cents
    from evaluated group by all having plumbline_cases > 0 order by all`);
  return {
    dimensions,
    rows: rows.map((row) => ({
      codes: dimensions.map((name) => String(row[name])),
      cases: Number(row["plumbline_cases"]),
      cents: Number(row["plumbline_cents"]),
    })),
  };
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

type RootRow = Readonly<Record<string, string | number | null>>;

/** Adds an indicator's rows up over the roots of its breakdowns, each pair of roots once. */
class Merger {
  readonly #engine: Engine;
  readonly #indicator: Indicator;
  readonly #span: MonthSpan;
  readonly #years: readonly MonthSpan[];
  readonly #partners: ReadonlyMap<string, PartnerPlace>;
  readonly #read = new Map<string, Promise<RootRow[]>>();

  constructor(
    engine: Engine,
    indicator: Indicator,
    span: MonthSpan,
    partners: ReadonlyMap<string, PartnerPlace>,
  ) {
    this.#engine = engine;
    this.#indicator = indicator;
    this.#span = span;
    this.#years = listYears(span);
    this.#partners = partners;
  }

  /** The cells of a breakdown: the rows of a place are those of all its roots, side by side. */
  async cellsOf(breakdown: string, domains: Domains): Promise<Cell[]> {
    const names = breakdown.split(",");
    const rows = await this.#rowsOf(names.map(rootOf), windowOf(breakdown, this.#span));
    const byPlace = Map.groupBy(rows, (row) => this.#placeOf(names, row));
    const columns = inputColumns(this.#indicator);
    const divisor = this.#indicator.text.binUnit === "minutes" ? minutesPerHour : 1;
    return listPlaces(breakdown, this.#span, domains).map((place) => {
      const own = byPlace.get(`${place.category}|${place.subcategory ?? ""}`) ?? [];
      return {
        breakdown,
        ...place,
        rows: own.map((row) => tallyRow(row, columns, divisor)).filter((row) => holdsCases(row)),
        notRecorded: own.reduce((sum, row) => sum + Number(row["not_recorded_n"]), 0),
      };
    });
  }

  #placeOf(names: readonly string[], row: RootRow): string {
    const [category = "", subcategory = ""] = names.map(
      (name, at) => categoryOf(name, String(row[`root_${at}`]), this.#years, this.#partners) ?? "",
    );
    return `${category}|${subcategory}`;
  }

  #rowsOf(roots: readonly string[], window: MonthSpan): Promise<RootRow[]> {
    const key = `${roots.join(",")} ${window.from}`;
    const known = this.#read.get(key);
    if (known !== undefined) return known;
    const rows = this.#readRows(roots, window);
    this.#read.set(key, rows);
    return rows;
  }

  #readRows(roots: readonly string[], window: MonthSpan): Promise<RootRow[]> {
    const columns = inputColumns(this.#indicator).map(({ name, sql, keep }) => {
      const source = quoteName(sql);
      return `${keep ? source : `sum(${source})`} as ${quoteName(name)}`;
    });
    const groups = roots.map((root, at) => `${quoteName(root)} as root_${at}`);
    const texts = roots.map((root, at) => `${rootSql(root, `root_${at}`)} as root_${at}`);
    const first = quoteText(`${window.from}-01`);
    const last = quoteText(`${window.to}-01`);
    return this.#engine.rows<RootRow>(`
      select * replace (${texts.join(", ")}) from (
        select ${[...groups, ...columns].join(", ")}, sum(not_recorded_n) as not_recorded_n
        from evaluated
        where month between date ${first} and date ${last}
        group by all
      )`);
  }
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

/** The first line of a parser's or binder's message; it names columns, never a value. */
function firstLine(error: unknown): string {
  const line = error instanceof Error ? error.message.split("\n")[0]! : "";
  return /^(Parser|Binder|Catalog) Error/.test(line) ? line : "DuckDB refused it.";
}
