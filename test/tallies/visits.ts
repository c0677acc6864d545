import { expect } from "vitest";
import { Problem } from "../../src/problem.ts";
import { defineContract } from "../../src/records/contract.ts";
import { codeField, dateField, keyField } from "../../src/records/fields.ts";
import { makeTallies } from "../../src/tallies/tally.ts";
import type { TallyTable } from "../../src/tallies/tally-tables.ts";
import { openRecords } from "./records-engine.ts";

/** A record kind that the project does not have. */
export const visits = defineContract({
  kind: "visits",
  title: "Visits",
  record: "One visit.",
  key: "visit_id",
  dated: "paid_on",
  quasiIdentifiers: ["route"],
  fields: {
    visit_id: keyField({ description: "A pseudonym.", example: "V-1" }),
    route: codeField(
      { coastal: "Coast", inland: "Inland" },
      { description: "", example: "inland" },
    ),
    paid_on: dateField({ description: "When.", unit: "day", example: "2026-03-03" }),
  },
  rules: [],
});

const rows = ["2025-12-31", "2026-01-01", "2026-01-20", "2026-02-03", "2026-03-31", "2026-04-01"];

/** Makes the tallies of four visits in the period, one before it and one after, with the given SQL. */
export async function tally(sql: string): Promise<TallyTable[]> {
  const engine = await openRecords(
    [visits],
    [
      {
        kind: "visits",
        partner: "harbour",
        asOf: "2026-04-01",
        rows: rows.map((day, at) => ({
          route: at % 2 === 0 ? "'coastal'" : "'inland'",
          paid_on: `date '${day}'`,
        })),
      },
    ],
  );
  try {
    const dates = { starts: "2026-01", cutOff: "2026-03-31" };
    return await makeTallies(engine, [visits], [{ name: "visits", sql, sha256: "" }], dates);
  } finally {
    engine.close();
  }
}

export const inPeriod =
  "visits cross join programme_period p where paid_on between starts and cut_off";

/** A table with the given columns beside month and partner. */
export function table(name: string, columns: string, from = inPeriod): string {
  const month = "date_trunc('month', paid_on)::date as month";
  return `create table ${name} as select ${month}, partner, ${columns} from ${from} group by all;\n`;
}

export const routes = table("visit_routes", "route, count(*)::integer as visits_n");

/** Makes sure that SQL is refused with a Problem that says what is wrong, and no value of a visit. */
export async function expectRefused(sql: string, code: string, words: RegExp): Promise<void> {
  const problem: unknown = await tally(sql).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toMatchObject({ code, exitCode: 1 });
  const { message, remedy } = problem as Problem;
  expect(message).toMatch(words);
  expect(`${message} ${remedy}`).not.toMatch(/coastal|harbour|2026/);
}
