import fc from "fast-check";
import { expect, test } from "vitest";
import { attackTable } from "../../src/attack/attack.ts";
import { completeBase, type AmountRow } from "../../src/disclosure/amounts/amount-base.ts";
import { placeAmounts, placesOfRow } from "../../src/disclosure/amounts/amount-cells.ts";
import { holdAmounts } from "../../src/disclosure/amounts/hold-amounts.ts";
import { isSensitive, protectAmounts } from "../../src/disclosure/amounts/protect-amounts.ts";
import { joinEarlier, type SaidSum } from "../../src/disclosure/amounts/said-sums.ts";
import { listPlaces } from "../../src/indicators/dimensions.ts";
import { listMonths } from "../../src/indicators/months.ts";
import { anyOrders, baseOf, dimensions, domains, partners, rule, type Orders } from "./orders.ts";

const by = ["quarter", "month", "partner", "power"];

/** What a release that ends with a month publishes of the money taken, knowing what was said before. */
async function release(all: readonly Orders[], last: string, said: readonly SaidSum[]) {
  const span = { from: "2026-01", to: last };
  const own = all.filter(({ codes }) => codes[0]! <= last);
  const codes = [listMonths(span), domains.partner, domains.power];
  const base = completeBase(baseOf(own, "taken"), codes);
  const places = ["year", ...by].flatMap((breakdown) =>
    listPlaces(breakdown, span, { ...domains, month: listMonths(span) }).map((place) => ({
      ...{ ...place, breakdown },
    })),
  );
  const cells = placeAmounts(base, places, span, partners);
  const sensitive = (members: readonly number[]) => isSensitive(base, members, rule);
  const known = joinEarlier(base, cells, said, partners, sensitive);
  const done = await protectAmounts(base, cells, rule, new Set(), known);
  return done.cells.map(({ cell, cents, state }) => ({
    cell,
    members: cell.members.map((at) => base.rows[at]!.codes.join()),
    isSecret: sensitive(cell.members),
    said: { ...cell, cents: state === "shown" ? cents : null },
  }));
}

test("who subtracts one release from the next is told no sum of few cases or of one partner", async () => {
  let gained = 0;
  await fc.assert(
    fc.asyncProperty(anyOrders(12, 3), async (all) => {
      const first = await release(all, "2026-02", []);
      const said = first.map((one) => one.said);
      const second = await release(all, "2026-03", said);
      const third = await release(all, "2026-04", [...said, ...second.map((one) => one.said)]);
      const releases = [first, second, third];
      const rows = completeBase(baseOf(all, "taken"), Object.values(domains)).rows;
      const at = new Map(rows.map(({ codes }, row) => [codes.join(), row]));
      const published = releases.flat().map(({ members, said: { cents }, isSecret }) => ({
        ...{ members: members.map((name) => at.get(name)!), cents, isSecret },
      }));
      // What a partner or a power had in the months between two releases.
      const between = [1, 2].flatMap((later) =>
        releases[later]!.flatMap((cell) => {
          if (!["partner", "power"].includes(cell.cell.breakdown)) return [];
          const before = releases[later - 1]!.find(
            (one) =>
              one.cell.breakdown === cell.cell.breakdown &&
              one.cell.category === cell.cell.category,
          );
          const old = new Set(before!.members);
          const members = cell.members.flatMap((name) => (old.has(name) ? [] : at.get(name)!));
          const isSecret = isSensitive({ dimensions, rows }, members, rule);
          return [{ members, cents: null, isSecret }];
        }),
      );
      const cells = [...published, ...between];
      const { narrow } = await attackTable(
        {
          ...{ id: "releases", kind: "amounts", threshold: null },
          inner: rows.map(() => 0),
          cells: cells.map(({ members }) => ({ value: 0, count: null, members })),
          rule: { type: "p_percent", p: rule.pPercent },
        },
        { published: cells.map(({ cents }) => cents) },
      );
      expect(narrow.filter((cell) => cells[cell]!.isSecret)).toEqual([]);
      gained += between.filter(({ isSecret }) => isSecret).length;
    }),
    { numRuns: 25, seed: 11 },
  );
  expect(gained).toBeGreaterThan(100);
}, 120_000);

test("a partner's sum changes by many cases or by none, though the month's changes by many", () => {
  const row = (partner: string, cases: number): AmountRow => ({
    ...{ codes: ["2026-02", partner, "restraint"], cases, cents: cases * 1000 },
  });
  const before = { dimensions, rows: [row("harbour", 30), row("ledger", 30)] };
  const now = { dimensions, rows: [row("harbour", 31), row("ledger", 41)] };
  const places = placesOfRow(dimensions, ["partner"], { from: "2026-01", to: "2026-04" }, partners);
  const [kept] = holdAmounts([{ now, before }], "2026-03", 10, places);
  // One case of Harbour's waits, and ten and one more of Ledger's go through without it.
  expect(kept!.base.rows).toEqual([row("harbour", 30), row("ledger", 41)]);
  expect(kept!.held).toBe(1);
});
