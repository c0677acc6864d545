import { array, assert, integer, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import {
  estimateRatio,
  mergeStrata,
  type RatioStratum,
} from "../../src/measures/mantel-haenszel.ts";
import { noiseOfRatio } from "../../src/measures/ratio-noise.ts";
import { ratio } from "../../src/measures/ratio.ts";
import { expectClose } from "./close.ts";

const z = 1.959963984540054;

function table(stratum: string, cells: readonly [number, number, number, number]): RatioStratum {
  const [events, trials, referenceEvents, referenceTrials] = cells;
  return { stratum, events, trials, referenceEvents, referenceTrials };
}

describe("deaths with tolbutamide and with a placebo, by age", () => {
  // University Group Diabetes Program 1970, as Rothman, Greenland and Lash, Modern Epidemiology
  // (3rd ed.), table 15-1: crude ratio 1.44, pooled ratio 1.33 and difference 0.035.
  const trial = [table("below 55", [8, 106, 5, 120]), table("55 and over", [22, 98, 16, 85])];
  const result = estimateRatio(trial);

  test("have the ratio and the difference of the book", () => {
    expect(result.crude.value).toBeCloseTo(1.44, 2);
    expect(result.ratio.value).toBeCloseTo(1.33, 2);
    expect(result.gap.value).toBeCloseTo(0.035, 3);
    expect(result.strata.map(({ value }) => value?.toFixed(2))).toEqual(["1.19", "1.81"]);
  });

  test("have the limits of Greenland and Robins, worked by hand", () => {
    const [m1, m0] = [226, 183];
    const above = (8 * 120) / m1 + (22 * 85) / m0;
    const below = (5 * 106) / m1 + (16 * 98) / m0;
    const spread =
      (13 * 106 * 120 - 8 * 5 * m1) / m1 ** 2 + (38 * 98 * 85 - 22 * 16 * m0) / m0 ** 2;
    const half = z * Math.sqrt(spread / (above * below));
    expectClose(result.ratio.lower, (above / below) * Math.exp(-half));
    expectClose(result.ratio.upper, (above / below) * Math.exp(half));
    // Modern Epidemiology: 95% limits 0.80 and 2.20.
    expect(result.ratio.lower).toBeCloseTo(0.8, 2);
    const weight = (106 * 120) / m1 + (98 * 85) / m0;
    const parts =
      ((8 * 98 * 120 ** 2) / 106 + (5 * 115 * 106 ** 2) / 120) / m1 ** 2 +
      ((22 * 76 * 85 ** 2) / 98 + (16 * 69 * 98 ** 2) / 85) / m0 ** 2;
    expectClose(result.gap.lower, result.gap.value! - (z * Math.sqrt(parts)) / weight);
  });

  test("have Katz's limits without strata", () => {
    const half = z * Math.sqrt(1 / 30 - 1 / 204 + 1 / 21 - 1 / 205);
    expectClose(result.crude.lower, ((30 / 204) * (205 / 21)) / Math.exp(half));
  });
});

test("comparing like with like undoes what the mix of strata makes", () => {
  // 10 % against 10 % and 50 % against 50 %, but the groups are mixed the other way round.
  const {
    crude,
    ratio: pooled,
    gap,
  } = estimateRatio([table("easy", [90, 900, 10, 100]), table("hard", [50, 100, 450, 900])]);
  expect(crude.value).toBeCloseTo(0.304, 3);
  expectClose(pooled.value, 1);
  expectClose(gap.value, 0);
});

describe("a ratio", () => {
  test("without events in a group is undefined, and the difference still has its limits", () => {
    for (const cells of [
      [0, 20, 4, 20],
      [4, 20, 0, 20],
    ] as const) {
      const { ratio: pooled, crude, gap } = estimateRatio([table("", cells)]);
      expect([pooled.value, pooled.lower, crude.value, crude.upper]).toEqual([
        null,
        null,
        null,
        null,
      ]);
      expect(Math.abs(gap.value!)).toBeCloseTo(0.2, 12);
      expect(gap.upper! - gap.lower!).toBeGreaterThan(0.2);
    }
  });

  test("where everybody has the event has no limits, as its variance is 0", () => {
    const { ratio: pooled, crude, gap } = estimateRatio([table("", [9, 9, 5, 5])]);
    for (const one of [pooled, crude]) expect(one).toEqual({ value: 1, lower: null, upper: null });
    expect(gap).toEqual({ value: 0, lower: null, upper: null });
  });

  test("gives a stratum without one of the groups no weight", () => {
    const one = table("a", [8, 106, 5, 120]);
    const more = estimateRatio([one, table("b", [7, 20, 0, 0]), table("c", [0, 0, 0, 0])]);
    expectClose(more.ratio.value, estimateRatio([one]).ratio.value!);
    expectClose(more.gap.upper, estimateRatio([one]).gap.upper!);
  });

  test("of nothing is undefined", () => {
    expect(estimateRatio([])).toMatchObject({ ratio: { value: null }, gap: { value: null } });
  });

  test("of more events than trials is refused", () => {
    expect(() => estimateRatio([table("", [3, 2, 1, 2])])).toThrow(RangeError);
  });
});

const anyGroup = tuple(integer({ min: 1, max: 40 }), integer({ min: 1, max: 40 }));
const anyStrata = array(tuple(anyGroup, anyGroup), { minLength: 1, maxLength: 6 }).map((all) =>
  all.map(([[a, b], [c, d]], i) => table(String(i), [a, a + b, c, c + d])),
);

describe("of any strata", () => {
  test("one alone has the same ratio crude and pooled, limits included", () => {
    assert(
      property(anyStrata, ([one]) => {
        const { crude, ratio: pooled } = estimateRatio([one!]);
        expect(pooled.value).toBeCloseTo(crude.value!, 9);
        expect(Math.log(pooled.upper!)).toBeCloseTo(Math.log(crude.upper!), 9);
      }),
    );
  });

  test("groups that change places turn the ratio over and the difference round", () => {
    assert(
      property(anyStrata, (strata) => {
        const turned = strata.map((one) =>
          table(one.stratum, [one.referenceEvents, one.referenceTrials, one.events, one.trials]),
        );
        const [there, back] = [estimateRatio(strata), estimateRatio(turned)];
        expect(Math.log(back.ratio.upper!)).toBeCloseTo(-Math.log(there.ratio.lower!), 9);
        expect(back.gap.upper).toBeCloseTo(-there.gap.lower!, 9);
      }),
    );
  });

  test("rows of a stratum are added up before they are compared", () => {
    assert(
      property(anyStrata, (strata) => {
        expect(estimateRatio([...strata, ...strata])).toEqual(
          estimateRatio(
            strata.map((one) =>
              table(one.stratum, [
                ...([2 * one.events, 2 * one.trials] as const),
                ...([2 * one.referenceEvents, 2 * one.referenceTrials] as const),
              ]),
            ),
          ),
        );
      }),
    );
  });

  test("noise carries into each statistic as far as a case more of each count moves it", () => {
    const step = 1e-3;
    assert(
      property(anyStrata, (strata) => {
        const noise = noiseOfRatio(mergeStrata(strata), 1);
        const of = (some: readonly RatioStratum[]) => {
          const { ratio: pooled, gap, crude } = estimateRatio(some);
          return { ratio: Math.log(pooled.value!), gap: gap.value!, crude: Math.log(crude.value!) };
        };
        const moved = (by: number, at: number, cell: number) =>
          strata.map((one, i) => {
            if (i !== at) return one;
            const add = (...cells: number[]) => (cells.includes(cell) ? by : 0);
            return table(one.stratum, [
              ...([one.events + add(0), one.trials + add(0, 1)] as const),
              ...([one.referenceEvents + add(2), one.referenceTrials + add(2, 3)] as const),
            ]);
          });
        const slopes = strata.flatMap((_, at) =>
          [0, 1, 2, 3].map(
            (cell) => [of(moved(step, at, cell)), of(moved(-step, at, cell))] as const,
          ),
        );
        for (const name of ["ratio", "gap", "crude"] as const) {
          const expected = Math.hypot(
            ...slopes.map(([up, down]) => (up[name] - down[name]) / (2 * step)),
          );
          expect(noise[name] / expected).toBeCloseTo(1, 4);
        }
      }),
    );
  });
});

test("the measure ratio tells a rule of disclosure what is in both groups", () => {
  const row = { stratum: "a", events_n: 8, trials_n: 106 };
  const statistics = ratio.estimate(
    [{ ...row, reference_events_n: 5, reference_trials_n: 120 }],
    {},
  );
  expect(statistics.map(({ name, unit, n }) => [name, unit, n])).toEqual([
    ["ratio", "ratio", 226],
    ["gap", "points", 226],
    ["crude", "ratio", 226],
  ]);
  for (const { facts, counts } of statistics) {
    expect(facts).toEqual({
      kind: "groups",
      groups: [
        [8, 98],
        [5, 115],
      ],
    });
    expect(counts).toEqual([8, 98, 5, 115]);
  }
});

describe("several groups of one stratum", () => {
  const reference = { stratum: "a", reference_events_n: 2, reference_trials_n: 4 };
  const one = { ...reference, compared: "b", events_n: 1, trials_n: 2 };
  const other = { ...reference, compared: "c", events_n: 0, trials_n: 2 };

  test("stand together against the reference group that they share, which counts once", () => {
    const [, gap] = ratio.estimate([one, other], {});
    // 1 of 4 against 2 of 4; variance 1 × 3 ÷ 4³ + 2 × 2 ÷ 4³.
    const half = z * Math.sqrt(7 / 64);
    expect(gap).toMatchObject({ value: -0.25, n: 8 });
    expectClose(gap!.lower, -0.25 - half);
    expectClose(gap!.upper, -0.25 + half);
  });

  test("add up row by row, each with its part of the reference group", () => {
    const halves = [one, other].flatMap((row) => {
      const rest = { ...row, events_n: 0, trials_n: 0 };
      const part = { reference_events_n: 1, reference_trials_n: 2 };
      return [
        { ...row, ...part },
        { ...rest, ...part },
      ];
    });
    expect(ratio.estimate(halves, {})).toEqual(ratio.estimate([one, other], {}));
  });

  test("carry an error each, where their counts are rounded", () => {
    // Of 1 of 4 against 2 of 4 the slopes of the gap are 3/16, −1/16 and −1/8, 1/8.
    const noise = noiseOfRatio([table("a", [1, 4, 2, 4])], 1, 2);
    expectClose(noise.gap, Math.sqrt(2 * (9 / 256 + 1 / 256) + 2 / 64));
    const [, gap] = ratio.estimate([one, other], { noise: 1 });
    const half = z * Math.sqrt(7 / 64 + noise.gap ** 2);
    expectClose(gap!.upper, -0.25 + half);
  });

  test("are refused where they carry different reference groups", () => {
    const less = { ...other, reference_trials_n: 3 };
    expect(() => ratio.estimate([one, less], {})).toThrow(/same reference group/);
  });
});
