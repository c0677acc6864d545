import { expect, test } from "vitest";
import type { CountTable } from "../../src/disclosure/tallies/count-table.ts";
import { measureErrors } from "../../src/disclosure/tallies/errors.ts";
import type { Published } from "../../src/disclosure/tallies/places.ts";

const partners = ["harbour", "ledger"].map((partner) => [
  partner,
  { partner, sector: "police", region: "coast" },
]);
const published: Published = {
  breakdowns: ["year", "month", "partner"],
  span: { from: "2025-10", to: "2026-09" },
  partners: new Map(partners as [string, { partner: string; sector: string; region: string }][]),
};

/** Complaints of one month by partner and decision, `[partner, decision, count]`. */
function complaints(cells: readonly (readonly [string, string, number])[]): CountTable {
  const labels = ["month", "partner", "decision"];
  return {
    table: {
      ...{ kind: "complaints", name: "complaint_closings", count: "complaints_n", money: null },
      ...{ labels, bin: null, shared: ["month", "partner"] },
    },
    rows: cells.map(([partner, decision, count]) => ({
      ...{ labels: ["2026-03-01", partner, decision], bin: null, count },
    })),
  };
}

test("what is said of the error of a few counts does not depend on them", () => {
  const shown = complaints([["harbour", "upheld", 10]]);
  const said = [1, 7, 10, 13, 19].map((count) =>
    measureErrors(complaints([["harbour", "upheld", count]]), shown, published, 10),
  );
  for (const one of said) expect(one).toEqual(said[0]);
  expect(said[0]!.map(({ rms, max }) => [rms, max])).toEqual([
    [10, 10],
    [10, 10],
    [10, 10],
  ]);
});

test("a table that shows nothing, and a sum that shows nothing, has no error that could tell of it", () => {
  expect(
    measureErrors(complaints([["harbour", "upheld", 1]]), complaints([]), published, 10),
  ).toEqual([]);
  const shown = complaints([["harbour", "upheld", 10]]);
  const alone = measureErrors(complaints([["harbour", "upheld", 13]]), shown, published, 10);
  const beside = measureErrors(
    complaints([
      ["harbour", "upheld", 13],
      ["ledger", "upheld", 1],
    ]),
    ...([shown, published, 10] as const),
  );
  expect(beside).toEqual(alone);
});

test("from thirty sums and rows their error is told in fifths of the base, rounded up", () => {
  const names = Array.from({ length: 30 }, (_, at) => `code ${at}`);
  const table = (count: number) =>
    complaints(names.map((name): [string, string, number] => ["harbour", name, count]));
  // Each of thirty counts is off by 3; all together by 90.
  const [year] = measureErrors(table(13), table(10), published, 10);
  // √((30 · 3² + 90²) / 31) = 16.4
  expect(year).toMatchObject({ margins: 31, rms: 18, max: 90 });
  const [few] = measureErrors(
    complaints(names.slice(2).map((name) => ["harbour", name, 13])),
    complaints(names.slice(2).map((name) => ["harbour", name, 10])),
    ...([published, 10] as const),
  );
  // √((28 · 3² + 84²) / 29) = 15.9
  expect(few).toMatchObject({ margins: 29, rms: 20, max: 90 });
});
