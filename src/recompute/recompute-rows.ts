import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../engines/duckdb.ts";
import { evaluateIndicator } from "../indicators/evaluate.ts";
import type { IndicatorRows } from "../indicators/rows.ts";
import type { Definition } from "../release/schema.ts";
import { openTierEngine, type RowTable } from "../tallies/tier-engine.ts";
import type { PublishedIndicator, PublishedRelease } from "./read-published.ts";
import { policyOf, textOf } from "./recompute-indicator.ts";

/** Rows, or one sentence why the published SQL gives none. */
export type RowsOutcome = { readonly rows: IndicatorRows } | { readonly fault: string };

/**
 * Runs the published SQL of every indicator on the published tallies, in an engine that holds nothing
 * else: its file access is shut, its settings are locked, memory, disk and time are bounded. The SQL is
 * a stranger's: whatever is not a single query is not run.
 * @param seconds how long the SQL of one indicator may run
 * @returns an outcome for each indicator, in the order of the release
 */
export async function recomputeRows(
  release: PublishedRelease,
  seconds = 60,
): Promise<RowsOutcome[]> {
  const work = await mkdtemp(join(tmpdir(), "plumbline-recompute-"));
  const engine = await openTierEngine(listTables(release), work, { spillLimit: "2GB" });
  try {
    const outcomes: RowsOutcome[] = [];
    for (const indicator of release.indicators) {
      outcomes.push(await withinTime(engine, seconds, () => rerun(engine, release, indicator)));
    }
    return outcomes;
  } finally {
    engine.close();
    await rm(work, { recursive: true, force: true });
  }
}

async function rerun(
  engine: Engine,
  { about, policy }: PublishedRelease,
  { definition, rows }: PublishedIndicator,
): Promise<RowsOutcome> {
  if (!(await engine.isQuery(definition.sql))) {
    return { fault: "Its SQL is not one query, and was not run." };
  }
  const own = Object.entries(about.labels).map(([name, codes]) => [name, Object.keys(codes)]);
  const { partner = [], sector = [], region = [] } = rows.domains;
  const frame = {
    span: rows.span,
    domains: { ...(Object.fromEntries(own) as Record<string, string[]>), partner, sector, region },
    money: policyOf({ definition, policy }).protection === null,
  };
  const indicator = { id: definition.id, text: textOf(definition), sql: definition.sql };
  return { rows: await evaluateIndicator(engine, indicator, frame) };
}

async function withinTime(
  engine: Engine,
  seconds: number,
  run: () => Promise<RowsOutcome>,
): Promise<RowsOutcome> {
  const started = performance.now();
  const timer = setTimeout(() => engine.interrupt(), seconds * 1000);
  try {
    return await run();
  } catch (error) {
    if (error instanceof TypeError) throw error;
    const late = performance.now() - started >= seconds * 1000;
    const fault = late ? `did not end within ${seconds} seconds` : "does not run on the tallies";
    return { fault: `Its SQL ${fault}.` };
  } finally {
    clearTimeout(timer);
  }
}

/** What the tables of an indicator's SQL are made from. */
export interface ReadableRelease extends Pick<
  PublishedRelease,
  "about" | "certificate" | "tallies"
> {
  readonly indicators: readonly { readonly definition: Definition }[];
}

/** The tallies, and what else an indicator's SQL may read: limits, partners and the period. */
export function listTables(release: ReadableRelease): RowTable[] {
  const { about, indicators, certificate } = release;
  const text = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, "varchar"]));
  return [
    ...release.tallies.map((table) => withMoney(table, certificate)),
    {
      name: "limits",
      columns: { indicator: "varchar", value: "integer" },
      rows: indicators.flatMap(({ definition }) => limitOf(definition)),
    },
    {
      name: "partners",
      columns: text(["partner", "name", "sector", "region"]),
      rows: about.partners.map(({ id, name, sector, region }) => ({
        ...{ partner: id, name, sector, region },
      })),
    },
    {
      name: "programme_period",
      columns: { starts: "date", cut_off: "date" },
      rows: [{ starts: `${about.period.from}-01`, cut_off: about.release.cutOff }],
    },
  ];
}

function limitOf({ id, limit }: Definition): { indicator: string; value: number }[] {
  return limit === null ? [] : [{ indicator: id, value: limit.value }];
}

/** SQL may name a sum of money that a rounded tally leaves out: it is 0 there. */
function withMoney(table: RowTable, certificate: PublishedRelease["certificate"]): RowTable {
  const money = certificate?.tallies.find(({ name }) => name === table.name)?.money ?? null;
  if (money === null) return table;
  return {
    ...table,
    columns: { ...table.columns, [money]: "decimal(38, 2)" },
    rows: table.rows.map((row) => ({ ...row, [money]: 0 })),
  };
}
