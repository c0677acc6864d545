import { expect, test } from "vitest";
import { tiers } from "../../pipelines/4-disclosure/tiers.ts";
import { roundDownCount } from "../../src/disclosure/protect.ts";
import { isToldByDeliveries } from "../../src/release/refused-rows.ts";
import type { Tier } from "../../src/release/tier.ts";

/** A sponsors' tier that shows these counts of rows refused, over all kinds together. */
function showing(counts: readonly number[]): Tier {
  const table = {
    ...{ kind: "deliveries", name: "delivery_outcomes", count: "rows_n", money: null, bin: null },
    ...{ labels: ["month", "partner", "row_outcome"], shared: ["month", "partner"] },
  };
  const rows = counts.map((count, at) => ({
    ...{ labels: ["2026-03-01", `partner ${at}`, "quarantined"], bin: null, count },
  }));
  const tallies = { tables: [{ table, rows }], kinds: [], errors: [] };
  return { policy: tiers.sponsor, tallies } as unknown as Tier;
}

const kind = (quarantined: number, exact = false) => ({ exact, quarantined, repeats: 0 });

test("two tiers together say of rows refused no more than the finer one", () => {
  for (let rows = 0; rows <= 200; rows++) {
    const [most, least] = [tiers.public, tiers.sponsor].map((tier) => {
      const base = tier.protection!.base.value;
      const { value } = roundDownCount(tier, rows);
      return { from: value ?? 0, to: (value ?? 0) + base - 1, base };
    });
    expect(least!.to - least!.from + 1).toBe(least!.base);
    expect(most!.from <= least!.from && least!.to <= most!.to).toBe(true);
    expect(least!.from <= rows && rows <= least!.to).toBe(true);
  }
});

test("rows refused of a kind are not told where those of all kinds together tell more of them", () => {
  // Three kinds of 4 rows at most each; twelve counts over all kinds stand for at least one row each.
  const twelve = Array.from({ length: 12 }, () => 5);
  expect(isToldByDeliveries([kind(4), kind(4), kind(4)], "quarantined", showing(twelve))).toBe(
    true,
  );
  // Three of 9 at most: 12 − 18 is less than 5, from which each begins.
  expect(isToldByDeliveries([kind(6), kind(5), kind(7)], "quarantined", showing(twelve))).toBe(
    false,
  );
  // What is known of a kind about no person leaves less to the others: 12 − 1 − 4 − 4 = 3.
  const withExact = [kind(2), kind(4), kind(4), kind(1, true)];
  expect(isToldByDeliveries(withExact, "quarantined", showing(twelve))).toBe(true);
});

test("nor in a programme with few kinds or few counts of them", () => {
  const many = Array.from({ length: 30 }, () => 5);
  expect(isToldByDeliveries([kind(90), kind(90)], "quarantined", showing(many))).toBe(true);
  const three = [kind(90), kind(90), kind(90)];
  expect(isToldByDeliveries(three, "quarantined", showing(many.slice(0, 9)))).toBe(true);
  expect(isToldByDeliveries(three, "quarantined", showing(many))).toBe(false);
});
