import { afterAll, beforeAll, expect, test } from "vitest";
import { quoteName, type Engine } from "../../src/engines/duckdb.ts";
import { discoverContracts } from "../../src/records/discover.ts";
import { makeTallies, readTallies } from "../../src/tallies/tally.ts";
import { openRecords, type TestFile } from "./records-engine.ts";

/*
 * The cut-off is 31 March 2026. Harbour's file speaks of the days to 10 March; Lantern's of those to
 * the cut-off, and it keeps no record of how or when things end.
 */

const contracts = await discoverContracts();

const request = (
  requested: string,
  facts: Record<string, string> = {},
): TestFile["rows"][number] => ({
  request_direction: "'incoming'",
  counterpart_sector: "'private'",
  request_urgency: "'urgent'",
  requested_on: `date '${requested}'`,
  ...facts,
});

const ended = (outcome: string, day: string): Record<string, string> => ({
  exchange_outcome: `'${outcome}'`,
  concluded_on: `date '${day}'`,
});

const error = (severity: string, found: string, reported?: string): TestFile["rows"][number] => ({
  error_cause: "'human'",
  error_severity: `'${severity}'`,
  found_by: "'self'",
  found_on: `date '${found}'`,
  ...(reported === undefined ? {} : { reported_on: `date '${reported}'` }),
});

const harbour = { partner: "harbour", asOf: "2026-03-10" };
const lantern = { partner: "lantern", asOf: "2026-04-10" };

const files: TestFile[] = [
  {
    ...harbour,
    kind: "exchanges",
    rows: [
      request("2026-01-01", ended("executed", "2026-03-10")),
      request("2026-01-01", ended("executed", "2026-03-11")),
      request("2026-01-01", ended("refused_on_rights", "2026-01-20")),
      request("2026-01-01", ended("withdrawn", "2026-01-20")),
      request("2026-04-01"),
    ],
  },
  {
    ...lantern,
    kind: "exchanges",
    notRecorded: ["concluded_on", "exchange_outcome", "legal_basis_documented"],
    rows: [request("2026-01-01", { proportionality_reviewed: "false" })],
  },
  {
    ...harbour,
    kind: "errors",
    rows: [
      error("serious", "2026-02-24", "2026-03-10"),
      error("serious", "2026-02-22", "2026-03-07"),
      error("reportable", "2026-02-25", "2026-02-26"),
      error("recordable", "2026-02-02"),
    ],
  },
  {
    ...lantern,
    kind: "errors",
    notRecorded: ["reported_on"],
    rows: [error("serious", "2026-02-02")],
  },
  {
    ...harbour,
    kind: "retention",
    rows: [
      { system_class: "'bulk_data'", due_on: "date '2026-03-10'" },
      {
        system_class: "'bulk_data'",
        due_on: "date '2026-03-09'",
        reviewed_on: "date '2026-03-10'",
        retention_outcome: "'kept'",
      },
    ],
  },
  {
    ...harbour,
    kind: "notifications",
    rows: [
      { power_class: "'observation'", ended_on: "date '2025-12-10'" },
      { power_class: "'observation'", ended_on: "date '2025-12-11'" },
      {
        power_class: "'observation'",
        ended_on: "date '2025-12-10'",
        deferral_ground: "'safety'",
      },
    ],
  },
  {
    ...harbour,
    kind: "access_requests",
    rows: [
      { data_right: "'access'", received_on: "date '2026-02-08'" },
      { data_right: "'access'", received_on: "date '2026-02-09'" },
    ],
  },
];

let engine: Engine;

beforeAll(async () => {
  engine = await openRecords(contracts, files);
  const period = { starts: "2025-12", cutOff: "2026-03-31" };
  await makeTallies(engine, contracts, await readTallies(contracts), period);
});

afterAll(() => {
  engine.close();
});

const expected: [table: string, column: string, lines: string[]][] = [
  [
    "exchange_executions",
    "status",
    ["harbour closed: 1", "harbour not executed: 2", "harbour open: 1", "lantern not recorded: 1"],
  ],
  [
    "exchange_terms",
    "term_state",
    ["harbour not due: 2", "harbour not executed: 2", "lantern not recorded: 1"],
  ],
  [
    "exchange_ages",
    "state_then || ' ' || age_band",
    ["harbour ended none: 3", "harbour open 30: 1", "lantern not recorded none: 1"],
  ],
  ["exchange_safeguards", "safeguards", ["harbour not known: 4", "lantern not recorded: 1"]],
  [
    "exchange_assessments",
    "assessment",
    [
      "harbour not assessed: 2",
      "harbour on other grounds: 1",
      "harbour on rights grounds: 1",
      "lantern not recorded: 1",
    ],
  ],
  [
    "exchange_counterparts",
    "counterpart",
    ["harbour beyond the state: 4", "lantern beyond the state: 1"],
  ],
  [
    "error_reports",
    "report_state",
    [
      "harbour in time: 1",
      "harbour late: 1",
      "harbour not due: 1",
      "harbour not required: 1",
      "lantern not recorded: 1",
    ],
  ],
  ["retention_reviews", "review_state", ["harbour late: 1", "harbour waiting: 1"]],
  ["notices", "notice_state", ["harbour deferred: 1", "harbour not due: 1", "harbour not told: 1"]],
  ["access_answers", "answer_state", ["harbour late: 1", "harbour not due: 1"]],
];

test.each(expected)("%s tells apart what is over, due, open and not recorded", async (...row) => {
  const [table, column, lines] = row;
  const rows = await engine.rows<{ line: string }>(`
    select concat(partner, ' ', said, ': ', cases_n) as line
    from (
      select partner, ${column} as said, sum(columns('_n$'))::integer as cases_n
      from ${quoteName(table)} group by all
    )
    order by line`);
  expect(rows.map(({ line }) => line)).toEqual(lines);
});
