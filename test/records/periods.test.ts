import { expect, test } from "vitest";
import { overlaps, parsePeriod } from "../../src/records/periods.ts";

test.each([
  ["2026", "2026-01-01", "2026-12-31"],
  ["2026-Q1", "2026-01-01", "2026-03-31"],
  ["2026-Q4", "2026-10-01", "2026-12-31"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["2024-10_2025-09", "2024-10-01", "2025-09-30"],
])("%s is a period", (name, from, to) => {
  expect(parsePeriod(name)).toEqual({ from, to });
});

test.each(["26", "2026-Q5", "2026-13", "2026-1", "2025-09_2024-10", "Q1-2026", "2026-01-01"])(
  "%s is not a period",
  (name) => expect(parsePeriod(name)).toBeUndefined(),
);

test("periods overlap where they share a day", () => {
  const [year, quarter, next] = ["2026", "2026-Q1", "2026-Q2"].map((name) => parsePeriod(name)!);
  expect(overlaps(year!, quarter!)).toBe(true);
  expect(overlaps(quarter!, next!)).toBe(false);
});
