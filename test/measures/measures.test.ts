import { assert, array, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { measures } from "../../src/measures/index.ts";
import type { TallyRow } from "../../src/measures/measure.ts";
import { anyRows, options } from "./any-rows.ts";

describe.each(Object.entries(measures))("the measure %s", (name, measure) => {
  test("is named as it is listed", () => {
    expect(measure.name).toBe(name);
  });

  test("gives the same numbers in whatever order rows come", () => {
    assert(
      property(anyRows(measure), (rows: TallyRow[]) => {
        expect(measure.estimate(rows.toReversed(), options)).toEqual(
          measure.estimate(rows, options),
        );
        expect(measure.curve?.(rows.toReversed(), 3)).toEqual(measure.curve?.(rows, 3));
      }),
    );
  });

  test("gives the same names for no rows as for many", () => {
    const namesOf = (rows: TallyRow[]) => measure.estimate(rows, options).map((one) => one.name);
    assert(
      property(anyRows(measure), (rows: TallyRow[]) => {
        expect(namesOf(rows)).toEqual(namesOf([]));
      }),
    );
  });

  test("has limits around each value, and counts that are whole and no larger than n", () => {
    assert(
      property(anyRows(measure), (rows: TallyRow[]) => {
        for (const { value, lower, upper, n, counts } of measure.estimate(rows, options)) {
          if (value !== null && lower !== null) expect(lower).toBeLessThanOrEqual(value);
          if (value !== null && upper !== null) expect(upper).toBeGreaterThanOrEqual(value);
          expect(counts.every((cases) => Number.isInteger(cases) && cases >= 0)).toBe(true);
          expect(counts.every((cases) => cases <= n)).toBe(true);
        }
      }),
    );
  });

  test("refuses a row without one of its counts, and does not repeat what the row holds", () => {
    const secret = "4711.4711";
    for (const { name: column, role } of measure.columns) {
      if (role !== "count") continue;
      const row = Object.fromEntries(measure.columns.map((one) => [one.name, secret]));
      const broken = { ...row, status: "closed", probability_percent: 1, [column]: "x" + secret };
      expect(() => measure.estimate([broken], options)).toThrow(TypeError);
      expect(() => measure.estimate([broken], options)).not.toThrow(secret);
    }
  });
});

test("a rate of decimal exposure does not depend on the order of rows", () => {
  assert(
    property(array(integer({ min: 0, max: 1e6 })), (tenths) => {
      const rows = tenths.map((tenth) => ({ events_n: 1, exposure_n: String(tenth / 10) }));
      const there = measures.rate.estimate(rows, {});
      expect(measures.rate.estimate(rows.toReversed(), {})).toEqual(there);
    }),
  );
});

describe("what a rule of disclosure is told of a figure:", () => {
  const factsOf = (name: keyof typeof measures, row: TallyRow) =>
    Object.fromEntries(
      measures[name].estimate([row], options).map((one) => [one.name, one.facts] as const),
    );

  test("nothing but the count of a count and of a total", () => {
    expect(factsOf("count", { cases_n: 7 })).toEqual({ count: undefined });
    const row = { known_n: 7, unknown_n: 3, positive_n: 6, amount_money: "5" };
    expect(factsOf("amount", row)).toEqual({
      total: undefined,
      unknown_share: { kind: "parts", parts: [3, 7] },
    });
  });

  test("the parts of a share", () => {
    const facts = factsOf("proportion", { numerator_n: 2, denominator_n: 9 });
    expect(facts).toEqual({ share: { kind: "parts", parts: [2, 7] } });
  });

  test("what a rate is set against", () => {
    const facts = factsOf("rate", { events_n: 2, exposure_n: 90 });
    expect(facts).toEqual({ rate: { kind: "exposure", events: 2, exposure: 90 } });
  });

  test("the cases on each side of a quantile, rounded down, and the parts of shares", () => {
    expect(factsOf("duration", { status: "closed", duration: 5, cases_n: 25 })).toEqual({
      median: { kind: "sides", sides: [12, 12] },
      p90: { kind: "sides", sides: [22, 2] },
      within_10: { kind: "parts", parts: [25, 0] },
      share_open: { kind: "parts", parts: [0, 25] },
    });
  });

  test("both outcomes of forecasts, with each number about them", () => {
    const row = { probability_percent: 30, happened_n: 4, not_happened_n: 6 };
    const facts = Object.values(factsOf("forecast", row));
    expect(facts).toHaveLength(7);
    for (const one of facts) expect(one).toEqual({ kind: "outcomes", outcomes: [4, 6] });
  });
});
