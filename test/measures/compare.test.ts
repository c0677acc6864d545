import { expect, test } from "vitest";
import { compare } from "../../src/measures/compare.ts";
import { proportion } from "../../src/measures/proportion.ts";

const share = (numerator: number, denominator: number) =>
  proportion.estimate([{ numerator_n: numerator, denominator_n: denominator }], {})[0]!;

// Newcombe 1998, Interval estimation for the difference between independent proportions,
// Statistics in Medicine 17, table II, method 10 (Wilson limits without continuity correction).
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
])("%d/%d less %d/%d has Newcombe's interval", (a, m, b, n, lower, upper) => {
  const change = compare(share(a, m), share(b, n));
  expect(change.lower).toBeCloseTo(lower, 4);
  expect(change.upper).toBeCloseTo(upper, 4);
  expect(change.verdict).toBe("higher");
});

test("a difference whose interval holds 0 is no clear change", () => {
  expect(compare(share(52, 100), share(50, 100)).verdict).toBe("no clear change");
});

test("the two turned round give the opposite verdict", () => {
  expect(compare(share(48, 80), share(56, 70)).verdict).toBe("lower");
});

test("an estimate without limits cannot be compared", () => {
  const bare = { value: 3, lower: null, upper: null };
  expect(compare(bare, share(1, 2))).toEqual({
    verdict: "cannot be compared",
    difference: null,
    lower: null,
    upper: null,
  });
});
