import { assert, array, integer, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeSmallBins, survivalCurve } from "../../src/measures/duration-curve.ts";
import { duration, estimateDuration } from "../../src/measures/duration.ts";
import { estimateSurvival, type DurationTally } from "../../src/measures/kaplan-meier.ts";
import { sampleQuantile } from "../../src/measures/sample-quantile.ts";
import { expectClose } from "./close.ts";
import { lung } from "./lung.ts";

/** Closed cases by their durations, then open cases by their ages. */
function cases(closed: readonly number[], open: readonly number[] = []): readonly DurationTally[] {
  return [
    ...closed.map((time) => ({ duration: time, closed: 1, open: 0 })),
    ...open.map((time) => ({ duration: time, closed: 0, open: 1 })),
  ];
}

const anyCases = array(
  record({
    duration: integer({ min: 0, max: 40 }),
    closed: integer({ min: 0, max: 3 }),
    open: integer({ min: 0, max: 2 }),
  }),
  { maxLength: 30 },
);

describe("lung cancer survival of the R package survival", () => {
  // R: quantile(survfit(Surv(time, status) ~ 1, lung, conf.type = …), c(.25, .5, .75, .9, .99))
  test.each([
    [
      "log-log",
      [170, 310, 550, 735, null],
      [144, 284, 457, 687, null],
      [194, 361, 643, null, null],
    ],
    ["log", [170, 310, 550, 735, null], [145, 285, 460, 689, null], [197, 363, 654, null, null]],
    ["plain", [170, 310, 550, 735, null], [145, 284, 457, 655, 883], [197, 361, 643, 883, null]],
  ] as const)("has the quantiles of survfit with %s limits", (limits, values, lower, upper) => {
    const { quantiles } = estimateDuration(lung, {
      limits,
      quantiles: [0.25, 0.5, 0.75, 0.9, 0.99],
    });
    expect(quantiles.map(({ value }) => value)).toEqual(values);
    expect(quantiles.map((quantile) => quantile.lower)).toEqual(lower);
    expect(quantiles.map((quantile) => quantile.upper)).toEqual(upper);
  });

  // R: summary(survfit(…), times = c(100, 365)), each 1 − surv, 1 − upper, 1 − lower
  test.each([
    ["log-log", 100, 0.13603103235475644, 0.09768981948495636, 0.1877776802464607],
    ["log-log", 365, 0.5907583755399356, 0.5216192323530856, 0.6612857309116766],
    ["log", 365, 0.5907583755399356, 0.5141623964527191, 0.6552784182041734],
    ["plain", 365, 0.5907583755399356, 0.5205453349275473, 0.6609714161523239],
  ] as const)(
    "has the %s share within %d days of survfit",
    (limits, limit, share, lower, upper) => {
      const [within] = estimateDuration(lung, { limits, within: [limit] }).within;
      expectClose(within!.share, share);
      expectClose(within!.lower, lower);
      expectClose(within!.upper, upper);
    },
  );

  test("has the restricted mean of survfit", () => {
    // R: print(survfit(Surv(time, status) ~ 1, lung), rmean = "common")
    const { restrictedMean, largest } = estimateDuration(lung);
    expectClose(restrictedMean!.value, 376.2747461478497);
    expectClose(restrictedMean!.standardError, 19.707791421339873);
    expect(restrictedMean!.limit).toBe(1022);
    expect(largest).toBe(1022);
  });
});

describe("the survival curve", () => {
  // By hand: 7 at risk at 0, 6 at 2 where 2 close: 4/6; 3 at 5 where 1 closes before 1 leaves: 4/9.
  // R: survfit(Surv(c(0,2,2,3,5,5,8), c(0,1,1,0,1,0,0)) ~ 1, conf.type = "log-log")
  const worked = cases([2, 2, 5], [0, 3, 5, 8]);

  test("counts a case opened on the cut-off day as at risk at time 0", () => {
    expect(estimateSurvival(worked)[0]).toMatchObject({ time: 0, atRisk: 7, survival: 1 });
  });

  test("lets a case close before another leaves sight at the same time", () => {
    const step = estimateSurvival(worked)[3]!;
    expect(step).toMatchObject({ time: 5, atRisk: 3, closed: 1, open: 1 });
    expectClose(step.survival, 4 / 9);
  });

  test("has Greenwood limits on the log-log scale, undefined before the first case is closed", () => {
    const points = survivalCurve(worked, 1);
    expect(points[0]).toEqual({ x: 0, y: 1, lower: 1, upper: 1, n: 7 });
    expect(points[1]).toEqual({ x: 0, y: 1, lower: null, upper: null, n: 7 });
    expectClose(points[2]!.lower, 0.194616636806235);
    expectClose(points[2]!.upper, 0.904434164322516);
    expectClose(points[4]!.lower, 0.0661867531464125);
    expectClose(points[4]!.upper, 0.784908367147958);
  });

  test("of shown bins holds enough cases in each, at the upper edge", () => {
    expect(mergeSmallBins(worked, 3)).toEqual([
      { duration: 2, closed: 2, open: 1 },
      { duration: 8, closed: 1, open: 3 },
    ]);
  });

  test("is not shown at all where there are too few cases", () => {
    expect(survivalCurve(worked, 8)).toEqual([]);
  });

  test("merged for showing keeps every case and never holds a small bin", () => {
    assert(
      property(anyCases, integer({ min: 1, max: 12 }), (tallies, atLeast) => {
        const bins = mergeSmallBins(tallies, atLeast);
        const total = tallies.reduce((sum, { closed, open }) => sum + closed + open, 0);
        const kept = bins.reduce((sum, { closed, open }) => sum + closed + open, 0);
        expect(kept).toBe(total < atLeast ? 0 : total);
        expect(bins.every(({ closed, open }) => closed + open >= atLeast)).toBe(true);
      }),
    );
  });
});

