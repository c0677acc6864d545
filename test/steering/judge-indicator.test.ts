import { describe, expect, test } from "vitest";
import { judgeIndicator } from "../../src/steering/judge-indicator.ts";
import { chartProcess } from "../../src/variation/spc.ts";
import type { Figure } from "../../src/release/schema.ts";
import { exact, indicatorOf, rounding, times, type Month } from "./indicator.ts";

/** Up and down by one: a mean moving range of 2, so limits 5.32 from the mean. */
const rest = Array.from({ length: 24 }, (_, at) => 100 + (at % 2 === 0 ? 1 : -1));

describe("an indicator as a process", () => {
  test("that only goes up and down is noise, within its mean ± 2.66 moving ranges", () => {
    const judged = judgeIndicator(indicatorOf("count", rest), exact);
    expect(judged).toMatchObject({ by: "month", chart: "xmr", variation: "noise", since: null });
    const { mean, lower, upper } = judged.points.at(-1)!;
    expect(mean).toBe(100);
    expect(lower).toBeCloseTo(94.68, 10);
    expect(upper).toBeCloseTo(105.32, 10);
  });

  test("that stays to one side for seven months has changed for a reason, and its start is named", () => {
    const months = [...rest.slice(0, 17), ...times(7, 105)];
    const judged = judgeIndicator(indicatorOf("count", months), exact);
    expect(judged).toMatchObject({ variation: "up", since: "2026-03" });
    const better = indicatorOf("count", months, { direction: "higher" });
    expect(judgeIndicator(better, exact).variation).toBe("better");
    const worse = indicatorOf("count", months, { direction: "lower" });
    expect(judgeIndicator(worse, exact).variation).toBe("worse");
  });

  test("that is counted otherwise from a month on is held against itself anew", () => {
    const months = [...rest.slice(0, 12), ...rest.slice(0, 12).map((count) => count + 50)];
    expect(judgeIndicator(indicatorOf("count", months), exact).variation).toBe("up");
    const countedOtherwise = [{ from: "2025-10", title: "A form" }];
    const anew = judgeIndicator(indicatorOf("count", months, { countedOtherwise }), exact);
    expect(anew).toMatchObject({ variation: "noise", why: null });
    expect(anew.points.map(({ mean }) => mean)).toEqual([...times(12, 100), ...times(12, 150)]);
  });

  test("of a count never lies below 0, although limits about a low mean would", () => {
    const months = Array.from({ length: 24 }, (_, at) => (at % 2 === 0 ? 12 : 2));
    const { points } = judgeIndicator(indicatorOf("count", months), exact);
    expect(points.at(-1)!.lower).toBe(0);
  });

  test("holds its target against the limits, not against the last month", () => {
    const aim = (value: number) => ({ direction: "higher", target: { value, words: "" } }) as const;
    const told = (value: number) =>
      judgeIndicator(indicatorOf("count", rest, aim(value)), exact).assurance;
    expect(told(90)).toBe("meets");
    expect(told(101)).toBe("hit and miss");
    expect(told(110)).toBe("misses");
    expect(judgeIndicator(indicatorOf("count", rest), exact).assurance).toBeNull();
  });

  test("given per 1,000 has limits and target per 1,000", () => {
    const months = times<Month>(24, [20, 2000]);
    const definition = { per: 1000, direction: "lower", target: { value: 9, words: "" } } as const;
    const judged = judgeIndicator(indicatorOf("rate", months, definition), exact);
    expect(judged.chart).toBe("u-prime");
    expect(judged.points.at(-1)).toMatchObject({ value: 10, mean: 10 });
    expect(judged.target).toBe(9);
  });
});

describe("which chart is drawn", () => {
  const share = (cases: number) => times<Month>(24, [cases / 2, cases]);
  const chartOf = (cases: number, rounded: boolean) =>
    judgeIndicator(indicatorOf("proportion", share(cases), { rounded }), rounding).chart;

  test("shares of few exact cases have binomial limits, all others those of Laney", () => {
    expect(chartOf(100, false)).toBe("p");
    expect(chartOf(600, false)).toBe("p-prime");
    expect(chartOf(100, true)).toBe("p-prime");
  });

  test("quarters stand in where the figure is given for too few months", () => {
    const quarters = Array.from({ length: 12 }, (_, at) => {
      const month = 2024 * 12 + 9 + at * 3;
      return `${Math.floor(month / 12)}-Q${Math.floor((month % 12) / 3) + 1}`;
    });
    const figures = quarters.map((category, at) => ({
      ...{ breakdown: "quarter", category, statistic: "value", status: "value" },
      value: 0.2 + (at % 2) / 100,
    })) as unknown as Figure[];
    const months = times<Month>(36, [10, 10]);
    const judged = judgeIndicator(indicatorOf("forecast", months, {}, figures), rounding);
    expect(judged).toMatchObject({ by: "quarter", why: null, variation: "noise" });
    expect(judged.points).toHaveLength(12);
  });
});

