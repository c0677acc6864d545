import { expect, test } from "vitest";
import { makeMargins } from "../../src/disclosure/tallies/margins.ts";
import { outcomesTable, published } from "./cubes.ts";

test("a cell adds to the place of its own label, also where cases are decided by that label", () => {
  const rows = ["upheld", "withdrawn"].map((outcome) => ({
    ...{ labels: ["2026-01-01", "harbour", outcome], bin: null },
  }));
  const places = (decided: readonly string[]): number[] => {
    const { start, of, about } = makeMargins(outcomesTable, rows, {
      ...{ ...published, breakdowns: ["year", "outcome"], decided: new Set(decided) },
    });
    const own = rows.map((_, row) =>
      [...of.slice(start[row], start[row + 1])].filter((at) => about[at]!.breakdown === "outcome"),
    );
    return [own[0]!.length, own[0]!.filter((at) => own[1]!.includes(at)).length];
  };
  const [alone, shared] = places([]);
  expect([alone, shared]).toEqual([1, 0]);
  const [decided, sharedThen] = places(["outcome"]);
  expect(decided).toBeGreaterThan(1);
  expect(sharedThen).toBe(0);
});
