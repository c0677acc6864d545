import { expect, test } from "vitest";
import { Engine } from "../src/engines/duckdb.ts";
import type { EstimatedText } from "../src/indicators/columns.ts";
import { evaluateIndicator } from "../src/indicators/evaluate.ts";
import { mergeCells } from "../src/indicators/merge.ts";
import { describeStatistics, indicatorOptions } from "../src/indicators/statistics.ts";
import { measures } from "../src/measures/index.ts";
import { expectClose } from "./measures/close.ts";

/** The statistics of the year that an indicator's SQL makes, by name. */
async function estimateYear(text: EstimatedText, sql: string) {
  const engine = await Engine.open({ threads: 1 });
  try {
    await engine.run(
      "create table partners(partner varchar, name varchar, sector varchar, region varchar); " +
        "insert into partners values ('a', 'A', 'police', 'north'), ('b', 'B', 'police', 'north')",
    );
    const span = { from: "2025-10", to: "2026-09" };
    const domains = { partner: ["a", "b"], sector: ["police"], region: ["north"] };
    const indicator = { id: "any", text, sql };
    const rows = await evaluateIndicator(engine, indicator, { span, domains, money: false });
    const cell = mergeCells(rows, text).find(({ breakdown }) => breakdown === "year")!;
    const statistics = measures[text.measure].estimate(
      cell.rows,
      indicatorOptions(text, undefined),
    );
    return new Map(statistics.map((one) => [one.name, one]));
  } finally {
    engine.close();
  }
}

test("strata stay apart where months and partners are added up", async () => {
  const text = { measure: "ratio", unit: "ratio", breakdowns: [] } as const;
  const sql = `
    select month, partner, 'treated' as compared, stratum, events_n, trials_n, reference_events_n,
      reference_trials_n, 0 as not_recorded_n
    from (values
      (date '2025-11-01', 'a', 'young', 3, 50, 2, 60),
      (date '2026-02-01', 'b', 'young', 5, 56, 3, 60),
      (date '2026-02-01', 'b', 'old', 22, 98, 16, 85)
    ) as t(month, partner, stratum, events_n, trials_n, reference_events_n, reference_trials_n)`;
  const year = await estimateYear(text, sql);
  // Rothman's trial of tolbutamide: 8 of 106 and 5 of 120; 22 of 98 and 16 of 85.
  expect(year.get("ratio")!.value).toBeCloseTo(1.33, 2);
  expect(year.get("crude")!.value).toBeCloseTo(1.44, 2);
  expect(year.get("gap")!.value).toBeCloseTo(0.035, 3);
});

test("scores of a survey keep their weights where months and partners are added up", async () => {
  const text = { measure: "score", unit: "share", breakdowns: [] } as const;
  const sql = `
    select month, partner, 'all' as stratum, 'none' as cluster, weight::varchar as weight,
      score::varchar as score, respondents_n, 0 as not_recorded_n
    from (values
      (date '2025-11-01', 'a', 2.5, 1, 4),
      (date '2026-02-01', 'b', 2.5, 0, 6),
      (date '2026-02-01', 'b', 1.0, 1, 10)
    ) as t(month, partner, weight, score, respondents_n)`;
  const mean = (await estimateYear(text, sql)).get("mean")!;
  expectClose(mean.value, (10 + 10) / (10 + 15 + 10));
  expect(mean).toMatchObject({ n: 20, unit: "share", counts: [14, 6] });
});

test("statistics of surveys and of comparisons have words, units and decimals", () => {
  const describe = (text: EstimatedText) =>
    describeStatistics(text, indicatorOptions(text, undefined)).map(Object.values);
  const breakdowns: string[] = [];
  expect(describe({ measure: "score", unit: "score", breakdowns })).toEqual([
    ["mean", "Mean", "score", 2],
  ]);
  expect(describe({ measure: "score", unit: "share", breakdowns })).toEqual([
    ["mean", "Share", "share", 1],
  ]);
  expect(describe({ measure: "ratio", unit: "points", headline: "gap", breakdowns })).toEqual([
    ["gap", "Difference, like with like", "points", 1],
    ["ratio", "Ratio, like with like", "ratio", 2],
    ["crude", "Ratio of the groups as a whole", "ratio", 2],
  ]);
  expect(() => describe({ measure: "ratio", unit: "points", headline: "gab", breakdowns })).toThrow(
    TypeError,
  );
});