describe("what is not judged", () => {
  const told = (months: readonly Month[], definition = {}, frame = exact) =>
    judgeIndicator(
      indicatorOf(typeof months[0] === "number" ? "count" : "proportion", months, definition),
      frame,
    );

  test("fewer than twelve points", () => {
    expect(told(rest.slice(0, 11))).toMatchObject({ why: "too few points", variation: null });
    expect(told(rest.slice(0, 12)).why).toBeNull();
  });

  test("what is counted otherwise since fewer than twelve points", () => {
    const since = (from: string) => told(rest, { countedOtherwise: [{ from, title: "A form" }] });
    expect(since("2025-11")).toMatchObject({ why: "counted otherwise", variation: null });
    expect(since("2026-12").why).toBe("counted otherwise");
    expect(since("2025-10").why).toBeNull();
  });

  test("what the definition says is not alike over time", () => {
    const yearBefore = { judged: false, why: "One delivery decides much of a year." };
    expect(told(rest, { yearBefore })).toMatchObject({ why: "not alike", variation: null });
    expect(told(rest, { yearBefore: { ...yearBefore, judged: true } }).why).toBeNull();
  });

  test("so few cases that one would look like a change, on either side", () => {
    expect(told(times(24, 4)).why).toBe("too few cases");
    expect(told(times<Month>(24, [4, 100])).why).toBe("too few cases");
    expect(told(times<Month>(24, [96, 100])).why).toBe("too few cases");
    expect(told(times<Month>(24, [6, 100])).why).toBeNull();
  });

  test("what stands as it was at the cut-off, and what is given for years only", () => {
    expect(told(rest, { settlesAfter: null }).why).toBe("not over time");
    const yearly = indicatorOf("forecast", times<Month>(24, [10, 10]), { breakdowns: ["year"] });
    expect(judgeIndicator(yearly, exact).why).toBe("not over time");
  });

  test("months whose cases are still being decided", () => {
    const judged = told(rest, { settlesAfter: 3 });
    expect(judged.points.at(-1)!.period).toBe("2026-06");
    expect(judged.leftOut).toEqual(
      ["2026-07", "2026-08", "2026-09"].map((period) => ({ period, why: "not settled" })),
    );
  });

  test("months at the end on less than half the usual cases, whatever the definition says", () => {
    const months = [...times<Month>(23, [50, 100]), [30, 30] as const];
    const judged = told(months);
    expect(judged.leftOut).toEqual([{ period: "2026-09", why: "not settled" }]);
    expect(judged.variation).toBe("noise");
  });

  test("counts of months for which a partner is missing, because they would be too low", () => {
    const missing = { partner: "harbour", kind: "visits", month: "2026-09", state: "missing" };
    const sent = { ...missing, month: "2026-08", state: "reported" };
    const frame = { ...exact, coverage: [missing, sent] as never };
    const never = { ...exact, coverage: [missing] as never };
    expect(told(rest, {}, never).leftOut).toEqual([]);
    const judged = told([...rest.slice(0, 23), 20], {}, frame);
    expect(judged.leftOut).toEqual([{ period: "2026-09", why: "not all reported" }]);
    expect(judged.variation).toBe("noise");
    const share = told([...times<Month>(23, [50, 100]), [50, 100]], {}, frame);
    expect(share.leftOut).toEqual([]);
  });

  test("shares of months that the tier hides; a low count is charted, or the mean would be too high", () => {
    const rounded = { rounded: true };
    const shares = [...times<Month>(20, [20, 40]), ...times<Month>(4, [15, 35])];
    expect(told(shares, rounded, rounding).leftOut).toHaveLength(4);
    const counts = Array.from({ length: 24 }, (_, at) => (at % 6 === 0 ? 0 : 10));
    expect(told(counts, rounded, rounding).points).toHaveLength(24);
  });
});

test("one or two indicators in a hundred that did not change look at their last month as if they had", () => {
  let state = 7;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  const alarms = Array.from({ length: 4000 }, () => {
    const points = Array.from({ length: 24 }, (_, at) => ({ period: `${at}`, value: normal() }));
    const { variation } = chartProcess({ points, chart: "xmr", improves: "up" });
    return Number(variation !== "common_cause");
  });
  const share = alarms.reduce((sum, one) => sum + one, 0) / alarms.length;
  expect(share).toBeGreaterThan(0.01);
  expect(share).toBeLessThan(0.02);
});
