import fc from "fast-check";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { attackTable } from "../../src/attack/attack.ts";
import { suppressTable } from "../../src/disclosure/suppression/suppress.ts";
import { parseTable, type Table } from "../../src/tables/table.ts";

const cases = join(import.meta.dirname, "../disclosure/cases");

async function readCase(name: string): Promise<Table> {
  return parseTable(JSON.parse(await readFile(join(cases, `${name}.json`), "utf8")), name);
}

/** Two by three counts with all margins, as one table. */
function cross(inner: readonly number[]): Table {
  const members = [
    ...[0, 1, 2, 3, 4, 5].map((at) => [at]),
    ...[
      [0, 1, 2],
      [3, 4, 5],
      [0, 3],
      [1, 4],
      [2, 5],
      [0, 1, 2, 3, 4, 5],
    ],
  ];
  return {
    ...{ id: "cross", kind: "counts", inner: [...inner], threshold: 3 },
    rule: { type: "count_le", max: 2, zeros: "published" },
    cells: members.map((own) => ({
      value: own.reduce((sum, at) => sum + inner[at]!, 0),
      count: null,
      members: own,
    })),
  };
}

/** Every table of whole numbers that fits, by trying them all. */
function enumerate(table: Table, hidden: ReadonlySet<number>, notZero: boolean): number[][] {
  const most = table.cells.at(-1)!.value;
  const fits = (values: readonly number[]): boolean =>
    table.cells.every(({ value, members }, at) => {
      const sum = members.reduce((total, member) => total + values[member]!, 0);
      return hidden.has(at) ? !notZero || sum >= 1 : sum === value;
    });
  let tables: number[][] = [[]];
  for (let at = 0; at < 6; at++) {
    tables = tables
      .flatMap((start) => Array.from({ length: most + 1 }, (_, value) => [...start, value]))
      .filter((values) => values.reduce((a, b) => a + b, 0) <= most);
  }
  return tables.filter(fits);
}

test("bounds of counts are those of all tables that fit, with and without “hidden is not zero”", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
      fc.uniqueArray(fc.nat(10), { maxLength: 8 }),
      fc.boolean(),
      async (inner, list, wantsNotZero) => {
        const table = cross(inner);
        const hidden = new Set(list);
        const notZero = wantsNotZero && list.every((at) => table.cells[at]!.value > 0);
        const all = enumerate(table, hidden, notZero);
        const { cells } = await attackTable(table, {
          published: table.cells.map(({ value }, at) => (hidden.has(at) ? null : value)),
          notZero,
        });
        expect(cells.map(({ index }) => index)).toEqual([...hidden].sort((a, b) => a - b));
        for (const { index, lower, upper } of cells) {
          const sums = all.map((values) =>
            table.cells[index]!.members.reduce((sum, member) => sum + values[member]!, 0),
          );
          expect([lower, upper]).toEqual([Math.min(...sums), Math.max(...sums)]);
        }
      },
    ),
    { numRuns: 60, seed: 7 },
  );
}, 60_000);

describe("what peers hide, and what the attacker makes of it", () => {
  test.each([
    ["c01_2d_z1_t4", [12, 22, 42], [11, 21, 41], 0, 0, 6],
    // The default of GaussSuppression leaves two of the sensitive counts within 8.
    ["c02_2d_z1_t10", [11, 12, 16, 17, 22, 26, 32, 36, 37, 39, 41, 42], [24, 27, 31], 0, 2, 8],
  ] as const)("%s", async (name, primary, secondary, exact, narrow, width) => {
    const table = await readCase(name);
    const hidden = new Set<number>([...primary, ...secondary]);
    const found = await attackTable(table, {
      published: table.cells.map(({ value }, at) => (hidden.has(at) ? null : value)),
    });
    expect([found.exact.length, found.narrow.length]).toEqual([exact, narrow]);
    const widths = found.cells.map(({ lower, upper }) => (upper ?? Infinity) - lower);
    expect(Math.min(...widths)).toBe(width);
  });
});

