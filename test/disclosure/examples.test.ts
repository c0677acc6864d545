import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { parseDisclosureExamples, workDisclosureTable } from "../../src/disclosure/work-example.ts";
import { examplesFile } from "../../src/release/disclosure-report.ts";

const examples = parseDisclosureExamples(await readFile(examplesFile, "utf8"));

describe.each(examples)("$title", ({ tables }) => {
  test.each(tables)("$name: each tier shows what the example says", async (table) => {
    const worked = await workDisclosureTable(table);
    const at = (column: string): number => table.columns.indexOf(column);
    const expected = table.rows.map((row) => ({
      sponsor: row[at("sponsor")],
      public: row[at("public")],
    }));
    expect(worked).toEqual(expected);
  });
});

test("every rule of the policy that changes a number has an example", () => {
  const names = new Set(examples.flatMap(({ tables }) => tables.map(({ name }) => name)));
  expect(names).toEqual(new Set(["Counts", "Shares", "Comparisons", "Times", "Sums of money"]));
});
