import { expect, test } from "vitest";
import { allocate } from "../../src/sampling/allocate.ts";
import { planSize } from "../../src/sampling/plan-size.ts";
import { plumbline } from "../command.ts";

// AICPA Audit Guide Audit Sampling, table A-1: sizes at 5 percent risk, errors in parentheses.
test.each([
  [0.05, 0, 59, 0],
  [0.05, 0.0025, 93, 1],
  [0.05, 0.01, 93, 1],
  [0.05, 0.0125, 124, 2],
  [0.05, 0.0175, 153, 3],
  [0.05, 0.02, 181, 4],
  [0.1, 0, 29, 0],
  [0.1, 0.01, 46, 1],
  [0.1, 0.03, 61, 2],
])(
  "%d tolerable and %d expected: draw %i, at most %i errors",
  (tolerable, expected, size, errors) => {
    expect(planSize({ tolerable, expected, confidence: 0.95 })).toEqual({ size, errors });
  },
);

test("a plan that no sample can fulfil has no size", () => {
  expect(planSize({ tolerable: 0.05, expected: 0.0499, confidence: 0.95 })).toBeUndefined();
});

test("the command says the plan in words, and refuses rates that are none", async () => {
  const said = await plumbline("sample-records --plan --tolerable 0.05".split(" "));
  expect([said.code, said.out]).toEqual([
    0,
    "Draw 59 records: with no error among them, at 95% confidence no more than 5.00% of all are wrong.\n",
  ]);
  const wrong = await plumbline("sample-records --plan --tolerable 5".split(" "));
  expect(wrong.code).toBe(1);
  expect(wrong.err).toMatch(/^The option --tolerable is not a fraction between 0 and 1/);
});

// Worked by hand: after one each, N²/(a(a+1)) of 60, 30 and 10 gives the next seven records.
test("a proportional sample follows the sizes of the strata, at least one from each", () => {
  expect(allocate(10, [60, 30, 10], "proportional")).toEqual([6, 3, 1]);
  expect(allocate(3, [1000, 1, 1], "proportional")).toEqual([1, 1, 1]);
});

test("an equal sample takes small strata whole and gives the rest to the others", () => {
  expect(allocate(12, [60, 30, 2], "equal")).toEqual([5, 5, 2]);
});

test("strata sum up to the sample, and none gives more than it has", () => {
  const frames = [1, 2, 3, 50, 400];
  for (let size = frames.length; size <= 456; size += 1) {
    for (const how of ["proportional", "equal"] as const) {
      const given = allocate(size, frames, how);
      expect(given.reduce((a, b) => a + b, 0)).toBe(size);
      expect(given.every((one, i) => one >= 1 && one <= frames[i]!)).toBe(true);
    }
  }
});
