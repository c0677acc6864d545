import { expect, test } from "vitest";
import { comparePartners } from "../../src/steering/compare-partners.ts";
import type { Figure } from "../../src/release/schema.ts";
import { indicatorOf, rowsOf } from "./indicator.ts";

type Counts = Readonly<Record<string, readonly [numerator: number, denominator: number]>>;

/** A share of one month by partner; a hidden one has fewer than 40 cases. */
function compare(counts: Counts) {
  const names = Object.keys(counts);
  const figures = names.map((category) => ({
    ...{ breakdown: "partner", category, statistic: "value" },
    status: counts[category]![1] < 40 ? "hidden" : "value",
  })) as Figure[];
  const indicator = indicatorOf("proportion", [[1, 2]], {}, figures);
  const months = names.map(() => "2026-09");
  const rows = rowsOf("proportion", months, names, Object.values(counts));
  return comparePartners({ ...indicator, rows })!;
}

const alike: Counts = {
  harbour: [52, 100],
  northwatch: [48, 100],
  lantern: [51, 100],
  beacon: [50, 100],
  ledger: [49, 100],
};

test("partners that differ by chance alone stand together, around the share of all", () => {
  const { overall, partners, tau2, why } = compare(alike);
  expect(why).toBeNull();
  expect(overall).toBe(0.5);
  expect(tau2).toBe(0);
  expect(partners.map(({ apart }) => apart)).toEqual([null, null, null, null, null]);
});

test("partners keep the order of the programme, whatever their shares", () => {
  expect(compare(alike).partners.map(({ partner }) => partner)).toEqual(Object.keys(alike));
});

test("a partner beyond the limits of its size stands apart, and on which side is said", () => {
  const { partners } = compare({ ...alike, estuary: [25, 100], compact: [51, 100] });
  const apart = partners.filter((one) => one.apart !== null);
  expect(apart.map((one) => [one.partner, one.apart])).toEqual([["estuary", "below"]]);
});

test("the same share is within the limits of a small partner and beyond those of a large one", () => {
  const small = compare({ ...alike, estuary: [14, 40] }).partners.at(-1)!;
  const large = compare({ ...alike, estuary: [350, 1000] }).partners.at(-1)!;
  expect(small.value).toBe(large.value);
  expect(small.apart).toBeNull();
  const width = ({ limits998: [low, high] }: typeof small): number => high - low;
  expect(width(small)).toBeGreaterThan(width(large));
});

test("a partner whose share is hidden is not compared, and its number is told nowhere", () => {
  const { partners, tooFew } = compare({ ...alike, estuary: [3, 39] });
  expect(tooFew).toEqual(["estuary"]);
  expect(partners.map(({ partner }) => partner)).not.toContain("estuary");
});

test("fewer than five partners are not compared: how much they usually differ cannot be told", () => {
  const { harbour, northwatch, lantern, beacon } = alike;
  const few = compare({ harbour, northwatch, lantern, beacon } as Counts);
  expect(few).toMatchObject({ why: "too few partners", partners: [], overall: null });
});

test("what is no share, or is not given by partner, is not compared", () => {
  expect(comparePartners(indicatorOf("count", [1, 2]))).toBeUndefined();
  const whole = indicatorOf("proportion", [[1, 2]], { breakdowns: ["year", "month"] });
  expect(comparePartners(whole)).toBeUndefined();
});
