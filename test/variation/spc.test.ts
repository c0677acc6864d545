import { array, assert, constantFrom, double, integer, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { chartProcess, type ProcessInput } from "../../src/variation/spc.ts";
import { expectClose } from "../measures/close.ts";

/** Periods "1", "2", … with these values; undefined where a period has none. */
function chartValues(values: readonly (number | undefined)[], options: Partial<ProcessInput> = {}) {
  const points = values.map((value, i) => ({
    period: String(i + 1),
    ...(value === undefined ? {} : { value }),
  }));
  return chartProcess({ points, chart: "xmr", improves: "up", ...options });
}

function chartCounts(
  chart: ProcessInput["chart"],
  counts: readonly (readonly [number, number])[],
  options: Partial<ProcessInput> = {},
) {
  const points = counts.map(([numerator, denominator], i) => ({
    ...{ period: String(i + 1), numerator, denominator },
  }));
  return chartProcess({ points, chart, improves: "down", ...options });
}

/** The periods that are more than chance. */
const specialIn = ({ points }: ReturnType<typeof chartProcess>) =>
  points.filter(({ label }) => label !== "common_cause").map(({ period }) => Number(period));

describe("an XmR chart", () => {
  // Montgomery, Introduction to Statistical Quality Control (6th ed.), example 6.5: costs of
  // processing mortgage loans. Mean 300.5, mean moving range 148 / 19; limits 321.22 and 279.78.
  const costs = [
    ...[310, 288, 297, 298, 307, 303, 294, 297, 308, 306],
    ...[294, 299, 297, 299, 314, 295, 293, 306, 301, 304],
  ];

  test("has Montgomery's limits of the costs of loans", () => {
    const chart = chartValues(costs);
    expectClose(chart.mean, 300.5);
    expectClose(chart.upper, 300.5 + (2.66 * 148) / 19);
    expect(chart.upper).toBeCloseTo(321.22, 2);
    expect(chart.lower).toBeCloseTo(279.78, 2);
    expect(specialIn(chart)).toEqual([]);
    expect(chart.variation).toBe("common_cause");
  });

  test("screens moving ranges of at least 3.267 times their mean, once, unless told not to", () => {
    // Moving ranges 1 (18 times) and 30, 30: mean 78 / 20 = 3.9, screened from 12.7; mean then 1.
    const values = Array.from({ length: 21 }, (_, i) => (i === 10 ? 40 : 10 + (i % 2)));
    const sum = values.reduce((total, value) => total + value, 0);
    const mean = sum / 21;
    const ranges = values.slice(1).map((value, i) => Math.abs(value - values[i]!));
    const all = ranges.reduce((total, range) => total + range, 0) / 20;
    expect(ranges.filter((range) => range >= 3.267 * all)).toHaveLength(2);
    expectClose(chartValues(values).upper, mean + 2.66);
    expectClose(chartValues(values, { screen: false }).upper, mean + 2.66 * all);
    expect(specialIn(chartValues(values))).toContain(11);
  });

  test("of values that do not change has no width and no special cause", () => {
    assert(
      property(
        double({ min: -1e6, max: 1e6, noNaN: true }),
        integer({ min: 2, max: 60 }),
        (v, n) => {
          const chart = chartValues(Array.from({ length: n }, () => v));
          expect(specialIn(chart)).toEqual([]);
          expect(chart.upper! - chart.lower!).toBe(0);
        },
      ),
    );
  });

  test("turned upside down has its limits and labels turned", () => {
    const anyValues = array(integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 40 });
    assert(
      property(anyValues, (values) => {
        const up = chartValues(values);
        const down = chartValues(
          values.map((value) => -value),
          { improves: "down" },
        );
        expect(down.points.map(({ label }) => label)).toEqual(up.points.map(({ label }) => label));
        expect(down.upper).toBeCloseTo(-up.lower!, 9);
      }),
    );
  });
});

