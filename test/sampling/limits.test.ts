import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hypergeometricTail, hypergeometricUpper } from "../../src/measures/hypergeometric.ts";
import { projectErrors, upperErrors, type Found } from "../../src/sampling/project.ts";

describe("the hypergeometric tail", () => {
  test("is as counted by hand: 3 drawn from 10, of which 4 are marked", () => {
    expect(hypergeometricTail(0, 10, 4, 3)).toBeCloseTo(20 / 120, 12);
    expect(hypergeometricTail(1, 10, 4, 3)).toBeCloseTo(80 / 120, 12);
    expect(hypergeometricTail(2, 10, 4, 3)).toBeCloseTo(116 / 120, 12);
    expect(hypergeometricTail(3, 10, 4, 3)).toBe(1);
  });

  test("is 0 where more marked cases must be in the sample", () => {
    expect(hypergeometricTail(1, 10, 9, 3)).toBe(0);
  });
});

describe("the exact upper limit", () => {
  // None in 5 of 10: with 3 errors the chance is 21/252 = 8.3%, with 4 it is 6/252 = 2.4%.
  test("is as worked by hand: no error in 5 of 10 leaves at most 3", () => {
    expect(hypergeometricUpper(0, 5, 10, 0.95)).toBe(3);
    expect(hypergeometricUpper(0, 5, 10, 0.9)).toBe(2);
  });

  // AICPA Audit Guide Audit Sampling, table A-3, upper limits at 5 percent risk, in per cent.
  test.each([
    [25, 0, 11.3],
    [25, 1, 17.6],
    [60, 0, 4.9],
    [60, 1, 7.7],
    [100, 0, 3.0],
    [100, 1, 4.7],
    [100, 2, 6.2],
  ])(
    "is the auditors' table's for a large frame: %i drawn, %i errors, %d%%",
    (n, errors, limit) => {
      const rate = hypergeometricUpper(errors, n, 1_000_000, 0.95) / 10_000;
      expect(Math.abs(rate - limit)).toBeLessThan(0.051);
    },
  );

  test("of a sample that is the whole frame is what was found", () => {
    expect(hypergeometricUpper(3, 40, 40, 0.95)).toBe(3);
  });

  test("covers every true number of errors of every frame of up to 14 records", () => {
    for (let frame = 1; frame <= 14; frame += 1) {
      for (let size = 1; size <= frame; size += 1) {
        for (let errors = 0; errors <= frame; errors += 1) {
          expectCovered([{ frame, size, errors }], 0.95);
        }
      }
    }
  });
});

describe("limits over strata", () => {
  test("cover whichever strata the errors are in", () => {
    const stratum = fc
      .record({
        frame: fc.integer({ min: 1, max: 9 }),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ frame, part }) => ({ frame, size: Math.max(1, Math.round(part * frame)) }));
    const level = fc.constantFrom(0.5, 0.8, 0.95);
    const designs = fc.array(stratum, { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(designs, level, (design, confidence) => {
        for (const truth of listTruths(design)) expectCovered(truth, confidence);
      }),
      { numRuns: 60, seed: 20_261 },
    );
  });

  test("with equal parts and no error are the binomial limit: 1 − 0.05^(1/60) of 6,000", () => {
    const strata = [10, 20, 30].map((size) => ({ frame: 100 * size, size, errors: 0 }));
    expect(upperErrors(strata, 0.95)).toBe(Math.floor(6000 * (1 - 0.05 ** (1 / 60))));
  });

  test("know a stratum that was taken whole, and estimate the other exactly", () => {
    const whole = { frame: 7, size: 7, errors: 2 };
    const part = { frame: 10, size: 5, errors: 0 };
    expect(projectErrors([whole, part], 0.95)).toEqual({ estimate: 2, lower: 2, upper: 5 });
    expect(projectErrors([whole], 0.95)).toEqual({ estimate: 2, lower: 2, upper: 2 });
  });

  test("the estimate weighs a stratum by its frame", () => {
    const strata = [
      { frame: 100, size: 10, errors: 1 },
      { frame: 1000, size: 10, errors: 2 },
    ];
    expect(projectErrors(strata, 0.95).estimate).toBeCloseTo(210, 10);
  });
});

/** Both limits of a design cover its true errors with the confidence that they claim. */
function expectCovered(truth: readonly Found[], level: number): void {
  const actual = truth.reduce((sum, { errors }) => sum + errors, 0);
  let [above, below] = [0, 0];
  for (const { found, chance } of listSamples(truth)) {
    const { lower, upper, estimate } = projectErrors(found, level);
    if (actual <= upper) above += chance;
    if (actual >= lower) below += chance;
    expect(lower).toBeLessThanOrEqual(estimate + 1e-9);
    expect(upper).toBeGreaterThanOrEqual(Math.floor(estimate + 1e-9));
  }
  expect(above).toBeGreaterThanOrEqual(level - 1e-9);
  expect(below).toBeGreaterThanOrEqual(level - 1e-9);
}

type Design = readonly { readonly frame: number; readonly size: number }[];

function listTruths(design: Design): Found[][] {
  return design.reduce<Found[][]>(
    (truths, one) =>
      truths.flatMap((truth) =>
        Array.from({ length: one.frame + 1 }, (_, errors) => [...truth, { ...one, errors }]),
      ),
    [[]],
  );
}

/** Every outcome of a sample with its chance, from the binomial coefficients themselves. */
function listSamples(truth: readonly Found[]): { found: Found[]; chance: number }[] {
  return truth.reduce<{ found: Found[]; chance: number }[]>(
    (samples, { frame, size, errors }) =>
      samples.flatMap(({ found, chance }) =>
        Array.from({ length: size + 1 }, (_, k) => ({
          found: [...found, { frame, size, errors: k }],
          chance:
            (chance * choose(errors, k) * choose(frame - errors, size - k)) / choose(frame, size),
        })).filter((one) => one.chance > 0),
      ),
    [{ found: [], chance: 1 }],
  );
}

function choose(all: number, chosen: number): number {
  if (chosen < 0 || chosen > all) return 0;
  let ways = 1;
  for (let i = 1; i <= chosen; i += 1) ways = (ways * (all - chosen + i)) / i;
  return Math.round(ways);
}
