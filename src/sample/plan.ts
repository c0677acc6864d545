import type { Fault } from "./faults.ts";
import type { SampleKind } from "./kind.ts";
import { hasOwnColumns, partners, type PartnerProfile } from "./partners.ts";

export const starts = "2024-10-01";

export type Format = "csv" | "parquet" | "ndjson";

/** One file that a partner delivers. */
export interface Delivery {
  readonly period: string;
  /** First and last day of its records. */
  readonly from: string;
  readonly until: string;
  readonly received: string;
  /** Share of its records that the partner registers only later, and so delivers next time. */
  readonly lateShare: number;
  /** Share of its actions that were entered wrongly and are corrected next time. */
  readonly miskeyedShare: number;
}

/** The records of one kind that one partner holds, over all its periods. */
export interface Holding {
  readonly partner: PartnerProfile;
  readonly kind: string;
  readonly shape: SampleKind;
  readonly records: number;
  /** The faults planted in turn, and with which of them it begins. */
  readonly faults: readonly Fault[];
  readonly firstFault: number;
  readonly deliveries: readonly Delivery[];
}

/** Divides a number of records over kinds, in proportion to their own numbers, and partners. */
export function planHoldings(
  records: number,
  kinds: readonly SampleKind[],
  format: Format,
): readonly Holding[] {
  const counts = divide(
    records,
    kinds.map((shape) => shape.records),
  );
  return kinds
    .flatMap((shape, i) => planKind(shape, counts[i]!, format))
    .filter((holding) => holding.records > 0);
}

/** How often each fault is planted in the newest files of a kind. */
export function countPlanted(holdings: readonly Holding[], shape: SampleKind): Map<Fault, number> {
  const counts = new Map(shape.faults.map((fault) => [fault, 0]));
  for (const holding of holdings.filter((h) => h.kind === shape.kind)) {
    for (let i = 0; i < faultCount(holding.records); i++) {
      const fault = holding.faults[(holding.firstFault + i) % holding.faults.length]!;
      counts.set(fault, counts.get(fault)! + 1);
    }
  }
  return counts;
}

/** The files of a partner, in the order in which they were received. */
export function planDeliveries(partner: PartnerProfile, kind: string): Delivery[] {
  const turn = partners.indexOf(partner);
  const corrects = partner.corrects === true && kind === "incidents";
  const first = { period: "2024-10_2025-09", from: starts, until: "2025-09-30" };
  const second = { period: "2025-10_2026-09", from: "2025-10-01" };
  const complete = { lateShare: 0, miskeyedShare: 0 };
  const late = { lateShare: 0.015, miskeyedShare: 0 };
  const flawed = { lateShare: 0.03, miskeyedShare: 0.06 };
  return [
    { ...first, received: day("2026-07", 3 + turn), ...(corrects ? flawed : complete) },
    { ...second, until: "2026-06-30", received: day("2026-07", 10 + turn), ...late },
    ...(corrects ? [{ ...first, received: "2026-09-02", ...complete }] : []),
    { ...second, until: "2026-09-30", received: day("2026-10", 9 + turn), ...complete },
  ];
}

function planKind(shape: SampleKind, records: number, format: Format): Holding[] {
  const { kind } = shape;
  const counts = divide(
    records,
    partners.map(({ id }) => shape.share[id] ?? 0),
  );
  let firstFault = 0;
  return partners.map((partner, i) => {
    const holding = {
      partner,
      kind,
      shape,
      records: counts[i]!,
      faults: shape.faults.filter((fault) => canPlant(fault, partner, kind, format)),
      firstFault,
      deliveries: planDeliveries(partner, kind),
    };
    firstFault += faultCount(holding.records);
    return holding;
  });
}

/** Only CSV holds any text in any column, and own columns are made from typed ones. */
function canPlant(fault: Fault, partner: PartnerProfile, kind: string, format: Format): boolean {
  return fault.textOnly !== true || (format === "csv" && !hasOwnColumns(partner, kind));
}

/** One row in a hundred is planted: the 38th, the 138th, … */
function faultCount(records: number): number {
  return Math.floor((records + 62) / 100);
}

/** Whole parts in the ratio of the weights that add up to the total (largest remainders). */
function divide(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const rest = total - parts.reduce((a, b) => a + b, 0);
  const order = exact.map((_, i) => i).sort((a, b) => remainder(b) - remainder(a) || a - b);
  for (const i of order.slice(0, rest)) parts[i]! += 1;
  return parts;

  function remainder(i: number): number {
    return exact[i]! - Math.floor(exact[i]!);
  }
}

function day(month: string, number: number): string {
  return `${month}-${String(number).padStart(2, "0")}`;
}
