import { expect, test } from "vitest";
import { Engine } from "../../src/engines/duckdb.ts";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  csv,
  goodRow,
  header,
  ingestFiles,
  makeFolder,
  place,
  type Files,
} from "./programme-folder.ts";

const good = csv(goodRow("A-1"), goodRow("A-2"));
const parquetPlace = place.replace(".csv", ".parquet");

async function parquet(select: string): Promise<Buffer> {
  const dir = await makeFolder({});
  const engine = await Engine.open();
  await engine.run(`copy (${select}) to '${join(dir, "x.parquet")}' (format parquet)`);
  engine.close();
  return readFile(join(dir, "x.parquet"));
}

const goodParquet = `select 'A-' || i as incident_id, 'drugs' as threat_type, 'high' as severity,
  timestamp '2026-02-03 14:05:00' as alerted_at, null::timestamp as acknowledged_at,
  null::timestamp as shared_at, null::timestamp as acted_at, null::timestamp as closed_at,
  1 as escalation_level, true as debrief_held from range(2000) t(i)`;

async function refusal(files: Files): Promise<string> {
  const other = "submissions/harbour/2025-Q4/incidents.csv";
  const row = goodRow("B-1").replace("2026-02", "2025-11");
  const { file, report } = await ingestFiles({ ...files, [other]: csv(row) });
  const [path] = Object.keys(files);
  expect(file(other), "the other files go on").toMatchObject({ state: "used", accepted: 1 });
  expect(file(path)).toMatchObject({ state: "refused", received: 0, accepted: 0 });
  expect(report.totals).toEqual({ received: 1, accepted: 1, quarantined: 0, duplicates: 0 });
  return file(path).problem!;
}

const utf16 = Buffer.from(`\uFEFF${good}`, "utf16le");

test.each<[string, string | Buffer, RegExp]>([
  ["an empty file", "", /^It is empty: ask for it again\.$/],
  ["a header alone", `${header}\n`, /^It has a header and no rows: ask for it whole/],
  ["a header alone without a line end", header, /^It has a header and no rows: /],
  ["UTF-16 with a mark", utf16, /save it as UTF-8/],
  ["UTF-16 without a mark", utf16.subarray(2), /save it as UTF-8/],
  [
    "semicolons",
    good.replaceAll(",", ";"),
    /looks separated by ";": save it with commas, or say delimiter/,
  ],
  ["tabs", good.replaceAll(",", "\t"), /looks separated by tabs/],
  ["no header", `${goodRow("A-1")}\n${goodRow("A-2")}\n`, /Its first line is not a header/],
  ["an empty first line", `\n${good}`, /Its first line is empty/],
  ["an endless first line", "x".repeat(300_000), /too long to be a header/],
  ["a header twice", good.replace("severity", "threat_type"), /column threat_type more than once/],
  ["a header twice in capitals", good.replace("severity", "Threat_Type"), /more than once/],
  ["a misspelt column", good.replace("debrief_held", "debreif_held"), /mean debrief_held\?/],
  ["an unknown column", good.replace("held\n", "held,notes\n"), /does not know: notes\./],
  ["a missing column", good.replace(/,severity|,high/g, ""), /It lacks severity, which/],
  ["a column named in capitals", good.replace("severity", "Severity"), /know: Severity/],
  ["a name", good.replace("held\n", "held,suspect_name\n"), /suspect_name suggests/],
  ["an e-mail", good.replace("held\n", "held,EMail\n"), /EMail suggests/],
  ["a latitude", good.replace("held\n", "held,lat\n"), /lat suggests/],
  ["a date of birth", good.replace("held\n", "held,dateOfBirth\n"), /dateOfBirth suggests/],
  ["a header that is not UTF-8", Buffer.from(`${header},\xe9t\xe9\nx\n`, "latin1"), /not UTF-8/],
])("%s is refused with one sentence, and the other files go on", async (_, content, sentence) => {
  expect(await refusal({ [place]: content })).toMatch(sentence);
});

test("a column whose name could be a value is refused but not shown", async () => {
  const problem = await refusal({ [place]: good.replace("held\n", "held,+31 6 12345678\n") });
  expect(problem).not.toContain("1234");
});

test("Parquet that is cut off, or is none, is refused", async () => {
  const whole = await parquet(goodParquet);
  expect(await refusal({ [parquetPlace]: whole.subarray(0, whole.length - 500) })).toMatch(
    /Parquet/,
  );
  expect(await refusal({ [parquetPlace]: good })).toMatch(/not a Parquet file/);
  expect(await refusal({ [parquetPlace]: "PAR1PAR1" })).toMatch(/not a Parquet file/);
  const hollow = Buffer.concat([whole.subarray(0, 4), Buffer.alloc(600, 7), whole.subarray(604)]);
  expect(await refusal({ [parquetPlace]: hollow })).toMatch(/damaged or was cut off|Parquet/);
});

test("Parquet without rows, with lists, or with an unknown column is refused", async () => {
  expect(await refusal({ [parquetPlace]: await parquet(`${goodParquet} limit 0`) })).toMatch(
    /It has no rows/,
  );
  const lists = goodParquet.replace("'high' as", "['high'] as");
  expect(await refusal({ [parquetPlace]: await parquet(lists) })).toMatch(/holds lists/);
  const extra = goodParquet.replace("true as debrief_held", "true as debrief_held, 1 as extra");
  expect(await refusal({ [parquetPlace]: await parquet(extra) })).toMatch(/does not know: extra/);
});

test("a good Parquet file is read with its types", async () => {
  const { file } = await ingestFiles({ [parquetPlace]: await parquet(goodParquet) });
  expect(file()).toMatchObject({ state: "used", received: 2000, accepted: 2000 });
});

test("an unknown key in one line of NDJSON refuses the file", async () => {
  const keys = header.split(",");
  const line = (more: object) =>
    JSON.stringify({
      ...Object.fromEntries(
        goodRow("A-1")
          .split(",")
          .map((cell, i) => [keys[i], cell || null]),
      ),
      ...more,
    });
  const path = place.replace(".csv", ".ndjson");
  expect(await refusal({ [path]: `${line({})}\n${line({ remark: "x" })}\n` })).toMatch(/remark/);
  expect(await refusal({ [path]: "not json\n" })).toMatch(/None of its lines is a JSON object/);
});
