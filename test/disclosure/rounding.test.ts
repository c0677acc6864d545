import { array, assert, constantFrom, integer, nat, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseRounding } from "../../src/disclosure/rounding/choose.ts";
import type { RoundingProblem } from "../../src/disclosure/rounding/problem.ts";

interface Given {
  readonly values: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** The margins of each variable. */
  readonly margins: readonly (readonly number[])[];
  readonly weights?: readonly number[];
  readonly groups?: readonly number[];
  readonly highs?: readonly number[];
  readonly preferred?: readonly number[];
  readonly seed?: number;
}

function write(given: Given): RoundingProblem {
  const { margins, weights, groups, highs, preferred, seed = 1 } = given;
  const marginStart = new Int32Array(margins.length + 1);
  margins.forEach((list, at) => (marginStart[at + 1] = marginStart[at]! + list.length));
  return {
    values: Int32Array.from(given.values),
    low: Int32Array.from(given.low),
    high: Int32Array.from(given.high),
    marginStart,
    marginOf: Int32Array.from(margins.flat()),
    marginCount: Math.max(-1, ...margins.flat()) + 1,
    ...(weights === undefined ? {} : { marginWeight: Int32Array.from(weights) }),
    ...(groups === undefined ? {} : { groupOf: Int32Array.from(groups) }),
    ...(highs === undefined ? {} : { highs: Int32Array.from(highs) }),
    ...(preferred === undefined ? {} : { preferred: Uint8Array.from(preferred) }),
    seed,
    effort: 3000,
  };
}

const choose = (given: Given): number[] => [...chooseRounding(write(given))];

/** The cost by its definition. */
function costOf({ values, low, high, margins, weights }: Given, chosen: readonly number[]): number {
  const errors: number[] = [];
  margins.forEach((list, at) => {
    for (const margin of list) {
      const error = (chosen[at] === 1 ? high[at]! : low[at]!) - values[at]!;
      errors[margin] = (errors[margin] ?? 0) + error;
    }
  });
  return errors.reduce((sum, error, margin) => sum + (weights?.[margin] ?? 1) * error ** 2, 0);
}

function countHighs({ low, high, groups = [], highs = [] }: Given, chosen: readonly number[]) {
  return highs.map(
    (_, group) =>
      chosen.filter((one, at) => one === 1 && groups[at] === group && low[at] !== high[at]).length,
  );
}

/** The least cost of all choices that there are. */
function leastCost(given: Given): number {
  let least = Infinity;
  for (let code = 0; code < 2 ** given.values.length; code++) {
    const chosen = given.values.map((_, at) => (code >> at) & 1);
    const counts = countHighs(given, chosen);
    if (counts.every((count, group) => count === given.highs![group])) {
      least = Math.min(least, costOf(given, chosen));
    }
  }
  return least;
}

const variable = record({
  value: integer({ min: -3, max: 20 }),
  low: constantFrom(0, 5),
  step: constantFrom(0, 5, 10, 10, 10),
  margins: array(nat(7), { maxLength: 5 }),
  group: integer({ min: -1, max: 1 }),
  wish: constantFrom(0, 1),
});

const problem = record({
  variables: array(variable, { minLength: 1, maxLength: 9 }),
  weights: array(integer({ min: 1, max: 4 }), { minLength: 8, maxLength: 8 }),
  seed: integer(),
}).map(({ variables, weights, seed }): Given => ({
  values: variables.map(({ value }) => value),
  low: variables.map(({ low }) => low),
  high: variables.map(({ low, step }) => low + step),
  margins: variables.map(({ margins }) => [...new Set(margins)]),
  weights,
  seed,
}));

/** Groups whose numbers at high some choice has. */
const grouped = record({
  given: problem,
  groups: array(integer({ min: -1, max: 1 }), { minLength: 9, maxLength: 9 }),
  wish: array(constantFrom(0, 1), { minLength: 9, maxLength: 9 }),
}).map(({ given, groups, wish }): Given => {
  const own = { ...given, groups: groups.slice(0, given.values.length), highs: [0, 0] };
  return { ...own, highs: countHighs(own, wish.slice(0, given.values.length)) };
});

