import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { discoverIndicators } from "../src/indicators/discover.ts";
import { parseIndependent } from "../src/indicators/examples.ts";
import type { Statistic } from "../src/measures/measure.ts";
import { discoverContracts } from "../src/records/discover.ts";
import { discoverSampleKinds } from "../src/sample/discover.ts";
import { openOffice, workOut, type Office, type OwnFigure } from "./independent/office.ts";
import { runPipeline, type Pipeline } from "./independent/own-figures.ts";

/*
 * Each indicator's definition is enough for another office to compute the same number from the same
 * records: an SQL text that was written from the definition alone is run over the raw CSV files.
 */

const folder = process.env["PLUMBLINE_TEST_SAMPLE"] ?? "data/sample";
const contracts = await discoverContracts();
const indicators = await discoverIndicators();

let office: Office;
let pipeline: Pipeline;

beforeAll(async () => {
  [pipeline, office] = await Promise.all([
    runPipeline(folder, contracts),
    openOffice(folder, contracts),
  ]);
}, 120_000);

afterAll(() => {
  office.engine.close();
});

test("every row of every file is judged the same twice", () => {
  const ours = pipeline.report.files
    .filter(({ state }) => state === "used")
    .map(({ file, received, accepted, quarantined, duplicates }) => {
      return { file, received, accepted, quarantined, repeated: duplicates };
    });
  const theirs = office.files.map(({ file, received, accepted, quarantined, repeated }) => {
    return { file: file.path, received, accepted: accepted.length, quarantined, repeated };
  });
  expect(sortByFile(theirs)).toEqual(sortByFile(ours));
});

test("every indicator of what the sample holds has a figure on it", async () => {
  const held = new Set((await discoverSampleKinds()).map(({ kind }) => kind));
  const observed = contracts.filter((contract) => contract.observed).map(({ kind }) => kind);
  const own = indicators.filter(({ text }) =>
    text.tallies.every((kind) => held.has(kind) || observed.includes(kind)),
  );
  const ids = new Set(own.map(({ id }) => id));
  expect(pipeline.notMeasured.filter((id) => ids.has(id))).toEqual([]);
});

describe("another office comes to the same number from the definition alone", () => {
  test.each(indicators)("$id", async ({ id, examples }) => {
    const sql = readSql(examples);
    const own = pipeline.figures.get(id);
    if (own !== undefined) expectSame(await workOut(office, sql), own.programme);
  });
});

describe("and to the same for each partner from that partner's records alone", () => {
  const byPartner = indicators.filter(({ text }) => text.breakdowns.includes("partner"));
  test.each(byPartner)("$id", async ({ id, examples }) => {
    const sql = readSql(examples);
    for (const [partner, statistics] of pipeline.figures.get(id)?.partners ?? []) {
      expectSame(await workOut(office, sql, partner), statistics, `${partner}, `);
    }
  });
});

function readSql(examples: string): string {
  const sql = parseIndependent(examples);
  expect(sql, "examples.md has no section 'From the definition alone'").not.toBeNull();
  return sql!;
}

/** The headline, and whatever else the second text gives. */
function expectSame(theirs: OwnFigure[], ours: readonly Statistic[], whose = ""): void {
  expect(theirs.map(({ statistic }) => statistic)).toContain(ours[0]!.name);
  for (const { statistic, value, n } of theirs) {
    const own = ours.find(({ name }) => name === statistic);
    const name = whose + statistic;
    expect(own, `${name} is not a statistic of the measure`).toBeDefined();
    expect(Number(n), `${name}: n`).toBe(own!.n);
    if (own!.value === null || value === null) expect(value, name).toBe(own!.value);
    else
      expect(isNear(Number(value), own!.value), `${name}: ${value}, not ${own!.value}`).toBe(true);
  }
}

/** Equal but for the order in which floating-point numbers were added. */
function isNear(value: number, exact: number): boolean {
  return Math.abs(value - exact) <= 1e-9 * Math.abs(exact);
}

function sortByFile<Row extends { readonly file: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => (a.file < b.file ? -1 : 1));
}
