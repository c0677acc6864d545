import { expect, test } from "vitest";
import { judgeExpression } from "../../src/records/expressions.ts";
import {
  csv,
  goodRow,
  header,
  ingestFiles,
  openEngine,
  place,
  programmeYaml,
} from "./programme-folder.ts";

const lantern = place.replace("harbour", "lantern");

/** programme.yaml with this mapping for the incidents of lantern. */
const withMapping = (mapping: string) => programmeYaml.replace("own: {}", `own: ${mapping}`);

const ownFile = [
  "ref;category;severity;raised;closed;rung;held;remark",
  '"L-1";"T4";"3";"03/02/2026 14:05:00";"";"1";"J";"free; text"',
  "L-2;T6;2;04/02/2026 14:05:00;05/02/2026 09:00:00;;N;",
  "L-3;T6;2;31/02/2026 14:05:00;;;;",
  "L-4;T9;2;04/02/2026 14:05:00;;;;",
].join("\r\n");

const ownMapping = `
    delimiter: ";"
    ignore: [remark]
    columns:
      incident_id: ref
      threat_type: category
      alerted_at: { sql: "strptime(raised, '%d/%m/%Y %H:%M:%S')" }
      acknowledged_at: not recorded
      shared_at: not recorded
      acted_at: not recorded
      closed_at: { sql: "strptime(closed, '%d/%m/%Y %H:%M:%S')" }
      escalation_level: rung
      debrief_held: held
    codes:
      threat_type: { T4: drugs, T6: fraud }
      severity: { "2": medium, "3": high }
      debrief_held: { J: true, N: false }`;

test("a partner's own columns, codes and separator become the contract's", async () => {
  const { engine, file, reasons } = await ingestFiles(
    { [lantern]: ownFile },
    withMapping(ownMapping),
  );
  expect(file()).toMatchObject({ received: 4, accepted: 2, mapped: true });
  expect(reasons()).toEqual({ mapping_failed: 1, threat_type_not_valid: 1 });
  expect(
    await engine.rows("select * exclude (submission_id) from incidents order by alerted_at"),
  ).toMatchObject([
    {
      threat_type: "drugs",
      severity: "high",
      alerted_at: "2026-02-03 14:05:00",
      closed_at: null,
      debrief_held: true,
    },
    {
      threat_type: "fraud",
      severity: "medium",
      closed_at: "2026-02-05 09:00:00",
      debrief_held: false,
    },
  ]);
});

test("a file without a column that may be empty does not record it; an empty cell is something else", async () => {
  const without = csv(goodRow("A-1")).replace(",closed_at", "").replace("00,,,,,1", "00,,,,1");
  const { engine, file } = await ingestFiles({ [place]: without });
  const given = ["acknowledged_at", "shared_at", "acted_at", "escalation_level", "debrief_held"];
  expect(file()).toMatchObject({ state: "used", accepted: 1 });
  expect(file().notRecorded).toContain("closed_at");
  expect(given.filter((field) => file().notRecorded.includes(field))).toEqual([]);
  expect(
    await engine.rows(`select list_contains(not_recorded, 'closed_at') as closed,
      list_contains(not_recorded, 'acted_at') as acted from submissions where kind = 'incidents'`),
  ).toEqual([{ closed: true, acted: false }]);
});

test("not recorded is kept apart from still open", async () => {
  const { engine } = await ingestFiles({ [lantern]: ownFile }, withMapping(ownMapping));
  const [submission] = await engine.rows<{ fields: string[] }>(
    "select not_recorded[1:3] as fields from submissions where kind = 'incidents'",
  );
  expect(submission!.fields).toEqual(["acknowledged_at", "shared_at", "acted_at"]);
});

