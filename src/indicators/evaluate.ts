import type { AmountBase } from "../disclosure/amounts/amount-base.ts";
import { quoteName, quoteText, type Engine } from "../engines/duckdb.ts";
import type { MeasureSum } from "../measures/measure.ts";
import { Problem } from "../problem.ts";
import { inputColumns, notRecordedColumn, ownDimensions, type EstimatedText } from "./columns.ts";
import { rootSql, type Domains, type PartnerPlace } from "./dimensions.ts";
import type { MonthSpan } from "./months.ts";
import { packLabel, type IndicatorRows } from "./rows.ts";

/** An indicator as far as its rows need it. */
export interface EvaluatedIndicator {
  readonly id: string;
  readonly text: EstimatedText;
  readonly sql: string;
}

/** What an indicator's rows are read for. */
export interface RowFrame {
  readonly span: MonthSpan;
  readonly domains: Domains;
  /** Whether the tallies hold sums of money; where they do not, the rows leave them out. */
  readonly money: boolean;
}

/**
 * Runs an indicator's SQL on the tallies of a tier and adds its rows up to month, partner, its own
 * dimensions and the labels and bins of its measure.
 * @throws Problem when the SQL fails or does not return what its measure needs.
 */
export async function evaluateIndicator(
  engine: Engine,
  indicator: EvaluatedIndicator,
  { span, domains, money }: RowFrame,
): Promise<IndicatorRows> {
  const own = ownDimensions(indicator.text, await createEvaluated(engine, indicator));
  const partners = await engine.rows<PartnerPlace>(
    "select partner::varchar as partner, sector, region from partners order by partner",
  );
  const names = nameColumns(indicator.text, own, money);
  const found = await engine.columns(selectRows(names, span));
  const present = await Promise.all(
    own.map(async (name) => [name, await listPresent(engine, name, domains[name])] as const),
  );
  return {
    span,
    domains: { ...pickPlaces(domains), ...Object.fromEntries(present) },
    partners,
    columns: [
      ...names.labels.map((name) => packLabel(name, found[name] as readonly string[])),
      ...[...names.bins, ...names.sums].map((name) => ({
        name,
        values: found[name] as readonly (number | string)[],
      })),
    ],
  };
}

/** The codes of a dimension that occur at all, in the order in which they are shown. */
async function listPresent(
  engine: Engine,
  name: string,
  order: readonly string[] | undefined,
): Promise<readonly string[]> {
  const { code = [] } = await engine.columns(
    `select distinct ${quoteName(name)}::varchar as code from evaluated order by 1`,
  );
  return order?.filter((known) => code.includes(known)) ?? (code as readonly string[]);
}

/** Where partners belong; the other dimensions are the indicator's own. */
function pickPlaces(domains: Domains): Domains {
  const { partner = [], sector = [], region = [] } = domains;
  return { partner, sector, region };
}

interface RowNames {
  readonly labels: readonly string[];
  readonly bins: readonly string[];
  readonly sums: readonly string[];
}

function nameColumns(text: EstimatedText, own: readonly string[], money: boolean): RowNames {
  const inputs = inputColumns(text);
  const named = (wanted: readonly string[]): string[] =>
    inputs.filter(({ role }) => wanted.includes(role)).map(({ sql }) => sql);
  return {
    labels: [...new Set(["month", "partner", ...own, ...named(["label"])])],
    bins: named(["bin"]),
    sums: [...named(money ? ["count", "decimal"] : ["count"]), notRecordedColumn],
  };
}

/** Rows without any count are left out: they add nothing to any sum. */
function selectRows({ labels, bins, sums }: RowNames, span: MonthSpan): string {
  const columns = [
    ...labels.map((name) => `${rootSql(name, quoteName(name))} as ${quoteName(name)}`),
    ...bins.map(quoteName),
    ...sums.map((name) => `coalesce(sum(${quoteName(name)}), 0) as ${quoteName(name)}`),
  ];
  const counted = sums.map((name) => `${quoteName(name)} <> 0`).join(" or ");
  const [first, last] = [span.from, span.to].map((month) => quoteText(`${month}-01`));
  return `
    with added as (
      select ${columns.join(", ")} from evaluated
      where evaluated.month between date ${first!} and date ${last!}
      group by all
    )
    from added where ${counted} order by all`;
}

/**
 * The exact sums of money behind one sum of an indicator, by month, partner and its own dimensions,
 * where any case has one.
 */
export async function readAmounts(
  engine: Engine,
  indicator: EvaluatedIndicator,
  sum: MeasureSum,
): Promise<AmountBase> {
  const own = ownDimensions(indicator.text, await createEvaluated(engine, indicator));
  const dimensions = ["month", "partner", ...own];
  const select = dimensions.map(
    (name) => `${rootSql(name, quoteName(name))} as ${quoteName(name)}`,
  );
  const rows = await engine.rows<Record<string, string | number>>(`
    select ${select.join(", ")}, sum(${quoteName(sum.cases)})::integer as plumbline_cases,
      (sum(${quoteName(sum.money)}) * 100)::bigint as plumbline_cents
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

/** Makes the table `evaluated` from `indicator.sql`. */
async function createEvaluated(
  engine: Engine,
  indicator: EvaluatedIndicator,
): Promise<Set<string>> {
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
    ...inputColumns(indicator.text).map((column) => column.sql),
  ].filter((name) => !columns.has(name));
  if (missing.length > 0) {
    throw new Problem(
      "indicator-columns",
      `The SQL of the indicator ${indicator.id} returns no column ${missing.join(", ")}.`,
      `A ${indicator.text.measure} needs it; mend pipelines/3-indicators/${indicator.id}/indicator.sql.`,
    );
  }
  if (!columns.has(notRecordedColumn)) {
    await engine.run(`alter table evaluated add column ${notRecordedColumn} integer default 0`);
  }
  return columns;
}

/** The first line of a parser's or binder's message; it names columns, never a value. */
function firstLine(error: unknown): string {
  const line = error instanceof Error ? error.message.split("\n")[0]! : "";
  return /^(Parser|Binder|Catalog) Error/.test(line) ? line : "DuckDB refused it.";
}
