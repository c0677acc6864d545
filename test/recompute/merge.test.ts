import fc from "fast-check";
import { expect, test } from "vitest";
import type { EstimatedText } from "../../src/indicators/columns.ts";
import { mergeCells, type Cell } from "../../src/indicators/merge.ts";
import type { IndicatorRows } from "../../src/indicators/rows.ts";

const frame = {
  domains: {
    partner: ["harbour", "beacon"],
    sector: ["police", "signals"],
    region: ["coast"],
    threat: ["fraud", "drugs"],
  },
  partners: [
    { partner: "beacon", sector: "signals", region: "coast" },
    { partner: "harbour", sector: "police", region: "coast" },
  ],
};

const share: EstimatedText = {
  measure: "proportion",
  unit: "share",
  breakdowns: ["month", "quarter", "partner", "sector", "threat", "quarter,threat"],
};

const label = (name: string, codes: string[], values: number[]) => ({ name, codes, values });

/** Thirteen months, so that the first lies in no year that is shown. */
const rows: IndicatorRows = {
  ...frame,
  span: { from: "2025-01", to: "2026-01" },
  columns: [
    label("month", ["2025-01", "2025-02", "2026-01"], [0, 1, 1, 2]),
    label("partner", ["beacon", "harbour"], [1, 1, 0, 1]),
    label("threat", ["drugs", "fraud", "other"], [1, 0, 1, 2]),
    { name: "numerator_n", values: [1, 2, 3, 4] },
    { name: "denominator_n", values: [10, 20, 30, 40] },
    { name: "not_recorded_n", values: [0, 5, 0, 0] },
  ],
};

function find(cells: readonly Cell[], breakdown: string, category: string, sub?: string): unknown {
  const cell = cells.find(
    (one) =>
      one.breakdown === breakdown && one.category === category && one.subcategory === (sub ?? null),
  );
  if (cell === undefined) return undefined;
  const { numerator_n: inside, denominator_n: all } = cell.rows[0] ?? {};
  return [inside, all, cell.notRecorded];
}

test("rows are added up by hand as by the program", () => {
  const cells = mergeCells(rows, share);
  expect(find(cells, "year", "2025-02_2026-01")).toEqual([9, 90, 5]);
  expect(find(cells, "month", "2025-01")).toEqual([1, 10, 0]);
  expect(find(cells, "month", "2025-02")).toEqual([5, 50, 5]);
  expect(find(cells, "month", "2025-03")).toEqual([undefined, undefined, 0]);
  expect(find(cells, "quarter", "2025-Q1")).toEqual([6, 60, 5]);
  expect(find(cells, "partner", "harbour")).toEqual([6, 60, 5]);
  expect(find(cells, "sector", "signals")).toEqual([3, 30, 0]);
  expect(find(cells, "threat", "fraud")).toEqual([3, 30, 0]);
  expect(find(cells, "threat", "drugs")).toEqual([2, 20, 5]);
  expect(find(cells, "threat", "other")).toBeUndefined();
  expect(find(cells, "quarter,threat", "2025-Q1", "fraud")).toEqual([4, 40, 0]);
});

test("durations stay apart by status and time, in the figures' unit", () => {
  const text: EstimatedText = {
    ...{ measure: "duration", unit: "hours", binUnit: "minutes", breakdowns: [] },
  };
  const [year] = mergeCells(
    {
      ...frame,
      span: { from: "2026-01", to: "2026-01" },
      columns: [
        label("month", ["2026-01"], [0, 0, 0, 0]),
        label("partner", ["beacon", "harbour"], [0, 1, 1, 1]),
        label("status", ["closed", "open"], [0, 0, 1, 0]),
        { name: "duration_minutes", values: [90, 90, 90, 30] },
        { name: "cases_n", values: [1, 2, 4, 0] },
        { name: "not_recorded_n", values: [0, 0, 0, 7] },
      ],
    },
    text,
  );
  expect(year!.rows).toEqual([
    { status: "closed", duration: 1.5, cases_n: 3 },
    { status: "open", duration: 1.5, cases_n: 4 },
  ]);
  expect(year!.notRecorded).toBe(7);
});

test("sums of money are added without rounding, and are 0 where the rows leave them out", () => {
  const text: EstimatedText = { measure: "amount", unit: "money", breakdowns: [] };
  const columns = [
    label("month", ["2026-01"], [0, 0]),
    label("partner", ["beacon", "harbour"], [0, 1]),
    ...["known_n", "unknown_n", "positive_n", "not_recorded_n"].map((name) => ({
      ...{ name, values: [1, 1] },
    })),
  ];
  const span = { from: "2026-01", to: "2026-01" };
  const money = { name: "amount_money", values: ["0.10", "0.20"] };
  const totalOf = (own: IndicatorRows["columns"]): unknown =>
    mergeCells({ ...frame, span, columns: own }, text)[0]!.rows[0]!["amount_money"];
  expect(totalOf([...columns, money])).toBe("0.30");
  expect(totalOf(columns)).toBe(0);
});

test("whatever the rows, every breakdown adds up to the same cases", () => {
  const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, "0")}`);
  const row = fc.tuple(fc.nat(11), fc.nat(1), fc.nat(1), fc.nat(50), fc.nat(50));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), (list) => {
      const column = (at: number): number[] => list.map((values) => values[at]!);
      const table: IndicatorRows = {
        ...frame,
        span: { from: "2026-01", to: "2026-12" },
        columns: [
          label("month", months, column(0)),
          label("partner", ["beacon", "harbour"], column(1)),
          label("threat", ["drugs", "fraud"], column(2)),
          { name: "numerator_n", values: column(3) },
          { name: "denominator_n", values: list.map((values) => values[3] + values[4]) },
          { name: "not_recorded_n", values: column(4) },
        ],
      };
      const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
      const breakdowns = Map.groupBy(mergeCells(table, share), ({ breakdown }) => breakdown);
      expect(breakdowns.size).toBe(7);
      for (const [, cells] of breakdowns) {
        const inside = cells.flatMap((one) => one.rows.map((own) => Number(own["numerator_n"])));
        expect(sum(inside)).toBe(sum(column(3)));
        expect(sum(cells.map(({ notRecorded }) => notRecorded))).toBe(sum(column(4)));
      }
    }),
  );
});
