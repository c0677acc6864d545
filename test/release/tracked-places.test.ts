import { expect, test } from "vitest";
import { labelsOfPlaces } from "../../src/disclosure/tallies/places.ts";
import { publishedOf, type Plan } from "../../src/release/measure.ts";

const breakdowns = ["quarter", "population_group", "partner"];

/** The labels that only say where a count is published, for an indicator on persons with this SQL. */
function placesOf(sql: string): string[] {
  const plan: unknown = {
    indicators: [{ text: { tallies: ["persons"], breakdowns }, sql }],
    submitted: [
      { kind: "persons", partner: "harbour", first_day: "2025-10-01", last_day: "2026-09-30" },
    ],
    programme: { starts: "2025-10" },
    release: { cutOff: "2026-09-30" },
  };
  const published = publishedOf(plan as Plan, "persons");
  expect(published.breakdowns).toEqual(["year", ...breakdowns]);
  const labels = labelsOfPlaces({ ...published, partners: new Map() });
  return [...labels].filter((label) => !["month", "quarter", "year"].includes(label)).sort();
}

test.each([
  "select month, partner from finds where population_group <> 'group_a' group by all",
  "select month, partner from finds where population_group = 'group_a' group by all",
  "select sum(case population_group when 'group_a' then persons_n else 0 end) from finds",
  "select month from finds where population_group not in ('not_stated')",
])("the groups that an indicator compares are kept close to the truth one by one: %s", (sql) => {
  expect(placesOf(sql)).toEqual(["partner"]);
});

test.each([
  "select month, partner, population_group, sum(persons_n) from finds group by all",
  "-- Not where population_group = 'group_a'.\nselect population_group from finds",
])("groups by which a figure is only broken down cost its rounding nothing: %s", (sql) => {
  expect(placesOf(sql)).toEqual(["partner", "population_group"]);
});
