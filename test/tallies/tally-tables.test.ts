import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { incidents } from "../../pipelines/1-records/incidents.ts";
import { readTallies } from "../../src/tallies/tally.ts";
import { expectRefused, inPeriod, routes, table, tally, visits } from "./visits.ts";

test("columns say by name and type what they are for", async () => {
  const lengths = `'open' as status, route, day(paid_on)::integer as duration_days,
    count(*)::integer as visits_n, sum(1.5)::decimal(38, 2) as spent_money`;
  const ways = "'open' as status, 'by sea' as way, route, count(*) as visits_n";
  const own = { kind: "visits", count: "visits_n", shared: ["month", "partner", "route"] };
  expect(await tally(table("visit_ways", ways) + table("visit_lengths", lengths))).toEqual([
    {
      ...own,
      name: "visit_lengths",
      labels: ["month", "partner", "status", "route"],
      bin: { column: "duration_days", unit: "days" },
      money: "spent_money",
    },
    {
      ...own,
      name: "visit_ways",
      labels: ["month", "partner", "status", "way", "route"],
      bin: null,
      money: null,
    },
  ]);
});

test("month and partner come first, wherever the SQL puts them", async () => {
  const sql = `create table visit_routes as select route, partner, count(*) as visits_n,
    date_trunc('month', paid_on)::date as month from ${inPeriod} group by all`;
  expect((await tally(sql))[0]!.labels).toEqual(["month", "partner", "route"]);
});

const faults: [string, string, string, RegExp][] = [
  ["no table", "select 1", "tally-table", /kind visits makes no table/],
  [
    "a table of records",
    `${routes} create temp table seen as from visits`,
    "tally-left-behind",
    /seen/,
  ],
  ["a view of records", `${routes} create view seen as from visits`, "tally-left-behind", /seen/],
  [
    "no month",
    `create table visit_partners as select partner, count(*) as visits_n from ${inPeriod} group by all`,
    "tally-label",
    /visit_partners of the kind visits has no column month/,
  ],
  [
    "no partner",
    `create table visit_months as select date_trunc('month', paid_on)::date as month,
      count(*) as visits_n from ${inPeriod} group by all`,
    "tally-label",
    /visit_months of the kind visits has no column partner/,
  ],
  [
    "no count",
    table("visit_routes", "route"),
    "tally-count",
    /visit_routes .* no column of counts/,
  ],
  [
    "two counts",
    table("visit_routes", "count(*) as visits_n, count(route) as known_n"),
    "tally-several",
    /visits_n, known_n/,
  ],
  [
    "two bins",
    table("visit_routes", "1 as duration_days, 2 as done_percent, count(*) as visits_n"),
    "tally-several",
    /duration_days, done_percent/,
  ],
  [
    "two sums",
    table("visit_routes", "count(*) as visits_n, 1.0 as paid_money, 2.0 as owed_money"),
    "tally-several",
    /paid_money, owed_money/,
  ],
  [
    "a number without a unit",
    table("visit_routes", "count(*) as visits_n, 3 as duration_hours"),
    "tally-role",
    /duration_hours of the tally visit_routes/,
  ],
  [
    "a truth value",
    table("visit_routes", "count(*) as visits_n, route = 'inland' as inland"),
    "tally-role",
    /column inland/,
  ],
  [
    "a count in text",
    table("visit_routes", "count(*)::varchar as visits_n"),
    "tally-role",
    /column visits_n/,
  ],
  [
    "a sum that is not exact",
    table("visit_routes", "count(*) as visits_n, 1.0::double as paid_money"),
    "tally-role",
    /column paid_money/,
  ],
  [
    "a month in text",
    `create table visit_months as select strftime(paid_on, '%Y-%m') as month, partner,
      count(*) as visits_n from ${inPeriod} group by all`,
    "tally-role",
    /column month/,
  ],
];

test.each(faults)("a tally with %s is refused", (_, sql, code, words) =>
  expectRefused(sql, code, words),
);

test("a kind without a tally is refused, with the file to write", async () => {
  await expect(readTallies([visits])).rejects.toMatchObject({
    code: "tally-file",
    message: "The record kind visits has no tally.",
    remedy: "Write pipelines/2-tallies/visits.sql: a GROUP BY over its records.",
    exitCode: 1,
  });
});

test("a tally can be a folder of files, which run in the order of their names", async () => {
  const [tally] = await readTallies([incidents]);
  const folder = join(import.meta.dirname, "../../pipelines/2-tallies/incidents");
  const files = ["1-words.sql", "2-count.sql", "3-tables.sql"];
  expect((await readdir(folder)).sort()).toEqual(files);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  expect(tally!.sql).toBe(texts.join("\n"));
});
