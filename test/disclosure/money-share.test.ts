import fc from "fast-check";
import { expect, test } from "vitest";
import { tiers } from "../../pipelines/4-disclosure/tiers.ts";
import { attackTable } from "../../src/attack/attack.ts";
import { completeBase, type AmountBase } from "../../src/disclosure/amounts/amount-base.ts";
import { nameOfCell, placeAmounts } from "../../src/disclosure/amounts/amount-cells.ts";
import {
  protectAmounts,
  type ProtectedAmounts,
} from "../../src/disclosure/amounts/protect-amounts.ts";
import { isSameMoney, showAlike } from "../../src/disclosure/amounts/same-money.ts";
import { protectIndicator, type DisclosedFigure } from "../../src/disclosure/protect.ts";
import type { EstimatedText } from "../../src/indicators/columns.ts";
import { listPlaces } from "../../src/indicators/dimensions.ts";
import { mergeCells } from "../../src/indicators/merge.ts";
import { listMonths } from "../../src/indicators/months.ts";
import { packLabel } from "../../src/indicators/rows.ts";
import type { Table } from "../../src/tables/table.ts";

const policy = tiers.sponsor;
const rule = policy.protection!.amounts.value;
const span = { from: "2026-01", to: "2026-04" };
const domains = {
  month: listMonths(span),
  partner: ["harbour", "northwatch", "ledger", "estuary"],
  power: ["restraint", "freezing"],
};
const dimensions = ["month", "partner", "power"];
const text: EstimatedText = {
  ...{ measure: "money-share", unit: "share", breakdowns: ["quarter", "month", "power"] },
};
const partners = new Map(
  domains.partner.map((partner) => [partner, { partner, sector: "any", region: "any" }]),
);

interface Order {
  readonly codes: readonly string[];
  readonly held: { readonly cases: number; readonly cents: number };
  readonly taken: { readonly cases: number; readonly cents: number };
}

/** Orders added up by month, partner and power; in many cells few cases or one partner decide. */
const sum = fc
  .tuple(fc.nat(4), fc.nat(20_000), fc.boolean())
  .map(([cases, cents, large]) => ({ cases, cents: cases === 0 ? 0 : cents * (large === 0 ? 40 : 1) }));
const orders = fc.uniqueArray(
  fc.record({
    codes: fc.tuple(
      ...(["month", "partner", "power"] as const).map((name) => fc.constantFrom(...domains[name])),
    ),
    held: sum,
    taken: sum,
  }),
  { minLength: 16, maxLength: 32, selector: ({ codes }) => codes.join() },
);

const places = ["year", ...text.breakdowns].flatMap((breakdown) =>
  listPlaces(breakdown, span, domains).map((place) => ({ ...place, breakdown })),
);
const baseOf = (all: readonly Order[], which: "held" | "taken"): AmountBase => ({
  dimensions,
  rows: all.flatMap(({ codes, [which]: { cases, cents } }) =>
    cases === 0 ? [] : [{ codes, cases, cents }],
  ),
});

async function protect(all: readonly Order[], which: "held" | "taken"): Promise<ProtectedAmounts> {
  const base = completeBase(baseOf(all, which), [domains.month, domains.partner, domains.power]);
  return protectAmounts(base, placeAmounts(base, places, span, partners), rule, new Set());
}

/** The figures that a tier shows, made of its rows without money and of the sums that it may show. */
function show(
  all: readonly Order[],
  sums: Readonly<Record<"numerator" | "denominator", ProtectedAmounts>>,
): readonly DisclosedFigure[] {
  const label = (at: number, name: string) =>
    packLabel(
      name,
      all.map(({ codes }) => codes[at]!),
    );
  const rows = {
    ...{ span, domains: { ...domains, sector: [], region: [] }, partners: [...partners.values()] },
    columns: [
      ...dimensions.map((name, at) => label(at, name)),
      { name: "cases_n", values: all.map(({ held }) => held.cases * 5) },
      { name: "positive_numerator_n", values: all.map(({ taken }) => taken.cases * 5) },
      { name: "not_recorded_n", values: all.map(() => 0) },
    ],
  };
  const shown = Object.entries(sums).map(
    ([name, { cells }]) =>
      [
        name,
        new Map(cells.map(({ cell, total, state }) => [nameOfCell(cell), { total, state }])),
      ] as const,
  );
  return protectIndicator(policy, { id: "asset-conversion", text }, mergeCells(rows, text), {
    ...{ limit: undefined, edges: { minutes: [], days: [], percent: 1 }, noise: () => 0 },
    amounts: { sums: new Map(shown) },
  }).figures;
}

