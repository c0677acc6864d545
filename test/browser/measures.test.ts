import { expect, inject, test } from "vitest";
import { measures } from "../../src/measures/index.ts";
import { readRelease } from "../../src/release/read.ts";
import { testPages } from "./public-pages.ts";

/** An indicator of each measure: their pages show what no other page does. */
const indicators = [
  "alert-to-action",
  "disruptions-by-grade",
  "assets-restrained",
  "asset-conversion",
  "forecast-calibration",
  "complaints-per-1000-actions",
  "complaints-upheld",
  "confidence-in-fair-treatment",
  "find-rate-gap",
];

testPages(indicators.map((id) => `/indicators/${id}/`));

test("each measure is among those that are looked at", async () => {
  const release = await readRelease(inject("sample").newest);
  const seen = release.indicators.filter(({ definition }) => indicators.includes(definition.id));
  const used = seen.map(({ definition }) => definition.measure);
  expect(new Set(used)).toEqual(new Set(Object.keys(measures)));
});
