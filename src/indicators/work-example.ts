import { quoteName, quoteText, Engine } from "../engines/duckdb.ts";
import { measures } from "../measures/index.ts";
import { createRecordTable } from "../records/columns.ts";
import { readMeta, type Contract } from "../records/contract.ts";
import { makeTallies, seal, type TallySql } from "../tallies/tally.ts";
import type { Indicator } from "./discover.ts";
import { evaluateIndicator } from "./evaluate.ts";
import type { Example, ExampleTable } from "./examples.ts";
import { mergeCells } from "./merge.ts";
import { addMonths, monthOf } from "./months.ts";
import { indicatorOptions } from "./statistics.ts";

/** What an example expects and what the pipeline makes of its records, row by row. */
export interface WorkedRow {
  readonly expected: Readonly<Record<string, string | null>>;
  readonly value: number | null | undefined;
  readonly n: number | undefined;
}

/**
 * Runs one worked example through the real stages 2 and 3: its records, the tallies of the kinds that
 * the indicator or the example names and of no other, the seal, the indicator's SQL and its measure.
 * `value` is undefined where the expected row was not made at all.
 */
export async function workExample(
  contracts: readonly Contract[],
  tallies: readonly TallySql[],
  indicator: Indicator,
  example: Example,
): Promise<WorkedRow[]> {
  const named = new Set([...indicator.text.tallies, ...example.given.map(({ name }) => name)]);
  const kinds = contracts.filter(({ kind }) => named.has(kind));
  const own = tallies.filter(({ name }) => named.has(name));
  const engine = await Engine.open({ threads: 1 });
  try {
    await fillRecords(engine, kinds, example);
    const to = monthOf(example.cutOff);
    const span = { from: addMonths(to, -11), to };
    await makeTallies(engine, kinds, own, { starts: span.from, cutOff: example.cutOff });
    await seal(engine, kinds);
    const limit = indicator.text.limit?.value;
    await engine.run("create table limits(indicator varchar, value integer)");
    if (limit !== undefined) {
      await engine.run(`insert into limits values (${quoteText(indicator.id)}, ${limit})`);
    }
    const rows = await evaluateIndicator(engine, indicator, { span, domains: {}, money: true });
    const cells = mergeCells(rows, indicator.text);
    const measure = measures[indicator.text.measure];
    const options = indicatorOptions(indicator.text, limit);
    return example.expected.flatMap((table) =>
      asObjects(table).map((expected) => {
        const breakdown = dimensionOf(table) ?? "year";
        const cell = cells.find(
          (one) =>
            one.breakdown === breakdown &&
            (breakdown === "year" || one.category === expected[breakdown]),
        );
        const statistic = measure
          .estimate(cell?.rows ?? [], options)
          .find(({ name }) => name === expected["statistic"]);
        return { expected, value: statistic?.value, n: statistic?.n };
      }),
    );
  } finally {
    engine.close();
  }
}

function dimensionOf(table: ExampleTable): string | undefined {
  return table.columns.find((column) => !["statistic", "value", "n"].includes(column));
}

/** Makes the tables that ingest would have left, holding the example's records. */
async function fillRecords(
  engine: Engine,
  contracts: readonly Contract[],
  example: Example,
): Promise<void> {
  const partners = new Set(
    example.given.flatMap((table) => asObjects(table).map((row) => row["partner"] ?? "")),
  );
  const asOf = `date ${quoteText(example.cutOff)} + interval 1 month`;
  await engine.run(`
    create table partners(partner varchar, name varchar, sector varchar, region varchar);
    create table submissions as select 1 as submission_id, ''::varchar as kind,
      ''::varchar as partner, date '2020-01-01' as period_from, ${asOf} as period_to,
      ${asOf} as received_on, ${asOf} as as_of, []::varchar[] as not_recorded`);
  for (const partner of partners) {
    const name = quoteText(partner);
    await engine.run(`insert into partners values (${name}, ${name}, 'law_enforcement', 'north')`);
  }
  for (const contract of contracts) {
    await engine.run(createRecordTable(contract));
    for (const table of example.given.filter(({ name }) => name === contract.kind)) {
      for (const row of asObjects(table)) await insertRecord(engine, contract, row);
    }
  }
}

async function insertRecord(
  engine: Engine,
  contract: Contract,
  row: Readonly<Record<string, string | null>>,
): Promise<void> {
  const values: Record<string, string> = { submission_id: "1" };
  values["partner"] = quoteText(row["partner"] ?? "");
  for (const [name, field] of Object.entries(contract.fields)) {
    if (name === contract.key) continue;
    const value = row[name] ?? defaultOf(field, name);
    if (value !== null) values[name] = quoteText(value);
  }
  const names = Object.keys(values).map(quoteName);
  await engine.run(
    `insert into ${quoteName(contract.kind)} (${names.join(", ")}) values (${Object.values(values).join(", ")})`,
  );
}

/** A required code that an example leaves out is "not stated", or the terminology's first. */
function defaultOf(field: Contract["fields"][string], name: string): string | null {
  if (field.safeParse(null).success) return null;
  const codes = Object.keys(readMeta(field).codes ?? {});
  if (codes.length === 0) throw new SyntaxError(`an example gives no ${name}`);
  return codes.includes("not_stated") ? "not_stated" : codes[0]!;
}

function asObjects(table: ExampleTable): Record<string, string | null>[] {
  return table.rows.map((row) =>
    Object.fromEntries(table.columns.map((column, at) => [column, row[at] ?? null])),
  );
}
