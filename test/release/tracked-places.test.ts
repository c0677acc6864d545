import { expect, test } from "vitest";
import { publishedOf, type Plan } from "../../src/release/measure.ts";

/** A plan of one indicator, with as much of it as decides where its counts are kept close. */
function planOf(measure: string, breakdowns: readonly string[]): Plan {
  const plan: unknown = {
    indicators: [{ text: { measure, tallies: ["persons"], breakdowns }, sql: "" }],
    submitted: [
      { kind: "persons", partner: "harbour", first_day: "2025-10-01", last_day: "2026-09-30" },
    ],
    programme: { starts: "2025-10" },
    release: { cutOff: "2026-09-30" },
  };
  return plan as Plan;
}

test("the groups that a ratio compares are kept close to the truth at each of its places", () => {
  const plan = planOf("ratio", ["quarter", "population_group", "partner"]);
  expect(publishedOf(plan, "persons").breakdowns).toEqual([
    ...["year", "quarter", "population_group", "partner"],
    ...["year,population_group", "quarter,population_group", "partner,population_group"],
  ]);
});

test("what a share is not broken down by costs its rounding nothing", () => {
  const plan = planOf("proportion", ["quarter", "population_group"]);
  expect(publishedOf(plan, "persons").breakdowns).toEqual(["year", "quarter", "population_group"]);
});
