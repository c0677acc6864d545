import fc from "fast-check";
import { expect, test } from "vitest";
import {
  keyOfAmount,
  type AmountBase,
  type AmountRow,
} from "../../src/disclosure/amounts/amount-base.ts";
import { nameOfCell } from "../../src/disclosure/amounts/amount-cells.ts";
import { holdAmounts } from "../../src/disclosure/amounts/hold-amounts.ts";
import { isSameMoney, showAlike } from "../../src/disclosure/amounts/same-money.ts";
import { quarterOf } from "../../src/indicators/months.ts";
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

/** Cases by which the sums of a month or quarter differ, at least; one where only the money does. */
function changesOf(one: AmountBase, other: AmountBase): Map<string, number> {
  const [rows, others] = [one, other].map(
    (base) => new Map(base.rows.map((row) => [keyOfAmount(row), row])),
  ) as [Map<string, AmountRow>, Map<string, AmountRow>];
  const changes = new Map<string, number>();
  for (const key of new Set([...rows.keys(), ...others.keys()])) {
    const [a, b] = [rows.get(key), others.get(key)];
    const cases = Math.abs((a?.cases ?? 0) - (b?.cases ?? 0));
    const change = cases === 0 && (a?.cents ?? 0) !== (b?.cents ?? 0) ? 1 : cases;
    const month = key.slice(0, 7);
    for (const period of change === 0 ? [] : [key, month, quarterOf(month)]) {
      changes.set(period, (changes.get(period) ?? 0) + change);
    }
  }
  return changes;
}

test("sums that are set against each other change together, by many cases or by none", () => {
  let [held, passed] = [0, 0];
  fc.assert(
    fc.property(anyOrders(8, 1), anyOrders(8, 1), (before, now) => {
      const pairs = (["taken", "held"] as const).map((which) => ({
        ...{ now: baseOf(now, which), before: baseOf(before, which) },
      }));
      const done = holdAmounts(pairs, "2026-03", 12);
      const all = pairs.map((pair, at) => ({
        was: changesOf(pair.before, pair.now),
        is: changesOf(pair.before, done[at]!.base),
      }));
      for (const { is } of all) {
        for (const [period, change] of is) {
          if (period.length === 7 && period <= "2026-03") expect(change).toBeGreaterThanOrEqual(12);
        }
      }
      const keys = new Set(all.flatMap(({ was }) => [...was.keys()]));
      for (const key of [...keys].filter((one) => one.includes("|") && one < "2026-04")) {
        const changed = all.filter(({ was }) => was.has(key));
        const through = changed.filter(({ is }) => is.has(key)).length;
        expect([0, changed.length]).toContain(through);
        if (through === 0) held += 1;
        else passed += 1;
      }
    }),
    { numRuns: 100, seed: 5 },
  );
  expect(Math.min(held, passed)).toBeGreaterThan(100);
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
