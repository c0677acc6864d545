import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { discoverIndicators } from "../src/indicators/discover.ts";
import { parseIndependent } from "../src/indicators/examples.ts";
import { discoverContracts } from "../src/records/discover.ts";
import { openOffice, workOut, type Office } from "./independent/office.ts";
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
  pipeline = await runPipeline(folder, contracts);
  office = await openOffice(folder, contracts);
}, 120_000);

afterAll(() => {
  office.engine.close();
});

test("every row of every file is judged the same twice", () => {
  const ours = pipeline.report.files
    .filter(({ state }) => state === "used")
    .map(({ file, received, accepted, quarantined, duplicates }) => {
      return [file, received, accepted, quarantined, duplicates];
    });
  const theirs = office.files.map(({ file, received, accepted, quarantined, repeated }) => {
    return [file.path, received, accepted.length, quarantined, repeated];
  });
  expect(theirs.sort()).toEqual(ours.sort());
});

test("every indicator has a figure on the sample", () => {
  expect(pipeline.notMeasured).toEqual([]);
});

describe("another office comes to the same number from the definition alone", () => {
  test.each(indicators)("$id", async ({ id, examples }) => {
    const sql = parseIndependent(examples);
    expect(sql, "examples.md has no section 'From the definition alone'").not.toBeNull();
    const statistics = pipeline.figures.get(id);
    if (statistics === undefined) return;
    const theirs = await workOut(office, sql!);
    expect(theirs.map(({ statistic }) => statistic)).toContain(statistics[0]!.name);
    for (const { statistic, value, n } of theirs) {
      const ours = statistics.find(({ name }) => name === statistic);
      expect(ours, `${statistic} is not a statistic of its measure`).toBeDefined();
      expect(Number(n), `${statistic}: n`).toBe(ours!.n);
      if (ours!.value === null || value === null) expect(value, statistic).toBe(ours!.value);
      else
        expect(
          isNear(Number(value), ours!.value),
          `${statistic}: ${String(value)}, not ${ours!.value}`,
        ).toBe(true);
    }
  });
});

/** Equal but for the order in which floating-point numbers were added. */
function isNear(value: number, exact: number): boolean {
  return Math.abs(value - exact) <= 1e-9 * Math.abs(exact);
}
