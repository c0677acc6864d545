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
    "alert_notebooks",
    [
      "beacon | open | 720 | 1",
      "harbour | closed | 65 | 1",
      "harbour | open | 1440 | 1",
      "harbour | open | 2160 | 3",
      "lantern | not recorded | 0 | 2",
    ],
  ],
  [
    "alert_supports",
    [
      "beacon | not recorded | 0 | 1",
      "harbour | closed | 270 | 1",
      "harbour | not due | 0 | 3",
      "harbour | open | 240 | 1",
      "lantern | not due | 0 | 2",
    ],
  ],
  [
    "alert_escalations",
    [
      "beacon | not recorded | not due | 0 | 1",
      "harbour | closed | 3 | 35 | 1",
      "harbour | not due | not due | 0 | 1",
      "harbour | not known | not due | 0 | 2",
      "harbour | open | not known | 2160 | 1",
      "lantern | closed | not known | 10 | 1",
      "lantern | not known | not due | 0 | 1",
    ],
  ],
  [
    "alert_lessons",
    [
      "beacon | not recorded | 0 | 1",
      "harbour | closed | 5 | 1",
      "harbour | not due | 0 | 4",
      "lantern | not due | 0 | 1",
      "lantern | not recorded | 0 | 1",
    ],
  ],
  [
    "alert_gaps",
    [
      "beacon | not recorded | 1",
      "harbour | answered | 1",
      "harbour | flagged | 1",
      "harbour | none flagged | 3",
      "lantern | none flagged | 2",
    ],
  ],
  [
    "alert_commands",
    [
      "beacon | not recorded | 1",
      "harbour | not due | 1",
      "harbour | not known | 2",
      "harbour | not stood up | 1",
      "harbour | stood up | 1",
      "lantern | not recorded | 2",
    ],
  ],
  [
    "alert_outcomes",
    [
      "beacon | not_stated | not recorded | not recorded | 1",
      "harbour | not_stated | not_stated | confirmed | 1",
      "harbour | not_stated | not_stated | not closed | 2",
      "harbour | not_stated | not_stated | unresolved | 1",
      "harbour | signals | group_b | refuted | 1",
      "lantern | not recorded | not_stated | not closed | 1",
      "lantern | not recorded | not_stated | unresolved | 1",
    ],
  ],
  [
    "disruption_grades",
    [
      "harbour | refused | major | refused | not known | 1",
      "harbour | stands | major | minor | one | 1",
      "harbour | stands | major | not moderated | not known | 1",
      "harbour | stands | major | not moderated | several | 1",
      "lantern | stands | major | not moderated | not known | 1",
    ],
  ],
  [
    "disruption_restraints",
    [
      "harbour | refused | some | 1 | 7.00",
      "harbour | stands | none | 1 | 0.00",
      "harbour | stands | some | 2 | 0.30",
      "lantern | stands | unknown | 1 | 0.00",
    ],
  ],
  [
    "disruption_confiscations",
    [
      "harbour | refused | unknown | 1 | 0.00",
      "harbour | stands | none | 1 | 0.00",
      "harbour | stands | unknown | 2 | 0.00",
      "lantern | stands | unknown | 1 | 0.00",
    ],
  ],
  [
    "disruption_enablers",
    [
      "harbour | refused | logistics | 1",
      "harbour | stands | bank_account | 1",
      "harbour | stands | none | 1",
      "harbour | stands | not known | 1",
      "lantern | stands | not recorded | 1",
    ],
  ],
  [
    "disruption_harms",
    [
      "harbour | refused | not known | 1",
      "harbour | stands | harm | 1",
      "harbour | stands | no harm | 1",
      "harbour | stands | not known | 1",
      "lantern | stands | not recorded | 1",
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
  [
    "complaint_reviews",
    [
      "harbour | not asked for | 3",
      "harbour | not decided | 1",
      "harbour | not_upheld | 1",
      "lantern | not recorded | 2",
    ],
  ],
];

test.each(expected)("%s holds every case of the period once", async (name, lines) => {
  expect(await linesOf(name)).toEqual(lines);
});

test("tallies are described with the labels that the tables of their kind share", () => {
  const shared: Readonly<Record<string, string>> = {
    complaints: "right_engaged",
    disruptions: "threat_type,standing",
    incidents: "threat_type",
    predictions: "threat_type,product,outcome",
  };
  const own = tables.filter(({ kind }) => kind in shared);
  const named = expected.map(([name]) => name);
  expect(own.map(({ name }) => name).sort()).toEqual([...named, "forecasts"].sort());
  for (const table of own) expect(table.shared.slice(2).join()).toBe(shared[table.kind]);
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
