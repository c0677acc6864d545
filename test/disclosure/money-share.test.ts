import fc from "fast-check";
import { expect, test } from "vitest";
import { nameOfCell } from "../../src/disclosure/amounts/amount-cells.ts";
import type { ProtectedAmounts } from "../../src/disclosure/amounts/protect-amounts.ts";
import { protectIndicator, type DisclosedFigure } from "../../src/disclosure/protect.ts";
import type { EstimatedText } from "../../src/indicators/columns.ts";
import { mergeCells } from "../../src/indicators/merge.ts";
import { packLabel } from "../../src/indicators/rows.ts";
import {
  anyOrders,
  attack,
  breakdowns,
  dimensions,
  domains,
  partners,
  policy,
  protect,
  publish,
  span,
  type Orders,
} from "./orders.ts";

type Sums = Readonly<Record<"numerator" | "denominator", ProtectedAmounts>>;

async function protectBoth(all: readonly Orders[]): Promise<Sums> {
  return { numerator: await protect(all, "taken"), denominator: await protect(all, "held") };
}

/** The figures that a tier shows, made of its rows without money and of the sums that it may show. */
function show(all: readonly Orders[], sums: Sums): readonly DisclosedFigure[] {
  const label = (name: string, at: number) => {
    const texts = all.map(({ codes }) => codes[at]!);
    return packLabel(name, texts);
  };
  const rows = {
    ...{ span, domains: { ...domains, sector: [], region: [] }, partners: [...partners.values()] },
    columns: [
      ...dimensions.map(label),
      { name: "cases_n", values: all.map(({ held }) => held.cases * 5) },
      { name: "positive_numerator_n", values: all.map(({ taken }) => taken.cases * 5) },
      { name: "not_recorded_n", values: all.map(() => 0) },
    ],
  };
  const shown = Object.entries(sums).map(([name, { cells }]) => {
    const own = cells.map(
      ({ cell, total, state }) => [nameOfCell(cell), { total, state }] as const,
    );
    return [name, new Map(own)] as const;
  });
  const text: EstimatedText = { measure: "money-share", unit: "share", breakdowns };
  return protectIndicator(policy, { id: "asset-conversion", text }, mergeCells(rows, text), {
    ...{ limit: undefined, edges: { minutes: [], days: [], percent: 1 }, noise: () => 0 },
    amounts: { sums: new Map(shown) },
  }).figures;
}

function listByPlace(figures: readonly DisclosedFigure[], statistic: string) {
  const own = figures.filter((figure) => figure.statistic === statistic);
  return new Map(own.map((figure) => [nameOfCell(figure), figure]));
}

test("who knows each share that is shown, and divides and multiplies, can tell no more of a hidden sum than who does not", async () => {
  await fc.assert(
    fc.asyncProperty(anyOrders(16, 2), async (all) => {
      const sums = await protectBoth(all);
      const figures = show(all, sums);
      const shares = listByPlace(figures, "share");
      for (const statistic of ["numerator", "denominator"] as const) {
        const done = sums[statistic];
        const other = statistic === "numerator" ? "denominator" : "numerator";
        const [own, others] = [statistic, other].map((name) => listByPlace(figures, name));
        const known = done.cells.map(({ cell }): number | null => {
          const name = nameOfCell(cell);
          const [sum, share, beside] = [own!, shares, others!].map((of) => of.get(name)!.value);
          if (sum !== null) return Math.round(sum! * 100);
          if (share === null || beside === null) return null;
          return Math.round(
            100 * (statistic === "numerator" ? share! * beside! : beside! / share!),
          );
        });
        const [told, plain] = [await attack(done, known), await attack(done, publish(done))];
        expect(told).toEqual(plain);
        expect(told.narrow).toEqual([]);
      }
    }),
    { numRuns: 30, seed: 7 },
  );
}, 60_000);

test("a share is shown where both of its sums are, is their exact quotient, and is hidden elsewhere", async () => {
  let [seen, hidden] = [0, 0];
  await fc.assert(
    fc.asyncProperty(anyOrders(24, 1), async (all) => {
      const sums = await protectBoth(all);
      const figures = show(all, sums);
      const [shares, above, below] = ["share", "numerator", "denominator"].map((name) =>
        listByPlace(figures, name),
      );
      for (const [at, taken] of sums.numerator.cells.entries()) {
        const name = nameOfCell(taken.cell);
        const held = sums.denominator.cells[at]!;
        const none = { status: "hidden", value: null, exact: null, n: null };
        if (taken.state !== "shown") expect(above!.get(name)).toMatchObject(none);
        if (held.state !== "shown") expect(below!.get(name)).toMatchObject(none);
        if (taken.state === "shown" && held.state === "shown") {
          seen += 1;
          expect(shares!.get(name)!.value).toBeCloseTo(taken.cents / held.cents, 12);
          expect(above!.get(name)!.exact).toBe(taken.total);
          expect(below!.get(name)!.exact).toBe(held.total);
        } else {
          hidden += 1;
          expect(shares!.get(name)).toMatchObject({ ...none, why: "protects another" });
        }
      }
    }),
    { numRuns: 40, seed: 8 },
  );
  expect(Math.min(seen, hidden)).toBeGreaterThan(50);
}, 60_000);
