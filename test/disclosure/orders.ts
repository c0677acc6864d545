import fc from "fast-check";
import { tiers } from "../../pipelines/4-disclosure/tiers.ts";
import { attackTable, type TableAttack } from "../../src/attack/attack.ts";
import { completeBase, type AmountBase } from "../../src/disclosure/amounts/amount-base.ts";
import { placeAmounts } from "../../src/disclosure/amounts/amount-cells.ts";
import {
  protectAmounts,
  type ProtectedAmounts,
} from "../../src/disclosure/amounts/protect-amounts.ts";
import { listPlaces, type Place } from "../../src/indicators/dimensions.ts";
import { listMonths } from "../../src/indicators/months.ts";
import type { Table } from "../../src/tables/table.ts";

export const policy = tiers.sponsor;
export const rule = policy.protection!.amounts.value;
export const span = { from: "2026-01", to: "2026-04" };
export const breakdowns = ["quarter", "month", "power"];
export const dimensions = ["month", "partner", "power"];
export const domains = {
  month: listMonths(span),
  partner: ["harbour", "northwatch", "ledger", "estuary"],
  power: ["restraint", "freezing"],
};
const codes = [domains.month, domains.partner, domains.power];
export const partners = new Map(
  domains.partner.map((partner) => [partner, { partner, sector: "any", region: "any" }]),
);

export type Which = "held" | "taken";

/** What some orders held, and what was taken of it, by month, partner and power. */
export interface Orders extends Readonly<
  Record<Which, { readonly cases: number; readonly cents: number }>
> {
  readonly codes: readonly string[];
}

/** Orders of any size: in many places few cases or one partner make up most of a sum. */
export function anyOrders(leastPlaces: number, powersOfTen: number) {
  const sum = fc
    .tuple(fc.nat(6), fc.integer({ min: 1, max: 20_000 }), fc.nat(powersOfTen))
    .map(([cases, cents, power]) => ({ cases, cents: cases === 0 ? 0 : cents * 10 ** power }));
  const places = fc.tuple(
    ...(["month", "partner", "power"] as const).map((name) => fc.constantFrom(...domains[name])),
  );
  return fc.uniqueArray(fc.record({ codes: places, held: sum, taken: sum }), {
    ...{ minLength: leastPlaces, maxLength: 32, selector: (one) => one.codes.join() },
  });
}

export function baseOf(all: readonly Orders[], which: Which): AmountBase {
  return {
    dimensions,
    rows: all.flatMap(({ codes: own, [which]: { cases, cents } }) =>
      cases === 0 ? [] : [{ codes: own, cases, cents }],
    ),
  };
}

/** The base with every combination of codes, and the published sums over some breakdowns. */
export function placeSums(base: AmountBase, by: readonly string[]) {
  const places = ["year", ...by].flatMap((breakdown): (Place & { breakdown: string })[] =>
    listPlaces(breakdown, span, domains).map((place) => ({ ...place, breakdown })),
  );
  const full = completeBase(base, codes);
  return { base: full, cells: placeAmounts(full, places, span, partners) };
}

export async function protect(
  all: readonly Orders[],
  which: Which,
  hidden: ReadonlySet<string> = new Set(),
): Promise<ProtectedAmounts> {
  const { base, cells } = placeSums(baseOf(all, which), breakdowns);
  return protectAmounts(base, cells, rule, hidden);
}

/** Of each sum what is shown of it. */
export function publish({ cells }: ProtectedAmounts): (number | null)[] {
  return cells.map(({ cents, state }) => (state === "shown" ? cents : null));
}

/** What a reader can work out of sums, who knows some. */
export async function attack(
  { cells, classes }: ProtectedAmounts,
  known: readonly (number | null)[],
): Promise<TableAttack> {
  const table: Table = {
    ...{ id: "amounts", kind: "amounts", threshold: null },
    inner: Array.from({ length: classes }, () => 0),
    cells: cells.map(({ members }) => ({ value: 0, count: null, members })),
    rule: { type: "p_percent", p: rule.pPercent },
  };
  return attackTable(table, { published: known });
}
