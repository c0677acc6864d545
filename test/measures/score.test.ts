import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { estimateScore, type ScoreTally } from "../../src/measures/design-based-mean.ts";
import { studentQuantileOfLevel } from "../../src/measures/quantile-functions.ts";
import { score } from "../../src/measures/score.ts";
import { apiclus1 } from "./apiclus1.ts";
import { expectClose } from "./close.ts";

const each = (tally: Partial<ScoreTally>): ScoreTally => ({
  ...{ stratum: "", cluster: "", weight: 1, score: 0, respondents: 1 },
  ...tally,
});

describe("schools of California drawn by district", () => {
  // R: svymean(~api00, svydesign(id = ~dnum, weights = ~pw, data = apiclus1), deff = TRUE)
  const result = estimateScore(apiclus1);

  test("have the mean and the standard error that R finds", () => {
    expect(result.n).toBe(183);
    expectClose(result.mean, 644.169398907104);
    expectClose(result.standardError, 23.7790107208869);
    expect(result.degreesOfFreedom).toBe(14);
    // qt(0.975, 14) = 2.1447866879178
    expectClose(result.limits.lower, 644.169398907104 - 2.1447866879178 * 23.7790107208869);
  });

  test("have R's design effect, which depends on how many the weights stand for", () => {
    // R with fpc, whose standard error is 23.5422: deff 9.3459 with the weights pw, and 9.2531 with
    // those that fpc itself makes, 757 districts over 15.
    const finite = (23.5422406937812 / result.standardError!) ** 2;
    expect(result.designEffect! * finite).toBeCloseTo(9.3459, 4);
    const other = estimateScore(apiclus1.map((school) => ({ ...school, weight: 757 / 15 })));
    expect(other.designEffect! * finite).toBeCloseTo(9.2531, 4);
    // Against a sample with replacement the variance is larger by N / (N − n), N = 183 · 33.847.
    const replaced = result.designEffect! * (1 - 1 / 33.846996307373);
    expectClose(result.designEffectWithReplacement, replaced);
    expectClose(result.effectiveSize, 183 / replaced);
  });

  test("are three times as certain where their districts are ignored", () => {
    const alone = apiclus1.map((school) => ({ ...school, cluster: "none" }));
    expect(estimateScore(alone).standardError).toBeCloseTo(7.8, 1);
    expect(estimateScore(alone).degreesOfFreedom).toBe(182);
  });
});

describe("a mean of scores", () => {
  test("within strata and clusters is what it is by hand", () => {
    // Weights 2 and 1: mean (2 · 4 + 2 · 8 + 1 · 3 + 1 · 6 + 1 · 9) / (4 + 3) = 42 / 7 = 6. Cluster
    // sums of w (y − 6) / 7 in stratum a: −4/7, 4/7 (mean 0); in b: x has −3/7 + 0, y has 3/7.
    // Each stratum of 2: 2 / 1 times its squares: 2 · 32/49 + 2 · 18/49 = 100/49.
    const { mean, standardError, degreesOfFreedom } = estimateScore([
      each({ stratum: "a", cluster: "x", weight: 2, score: 4 }),
      each({ stratum: "a", cluster: "y", weight: 2, score: 8 }),
      each({ stratum: "b", cluster: "x", score: 3 }),
      each({ stratum: "b", cluster: "x", score: 6 }),
      each({ stratum: "b", cluster: "y", score: 9 }),
    ]);
    expectClose(mean, 6);
    expectClose(standardError, 10 / 7);
    expect(degreesOfFreedom).toBe(2);
  });

  test("of respondents drawn alone has the standard error of a plain mean", () => {
    // 1, 2, 3, 4, 5: variance 2.5, and √(2.5 / 5) of the mean.
    const { standardError, limits } = estimateScore([1, 2, 3, 4, 5].map((s) => each({ score: s })));
    expectClose(standardError, Math.sqrt(0.5));
    expectClose(limits.upper, 3 + 2.7764451051977987 * Math.sqrt(0.5));
  });

  test("without a second cluster in a stratum has no limits", () => {
    const lone = estimateScore([
      each({ stratum: "a", score: 1, respondents: 9 }),
      each({ stratum: "a", score: 2, respondents: 9 }),
      each({ stratum: "b", cluster: "x", score: 5, respondents: 40 }),
    ]);
    expectClose(lone.mean, (9 + 18 + 200) / 58);
    expect(lone).toMatchObject({ standardError: null, effectiveSize: null });
    expect(lone.limits).toEqual({ lower: null, upper: null });
  });

  test("that are all the same claims no certainty", () => {
    const { mean, standardError, limits } = estimateScore([each({ score: 0.1, respondents: 7 })]);
    expect([mean, standardError]).toEqual([0.1, 0]);
    expect(limits).toEqual({ lower: null, upper: null });
  });

  test("whose clusters do not differ but for rounding claims no certainty either", () => {
    const cluster = (name: string) =>
      [0, 1, 1].map((s) => each({ cluster: name, weight: 0.3, score: s }));
    const { limits, shareLimits } = estimateScore(["x", "y", "z"].flatMap(cluster));
    expect([limits, shareLimits]).toEqual([
      { lower: null, upper: null },
      { lower: null, upper: null },
    ]);
  });

  test("of nobody is none", () => {
    expect(estimateScore([])).toMatchObject({ n: 0, mean: null, degreesOfFreedom: 0 });
    expect(estimateScore([each({ respondents: 0 })])).toMatchObject({ n: 0, mean: null });
  });

  test("has no design effect where the weights add up to no population", () => {
    const rows = [each({ score: 1 }), each({ score: 2 }), each({ score: 4 })];
    expect(estimateScore(rows).designEffect).toBeNull();
    expectClose(estimateScore(rows).designEffectWithReplacement, 1);
  });

  const anyTally = record({
    stratum: constantFrom("a", "b"),
    cluster: constantFrom("", "none", "x", "y", "z"),
    weight: constantFrom(0.5, 1, 3),
    score: integer({ min: 1, max: 5 }),
    respondents: integer({ min: 0, max: 9 }),
  });

  test("is the same to the last bit in whatever order rows come, equal ones merged or not", () => {
    assert(
      property(array(anyTally, { maxLength: 20 }), (rows) => {
        const result = estimateScore(rows);
        expect(estimateScore(rows.toReversed())).toEqual(result);
        const split = rows.flatMap((row) =>
          Array.from({ length: row.respondents }, () => ({ ...row, respondents: 1 })),
        );
        expect(estimateScore(split)).toEqual(result);
      }),
    );
  });

  test("is the same whatever all weights are multiplied by", () => {
    assert(
      property(array(anyTally, { maxLength: 20 }), (rows) => {
        const result = estimateScore(rows);
        const scaled = estimateScore(rows.map((row) => ({ ...row, weight: row.weight * 8 })));
        expect(scaled.mean ?? 0).toBeCloseTo(result.mean ?? 0, 9);
        expect(scaled.standardError ?? 0).toBeCloseTo(result.standardError ?? 0, 9);
        expect(scaled.effectiveSize ?? 0).toBeCloseTo(result.effectiveSize ?? 0, 6);
      }),
    );
  });
});