// The cases of the unit tests of NHSRplotthedots (test-ptd_calculate_point_type.R), as values.
describe("a special cause is", () => {
  test("a trend of seven, each member of it; six are none, nor is one with two equal values", () => {
    const options = { screen: false };
    const before = [-50, 50, -50, 50, -50, 50];
    const at = (values: number[]) => specialIn(chartValues([...before, ...values], options));
    const turned = (values: number[]) => at([-50, ...values]);
    expect(at([1, 2, 3, 4, 5, 6, 7])).toEqual([7, 8, 9, 10, 11, 12, 13]);
    expect(turned([7, 6, 5, 4, 3, 2, 1])).toEqual([8, 9, 10, 11, 12, 13, 14]);
    expect(at([1, 2, 3, 4, 5, 6, 0])).toEqual([]);
    expect(at([1, 2, 3, 3, 4, 5, 6])).toEqual([]);
  });

  test("a shift of seven on one side of the mean, each member of it", () => {
    const high = [11, 6, 11, 6, 11, 6, 11, 6];
    const low = [0, 5, 0, 5, 0, 5];
    expect(specialIn(chartValues([...low, ...high]))).toEqual([7, 8, 9, 10, 11, 12, 13, 14]);
    expect(specialIn(chartValues([...low, ...high.slice(0, 6)]))).toEqual([]);
  });

  test("two of three in a row beyond two sigma on one side, of which the third is not labelled", () => {
    // Mean near 0 and mean moving range near 2: limits near ± 5.32, two sigma near ± 3.55.
    const quiet = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? 1 : -1));
    const chart = chartValues([...quiet.slice(0, 18), 4, 1, 4, -1, -4, -1, -4, ...quiet]);
    expect(chart.upper).toBeGreaterThan(4);
    expect((chart.upper! - chart.mean!) * (2 / 3)).toBeLessThan(4);
    expect(specialIn(chart)).toEqual([19, 21, 23, 25]);
  });

  test("an improvement or a concern by its side of the mean, and neither where none is good", () => {
    const values = [...Array.from({ length: 20 }, (_, i) => 10 + (i % 2)), 40];
    const last = (improves: ProcessInput["improves"], by = 1) =>
      chartValues(
        values.map((value) => value * by),
        { improves },
      ).variation;
    expect(last("up")).toBe("special_cause_improvement");
    expect(last("down")).toBe("special_cause_concern");
    expect(last("none")).toBe("special_cause_neutral_high");
    expect(last("none", -1)).toBe("special_cause_neutral_low");
    expect(last("down", -1)).toBe("special_cause_improvement");
  });
});

// The cases of test-ptd_calculate_assurance_type.R: limits 1 to 3, 5 to 7 and 1 to 5, target 4.
test.each([
  ["up", [2, 2 - 2 / 2.66, 2, 2 - 2 / 2.66], 4, "consistent_fail"],
  ["down", [2, 2 - 2 / 2.66, 2, 2 - 2 / 2.66], 4, "consistent_pass"],
  ["up", [6, 6.1, 6, 6.1], 4, "consistent_pass"],
  ["down", [6, 6.1, 6, 6.1], 4, "consistent_fail"],
  ["up", [3, 4, 3, 4], 4, "inconsistent"],
  ["none", [3, 4, 3, 4], 4, null],
  ["up", [3, 4, 3, 4], undefined, null],
] as const)("where %s is good, %j against a target of %s is %s", (improves, values, target, is) => {
  const options = target === undefined ? { improves } : { improves, target };
  expect(chartValues(values, options).assurance).toBe(is);
});

describe("a process", () => {
  test("that starts anew has new limits, of which the last judge the target", () => {
    const values = [1, 2, 1, 2, 1, 2, 11, 12, 11, 12, 11, 12];
    const chart = chartValues(values, { rebaseAt: ["7"], target: 5 });
    expect(chart.points.map(({ mean }) => mean)).toEqual([
      ...Array.from({ length: 6 }, () => 1.5),
      ...Array.from({ length: 6 }, () => 11.5),
    ]);
    expectClose(chart.lower, 11.5 - 2.66);
    expect(chart.assurance).toBe("consistent_pass");
    expect(specialIn(chart)).toEqual([]);
  });

  test("leaves out a period without a value, says so, and joins its neighbours", () => {
    const gap = chartValues([3, 5, undefined, 4, 6]);
    expect(gap.missing).toEqual(["3"]);
    const joined = chartValues([3, 5, 4, 6]);
    expect(gap.points.map(({ value, upper }) => [value, upper])).toEqual(
      joined.points.map(({ value, upper }) => [value, upper]),
    );
  });

  test("starts anew at the next value where the period it starts with has none", () => {
    const chart = chartValues([1, 2, undefined, 8, 9], { rebaseAt: ["3"] });
    expect(chart.points.map(({ mean }) => mean)).toEqual([1.5, 1.5, 8.5, 8.5]);
  });

  test("of one point has no limits, and of none nothing", () => {
    expect(chartValues([4])).toMatchObject({ mean: 4, lower: null, upper: null });
    const none = chartValues([undefined], { target: 1 });
    expect(none).toEqual({
      ...{ mean: null, lower: null, upper: null, points: [], missing: ["1"] },
      ...{ variation: null, assurance: null },
    });
  });

  test.each([
    [
      {
        points: [
          { period: "1", value: 1 },
          { period: "1", value: 2 },
        ],
      },
      /more than once/,
    ],
    [{ points: [{ period: "1", value: NaN }] }, /number/],
    [{ points: [{ period: "1", value: 1 }], chart: "p" as const }, /numerator/],
    [{ points: [{ period: "1", numerator: 3, denominator: 2 }], chart: "p" as const }, /exceeds/],
    [{ points: [{ period: "1", numerator: -3, denominator: 2 }], chart: "u" as const }, /least 0/],
  ])("that cannot be is refused: %j", (wrong, message) => {
    expect(() => chartProcess({ chart: "xmr", improves: "up", ...wrong })).toThrow(message);
  });
});