test.each([
  [
    "a required field not recorded",
    "{ columns: { alerted_at: not recorded } }",
    /no record can do without/,
  ],
  [
    "a required code not recorded",
    "{ columns: { threat_type: not recorded } }",
    /can do without it: say \{ value: not_stated \}\.$/,
  ],
  ["a field of no contract", "{ columns: { alarmed_at: ref } }", /speaks of alarmed_at/],
  [
    "a column the file has not",
    "{ columns: { severity: gravity } }",
    /reads the column gravity, which the file does not have/,
  ],
  [
    "an expression over a column the file has not",
    "{ columns: { severity: { sql: lower(gravity) } } }",
    /reads the column gravity, which the file does not have/,
  ],
  [
    "a column with other capitals",
    "{ columns: { severity: Severity } }",
    /reads the column Severity, which the file does not have: did you mean severity\?/,
  ],
  [
    "a function of no row",
    `{ columns: { severity: { sql: "getenv('HOME')" } } }`,
    /calls a function that is not allowed, getenv\./,
  ],
  [
    "a function by a misspelt name",
    `{ columns: { alerted_at: { sql: "strptim(alerted_at, '%Y')" } } }`,
    /not allowed, strptim; did you mean strptime\./,
  ],
  [
    "a file",
    `{ columns: { severity: { sql: "(select * from read_text('/etc/hosts'))" } } }`,
    /asks another table/,
  ],
  [
    "a code that the contract does not have",
    "{ codes: { severity: { x: extreme } } }",
    /into one that the contract does not have/,
  ],
  ["an ignored column that tells who", "{ ignore: [officer_name] }", /officer_name suggests/],
])("a mapping that names %s refuses the file", async (_, mapping, sentence) => {
  const named = mapping.includes("officer_name");
  const content = named
    ? `${header},officer_name\n${goodRow("A-1")},x\n`
    : `${header}\n${goodRow("A-1")}\n`;
  const { file } = await ingestFiles({ [lantern]: content }, withMapping(mapping));
  expect(file().state).toBe("refused");
  expect(file().problem).toMatch(sentence);
});

test("a constant and the number of the row may stand for a field", async () => {
  const content = `${header.replace("incident_id,", "").replace(",severity", "")}\n${"drugs,2026-02-03 14:05:00,,,,,1,true\n".repeat(3)}`;
  const mapping = `{ columns: { incident_id: { sql: "'L-' || file_row" }, severity: { value: low } } }`;
  const { engine, file } = await ingestFiles({ [lantern]: content }, withMapping(mapping));
  expect(file()).toMatchObject({ received: 3, accepted: 3, duplicates: 0 });
  expect(await engine.rows("select distinct severity from incidents")).toEqual([
    { severity: "low" },
  ]);
});

test("latin-1 is read where the mapping says so", async () => {
  const content = Buffer.from(
    `${header}\n${goodRow("A-1").replace("drugs", "d\xe9lit")}\n`,
    "latin1",
  );
  const mapping = `{ encoding: latin-1, codes: { threat_type: { d\u00e9lit: fraud } } }`;
  const { file } = await ingestFiles({ [lantern]: content }, withMapping(mapping));
  expect(file()).toMatchObject({ received: 1, accepted: 1 });
});

test("a direct identifier in an own column that a mapping reads is quarantined", async () => {
  const content = `${header}\n${goodRow("A-1").replace("high", "call +44 20 7946 0000")}\n`;
  const mapping = `{ columns: { severity: { sql: "case when severity like 'call%' then 'high' end" } } }`;
  const { reasons } = await ingestFiles({ [lantern]: content }, withMapping(mapping));
  // The column is given to its own name through an expression, so its text is looked at too.
  expect(reasons()).toEqual({ direct_identifier: 1 });
});

test.each([
  ["strptime(raised, '%d/%m/%Y')", ["raised"]],
  ["case when a > 1 then b else 'x' end", ["a", "b"]],
  ["try_cast(a as decimal(18, 2)) + 1", ["a"]],
  ["a[1:4] || '-' || file_row", ["a", "file_row"]],
  ["alerted + interval 2 hour", ["alerted"]],
  ["a -- a remark ends with its line", ["a"]],
])("the expression %s is allowed", async (sql, columns) => {
  expect(await judgeExpression(await openEngine(), sql)).toEqual({ columns });
});

test.each([
  "(select 1)",
  "exists (select 1)",
  "a in (select b from c)",
  "getenv('HOME')",
  "read_text('/etc/hosts')",
  "read_csv('x.csv')",
  "current_setting('memory_limit')",
  "now()",
  "random()",
  "nextval('s')",
  "query('select 1')",
  "count(*)",
  "sum(a) over ()",
  "row_number() over ()",
  "t.a",
  "columns('.*')",
  "*",
  "a, b",
  "a) from t where (b",
  "a; drop table incidents",
  "a) ; (b",
  "list_transform([a], lambda x: x)",
  "$1",
  "",
  "))((",
])("the expression %s is refused", async (sql) => {
  expect(await judgeExpression(await openEngine(), sql)).toHaveProperty("fault");
});
