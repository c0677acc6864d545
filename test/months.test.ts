import { expect, test } from "vitest";
import { listPlaces } from "../src/indicators/dimensions.ts";
import { addMonths, lastYears, listMonths, quarterOf } from "../src/indicators/months.ts";

test("months are added over the turn of a year, forwards and back", () => {
  expect([addMonths("2025-11", 3), addMonths("2026-02", -3), addMonths("2026-12", 0)]).toEqual([
    "2026-02",
    "2025-11",
    "2026-12",
  ]);
});

test("a span of two years has a latest year and a whole one before", () => {
  expect(lastYears({ from: "2024-10", to: "2026-09" })).toEqual({
    latest: { from: "2025-10", to: "2026-09" },
    before: { from: "2024-10", to: "2025-09" },
  });
});

test("a span that does not hold two whole years has none before", () => {
  expect(lastYears({ from: "2024-11", to: "2026-09" }).before).toBeUndefined();
  expect(lastYears({ from: "2026-03", to: "2026-09" }).latest.from).toBe("2026-03");
});

test("a quarter at the edge of a span covers only its months within", () => {
  const places = listPlaces("quarter", { from: "2025-11", to: "2026-04" }, {});
  expect(places.map(({ category, from, to }) => [category, from, to])).toEqual([
    ["2025-Q4", "2025-11", "2025-12"],
    ["2026-Q1", "2026-01", "2026-03"],
    ["2026-Q2", "2026-04", "2026-04"],
  ]);
});

test("every month of a span is listed once and has its quarter", () => {
  expect(listMonths({ from: "2025-12", to: "2026-02" })).toEqual(["2025-12", "2026-01", "2026-02"]);
  expect(["2026-01", "2026-03", "2026-04", "2026-12"].map(quarterOf)).toEqual([
    "2026-Q1",
    "2026-Q1",
    "2026-Q2",
    "2026-Q4",
  ]);
});
