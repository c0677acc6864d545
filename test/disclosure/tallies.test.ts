import fc from "fast-check";
import { expect, test } from "vitest";
import { attackTallies, type View } from "../../src/attack/tallies.ts";
import { keyOf, type CountTable } from "../../src/disclosure/tallies/count-table.ts";
import { countCells, Earlier } from "../../src/disclosure/tallies/earlier.ts";
import { roundLinked } from "../../src/disclosure/tallies/linked.ts";
import { findDecided } from "../../src/disclosure/tallies/places.ts";
import { roundSingle } from "../../src/disclosure/tallies/single.ts";
import { checkRoundedTallies, type PublishedTally } from "../../src/proof/rounded-tallies.ts";
import { cases, published, tally, tallyOnly, type Case } from "./cubes.ts";

const cubes = { numRuns: 1000, seed: 7 };
const search = { seed: 1, effort: 20 };
const bases = fc.constantFrom(5, 10);

function view(tables: readonly CountTable[], base: number, release = "now"): View {
  return {
    ...{ base, release },
    covers: (block) => release === "now" || block.slice(0, 7) <= "2026-03",
    tables: tables.map(({ table, rows }) => ({
      name: table.name,
      cells: new Map(
        rows.map((row) => [
          keyOf(row),
          {
            block: table.shared.map((name) => row.labels[table.labels.indexOf(name)]).join("|"),
            count: row.count,
          },
        ]),
      ),
    })),
  };
}

function publish(tables: readonly CountTable[]): PublishedTally[] {
  return tables.map(({ table, rows }) => ({
    ...{ name: table.name, kind: table.kind, shared: table.shared, count: "n" },
    rows: rows.map((row) => ({
      ...Object.fromEntries(table.labels.map((name, at) => [name, row.labels[at]!])),
      n: row.count,
    })),
  }));
}

function truthOf(table: CountTable): Map<string, number> {
  return new Map(table.rows.map((row) => [keyOf(row), row.count]));
}

test("linked tallies are multiples within the base of the truth, with equal totals, and nothing is narrowed", async () => {
  await fc.assert(
    fc.asyncProperty(cases, bases, async (all, base) => {
      const exact = tally(all);
      const { tables } = await roundLinked(exact, base, published, undefined, search);
      expect(checkRoundedTallies(publish(tables), base)).toEqual([]);
      tables.forEach((table, at) => {
        const [truth, shown] = [truthOf(exact[at]!), truthOf(table)];
        for (const key of new Set([...truth.keys(), ...shown.keys()])) {
          expect(Math.abs((shown.get(key) ?? 0) - (truth.get(key) ?? 0))).toBeLessThan(base);
        }
      });
      const { narrowest } = attackTallies([view(tables, base)], base);
      expect(narrowest ?? base).toBeGreaterThanOrEqual(base);
    }),
    cubes,
  );
});

test("a kind's only tally keeps large counts, turns small ones into none or the base, and nothing is narrowed", async () => {
  await fc.assert(
    fc.asyncProperty(cases, bases, async (all, base) => {
      const exact = tallyOnly(all);
      const { tables } = await roundSingle(exact, base, published, undefined, search);
      expect(checkRoundedTallies(publish(tables), base)).toEqual([]);
      const shown = truthOf(tables[0]!);
      for (const [key, count] of truthOf(exact)) {
        const now = shown.get(key) ?? 0;
        if (count >= base) expect(now).toBe(count);
        else expect([0, base]).toContain(now);
      }
      expect(
        attackTallies([view(tables, base)], base).narrow.filter(({ upper }) => upper <= base),
      ).toEqual([]);
    }),
    cubes,
  );
});

