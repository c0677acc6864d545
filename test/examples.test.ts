import { describe, expect, test } from "vitest";
import { discoverIndicators } from "../src/indicators/discover.ts";
import { parseExamples } from "../src/indicators/examples.ts";
import { workExample } from "../src/indicators/work-example.ts";
import { discoverContracts } from "../src/records/discover.ts";
import { readTallies } from "../src/tallies/tally.ts";

const contracts = await discoverContracts();
const tallies = await readTallies(contracts);
const indicators = await discoverIndicators();

describe.each(indicators)("$id", (indicator) => {
  const examples = parseExamples(indicator.examples);

  test("has at least two worked examples", () => {
    expect(examples.length).toBeGreaterThanOrEqual(2);
  });

  test.each(examples)("$title", async (example) => {
    for (const row of await workExample(contracts, tallies, indicator, example)) {
      const { value, n } = row.expected;
      expect(row.n, `${row.expected["statistic"]}: n`).toBe(Number(n));
      if (value === null) expect(row.value).toBeNull();
      else expect(row.value).toBeCloseTo(Number(value), 9);
    }
  });
});
