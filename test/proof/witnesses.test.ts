import { expect, test } from "vitest";
import { checkRoundedTallies, type PublishedTally } from "../../src/proof/rounded-tallies.ts";
import { checkWitnesses, publishSums } from "../../src/proof/witnesses.ts";

/** Four base rows; the total and one row are shown, the others hidden. */
const table = {
  base: 4,
  cells: [
    { published: 1000, members: [0, 1, 2, 3] },
    { published: 400, members: [0] },
    { published: null, members: [1] },
    { published: null, members: [2, 3] },
  ],
  witnesses: [
    [400, 600, 0, 0],
    [400, 0, 600, 0],
  ],
};

type Witnessed = typeof table;

function check({ base, cells, witnesses }: Witnessed): string[] {
  return checkWitnesses(publishSums(base, cells), { width: 1, percent: 10 }, witnesses);
}

test("witnesses that fit and differ are accepted", () => {
  expect(check(table)).toEqual([]);
});

test.each<[string, Partial<Witnessed>, RegExp]>([
  [
    "a value of a witness",
    { witnesses: [[400, 601, 0, 0], table.witnesses[1]!] },
    /Witness 0 does not fit the shown sum of cell 0/,
  ],
  [
    "a negative value",
    { witnesses: [[400, 700, -100, 0], table.witnesses[1]!] },
    /Witness 0 holds a negative/,
  ],
  [
    "a row too few",
    { witnesses: [[400, 600, 0], table.witnesses[1]!] },
    /Witness 0 is no table of 4 rows/,
  ],
  [
    "one witness only",
    { witnesses: [table.witnesses[0]!] },
    /Cell 2 is hidden, and the witnesses do not show/,
  ],
  [
    "a shown sum",
    { cells: [{ published: 999, members: [0, 1, 2, 3] }, ...table.cells.slice(1)] },
    /does not fit the shown sum of cell 0/,
  ],
  [
    "a hidden cell that is fixed",
    { cells: [...table.cells, { published: null, members: [0] }] },
    /Cell 4 is hidden, and the witnesses do not show/,
  ],
])("%s altered is refused", (_, change, sentence) => {
  expect(check({ ...table, ...change })[0]).toMatch(sentence);
});

const tallies: PublishedTally[] = [
  {
    name: "times",
    kind: "complaints",
    shared: ["month"],
    count: "n",
    rows: [
      { month: "a", status: "open", n: 10 },
      { month: "b", status: "open", n: 20 },
    ],
  },
  {
    name: "results",
    kind: "complaints",
    shared: ["month"],
    count: "n",
    rows: [
      { month: "a", outcome: "x", n: 10 },
      { month: "b", outcome: "x", n: 10 },
      { month: "b", outcome: "y", n: 10 },
    ],
  },
];

test("rounded tallies that agree are accepted", () => {
  expect(checkRoundedTallies(tallies, 10)).toEqual([]);
});

test.each([
  [
    "a count that is no multiple",
    11,
    /Row 1 of the tally times holds a count that is not a multiple of 10/,
  ],
  [
    "a count of another total",
    30,
    /times and results of complaints do not have the same total in 1 of 2 blocks/,
  ],
])("%s is refused", (_, count, sentence) => {
  const [times, results] = tallies as [PublishedTally, PublishedTally];
  const altered = { ...times, rows: [{ ...times.rows[0]!, n: count }, times.rows[1]!] };
  expect(checkRoundedTallies([altered, results], 10)[0]).toMatch(sentence);
});

test("a small count in a kind's only tally is refused", () => {
  const only = { ...tallies[0]!, rows: [{ month: "a", n: 3 }] };
  expect(checkRoundedTallies([only], 10)[0]).toMatch(/not at least 10/);
});