test("a second release with late, corrected and withdrawn cases leaves enough to reckon with, and so do both tiers together", async () => {
  await fc.assert(
    fc.asyncProperty(cases, cases, fc.nat(60), async (first, late, gone) => {
      const before = first.filter(({ month }) => month <= "2026-03-01");
      const after: Case[] = [...first.slice(gone), ...late];
      const old = (await roundLinked(tally(before), 5, published, undefined, search)).tables;
      const oldPublic = (await roundLinked(old, 10, published, undefined, search)).tables;
      const now = (
        await roundLinked(
          tally(after),
          5,
          published,
          new Earlier(old, "2026-03", countCells(tally(before))),
          search,
        )
      ).tables;
      const nowPublic = (
        await roundLinked(
          now,
          10,
          published,
          new Earlier(oldPublic, "2026-03", countCells(old)),
          search,
        )
      ).tables;
      expect(checkRoundedTallies(publish(now), 5)).toEqual([]);
      expect(checkRoundedTallies(publish(nowPublic), 10)).toEqual([]);
      const forPublic = [view(nowPublic, 10), view(oldPublic, 10, "before")];
      const forSponsors = [view(now, 5), view(old, 5, "before"), ...forPublic];
      expect(attackTallies([view(now, 5), view(nowPublic, 10)], 5).narrow).toEqual([]);
      expect(attackTallies(forPublic, 10).narrow).toEqual([]);
      expect(attackTallies(forSponsors, 5).narrow).toEqual([]);
    }),
    cubes,
  );
});

test("a release that changes nothing keeps every number", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (all) => {
      const exact = tally(all);
      const first = (await roundLinked(exact, 10, published, undefined, search)).tables;
      const again = await roundLinked(exact, 10, published, new Earlier(first, "2026-04"), {
        seed: 99,
        effort: 20,
      });
      expect(again.tables).toEqual(first);
      expect(again.held).toBe(0);
    }),
    { numRuns: 200, seed: 7 },
  );
});

test("where one tally of a kind is new, or cut otherwise, no number of the kind is kept for it", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (all) => {
      const exact = tally(all);
      const [times] = (await roundLinked(exact, 10, published, undefined, search)).tables;
      const other = { ...times!, table: { ...times!.table, name: exact[1]!.table.name } };
      for (const before of [[times!], [times!, other]]) {
        const earlier = new Earlier(before, "2026-04");
        const { tables } = await roundLinked(exact, 10, published, earlier, search);
        expect(checkRoundedTallies(publish(tables), 10)).toEqual([]);
        expect(attackTallies([view(tables, 10)], 10).narrow).toEqual([]);
      }
    }),
    { numRuns: 200, seed: 7 },
  );
});

test("a release that is compared in part has said nothing of the rest", async () => {
  const [times, outcomes] = (
    await roundLinked(
      tally([
        { month: "2026-01-01", partner: "harbour", status: "open", days: 1, outcome: "upheld" },
      ]),
      ...([10, published, undefined, search] as const),
    )
  ).tables as [CountTable, CountTable];
  const row = { labels: ["2026-01-01", "harbour", "open"], bin: 1, count: 1 };
  const part = new Earlier([times, outcomes], "2026-04").only(({ bin }) => bin === null);
  const upheld = (month: string) => ({ labels: [month, "harbour", "upheld"], bin: null, count: 1 });
  expect(part.said(times.table, row)).toBeUndefined();
  expect(part.said(outcomes.table, upheld("2026-01-01"))).toBeDefined();
  expect(part.said(outcomes.table, upheld("2026-05-01"))).toBeUndefined();
});

test("the attacker finds what rounding each tally for itself gives away", () => {
  // None shown in one tally (0 to 9), ten and ten in the other: each of those is 8 at most.
  const [times, outcomes] = tally([]) as [CountTable, CountTable];
  const apart = ["upheld", "withdrawn"].map((outcome) => ({
    ...{ labels: ["2026-01-01", "harbour", outcome], bin: null, count: 10 },
  }));
  const { narrow } = attackTallies([view([times, { ...outcomes, rows: apart }], 10)], 10);
  expect(narrow.map(({ lower, upper }) => [lower, upper])).toEqual([
    [1, 8],
    [1, 8],
  ]);
});

test("a label that a query compares is one that figures rest on, code by code", () => {
  const sql = `-- grade = 'major' only in words
    select month, partner, sum(case when grade = 'major' then n else 0 end) as numerator_n,
      sum(case kind when 'x' then n else 0 end) as denominator_n, region
    from tally where threat_type in ('fraud') and month >= 3`;
  const labels = ["month", "grade", "kind", "region", "threat_type", "sector"];
  expect(findDecided(sql, labels)).toEqual(["grade", "kind", "threat_type"]);
});
