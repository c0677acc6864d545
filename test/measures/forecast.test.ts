import { assert, array, integer, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { estimateForecast, forecast } from "../../src/measures/forecast.ts";
import { mergeForecasts } from "../../src/measures/forecast-tallies.ts";
import { recalibrate } from "../../src/measures/isotonic.ts";
import { expectClose } from "./close.ts";

const outcomes = [0, 0, 1, 0, 1, 0, 1, 1, 1, 1];
const worked = [0.1, 0.2, 0.2, 0.4, 0.4, 0.4, 0.7, 0.7, 0.9, 1].map((value, i) => ({
  forecast: value,
  happened: outcomes[i]!,
  notHappened: 1 - outcomes[i]!,
}));

const anyForecasts = array(
  record({
    forecast: integer({ min: 0, max: 100 }).map((percent) => percent / 100),
    happened: integer({ min: 0, max: 20 }),
    notHappened: integer({ min: 0, max: 20 }),
  }),
  { minLength: 1, maxLength: 40 },
).filter((tallies) => tallies.some(({ happened, notHappened }) => happened + notHappened > 0));

describe("ten forecasts, worked in R", () => {
  const result = estimateForecast(worked);

  test("have the Brier score mean((p - y)^2) and its normal interval", () => {
    // R: mean(s) + c(-1, 1) * qnorm(.975) * sd(s) / sqrt(10) with s <- (p - y)^2
    expectClose(result.brier.value, 0.156);
    expectClose(result.brier.lower, 0.031176296414762);
    expectClose(result.brier.upper, 0.280823703585238);
  });

  test("have Murphy's parts over the distinct forecasts", () => {
    expectClose(result.murphy!.reliability, 0.0393333333333333);
    expectClose(result.murphy!.resolution, 0.123333333333333);
    expectClose(result.murphy!.uncertainty, 0.24);
  });

  test("have the CORP parts of isotonic regression with ties pooled", () => {
    // R: Bc <- mean((isoreg(1:10, y[o])$yf - y[o])^2) with o <- order(p, -y)
    expectClose(result.corp!.miscalibration, 0.036);
    expectClose(result.corp!.discrimination, 0.12);
    expectClose(result.corp!.uncertainty, 0.24);
  });

  test("have the area under the curve and DeLong limits of pROC, kept below 1", () => {
    // R: ci.auc(roc(y, p, direction = "<"))
    expectClose(result.auc.value, 20.5 / 24);
    expectClose(result.auc.lower, 0.616073839385784);
    expect(result.auc.upper).toBe(1);
  });

  test("have the skill against their own base rate, with delta-method limits", () => {
    expectClose(result.skill.value, 0.35);
    expectClose(result.skill.lower, -0.241181601861614);
    expectClose(result.skill.upper, 0.941181601861614);
  });

  test("have the log score -mean(log of what was given to the outcome)", () => {
    expectClose(result.logScore, 0.469459436234756);
  });
});

describe("forecasts", () => {
  test("that were certain and wrong have an infinite log score", () => {
    const wrong = [{ forecast: 1, happened: 9, notHappened: 1 }];
    expect(estimateForecast(wrong).logScore).toBe(Infinity);
  });

  test("that all had one outcome have no skill and no area under the curve", () => {
    const { skill, auc } = estimateForecast([{ forecast: 0.7, happened: 4, notHappened: 0 }]);
    expect([skill.value, skill.lower, auc.value]).toEqual([null, null, null]);
  });

  test("that tell outcomes apart perfectly have an area of 1, and limits that coincide", () => {
    const { auc } = estimateForecast([
      { forecast: 0.2, happened: 0, notHappened: 5 },
      { forecast: 0.8, happened: 5, notHappened: 0 },
    ]);
    expect(auc).toEqual({ value: 1, lower: 1, upper: 1 });
  });

  test("of one value everywhere tell nothing apart", () => {
    const { auc, murphy } = estimateForecast([{ forecast: 0.3, happened: 3, notHappened: 7 }]);
    expect(auc.value).toBe(0.5);
    expect(murphy!.resolution).toBe(0);
  });

  test("must lie from 0 to 1", () => {
    const percent = [{ forecast: 30, happened: 1, notHappened: 0 }];
    expect(() => estimateForecast(percent)).toThrow(RangeError);
  });

  test("have parts that add up to the Brier score, both ways", () => {
    assert(
      property(anyForecasts, (tallies) => {
        const { brier, murphy, corp } = estimateForecast(tallies);
        expectClose(murphy!.reliability - murphy!.resolution + murphy!.uncertainty, brier.value!);
        expectClose(corp!.miscalibration - corp!.discrimination + corp!.uncertainty, brier.value!);
        expect(corp!.miscalibration).toBeGreaterThanOrEqual(-1e-12);
        expect(corp!.discrimination).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
  });

  test("are recalibrated to shares that rise with the forecast", () => {
    assert(
      property(anyForecasts, (tallies) => {
        const shares = recalibrate(mergeForecasts(tallies)).map((pool) => pool.forecast);
        expect(shares).toEqual([...new Set(shares)].toSorted((a, b) => a - b));
      }),
    );
  });

  test("have the area that counting pairs gives, ties one half", () => {
    assert(
      property(anyForecasts, (tallies) => {
        const pairs = tallies.flatMap((a) =>
          tallies.map((b) => [a.forecast - b.forecast, a.happened * b.notHappened] as const),
        );
        const all = pairs.reduce((sum, [, n]) => sum + n, 0);
        const won = pairs.reduce((sum, [gap, n]) => sum + ((Math.sign(gap) + 1) / 2) * n, 0);
        const { value } = estimateForecast(tallies).auc;
        if (all === 0) expect(value).toBeNull();
        else expectClose(value, won / all);
      }),
    );
  });
});

describe("the measure forecast", () => {
  const rows = worked.map((tally) => ({
    probability_percent: Math.round(tally.forecast * 100),
    happened_n: tally.happened,
    not_happened_n: tally.notHappened,
  }));

  test("gives scores, area, base rate and the parts of the score", () => {
    const statistics = forecast.estimate(rows, {});
    expect(statistics.map(({ name, unit }) => [name, unit])).toEqual([
      ["brier", "score"],
      ["skill", "score"],
      ["auc", "score"],
      ["base_rate", "share"],
      ["miscalibration", "score"],
      ["discrimination", "score"],
      ["uncertainty", "score"],
    ]);
    expect(statistics.every(({ counts }) => String(counts) === "6,4")).toBe(true);
  });

  test("publishes no interval without width", () => {
    const apart = [
      { probability_percent: 20, happened_n: 0, not_happened_n: 5 },
      { probability_percent: 80, happened_n: 5, not_happened_n: 0 },
    ];
    const statistics = forecast.estimate(apart, {});
    for (const name of ["brier", "auc"]) {
      const found = statistics.find((statistic) => statistic.name === name);
      expect(found).toMatchObject({ lower: null, upper: null });
    }
  });

  test("says why a number is missing", () => {
    const one = [{ probability_percent: 20, happened_n: 3, not_happened_n: 0 }];
    expect(forecast.estimate(one, {})[1]).toMatchObject({ value: null, note: "one outcome only" });
    expect(forecast.estimate([], {})[0]).toMatchObject({ value: null, note: "no cases", n: 0 });
  });

  test("shows calibration in pools of enough cases of each outcome, the rest with the last", () => {
    // Pools of two and two: 10 to 40 % holds 2 and 4, what is left joins it as it has no misses.
    expect(forecast.curve!(rows, 2).map(({ n, y }) => [n, y])).toEqual([[10, 0.6]]);
    const fine = forecast.curve!(rows, 1);
    expect(fine.map(({ n }) => n)).toEqual([3, 7]);
    expectClose(fine[0]!.x, 0.5 / 3);
    expectClose(fine[0]!.y, 1 / 3);
    expect(forecast.curve!(rows, 5)).toEqual([]);
  });

  test("refuses fractions of a per cent", () => {
    const row = { probability_percent: 0.5, happened_n: 1, not_happened_n: 0 };
    expect(() => forecast.estimate([row], {})).toThrow(TypeError);
  });
});
