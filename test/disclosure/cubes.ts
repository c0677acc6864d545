import fc from "fast-check";
import type { CountRow, CountTable } from "../../src/disclosure/tallies/count-table.ts";
import type { Published } from "../../src/disclosure/tallies/places.ts";
import type { TallyTable } from "../../src/tallies/tally-tables.ts";

/** One invented case: where it belongs, and what each of two tallies says of it. */
export interface Case {
  readonly month: string;
  readonly partner: string;
  readonly status: string;
  readonly days: number;
  readonly outcome: string;
}

export const months = ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01"];
export const partners = ["harbour", "ledger", "lantern"];

export const cases = fc.array(
  fc.record({
    month: fc.constantFrom(...months),
    partner: fc.constantFrom(...partners),
    status: fc.constantFrom("closed", "open"),
    days: fc.constantFrom(1, 2, 5, 20),
    outcome: fc.constantFrom("upheld", "not_upheld", "withdrawn"),
  }),
  { maxLength: 120, size: "max" },
);

export const timesTable: TallyTable = {
  kind: "complaints",
  name: "complaint_times",
  count: "complaints_n",
  labels: ["month", "partner", "status"],
  bin: { column: "duration_days", unit: "days" },
  money: null,
  shared: ["month", "partner"],
};

export const outcomesTable: TallyTable = {
  ...timesTable,
  name: "complaint_results",
  labels: ["month", "partner", "outcome"],
  bin: null,
};

/** A kind with one tally only. */
export const onlyTable: TallyTable = {
  ...outcomesTable,
  name: "complaints_only",
  shared: ["month", "partner", "outcome"],
};

export const published: Published = {
  breakdowns: ["year", "month", "partner"],
  span: { from: "2026-01", to: "2026-04" },
  partners: new Map(
    partners.map((partner) => [partner, { partner, sector: "border", region: "north" }]),
  ),
};

/** The two tallies of the cases. */
export function tally(all: readonly Case[]): CountTable[] {
  return [
    count(timesTable, all, ({ month, partner, status, days }) => ({
      labels: [month, partner, status],
      bin: days,
    })),
    count(outcomesTable, all, ({ month, partner, outcome }) => ({
      labels: [month, partner, outcome],
      bin: null,
    })),
  ];
}

export function tallyOnly(all: readonly Case[]): CountTable {
  return { ...tally(all)[1]!, table: onlyTable };
}

function count(
  table: TallyTable,
  all: readonly Case[],
  placeOf: (one: Case) => Pick<CountRow, "labels" | "bin">,
): CountTable {
  const groups = Map.groupBy(all, (one) => JSON.stringify(placeOf(one)));
  const rows = [...groups].map(([key, own]) => ({
    ...(JSON.parse(key) as Pick<CountRow, "labels" | "bin">),
    count: own.length,
  }));
  return { table, rows };
}