describe("a choice", () => {
  test("costs as little as the best of all choices, where these can be counted", () => {
    assert(
      property(problem, (given) => {
        expect(costOf(given, choose(given))).toBe(leastCost({ ...given, groups: [], highs: [] }));
      }),
      { numRuns: 60 },
    );
  });

  test("within groups, too, and each group has as many at high as it must", () => {
    assert(
      property(grouped, (given) => {
        const chosen = choose(given);
        expect(countHighs(given, chosen)).toEqual(given.highs);
        expect(costOf(given, chosen)).toBe(leastCost(given));
      }),
      { numRuns: 60 },
    );
  });

  test("is the same for the same problem, and 0 where a variable is certain", () => {
    assert(
      property(grouped, (given) => {
        const chosen = choose(given);
        expect(choose(given)).toEqual(chosen);
        chosen.forEach((one, at) =>
          expect(one === 0 || given.low[at] !== given.high[at]).toBe(true),
        );
      }),
      { numRuns: 20 },
    );
  });

  test("makes up for a number that is held although it is no longer true", () => {
    const margins = [[0], [0], [0]];
    const given = { values: [28, 3, 4], low: [20, 0, 0], high: [20, 10, 10], margins };
    // 28 + 3 + 4 = 35, and 20 is said of the first.
    expect(choose(given).reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(choose({ ...given, values: [38, 3, 4] })).toEqual([0, 1, 1]);
  });

  test("follows the heavier of two margins that disagree", () => {
    const given = {
      values: [0, 5, 10],
      low: [10, 0, 0],
      high: [10, 10, 0],
      margins: [[0], [0, 1], [1]],
    };
    expect(choose({ ...given, weights: [3, 1] })).toEqual([0, 0, 0]);
    expect(choose({ ...given, weights: [1, 3] })).toEqual([0, 1, 0]);
  });

  test("of nothing is nothing", () => {
    expect(choose({ values: [], low: [], high: [], margins: [] })).toEqual([]);
  });
});

describe("what was chosen before", () => {
  const pair = { values: [5, 5], low: [0, 0], high: [10, 10], margins: [[0], [0]] };
  const crowd = {
    values: Array<number>(10).fill(1),
    low: Array<number>(10).fill(0),
    high: Array<number>(10).fill(10),
    margins: Array<number[]>(10).fill([0]),
  };

  test("stays where that costs nothing", () => {
    expect(choose({ ...pair, preferred: [1, 0] })).toEqual([1, 0]);
    expect(choose({ ...pair, preferred: [0, 1] })).toEqual([0, 1]);
    const one = crowd.values.map((_, at) => (at === 6 ? 1 : 0));
    expect(choose({ ...crowd, preferred: one })).toEqual(one);
  });

  test("stays within a group", () => {
    const groups = { groups: [0, 0], highs: [1] };
    expect(choose({ ...pair, ...groups, preferred: [1, 0] })).toEqual([1, 0]);
    expect(choose({ ...pair, ...groups, preferred: [0, 1] })).toEqual([0, 1]);
    expect(choose({ ...pair, groups: [0, 0], highs: [2], preferred: [0, 0] })).toEqual([1, 1]);
  });

  test("gives way where it would put a margin far off", () => {
    const chosen = choose({ ...crowd, preferred: crowd.values.map(() => 1) });
    expect(costOf(crowd, chosen)).toBeLessThanOrEqual(100);
  });

  test("binds nobody where nothing was chosen", () => {
    const none = crowd.values.map(() => 255);
    expect(choose({ ...crowd, preferred: none })).toEqual(choose(crowd));
  });
});

test("a group that cannot have as many at high as it must is refused", () => {
  const given = { values: [5, 5], low: [0, 0], high: [10, 0], margins: [[0], [0]], groups: [0, 0] };
  expect(choose({ ...given, highs: [1] })).toEqual([1, 0]);
  for (const highs of [[2], [-1]]) expect(() => choose({ ...given, highs })).toThrow(RangeError);
  expect(() => choose(given)).toThrow(RangeError);
});
