import { afterAll, beforeAll, expect, test } from "vitest";
import { quoteName, type Engine } from "../../src/engines/duckdb.ts";
import { discoverContracts } from "../../src/records/discover.ts";
import { makeTallies, readTallies, seal } from "../../src/tallies/tally.ts";
import type { TallyTable } from "../../src/tallies/tally-tables.ts";
import { files } from "./awkward-records.ts";
import { openRecords } from "./records-engine.ts";

let engine: Engine;
let tables: TallyTable[];

beforeAll(async () => {
  const contracts = await discoverContracts();
  engine = await openRecords(contracts, files);
  const dates = { starts: "2026-01", cutOff: "2026-03-31" };
  tables = await makeTallies(engine, contracts, await readTallies(contracts), dates);
  await seal(engine, contracts);
});

afterAll(() => {
  engine.close();
});

/** The rows of a tally as lines, without its month and the label that all rows here share. */
async function linesOf(name: string): Promise<string[]> {
  const rows = await engine.rows(`
    select * exclude (month, ${name.startsWith("complaint") ? "right_engaged" : "threat_type"})
    from ${quoteName(name)} order by all`);
  return rows.map((row) => Object.values(row).join(" | "));
}

const expected: [string, string[]][] = [
  [
    "alert_acknowledgements",
    [
      "beacon | open | 720 | 1",
      "harbour | closed | 1 | 1",
      "harbour | open | 1440 | 1",
      "harbour | open | 2400 | 3",
      "lantern | open | 1440 | 1",
      "lantern | open | 32400 | 1",
    ],
  ],
  [
    "alert_sharings",
    [
      "beacon | open | 720 | 1",
      "harbour | closed | 125 | 1",
      "harbour | open | 1440 | 1",
      "harbour | open | 2400 | 3",
      "lantern | open | 1440 | 1",
      "lantern | open | 32400 | 1",
    ],
  ],
  [
    "alert_actions",
    [
      "beacon | open | 720 | 1",
      "harbour | closed | 14040 | 1",
      "harbour | open | 1440 | 1",
      "harbour | open | 2400 | 3",
      "lantern | not recorded | 0 | 2",
    ],
  ],
  [
    "alert_debriefs",
    [
      "beacon | not recorded | 1",
      "harbour | held | 1",
      "harbour | not closed | 2",
      "harbour | not held | 1",
      "harbour | not known | 1",
      "lantern | not closed | 1",
      "lantern | not recorded | 1",
    ],
  ],
  [
    "disruption_grades",
    [
      "harbour | refused | major | refused | not known | 1",
      "harbour | stands | major | minor | one | 1",
      "harbour | stands | major | not moderated | not known | 1",
      "harbour | stands | major | not moderated | several | 1",
    ],
  ],
  [
    "disruption_restraints",
    [
      "harbour | refused | some | 1 | 7.00",
      "harbour | stands | none | 1 | 0.00",
      "harbour | stands | some | 2 | 0.30",
    ],
  ],
  [
    "disruption_confiscations",
    [
      "harbour | refused | unknown | 1 | 0.00",
      "harbour | stands | none | 1 | 0.00",
      "harbour | stands | unknown | 2 | 0.00",
    ],
  ],
  [
    "complaint_acknowledgements",
    [
      "harbour | closed | 9 | 1",
      "harbour | open | 0 | 1",
      "harbour | open | 9 | 3",
      "lantern | not recorded | 0 | 2",
    ],
  ],
  [
    "complaint_closings",
    [
      "harbour | closed | 0 | upheld | none | 1",
      "harbour | closed | 4 | upheld | given | 1",
      "harbour | closed | 4 | withdrawn | not known | 1",
      "harbour | open | 0 | not decided | not due | 1",
      "harbour | open | 9 | not decided | not due | 1",
      "lantern | not recorded | 0 | not decided | not due | 2",
    ],
  ],
];

test.each(expected)("%s holds every case of the period once", async (name, lines) => {
  expect(await linesOf(name)).toEqual(lines);
});

test("every tally is described, with the labels that the tables of its kind share", () => {
  const described = tables.map(({ name, kind, shared }) => [name, kind, shared.slice(2).join()]);
  const [threat, right] = ["threat_type", "right_engaged"];
  const order = "order_basis,order_state";
  const line = "funding_horizon,funding_purpose,funder";
  expect(described).toEqual([
    ["asset_order_recoveries", "asset_orders", order],
    ["asset_order_restraints", "asset_orders", order],
    ["complaint_acknowledgements", "complaints", right],
    ["complaint_closings", "complaints", right],
    ["disruption_confiscations", "disruptions", `${threat},standing`],
    ["disruption_grades", "disruptions", `${threat},standing`],
    ["disruption_restraints", "disruptions", `${threat},standing`],
    ["financial_report_outcomes", "financial_reports", "report_origin"],
    ["financial_report_uses", "financial_reports", "report_origin"],
    ["funding_commitments", "funding", line],
    ["funding_plans", "funding", line],
    ["alert_acknowledgements", "incidents", threat],
    ["alert_actions", "incidents", threat],
    ["alert_debriefs", "incidents", threat],
    ["alert_sharings", "incidents", threat],
    ["forecasts", "predictions", `${threat},product,outcome`],
  ]);
});

test("after the seal the engine holds tallies and what they are about, and nothing else", async () => {
  const names = await engine.rows<{ name: string }>(`
    select table_name as name from information_schema.tables
    union all select function_name from duckdb_functions() where not internal
    union all select type_name from duckdb_types() where not internal
    order by name`);
  const about = ["coverage", "partners", "programme_period", "submissions"];
  expect(names.map(({ name }) => name)).toEqual(
    [...tables.map(({ name }) => name), ...about].sort(),
  );
});
