import { expect, test } from "vitest";
import { chiSquaredTail } from "../../src/audit/chi-squared.ts";
import { compareAll, driftRule, type CodeCounts } from "../../src/audit/drift.ts";

// Table of the chi-squared distribution, e.g. NIST/SEMATECH e-Handbook, 1.3.6.7.4.
test.each([
  [3.841, 1, 0.05],
  [6.635, 1, 0.01],
  [7.815, 3, 0.05],
  [18.307, 10, 0.05],
  [29.588, 10, 0.001],
  [124.342, 100, 0.05],
])(
  "a statistic of %f with %i degrees of freedom has the chance %f",
  (statistic, degrees, chance) => {
    expect(Math.abs(chiSquaredTail(statistic, degrees) / chance - 1)).toBeLessThan(1e-3);
  },
);

test("with two degrees of freedom the chance is e to the minus half of the statistic", () => {
  for (const x of [0.1, 1, 5, 40]) expect(chiSquaredTail(x, 2)).toBeCloseTo(Math.exp(-x / 2), 14);
});

function counts(
  partner: string,
  pairs: Record<string, [before: number, latest: number]>,
): CodeCounts {
  const codes = Object.entries(pairs).map(([code, [before, latest]]) => ({ code, before, latest }));
  return { kind: "incidents", partner, label: "threat_type", codes };
}

test("a partner whose codes shift drifts, and the distance is half the sum of the differences", () => {
  // 20% of 400 before and 50% of 100 now: 0.3 from one code to the other.
  const [one] = compareAll([counts("harbour", { fraud: [80, 50], cyber: [320, 50] })]);
  expect(one).toMatchObject({ before: 400, latest: 100, distance: 0.3, drifted: true });
  // Pearson by hand: expected 104 and 296, 26 and 74: 576 × (1/104 + 1/296 + 1/26 + 1/74) = 37.42.
  expect(one!.p! / chiSquaredTail(37.4220374, 1)).toBeCloseTo(1, 3);
});

test("the same shares in other numbers are no drift", () => {
  const [one] = compareAll([counts("harbour", { fraud: [80, 20], cyber: [320, 80] })]);
  expect(one).toMatchObject({ distance: 0, p: 1, drifted: false });
});

test("a shift that is certain and small is no drift, nor one that is large and may be chance", () => {
  const certain = counts("a", { fraud: [20_000, 2_600], cyber: [20_000, 2_000] });
  const chance = counts("b", { fraud: [20, 19], cyber: [20, 13] });
  const [small, large] = compareAll([certain, chance]);
  expect(small!.p!).toBeLessThan(1e-6);
  expect(small!.distance!).toBeLessThan(driftRule.distance);
  expect(large!.p!).toBeGreaterThan(0.1);
  expect([small!.drifted, large!.drifted]).toEqual([false, false]);
});

test("with fewer than thirty cases on a side nothing is said", () => {
  const [one] = compareAll([counts("a", { fraud: [29, 0], cyber: [0, 500] })]);
  expect(one).toMatchObject({ distance: null, p: null, drifted: false });
});

test("the more is compared, the more it takes", () => {
  const border = counts("a", { fraud: [50, 31], cyber: [150, 39] });
  expect(compareAll([border])[0]!.drifted).toBe(true);
  const others = Array.from({ length: 200 }, (_, at) =>
    counts(`p${at}`, { fraud: [100, 50], cyber: [100, 50] }),
  );
  expect(compareAll([border, ...others])[0]!.drifted).toBe(false);
});

test("of many partners that draw from one distribution, none drifts", () => {
  let state = 7;
  const draw = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const all = Array.from({ length: 300 }, (_, at) => {
    const pairs: Record<string, [number, number]> = { a: [0, 0], b: [0, 0], c: [0, 0], d: [0, 0] };
    const code = (): string => "aabbbccd"[Math.floor(draw() * 8)]!;
    for (let n = 0; n < 400; n += 1) pairs[code()]![0] += 1;
    for (let n = 0; n < 100; n += 1) pairs[code()]![1] += 1;
    return counts(`p${at}`, pairs);
  });
  expect(compareAll(all).filter(({ drifted }) => drifted)).toEqual([]);
});
