import fc from "fast-check";
import { expect, test } from "vitest";
import { blockOf, keyOf, type CountTable } from "../../src/disclosure/tallies/count-table.ts";
import { countCells, Earlier } from "../../src/disclosure/tallies/earlier.ts";
import { roundLinked } from "../../src/disclosure/tallies/linked.ts";
import { roundSingle } from "../../src/disclosure/tallies/single.ts";
import { drawBelow, seedRandom, type Random } from "../../src/disclosure/rounding/random.ts";
import { cases, months, partners, published, tally, tallyOnly, type Case } from "./cubes.ts";

const search = { seed: 1, effort: 20 };

function numbersOf({ rows }: CountTable): Map<string, number> {
  return new Map(rows.map((row) => [keyOf(row), row.count]));
}

const monthAndPartner = [0, 1];

test("a number whose cases are the same stays, while all numbers of its block can still be said", async () => {
  await fc.assert(
    fc.asyncProperty(cases, cases, async (first, late) => {
      const [before, after] = [tally(first), tally([...first, ...late.slice(0, 8)])];
      const said = (await roundLinked(before, 10, published, undefined, search)).tables;
      const earlier = new Earlier(said, "2026-04", countCells(before));
      const now = (await roundLinked(after, 10, published, earlier, search)).tables;
      const renewed = new Set(
        after.flatMap(({ rows }, at) =>
          rows
            .filter((row) => Math.abs((numbersOf(said[at]!).get(keyOf(row)) ?? 0) - row.count) > 9)
            .map((row) => blockOf(row, monthAndPartner)),
        ),
      );
      after.forEach((table, at) => {
        const [then, shown] = [numbersOf(said[at]!), numbersOf(now[at]!)];
        const counted = numbersOf(before[at]!);
        for (const row of table.rows) {
          const key = keyOf(row);
          if (counted.get(key) !== row.count || renewed.has(blockOf(row, monthAndPartner)))
            continue;
          expect(shown.get(key) ?? 0).toBe(then.get(key) ?? 0);
        }
      });
    }),
    { numRuns: 500, seed: 7 },
  );
});

/** Cases that end one by one, a tenth of the open ones from release to release. */
function age(all: readonly Case[], random: Random): Case[] {
  return all.map((one) =>
    one.status === "open" && drawBelow(random, 10) === 0 ? { ...one, status: "closed" } : one,
  );
}

function countClosed([times]: readonly CountTable[]): number {
  return times!.rows
    .filter(({ labels }) => labels[2] === "closed")
    .reduce((n, { count }) => n + count, 0);
}

test("over ten releases, sums of what became of old cases stay close to the truth in both tiers", async () => {
  const often = { seed: 1, effort: 1000 };
  const random = seedRandom(11);
  const pick = <T>(of: readonly T[]): T => of[drawBelow(random, of.length)]!;
  let all: Case[] = Array.from({ length: 2000 }, () => ({
    ...{ month: pick(months), partner: pick(partners), status: "open" },
    ...{ days: pick([1, 2, 5, 20]), outcome: pick(["upheld", "not_upheld", "withdrawn"]) },
  }));
  let [sponsor, open]: (Earlier | undefined)[] = [];
  const errors: number[] = [];
  for (let release = 0; release < 10; release += 1) {
    const exact = tally(all);
    const fives: readonly CountTable[] = (await roundLinked(exact, 5, published, sponsor, often))
      .tables;
    const tens: readonly CountTable[] = (await roundLinked(fives, 10, published, open, often))
      .tables;
    errors.push(...[fives, tens].map((tables) => countClosed(tables) - countClosed(exact)));
    sponsor = new Earlier(fives, "2026-04", countCells(exact));
    open = new Earlier(tens, "2026-04", countCells(fives));
    all = age(all, random);
  }
  expect(Math.max(...errors.map(Math.abs))).toBeLessThanOrEqual(10);
});

test("of a kind's only tally, a small number whose cases are the same stays", async () => {
  await fc.assert(
    fc.asyncProperty(cases, cases, async (first, late) => {
      const [before, after] = [tallyOnly(first), tallyOnly([...first, ...late])];
      const [said] = (await roundSingle(before, 10, published, undefined, search)).tables;
      const earlier = new Earlier([said!], "2026-04", countCells([before]));
      const [now] = (await roundSingle(after, 10, published, earlier, { ...search, seed: 5 }))
        .tables;
      const counted = numbersOf(before);
      for (const row of after.rows) {
        const key = keyOf(row);
        if (counted.get(key) !== row.count) continue;
        expect(numbersOf(now!).get(key) ?? 0).toBe(numbersOf(said!).get(key) ?? 0);
      }
    }),
    { numRuns: 500, seed: 7 },
  );
});

test("a kind that gets a tally more is rounded anew", async () => {
  await fc.assert(
    fc.asyncProperty(cases, cases, async (first, late) => {
      const [times, outcomes] = tally(first) as [CountTable, CountTable];
      const [said] = (await roundLinked([times], 10, published, undefined, search)).tables;
      const earlier = new Earlier([said!], "2026-04", countCells([times, outcomes]));
      const after = tally([...first, ...late]);
      const totals = (await roundLinked(after, 10, published, earlier, search)).tables.map(
        ({ rows }) => rows.reduce((n, { count }) => n + count, 0),
      );
      expect(totals[0]).toBe(totals[1]);
    }),
    { numRuns: 200, seed: 7 },
  );
});
