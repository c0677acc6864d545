import { assert, integer, property, record, uniqueArray } from "fast-check";
import { describe, expect, test } from "vitest";
import { calibrationCurve } from "../../src/measures/calibration-curve.ts";
import { estimateForecast } from "../../src/measures/forecast.ts";
import type { ForecastTally } from "../../src/measures/forecast-tallies.ts";
import { measures } from "../../src/measures/index.ts";
import { estimateSurvival } from "../../src/measures/kaplan-meier.ts";
import { wilsonLimits, type Limits } from "../../src/measures/limits.ts";
import { estimateRate } from "../../src/measures/rate.ts";
import { expectClose } from "./close.ts";

const z = 1.959963984540054;

/** The standard deviation by which limits were widened, read back from the lower ones. */
function addedDeviation(value: number, plain: Limits, widened: Limits): number {
  return Math.sqrt((value - widened.lower!) ** 2 - (value - plain.lower!) ** 2) / z;
}

describe("an error of 3 cases", () => {
  test("is one of 3 in a count", () => {
    const [plain, widened] = [0, 3].map(
      (noise) => measures.count.estimate([{ cases_n: 100 }], { noise })[0]!,
    );
    expectClose(addedDeviation(100, plain!, widened!), 3);
  });

  test("in the 30 and the 70 makes one of 3 √(0.3² + 0.7²) / 100 in a share, wherever it stands", () => {
    const expected = (3 * Math.sqrt(0.58)) / 100;
    const widened = [
      measures.proportion.estimate([{ numerator_n: 30, denominator_n: 100 }], { noise: 3 })[0]!,
      measures.amount.estimate(
        [{ known_n: 70, unknown_n: 30, positive_n: 70, amount_money: "1" }],
        { noise: 3 },
      )[1]!,
      measures.duration
        .estimate(
          [
            { status: "open", duration: 1, cases_n: 30 },
            { status: "closed", duration: 1, cases_n: 70 },
          ],
          { noise: 3 },
        )
        .at(-1)!,
      measures.forecast.estimate(
        [{ probability_percent: 40, happened_n: 30, not_happened_n: 70 }],
        { noise: 3 },
      )[3]!,
      calibrationCurve([{ forecast: 0.4, happened: 30, notHappened: 70 }], 10, 3)[0]!,
    ];
    for (const limits of widened) {
      expectClose(addedDeviation(0.3, wilsonLimits(30, 100, 0.95), limits), expected);
    }
  });

  test("in 50 events and an exposure of 400 makes what moving each by a case makes in a rate", () => {
    const at = (events: number, exposure: number) => estimateRate(events, exposure).rate!;
    const step = 1e-4;
    const moved = [
      (at(50 + step, 400) - at(50 - step, 400)) / (2 * step),
      (at(50, 400 + step) - at(50, 400 - step)) / (2 * step),
    ];
    const widened = estimateRate(50, 400, { noise: 3 });
    const added = addedDeviation(125, estimateRate(50, 400), widened);
    expect(added / (3 * Math.hypot(...moved))).toBeCloseTo(1, 6);
  });

  test("in 60 cases closed and 140 not makes one of 3 √(0.3² + 0.7²) / 140 in log survival", () => {
    const tallies = [
      { duration: 1, closed: 60, open: 0 },
      { duration: 2, closed: 140, open: 0 },
    ];
    const greenwood = estimateSurvival(tallies)[0]!.standardError;
    const joined = estimateSurvival(tallies, 3)[0]!.standardError;
    expectClose(joined ** 2 - greenwood ** 2, ((3 * Math.sqrt(0.58)) / 140) ** 2);
  });
});

const anyForecasts = uniqueArray(
  record({
    forecast: integer({ min: 0, max: 100 }).map((percent) => percent / 100),
    happened: integer({ min: 100, max: 900 }),
    notHappened: integer({ min: 100, max: 900 }),
  }),
  { minLength: 2, maxLength: 12, selector: ({ forecast }) => forecast },
);

/** How far a case more of each forecast value and outcome moves a score, by central difference. */
function moves(
  tallies: readonly ForecastTally[],
  of: (tallies: readonly ForecastTally[]) => number,
): readonly number[] {
  const step = 0.01;
  return tallies.flatMap((tally, at) =>
    (["happened", "notHappened"] as const).map((outcome) => {
      const by = (change: number) =>
        of(tallies.with(at, { ...tally, [outcome]: tally[outcome] + change }));
      return (by(step) - by(-step)) / (2 * step);
    }),
  );
}

test.each(["brier", "skill", "auc"] as const)(
  "noise widens the limits of the %s by what a case more of each row changes",
  (name) => {
    assert(
      property(anyForecasts, (tallies) => {
        const of = (some: readonly ForecastTally[]) => estimateForecast(some)[name].value!;
        const plain = estimateForecast(tallies)[name];
        const widened = estimateForecast(tallies, 0.95, 1)[name];
        if (plain.lower === null || widened.lower === 0) return;
        const expected = Math.hypot(...moves(tallies, of));
        expect(addedDeviation(plain.value!, plain, widened)).toBeCloseTo(expected, 7);
      }),
    );
  },
);
