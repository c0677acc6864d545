import { assert, integer, nat, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { estimateCount } from "../../src/measures/count.ts";
import { clopperPearsonLimits, garwoodLimits, wilsonLimits } from "../../src/measures/limits.ts";
import { estimateProportion } from "../../src/measures/proportion.ts";
import { estimateRate } from "../../src/measures/rate.ts";
import { expectClose } from "./close.ts";

// R: poisson.test(count, conf.level = level)$conf.int
const poissonTest: readonly (readonly [number, number, number, number])[] = [
  [0, 0.95, 0, 3.68887945411394],
  [1, 0.95, 0.0253178079842899, 5.5716433909389],
  [3, 0.95, 0.618672122895602, 8.76727306974232],
  [10, 0.95, 4.79538869613243, 18.3903560420178],
  [100, 0.95, 81.3639912509232, 121.626793792426],
  [992, 0.95, 931.221455570195, 1055.70382240254],
  [1001, 0.95, 939.942033752441, 1064.98310533185],
  [10_000, 0.95, 9804.95246726018, 10197.9516246615],
  [100_000, 0.95, 99381.1526637447, 100621.744739744],
  [0, 0.998, 0, 6.90775527898214],
  [992, 0.998, 897.512431587214, 1093.23549320407],
  [100_000, 0.998, 99025.6318905009, 100981.07267803],
];

// R: prop.test(x, n, conf.level = level, correct = FALSE)$conf.int, then binom.test(…)$conf.int
const shares: readonly (readonly [number, number, number, number, number, number, number])[] = [
  [0, 10, 0.95, 0, 0.277532799862889, 0, 0.308497107818761],
  [1, 10, 0.95, 0.0178762130950729, 0.404150026795238, 0.00252857854446179, 0.445016117028195],
  [5, 10, 0.95, 0.236593090512564, 0.763406909487436, 0.187086028447399, 0.812913971552601],
  [10, 10, 0.95, 0.722467200137111, 1, 0.691502892181239, 1],
  [81, 263, 0.95, 0.255288519878274, 0.3662095769828, 0.252736745585271, 0.367621922601351],
  [4773, 6708, 0.95, 0.700578183053254, 0.722256595958146, 0.700531967300984, 0.722360790468357],
  [4773, 6708, 0.998, 0.694153484395057, 0.728322000886451, 0.694163759263154, 0.728488206060033],
  [
    2, 1e6, 0.95, 5.48472309596056e-7, 7.29295638857263e-6, 2.42209370316004e-7,
    7.22466879438031e-6,
  ],
  [1e5, 1e6, 0.95, 0.0994135465038779, 0.100589526651373, 0.0994126698660379, 0.100589648187426],
  [999_999, 1e6, 0.95, 0.999994335088196, 0.999999823475423, 0.999994428369345, 0.999999974682192],
];

describe("a count", () => {
  test.each(poissonTest)(
    "of %d at level %d has the limits of poisson.test",
    (n, level, ...limits) => {
      const { count, lower, upper } = estimateCount(n, level);
      expect(count).toBe(n);
      expectClose(lower, limits[0]);
      expectClose(upper, limits[1]);
    },
  );

  test("needs a level between 0 and 1", () => {
    for (const level of [0, 1, 95, NaN]) expect(() => garwoodLimits(1, level)).toThrow(RangeError);
  });
});

describe("a rate", () => {
  test("is given for the exposure asked for, with limits to match", () => {
    // R: poisson.test(17, 42500)$conf.int * 1000
    const { rate, lower, upper } = estimateRate(17, 42_500, { per: 1000 });
    expectClose(rate, 0.4);
    expectClose(lower, 0.233014740461348);
    expectClose(upper, 0.640438748609567);
  });

  test("without exposure is undefined, not 0", () => {
    expect(estimateRate(0, 0)).toEqual({ rate: null, lower: null, upper: null });
  });
});

describe("a share", () => {
  test.each(shares)(
    "of %d in %d at level %d has the limits of prop.test and binom.test",
    (...row) => {
      const { wilson, exact } = estimateProportion(row[0], row[1], row[2]);
      expectClose(wilson.lower, row[3]);
      expectClose(wilson.upper, row[4]);
      expectClose(exact.lower, row[5]);
      expectClose(exact.upper, row[6]);
    },
  );

  test("of no cases is undefined", () => {
    const none = { lower: null, upper: null };
    expect(estimateProportion(0, 0)).toEqual({ share: null, wilson: none, exact: none });
  });

  test("never has more inside than there are cases", () => {
    expect(() => estimateProportion(3, 2)).toThrow(RangeError);
  });

  test("lies within limits that have width and never leave 0 to 1", () => {
    const cases = property(integer({ min: 1, max: 1_000_000 }), nat(), (n, draw) => {
      const inside = draw % (n + 1);
      for (const of of [wilsonLimits, clopperPearsonLimits]) {
        const { lower, upper } = of(inside, n, 0.95);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(upper! - lower!).toBeGreaterThan(0);
        expect(inside / n).toBeGreaterThanOrEqual(lower!);
        expect(inside / n).toBeLessThanOrEqual(upper!);
      }
    });
    assert(cases, { numRuns: 300 });
  });
});