// R: qt(0.975, c(1, 2, 14, 1000)); qt(0.999, 3)
test.each([
  [0.95, 1, 12.706204736174698],
  [0.95, 2, 4.302652729749464],
  [0.95, 14, 2.1447866879178044],
  [0.95, 1000, 1.9623390808264078],
  [0.998, 3, 10.214531852407385],
])("Student's t of level %d with %d degrees of freedom is R's", (level, degrees, quantile) => {
  expectClose(studentQuantileOfLevel(level, degrees), quantile);
});

describe("the measure score", () => {
  const row = (cells: object) => ({
    ...{ stratum: "a", cluster: "", weight: "1", score: "1", respondents_n: 10 },
    ...cells,
  });
  const yes = row({ respondents_n: 30 });
  const no = row({ score: "0", respondents_n: 70 });

  test("of scores 0 and 1 has R's limits of a share, and obeys the rules of shares", () => {
    // svyciprop: logit(0.3) ± qt(0.975, 99) · se / (0.3 · 0.7), se = √(0.21 / 99).
    const half = (1.9842169515086827 * Math.sqrt(0.21 / 99)) / 0.21;
    const [share] = score.estimate([yes, no], { isShare: true });
    expect(share).toMatchObject({ name: "mean", value: 0.3, n: 100, unit: "share" });
    expect(share!.facts).toEqual({ kind: "parts", parts: [30, 70] });
    expectClose(share!.lower, 1 / (1 + Math.exp(-(Math.log(3 / 7) - half))));
    expectClose(share!.upper, 1 / (1 + Math.exp(-(Math.log(3 / 7) + half))));
  });

  test("of strata that agree within themselves has no limits, which rounding would make its own", () => {
    const ones = row({ weight: "0.5", respondents_n: 30 });
    const zeros = row({ stratum: "b", score: "0", respondents_n: 2 });
    const [mean] = score.estimate([ones, zeros], {});
    expectClose(mean!.value, 15 / 17);
    expect(mean).toMatchObject({ lower: null, upper: null });
  });

  test("of other scores has a unit of its own and no parts", () => {
    const [mean] = score.estimate([yes, row({ score: "3.5" })], {});
    expect(mean).toMatchObject({ unit: "indicator", counts: [40] });
    expect(mean!.facts).toBeUndefined();
  });

  test("of scores that none may lie below 0 has no limit there", () => {
    const wide = [row({ score: "0", respondents_n: 2 }), row({ score: "9", respondents_n: 1 })];
    expect(score.estimate(wide, {})[0]!.lower).toBe(0);
    const below = [row({ score: "-1", respondents_n: 2 }), row({ score: "9", respondents_n: 1 })];
    expect(score.estimate(below, {})[0]!.lower).toBeLessThan(0);
  });

  test("refuses a share of other scores, a weight of 0 and a score that is none", () => {
    const refused = (cells: object) => () => score.estimate([row(cells)], { isShare: true });
    expect(refused({ score: "2" })).toThrow(TypeError);
    expect(refused({ weight: "0" })).toThrow(TypeError);
    expect(refused({ score: "" })).toThrow(TypeError);
    expect(refused({ weight: null })).toThrow(TypeError);
  });
});