/** What a reader can work out of a sum in each of its cells. */
async function attack({ cells, classes }: ProtectedAmounts, known: readonly (number | null)[]) {
  const table: Table = {
    ...{ id: "amounts", kind: "amounts", threshold: null },
    inner: Array.from({ length: classes }, () => 0),
    cells: cells.map(({ members }) => ({ value: 0, count: null, members })),
    rule: { type: "p_percent", p: rule.pPercent },
  };
  return attackTable(table, { published: known });
}

test("who knows each share that is shown, and divides and multiplies, can tell no more of a hidden sum than who does not", async () => {
  await fc.assert(
    fc.asyncProperty(orders, async (all) => {
      const sums = {
        numerator: await protect(all, "taken"),
        denominator: await protect(all, "held"),
      };
      const figures = show(all, sums);
      const read = (statistic: string): Map<string, DisclosedFigure> =>
        new Map(
          figures
            .filter((figure) => figure.statistic === statistic)
            .map((figure) => [nameOfCell(figure), figure]),
        );
      const [share, above, below] = ["share", "numerator", "denominator"].map(read);
      for (const [statistic, own, other] of [
        ["numerator", above!, below!],
        ["denominator", below!, above!],
      ] as const) {
        const done = sums[statistic];
        const plain = done.cells.map(({ cents, state }) => (state === "shown" ? cents : null));
        const known = done.cells.map(({ cell }, at) => {
          const name = nameOfCell(cell);
          const sum = own.get(name)!.value;
          if (sum !== null) return plain[at]!;
          const [part, rest] = [share!.get(name)!.value, other.get(name)!.value];
          if (part === null || rest === null) return null;
          return Math.round(100 * (statistic === "numerator" ? part * rest : rest / part));
        });
        expect(known).toEqual(plain);
        const [with_, without] = [await attack(done, known), await attack(done, plain)];
        expect(with_.cells).toEqual(without.cells);
        expect(with_.narrow).toEqual([]);
      }
    }),
    { numRuns: 60, seed: 7 },
  );
}, 60_000);

test("a share is shown where both of its sums are, is their exact quotient, and is hidden elsewhere", async () => {
  let [seen, hidden] = [0, 0];
  await fc.assert(
    fc.asyncProperty(orders, async (all) => {
      const sums = {
        numerator: await protect(all, "taken"),
        denominator: await protect(all, "held"),
      };
      const figures = show(all, sums);
      for (const [at, { cell }] of sums.numerator.cells.entries()) {
        const own = figures.filter((figure) => nameOfCell(figure) === nameOfCell(cell));
        const [share, above, below] = ["share", "numerator", "denominator"].map((name) =>
          own.find(({ statistic }) => statistic === name)!,
        );
        const [taken, held] = [sums.numerator.cells[at]!, sums.denominator.cells[at]!];
        if (taken.state === "shown" && held.state === "shown" && held.cents > 0) {
          seen += 1;
          expect(share!.value).toBeCloseTo(taken.cents / held.cents, 12);
          expect([above!.exact, below!.exact]).toEqual([taken.total, held.total]);
        } else {
          hidden += 1;
          expect(share!.value).toBeNull();
        }
        if (taken.state !== "shown") expect(above).toMatchObject({ value: null, exact: null });
        if (held.state !== "shown") expect(below).toMatchObject({ value: null, exact: null });
      }
    }),
    { numRuns: 40, seed: 8 },
  );
  expect(Math.min(seen, hidden)).toBeGreaterThan(50);
}, 60_000);

test("sums that another indicator publishes already are shown where they are there, and nowhere else", async () => {
  await fc.assert(
    fc.asyncProperty(orders, async (all) => {
      const base = baseOf(all, "taken");
      const first = await protect(all, "taken");
      const own = [...places, ...listPlaces("partner", span, domains).map(byPartner)];
      const full = completeBase(base, [domains.month, domains.partner, domains.power]);
      const second = showAlike(full, placeAmounts(full, own, span, partners), first);
      const states = new Map(first.cells.map(({ cell, state }) => [nameOfCell(cell), state]));
      for (const { cell, state } of second.cells) {
        expect(state).toBe(states.get(nameOfCell(cell)) ?? "secondary");
      }
      const known = second.cells.map(({ cents, state }) => (state === "shown" ? cents : null));
      expect((await attack(second, known)).narrow).toEqual([]);
    }),
    { numRuns: 20, seed: 9 },
  );
}, 60_000);

const byPartner = (place: ReturnType<typeof listPlaces>[number]) => ({
  ...place,
  breakdown: "partner",
});

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