describe("what the protector hides withstands the attack", () => {
  test.each([
    ["c01_2d_z1_t4", 29],
    ["c02_2d_z1_t10", 57],
    ["c03_hier2d_z2_t4", 329],
    ["c03_hier2d_z2_t10", 497],
    ["c06_linked_vignette_t3", 53],
    ["c10_magnitude1_p10", 871.5],
  ] as const)(
    "%s, with the proven least of %d",
    async (name, value) => {
      const table = await readCase(name);
      const done = await suppressTable(table, { width: table.threshold ?? 0, notZero: false });
      expect([done.secondaryValue, done.optimal, done.lowerBound]).toEqual([value, true, value]);
      const hidden = new Set([...done.primary, ...done.secondary]);
      const found = await attackTable(table, {
        published: table.cells.map((cell, at) => (hidden.has(at) ? null : cell.value)),
      });
      expect(found.exact).toEqual([]);
      expect(found.narrow).toEqual([]);
    },
    30_000,
  );

  test.each([
    "c01_2d_z1_t4",
    "c02_2d_z1_t10",
    "c03_hier2d_z2_t4",
    "c03_hier2d_z2_t10",
    "c06_linked_vignette_t3",
  ])(
    "%s, by a reader who knows that hidden is not zero",
    async (name) => {
      const table = await readCase(name);
      const done = await suppressTable(table, { width: table.threshold!, notZero: true });
      const hidden = new Set([...done.primary, ...done.secondary]);
      const found = await attackTable(table, {
        published: table.cells.map((cell, at) => (hidden.has(at) ? null : cell.value)),
        notZero: true,
      });
      expect(found.exact).toEqual([]);
      expect(found.narrow).toEqual([]);
    },
    30_000,
  );

  test("a solver that runs out of time stops everything with one sentence", async () => {
    const table = await readCase("c03_hier2d_z2_t10");
    await expect(
      suppressTable(table, { width: 10, notZero: false, limits: { seconds: 1e-9 } }),
    ).rejects.toThrow(/solver/i);
  });
});

test("rounded numbers stand for what is known of them, and margins of a rounded base add nothing", async () => {
  const table = cross([3, 12, 0, 7, 1, 25]);
  const rounded = [0, 12, 0, 10, 0, 25];
  const published = table.cells.map(({ members }) =>
    members.reduce((sum, member) => sum + rounded[member]!, 0),
  );
  const knows = table.cells.map((_, at) => {
    if (at > 5) return [null, null] as const;
    if (rounded[at]! > 10) return null;
    return rounded[at] === 0 ? ([0, 9] as const) : ([1, 10] as const);
  });
  const { cells } = await attackTable(table, { published, knows });
  const bounds = new Map(cells.map(({ index, lower, upper }) => [index, [lower, upper]]));
  expect(bounds.get(0)).toEqual([0, 9]);
  expect(bounds.get(3)).toEqual([1, 10]);
});

test("numbers that no table fits are refused", async () => {
  const table = cross([1, 1, 1, 1, 1, 1]);
  const published = table.cells.map(({ value }) => value);
  published[11] = 99;
  await expect(attackTable(table, { published })).rejects.toThrow(/No table fits/);
});

test("a hidden sum that nothing bounds from above is witnessed far above what is shown", async () => {
  // Three amounts; only the first two together, 50, and the second, 20, are shown.
  const table: Table = {
    ...{ id: "open", kind: "amounts", inner: [30, 20, 7], threshold: null },
    rule: { type: "p_percent", p: 10 },
    cells: [[0, 1], [1], [0, 2], [2]].map((members) => ({
      value: members.reduce((sum, at) => sum + [30, 20, 7][at]!, 0),
      ...{ count: null, members },
    })),
  };
  const sums: number[] = [];
  const { cells, narrow } = await attackTable(
    table,
    { published: [50, 20, null, null] },
    { witness: (base) => sums.push(base[0]! + base[2]!) },
  );
  expect(cells.map(({ index, lower, upper }) => [index, lower, upper])).toEqual([
    [2, 30, null],
    [3, 0, null],
  ]);
  expect(narrow).toEqual([]);
  expect(Math.min(...sums)).toBe(30);
  expect(Math.max(...sums)).toBeGreaterThan(500);
});

test("it is so where others are tied to each other too", async () => {
  // The first two amounts are shown together, 70; nothing that holds the third is shown.
  const inner = [40, 30, 20];
  const table: Table = {
    ...{ id: "tied", kind: "amounts", inner, threshold: null },
    rule: { type: "p_percent", p: 10 },
    cells: [[0, 1], [0], [0, 2]].map((members) => ({
      value: members.reduce((sum, at) => sum + inner[at]!, 0),
      ...{ count: null, members },
    })),
  };
  const sums: number[] = [];
  const { cells } = await attackTable(
    table,
    { published: [70, null, null] },
    { witness: (base) => sums.push(base[0]! + base[2]!) },
  );
  expect(cells.map(({ index, lower, upper }) => [index, lower, upper])).toEqual([
    [1, 0, 70],
    [2, 0, null],
  ]);
  expect(Math.min(...sums)).toBe(0);
  expect(Math.max(...sums)).toBeGreaterThan(500);
});