describe("a quantile of durations", () => {
  test("is the midpoint to the next closing where the curve stands at it exactly", () => {
    // R: quantile(survfit(Surv(1:4, c(1,1,1,0)) ~ 1), c(.25, .5, .75))
    const { quantiles } = estimateDuration(cases([1, 2, 3], [4]), { quantiles: [0.25, 0.5, 0.75] });
    expect(quantiles.map(({ value }) => value)).toEqual([1.5, 2.5, 3.5]);
  });

  test("is the midpoint to the largest time seen where nothing closes afterwards", () => {
    // R: quantile(survfit(Surv(c(1,2,3,9), c(1,1,0,0)) ~ 1), .5)
    const { quantiles } = estimateDuration(cases([1, 2], [3, 9]), { quantiles: [0.5] });
    expect(quantiles[0]!.value).toBe(5.5);
  });

  test("sees the midpoint in spite of rounding", () => {
    // Survival 0.9 × 0.8 × … drifts off one half in floating point: 10 cases, the 5th closed.
    const { quantiles } = estimateDuration(cases([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
    expect(quantiles.map(({ value }) => value)).toEqual([5.5, 9.5]);
  });

  test("that is not reached is null, while its lower limit may be known", () => {
    const { quantiles } = estimateDuration(lung, { limits: "plain", quantiles: [0.99] });
    expect(quantiles[0]).toEqual({ p: 0.99, value: null, lower: 883, upper: null });
  });

  test("is null without cases", () => {
    const { n, quantiles, within, restrictedMean } = estimateDuration([], { within: [3] });
    expect([n, quantiles[0]!.value, within[0]!.share, restrictedMean]).toEqual([
      0,
      null,
      null,
      null,
    ]);
  });

  test("where nothing is open is a value or midpoint of the plain sample", () => {
    assert(
      property(array(integer({ min: 0, max: 50 }), { minLength: 1 }), (durations) => {
        const sorted = durations.toSorted((a, b) => a - b);
        const half = sorted.length / 2;
        const low = sorted[Math.ceil(half) - 1]!;
        const next = Number.isInteger(half) ? sorted.findLast((time) => time > low) : low;
        const after = sorted.find((time) => time > low) ?? low;
        const atHalf = sorted.filter((time) => time <= low).length === half && next !== undefined;
        const { quantiles } = estimateDuration(cases(durations), { quantiles: [0.5] });
        expect(quantiles[0]!.value).toBe(atHalf ? (low + after) / 2 : low);
      }),
    );
  });
});

describe("the share within a limit", () => {
  test("includes the limit and is the plain share where nothing is open", () => {
    assert(
      property(
        array(integer({ min: 0, max: 50 }), { minLength: 1 }),
        integer({ min: 0, max: 60 }),
        (durations, limit) => {
          const inside = durations.filter((time) => time <= limit).length;
          const { within } = estimateDuration(cases(durations), { within: [limit] });
          expect(within[0]!.share).toBe(inside / durations.length);
        },
      ),
    );
  });

  test("beyond the largest time seen of an open case is not known", () => {
    const { within } = estimateDuration(cases([1, 2], [5]), { within: [5, 6] });
    expectClose(within[0]!.share, 2 / 3);
    expect(within[1]).toEqual({ limit: 6, share: null, lower: null, upper: null });
  });
});

describe("the measure duration", () => {
  const rows = [
    { status: "closed", duration: 2, cases_n: 2 },
    { status: "closed", duration: 5, cases_n: 1 },
    ...[0, 3, 5, 8].map((time) => ({ status: "open", duration: time, cases_n: 1 })),
  ];

  test("gives its quantiles, its shares within limits and the share open", () => {
    const statistics = duration.estimate(rows, { quantiles: [0.5, 0.9], within: [2] });
    expect(statistics.map(({ name }) => name)).toEqual(["median", "p90", "within_2", "share_open"]);
    expect(statistics[0]).toMatchObject({ value: 5, lower: 2, upper: null, n: 7, counts: [3, 3] });
    expect(statistics[1]).toMatchObject({ value: null, note: "not reached" });
    expect(statistics[2]).toMatchObject({ counts: [2, 4], unit: "share" });
    expect(statistics[3]).toMatchObject({ value: 4 / 7, counts: [4, 3] });
  });

  test("splits 100 cases at the p90 into 90 and 10", () => {
    const [p90] = duration.estimate([{ status: "closed", duration: 1, cases_n: 100 }], {
      quantiles: [0.9],
    });
    expect(p90!.counts).toEqual([90, 10]);
  });

  test("refuses rows with another status", () => {
    const row = { status: "lost", duration: 1, cases_n: 1 };
    expect(() => duration.estimate([row], {})).toThrow(TypeError);
  });
});

test("type-7 quantiles of complete data are those of R quantile", () => {
  // R: quantile(c(12.5, 0, 3.25, 100, 7, 7), c(.5, .9))
  const sorted = [0, 3.25, 7, 7, 12.5, 100].map((value) => ({ value, cases: 1 }));
  expectClose(sampleQuantile(sorted, 0.5), 7);
  expectClose(sampleQuantile(sorted, 0.9), 56.25);
});
