import { array, assert, constantFrom, double, integer, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { chartFunnel, type FunnelGroup } from "../../src/variation/funnel.ts";
import { expectClose } from "../measures/close.ts";

const named = (counts: readonly (readonly [number, number])[]): FunnelGroup[] =>
  counts.map(([numerator, denominator], i) => ({ group: `g${i + 1}`, numerator, denominator }));

// The formulas of Spiegelhalter 2005 and of FunnelPlotR, worked by hand.
describe("a funnel of shares", () => {
  test("takes the arcsine of square roots around the pooled share", () => {
    // 50 + 75 + 25 of 100 each: pooled 0.5, whose arcsine is π / 4; z = (π/3 − π/4) · 20 and so on.
    const { target, groups, phi, tau2 } = chartFunnel(
      named([
        [50, 100],
        [75, 100],
        [25, 100],
      ]),
      "proportion",
    );
    expectClose(target, 0.5);
    const z = (Math.PI / 12) * 20;
    expectClose(groups[1]!.z, z);
    expectClose(groups[2]!.z, -z);
    // The tenths of −z, 0, z by type 7 are ± 0.8 z, to which the extremes are drawn in.
    expectClose(phi, (2 * (0.8 * z) ** 2) / 3);
    // w = 400 each: the sum less the squares over the sum is 1200 − 400.
    expectClose(tau2, (3 * phi - 2) / 800);
    const reach = 1.959964 * Math.sqrt(1 / 400 + tau2);
    expectClose(groups[0]!.limits95[0], Math.sin(Math.PI / 4 - reach) ** 2);
    expectClose(groups[0]!.limits95[1], Math.sin(Math.PI / 4 + reach) ** 2);
    expect(groups.map(({ outlier }) => outlier)).toEqual([false, false, false]);
  });

  test("that differ by chance alone is not widened", () => {
    const { overdispersed, tau2, groups } = chartFunnel(
      named([
        [50, 100],
        [51, 100],
        [99, 200],
      ]),
      "proportion",
    );
    expect([overdispersed, tau2]).toEqual([false, 0]);
    const reach = 3.090232 * Math.sqrt(1 / 800);
    expectClose(groups[2]!.limits998[1], Math.sin(Math.PI / 4 + reach) ** 2);
  });

  test("has limits that stay at 0 and 1 where they would turn round", () => {
    const { groups } = chartFunnel(
      named([
        [0, 2],
        [1, 500],
        [6, 498],
      ]),
      "proportion",
    );
    expect(groups[0]!.limits998[0]).toBe(0);
    const high = chartFunnel(
      named([
        [2, 2],
        [499, 500],
        [492, 498],
      ]),
      "proportion",
    );
    expect(high.groups[0]!.limits998[1]).toBe(1);
  });

  test("of groups that all have everything, or nothing, has no group beyond it", () => {
    for (const share of [0, 1]) {
      const { phi, groups } = chartFunnel(
        named([
          [share * 9, 9],
          [share * 5, 5],
        ]),
        "proportion",
      );
      expect([phi, ...groups.map(({ outlier }) => outlier)]).toEqual([0, false, false]);
    }
  });

  test("marks the group that is beyond its limits of 99.8 %", () => {
    const alike = Array.from({ length: 20 }, (_, i) => [50 + (i % 3) - 1, 100] as const);
    const { groups } = chartFunnel(named([...alike, [75, 100]]), "proportion");
    expect(groups.filter(({ outlier }) => outlier).map(({ group }) => group)).toEqual(["g21"]);
  });
});

describe("a funnel of ratios", () => {
  const groups = named([
    [100, 108],
    [150, 112],
    [180, 165],
    [80, 95],
    [120, 100],
    [225, 220],
  ]);

  test("after SHMI takes logarithms, and leaves out what ranks in the outer tenths", () => {
    // Ranks 1 to 6 of 6, times 10, over 7, rounded down: 1, 2, 4, 5, 7, 8. None is left out.
    const { phi, tau2, groups: points } = chartFunnel(groups, "shmi");
    const z = groups.map(({ numerator: o, denominator: e }) => Math.sqrt(e) * Math.log(o / e));
    expectClose(points[1]!.z, z[1]!);
    expectClose(phi, z.reduce((sum, one) => sum + one * one, 0) / 6);
    const all = 108 + 112 + 165 + 95 + 100 + 220;
    const squares = 108 ** 2 + 112 ** 2 + 165 ** 2 + 95 ** 2 + 100 ** 2 + 220 ** 2;
    expectClose(tau2, (6 * phi - 5) / (all - squares / all));
    expectClose(points[0]!.limits95[0], Math.exp(-1.959964 * Math.sqrt(1 / 108 + tau2)));
    expectClose(points[0]!.limits998[1], Math.exp(3.090232 * Math.sqrt(1 / 108 + tau2)));
  });

  test("after SHMI leaves out the first and the last of twenty, ties sharing their rank", () => {
    // With 20 groups rank · 10 / 21 is below 1 for ranks 1 and 2 and at least 9 for 19 and 20.
    const counts = Array.from({ length: 20 }, (_, i) => [80 + i * 2, 100] as const);
    const all = chartFunnel(named(counts), "shmi");
    const kept = counts.slice(2, 18).map(([o, e]) => Math.sqrt(e) * Math.log(o / e));
    expectClose(all.phi, kept.reduce((sum, z) => sum + z * z, 0) / 16);
  });

  test("after SHMI rounds what is expected to two decimals, as the indicator does", () => {
    const { groups: points } = chartFunnel(
      [
        { group: "a", numerator: 3, denominator: 1.004 },
        { group: "b", numerator: 3, denominator: 4.125 },
        { group: "c", numerator: 3, denominator: 4.375 },
        { group: "d", numerator: 3, denominator: 2.675 },
      ],
      "shmi",
    );
    // R: round(c(1.004, 4.125, 4.375, 2.675), 2)
    expect(points.map(({ denominator }) => denominator)).toEqual([1, 4.12, 4.38, 2.67]);
  });

  test("after CQC takes square roots and squares the limits, none of them below 0", () => {
    const { tau2, groups: points } = chartFunnel(groups, "cqc");
    const reach = 1.959964 * Math.sqrt(1 / (4 * 108) + tau2);
    expectClose(points[0]!.z, 2 * Math.sqrt(108) * (Math.sqrt(100 / 108) - 1));
    expectClose(points[0]!.limits95[0], (1 - reach) ** 2);
    expectClose(points[0]!.limits95[1], (1 + reach) ** 2);
    const few = chartFunnel(
      named([
        [9, 1],
        [0, 1],
        [4, 1],
        [0, 1],
        [9, 1],
      ]),
      "cqc",
    );
    expect(few.overdispersed).toBe(true);
    expect(few.groups[0]!.limits998[0]).toBe(0);
  });

  test.each(["shmi", "cqc"] as const)(
    "after %s that differ by chance has Poisson limits",
    (transform) => {
      // R: qchisq(0.975, 2 * 10, lower.tail = FALSE) / 2 / 10; qchisq(0.025, 22, lower.tail = FALSE) / 2 / 10
      const [point] = chartFunnel(
        named([
          [10, 10],
          [11, 10],
          [9, 10],
        ]),
        transform,
      ).groups;
      expectClose(point!.limits95[0], 0.4795388696132433);
      expectClose(point!.limits95[1], 1.839035604201778);
    },
  );
});

describe("a funnel", () => {
  test("adds up the rows of a group", () => {
    const rows = [
      ...named([
        [10, 20],
        [30, 40],
      ]),
      { group: "g1", numerator: 5, denominator: 10 },
    ];
    expect(chartFunnel(rows, "proportion")).toEqual(
      chartFunnel(
        named([
          [15, 30],
          [30, 40],
        ]),
        "proportion",
      ),
    );
  });

  const anyGroups = array(
    record({
      numerator: integer({ min: 1, max: 90 }),
      denominator: integer({ min: 90, max: 500 }),
    }),
    { minLength: 2, maxLength: 30 },
  ).map((counts) => counts.map((one, i) => ({ ...one, group: String(i) })));
  const transforms = constantFrom("proportion", "shmi", "cqc");

  test("is the same in whatever order its groups come", () => {
    assert(
      property(anyGroups, transforms, (groups, transform) => {
        const there = chartFunnel(groups, transform);
        const back = chartFunnel(groups.toReversed(), transform);
        expect(back.tau2).toBeCloseTo(there.tau2, 12);
        expect(back.phi).toBeCloseTo(there.phi, 9);
      }),
    );
  });

  test("has limits around its target, those of 99.8 % outside those of 95 %", () => {
    assert(
      property(anyGroups, transforms, (groups, transform) => {
        const { target, groups: points } = chartFunnel(groups, transform);
        for (const { limits95, limits998 } of points) {
          expect(limits998[0]).toBeLessThanOrEqual(limits95[0]);
          expect(limits95[0]).toBeLessThanOrEqual(target);
          expect(target).toBeLessThanOrEqual(limits95[1]);
          expect(limits95[1]).toBeLessThanOrEqual(limits998[1]);
        }
      }),
    );
  });

  test("refuses a group set against nothing, a share above 1 and a logarithm of none", () => {
    const refused =
      (numerator: number, denominator: number, transform: "proportion" | "shmi") => () =>
        chartFunnel([{ group: "a", numerator, denominator }], transform);
    expect(refused(0, 0, "proportion")).toThrow(RangeError);
    expect(refused(3, 2, "proportion")).toThrow(RangeError);
    expect(refused(0, 2, "shmi")).toThrow(RangeError);
    expect(() => chartFunnel([], "cqc")).toThrow(RangeError);
    assert(
      property(double({ max: -1e-9 }), (negative) => {
        expect(refused(negative, 2, "proportion")).toThrow(RangeError);
      }),
    );
  });
});