describe("a chart of counts", () => {
  test("p has Montgomery's limits of cans of orange juice", () => {
    // Example 7.1: 30 samples of 50 cans. Mean 347 / 1500, limits 0.4102 and 0.0524; samples 15 and
    // 23 are beyond them.
    const cans = [
      ...[12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22],
      ...[8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6],
    ];
    const chart = chartCounts(
      "p",
      cans.map((count) => [count, 50]),
    );
    expectClose(chart.mean, 347 / 1500);
    expect(chart.upper).toBeCloseTo(0.4102, 4);
    expect(chart.lower).toBeCloseTo(0.0524, 4);
    const beyond = chart.points.filter(({ value, upper }) => value > upper!);
    expect(beyond.map(({ period }) => period)).toEqual(["15", "23"]);
  });

  test("u has Montgomery's limits of errors in shipments, and none below 0", () => {
    // Example 7.4: 20 weeks of 50 shipments. Mean 74 / 1000, upper limit 0.1894.
    const errors = [2, 3, 8, 1, 1, 4, 1, 4, 5, 1, 8, 2, 4, 3, 4, 1, 8, 3, 7, 4];
    const chart = chartCounts(
      "u",
      errors.map((count) => [count, 50]),
    );
    expectClose(chart.mean, 0.074);
    expect(chart.upper).toBeCloseTo(0.1894, 4);
    expect(chart.lower).toBe(0);
  });

  test("p and u have limits of their own for each denominator", () => {
    // By hand: p = 90 / 600; 3 √(0.15 · 0.85 / 100) = 0.10712, and √5 less of it for 500.
    const { points } = chartCounts("p", [
      [10, 100],
      [80, 500],
    ]);
    expectClose(points[0]!.upper, 0.15 + 3 * Math.sqrt((0.15 * 0.85) / 100));
    expectClose(points[1]!.lower, 0.15 - 3 * Math.sqrt((0.15 * 0.85) / 500));
  });

  test("p′ takes the sigma of its z-scores from their moving ranges", () => {
    // By hand: p = 0.5, its standard error 0.025; z 0, 2, −2, 0; moving ranges 2, 4, 2.
    const counts = [
      [200, 400],
      [220, 400],
      [180, 400],
      [200, 400],
    ] as const;
    expectClose(chartCounts("p-prime", counts).upper, 0.5 + (3 * 0.025 * (8 / 3)) / 1.128);
    // u: the mean is 0.5, its standard error √(0.5 / 400).
    const u = chartCounts("u-prime", counts);
    const z = 0.05 / Math.sqrt(0.5 / 400);
    expectClose(u.lower, 0.5 - (3 * Math.sqrt(0.5 / 400) * ((4 / 3) * z)) / 1.128);
  });

  test("p′ and u′ of shares that do not differ have no width", () => {
    const counts = [
      [0, 40],
      [0, 50],
      [0, 60],
    ] as const;
    for (const chart of ["p-prime", "u-prime"] as const) {
      expect(chartCounts(chart, counts)).toMatchObject({ mean: 0, lower: 0, upper: 0 });
    }
  });

  test("has limits around its mean and within what can be", () => {
    const anyCount = tuple(integer({ min: 0, max: 40 }), integer({ min: 40, max: 90 }));
    const charts = constantFrom("p", "u", "p-prime", "u-prime");
    assert(
      property(array(anyCount, { minLength: 2, maxLength: 30 }), charts, (counts, chart) => {
        for (const { mean, lower, upper } of chartCounts(chart, counts).points) {
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(lower).toBeLessThanOrEqual(mean);
          expect(upper).toBeGreaterThanOrEqual(mean);
          if (chart.startsWith("p")) expect(upper).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("leaves out a period that is set against nothing", () => {
    expect(
      chartCounts("u", [
        [1, 10],
        [0, 0],
        [2, 10],
      ]).missing,
    ).toEqual(["2"]);
  });
});
