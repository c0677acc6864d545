import { assert, array, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { measures } from "../../src/measures/index.ts";
import type { Measure, TallyRow } from "../../src/measures/measure.ts";

const options = { within: [10], quantiles: [0.5, 0.9] };

/** Rows as a measure may get them: several for the same bin, money with cents. */
function anyRows(measure: Measure) {
  const cell = (name: string, role: string) => {
    if (name === "status") return constantFrom("closed", "open");
    if (name === "denominator_n" || name === "known_n") return integer({ min: 30, max: 60 });
    if (role === "decimal") return integer({ min: 0, max: 999 }).map((cents) => `${cents}.25`);
    return integer({ min: 0, max: 30 });
  };
  const columns = measure.columns.map(({ name, role }) => [name, cell(name, role)] as const);
  return array(record(Object.fromEntries(columns)), { maxLength: 25 });
}

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
