import fc from "fast-check";
import { expect, test } from "vitest";
import { nameOfCell } from "../../src/disclosure/amounts/amount-cells.ts";
import { isSameMoney, showAlike } from "../../src/disclosure/amounts/same-money.ts";
import {
  anyOrders,
  attack,
  baseOf,
  breakdowns,
  dimensions,
  domains,
  placeSums,
  protect,
  publish,
  type Orders,
} from "./orders.ts";

test("no hidden sum can be told to within p%, be it sensitive or hidden for another, whatever the sizes", async () => {
  await fc.assert(
    fc.asyncProperty(anyOrders(8, 5), async (all) => {
      const done = await protect(all, "taken");
      expect((await attack(done, publish(done))).narrow).toEqual([]);
    }),
    { numRuns: 80, seed: 4 },
  );
}, 60_000);

const everywhere = domains.month.flatMap((month) =>
  domains.partner.flatMap((partner) => domains.power.map((power) => [month, partner, power])),
);
const alike = (cases: number): Orders[] =>
  everywhere.map((codes) => {
    const sum = { cases, cents: cases * 1000 };
    return { codes, held: sum, taken: sum };
  });

test("where every sum has many cases and partners alike, none is hidden", async () => {
  const { cells } = await protect(alike(20), "held");
  expect(new Set(cells.map(({ state }) => state))).toEqual(new Set(["shown"]));
});

test("where no sum has a case, every one is hidden", async () => {
  const { cells } = await protect(alike(0), "held");
  expect(new Set(cells.map(({ state }) => state))).toEqual(new Set(["primary"]));
});

test("what a less public tier hides is hidden, though nothing is sensitive", async () => {
  const [, , first] = (await protect(alike(20), "held")).cells;
  const hidden = new Set([nameOfCell(first!.cell)]);
  const again = await protect(alike(20), "held", hidden);
  expect(again.cells[2]!.state).toBe("secondary");
  expect((await attack(again, publish(again))).exact).toEqual([]);
});

test("sums that another indicator publishes already are shown where they are there, and nowhere else", async () => {
  await fc.assert(
    fc.asyncProperty(anyOrders(20, 1), async (all) => {
      const first = await protect(all, "taken");
      const { base, cells } = placeSums(baseOf(all, "taken"), [...breakdowns, "partner"]);
      const second = showAlike(base, cells, first);
      const states = new Map(first.cells.map(({ cell, state }) => [nameOfCell(cell), state]));
      for (const { cell, state } of second.cells) {
        expect(state).toBe(states.get(nameOfCell(cell)) ?? "secondary");
      }
      expect((await attack(second, publish(second))).exact).toEqual([]);
    }),
    { numRuns: 30, seed: 9 },
  );
}, 60_000);

test("two bases hold the same money where month and partner do, whatever else they are split by", () => {
  const row = (codes: string[], cents: number) => ({ codes, cases: 1, cents });
  const split = {
    dimensions,
    rows: [
      row(["2026-01", "harbour", "restraint"], 60),
      row(["2026-01", "harbour", "freezing"], 40),
    ],
  };
  const whole = {
    dimensions: dimensions.slice(0, 2),
    rows: [row(["2026-01", "harbour"], 100), row(["2026-02", "harbour"], 0)],
  };
  expect(isSameMoney(split, whole)).toBe(true);
  expect(isSameMoney(split, { ...whole, rows: [row(["2026-01", "ledger"], 100)] })).toBe(false);
  expect(isSameMoney({ ...whole, rows: [] }, { ...whole, rows: [] })).toBe(false);
});
