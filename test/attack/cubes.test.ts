import fc from "fast-check";
import { expect, test } from "vitest";
import { attackTable } from "../../src/attack/attack.ts";
import { suppressTable } from "../../src/disclosure/suppression/suppress.ts";
import type { Table } from "../../src/tables/table.ts";

const threshold = 5;

type Sides = readonly [number, number, number];

/** Counts in three dimensions with all margins, of which those from 1 to 4 are small. */
function makeCube(sides: Sides, inner: readonly number[]): Table {
  const [rows, columns, layers] = sides;
  const codes = (size: number): number[][] => [
    ...Array.from({ length: size }, (_, code) => [code]),
    Array.from({ length: size }, (_, code) => code),
  ];
  const members = codes(rows).flatMap((first) =>
    codes(columns).flatMap((second) =>
      codes(layers).map((third) =>
        first.flatMap((a) =>
          second.flatMap((b) => third.map((c) => (a * columns + b) * layers + c)),
        ),
      ),
    ),
  );
  return {
    ...{ id: "cube", kind: "counts", inner, threshold },
    rule: { type: "count_le", max: threshold - 1, zeros: "published" },
    cells: members.map((own) => ({
      value: own.reduce((sum, at) => sum + inner[at]!, 0),
      count: null,
      members: own,
    })),
  };
}

const count = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 7, arbitrary: fc.integer({ min: 5, max: 40 }) },
);

/** The first is solved to the optimum, the second is too large for it. */
test.each<[string, Sides, number]>([
  ["48 cells", [3, 3, 2], 8],
  ["245 cells", [6, 6, 4], 4],
])(
  "of no cube of %s can a reader tell a hidden count closely",
  async (_, sides, numRuns) => {
    const size = sides[0] * sides[1] * sides[2];
    const counts = fc.array(count, { minLength: size, maxLength: size });
    await fc.assert(
      fc.asyncProperty(counts, fc.boolean(), async (inner, notZero) => {
        const table = makeCube(sides, inner);
        const done = await suppressTable(table, { width: threshold, notZero });
        const hidden = new Set([...done.primary, ...done.secondary]);
        for (const knowing of notZero ? [true, false] : [false]) {
          const found = await attackTable(table, {
            published: table.cells.map(({ value }, at) => (hidden.has(at) ? null : value)),
            notZero: knowing,
          });
          expect(found.cells.map(({ index }) => index)).toEqual([...hidden].sort((a, b) => a - b));
          expect([found.exact, found.narrow]).toEqual([[], []]);
        }
        const sum = (values: readonly number[]): number =>
          values.reduce((all, one) => all + one, 0);
        const everything = sum(table.cells.map(({ value }) => value));
        const primary = sum(done.primary.map((at) => table.cells[at]!.value));
        expect(done.secondaryValue).toBeLessThan(everything - primary);
        expect(done.lowerBound).toBeLessThanOrEqual(done.secondaryValue);
      }),
      { numRuns, seed: 11 },
    );
  },
  60_000,
);
