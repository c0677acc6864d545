import { join } from "node:path";
import { expect, test } from "vitest";
import { attackTable } from "../../src/attack/attack.ts";
import { suppressTable } from "../../src/disclosure/suppression/suppress.ts";
import { readTableFile } from "../../src/tables/table.ts";

const file = join(import.meta.dirname, "../disclosure/cases/c11_portal_small_t10_zpub.json");

test.each([false, true])(
  "of the portal's cube of 2,268 cells nothing hidden can be told closely (not zero: %s)",
  async (notZero) => {
    const { table } = await readTableFile(file);
    const done = await suppressTable(table, { width: 10, notZero });
    // What GaussSuppression hides with intervals as wide, of which readers may not know that they
    // are not zero.
    if (!notZero) expect(done.secondaryValue).toBeLessThanOrEqual(16_018);
    const hidden = new Set([...done.primary, ...done.secondary]);
    const found = await attackTable(table, {
      published: table.cells.map(({ value }, at) => (hidden.has(at) ? null : value)),
      notZero,
    });
    expect([found.exact, found.narrow]).toEqual([[], []]);
  },
  600_000,
);
