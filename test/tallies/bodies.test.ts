import { afterAll, beforeAll, expect, test } from "vitest";
import { quoteName, type Engine } from "../../src/engines/duckdb.ts";
import { discoverContracts } from "../../src/records/discover.ts";
import { makeTallies, readTallies } from "../../src/tallies/tally.ts";
import { openRecords, type TestFile } from "./records-engine.ts";

const day = (text: string): string => `date '${text}'`;

const session = (planned: string, held: string | null): Record<string, string> => ({
  session_type: "'briefing'",
  sectors_invited: "2",
  session_cancelled: "false",
  planned_on: day(planned),
  ...(held === null ? {} : { held_on: day(held) }),
});

const finding = (due: string, days: Record<string, string>): Record<string, string> => ({
  recommendation_source: "'red_team'",
  recommendation_priority: "'critical'",
  made_on: day("2026-01-10"),
  due_on: day(due),
  ...Object.fromEntries(Object.entries(days).map(([name, on]) => [name, day(on)])),
});

const done = { implemented_on: "2026-02-01", verified_on: "2026-02-20" };

const lesson = (due: string, days: Record<string, string>): Record<string, string> => ({
  training_module: "'legal_authority'",
  staff_role: "'field'",
  due_on: day(due),
  ...Object.fromEntries(Object.entries(days).map(([name, on]) => [name, day(on)])),
});

const seconded = (began: string, ended: string): Record<string, string> => ({
  host_sector: "'border'",
  began_on: day(began),
  ended_on: day(ended),
});

const post = (since: string | null): Record<string, string> => ({
  sponsor_post: "'chair'",
  census_on: day("2026-02-28"),
  post_filled: "true",
  ...(since === null ? {} : { in_post_since: day(since) }),
});

/** Harbour's files were received before the cut-off; lantern keeps no record of how things end. */
const asOf = { harbour: "2026-03-10", lantern: "2026-04-10" };
const files: TestFile[] = [
  ...file(
    "joint_sessions",
    ["held_on"],
    [
      session("2026-03-10", "2026-03-10"),
      session("2026-03-10", "2026-03-11"),
      session("2026-03-11", "2026-03-09"),
    ],
  ),
  ...file(
    "recommendations",
    ["verified_on", "retested_on"],
    [
      finding("2026-03-10", { ...done, retested_on: "2026-03-10" }),
      finding("2026-03-10", { ...done, retested_on: "2026-03-11" }),
      finding("2026-03-10", { ...done, verified_on: "2026-03-11" }),
      finding("2026-03-11", done),
    ],
  ),
  ...file(
    "training",
    ["valid_until"],
    [
      lesson("2026-03-10", { completed_on: "2026-03-10", valid_until: "2026-03-10" }),
      lesson("2026-03-10", { completed_on: "2026-03-09", valid_until: "2026-03-09" }),
      lesson("2026-03-10", { completed_on: "2026-03-11" }),
      lesson("2026-03-11", { completed_on: "2026-03-01" }),
    ],
  ),
  ...file(
    "secondments",
    ["ended_on"],
    [seconded("2026-03-10", "2026-03-10"), seconded("2026-03-09", "2026-03-11")],
  ),
  ...file("sponsor_posts", ["in_post_since"], [post("2026-02-01"), post(null)]),
];

/** The same rows from both partners, of which lantern keeps no record of some fields. */
function file(kind: string, notRecorded: string[], rows: TestFile["rows"]): TestFile[] {
  return [
    { kind, partner: "harbour", asOf: asOf.harbour, rows },
    { kind, partner: "lantern", asOf: asOf.lantern, notRecorded, rows },
  ];
}

let engine: Engine;

beforeAll(async () => {
  const contracts = await discoverContracts();
  engine = await openRecords(contracts, files);
  const dates = { starts: "2026-01", cutOff: "2026-03-31" };
  await makeTallies(engine, contracts, await readTallies(contracts), dates);
});

afterAll(() => {
  engine.close();
});

test.each([
  [
    "a session planned for after the file's day is not due, though it was held",
    "session_plans",
    "session_state",
    [
      "harbour | held | 1",
      "harbour | not due | 1",
      "harbour | not held | 1",
      "lantern | not recorded | 3",
    ],
  ],
  [
    "what was verified after the file's day is overdue, and what was due after it is not due",
    "recommendation_deadlines",
    "deadline_state",
    [
      "harbour | not due | 1",
      "harbour | overdue | 1",
      "harbour | verified in time | 2",
      "lantern | not recorded | 4",
    ],
  ],
  [
    "a finding is closed when it is verified and tried again by the file's day",
    "recommendation_deadlines",
    "finding_state",
    ["harbour | closed | 1", "harbour | open | 3", "lantern | not recorded | 4"],
  ],
  [
    "an unverified recommendation is as old as the file's day",
    "recommendation_closings",
    "status, duration_days",
    ["harbour | closed | 41 | 3", "harbour | open | 59 | 1", "lantern | not recorded | 0 | 4"],
  ],
  [
    "training is in date on its last day of validity and lapsed the day after",
    "training_dues",
    "training_state",
    [
      "harbour | in date | 1",
      "harbour | lapsed | 1",
      "harbour | not completed | 1",
      "harbour | not due | 1",
      "lantern | validity not recorded | 4",
    ],
  ],
  [
    "a secondment of one day lasts one day, and one that ends after the file's day still runs",
    "secondment_lengths",
    "status, duration_days",
    ["harbour | closed | 1 | 1", "harbour | open | 2 | 1", "lantern | not recorded | 0 | 2"],
  ],
  [
    "a holder whose first day nobody knows is in post, for no known time",
    "sponsor_post_months",
    "post_state, tenure, in_post_days",
    [
      "harbour | filled | known | 27 | 1",
      "harbour | filled | not known | 0 | 1",
      "lantern | filled | not recorded | 0 | 2",
    ],
  ],
])("%s", async (_, table, columns, lines) => {
  // prettier-ignore
  const rows = await engine.rows(`
    select partner::varchar as partner, ${columns}, sum(columns('_n$'))::integer
    from ${quoteName(table)} group by all order by all`);
  expect(rows.map((row) => Object.values(row).join(" | "))).toEqual(lines);
});
