import { assert, double, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { measures } from "../../src/measures/index.ts";
import type { CurvePoint, Statistic, TallyRow } from "../../src/measures/measure.ts";
import { widenLimits } from "../../src/measures/widen-limits.ts";
import { anyRows, options } from "./any-rows.ts";
import { expectClose } from "./close.ts";

const anyNoise = double({ min: 0.01, max: 8, noNaN: true });
const z = 1.959963984540054;

describe.each(Object.entries(measures))("noise in the measure %s", (_, measure) => {
  test("of 0 is no noise, to the last bit", () => {
    assert(
      property(anyRows(measure), (rows: TallyRow[]) => {
        const none = measure.estimate(rows, { ...options, noise: 0 });
        expect(none).toEqual(measure.estimate(rows, options));
        expect(measure.curve?.(rows, 3, 0)).toEqual(measure.curve?.(rows, 3));
      }),
    );
  });

  test("changes limits alone, outwards, and never beyond what the quantity can be", () => {
    assert(
      property(anyRows(measure), anyNoise, (rows: TallyRow[], noise) => {
        const plain = measure.estimate(rows, options);
        measure.estimate(rows, { ...options, noise }).forEach((widened, at) => {
          expect({ ...widened, lower: 0, upper: 0 }).toEqual({ ...plain[at], lower: 0, upper: 0 });
          expectOutside(widened, plain[at]!);
          const least = { score: -Infinity, points: -1 }[widened.unit as string] ?? 0;
          expect(widened.lower ?? 0).toBeGreaterThanOrEqual(least);
          if (/share|points/.test(widened.unit)) expect(widened.upper ?? 1).toBeLessThanOrEqual(1);
        });
        measure.curve?.(rows, 3, noise).forEach((point, at) => {
          expectOutside(point, measure.curve!(rows, 3)[at]!);
        });
      }),
    );
  });

  test("is refused below 0", () => {
    const cell = (role: string) => (role === "decimal" ? "9.50" : 9);
    const row = Object.fromEntries(measure.columns.map(({ name, role }) => [name, cell(role)]));
    const rows = [{ ...row, ...("status" in row ? { status: "open" } : {}) }];
    expect(() => measure.estimate(rows, { ...options, noise: -1 })).toThrow(RangeError);
    expect(() => measure.estimate(rows, { ...options, noise: NaN })).toThrow(RangeError);
  });

  test("has one plain sentence", () => {
    expect(measure.noiseWords).toMatch(/^[A-Z][^.]*small numbers[^.]*\.$/);
  });
});

function expectOutside(widened: Statistic | CurvePoint, plain: Statistic | CurvePoint): void {
  if (plain.lower !== null) expect(widened.lower).toBeLessThanOrEqual(plain.lower);
  if (plain.upper !== null) expect(widened.upper ?? Infinity).toBeGreaterThanOrEqual(plain.upper);
  if (plain.upper === null) expect(widened.upper).toBeNull();
}

describe("limits widened for an error", () => {
  test("are those of the sum of two estimates by Zou and Donner", () => {
    const error = { deviation: 4 / z, level: 0.95, range: [0, 100] } as const;
    const widened = widenLimits(10, { lower: 7, upper: 13 }, error);
    expectClose(widened.lower, 5);
    expectClose(widened.upper, 15);
  });

  test("stay within the range, and undefined where they were", () => {
    const error = { deviation: 9, level: 0.95, range: [0, 11] } as const;
    expect(widenLimits(10, { lower: 9, upper: 10.5 }, error)).toEqual({ lower: 0, upper: 11 });
    expect(widenLimits(10, { lower: null, upper: 10.5 }, error).lower).toBeNull();
  });

  test("are not made of the error alone", () => {
    const error = { deviation: 9, level: 0.95, range: [0, 11] } as const;
    const none = { lower: null, upper: null };
    expect(widenLimits(10, { lower: 10, upper: 10 }, error)).toEqual(none);
  });
});

test("forecasts that tell outcomes apart perfectly get no interval from noise either", () => {
  const apart = [
    { probability_percent: 20, happened_n: 0, not_happened_n: 50 },
    { probability_percent: 80, happened_n: 50, not_happened_n: 0 },
  ];
  const area = measures.forecast.estimate(apart, { noise: 3 })[2];
  expect(area).toMatchObject({ name: "auc", value: 1, lower: null, upper: null });
});
