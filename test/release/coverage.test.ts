import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Coverage } from "../../src/release/schema.ts";
import { run } from "../../src/run.ts";
import { makeFolder, programmeYaml } from "../records/programme-folder.ts";

const header =
  "line_id,census_on,funding_horizon,due_on,planned_amount,committed_amount,currency,for_technology,funder";

test("a census of the last day of a quarter speaks of the quarter, and one that is empty of none", async () => {
  const row = "F-1,2026-03-31,next_12_months,2026-12-31,1000,500,EUR,false,state";
  const dir = await makeFolder({
    "submissions/harbour/2025-10_2026-06/funding@2026-07-10.csv": `${header}\n${row}\n`,
    "programme.yaml": programmeYaml.replace("starts: 2025-01", "starts: 2025-10"),
  });
  const releases = join(dir, "releases");
  await run({ data: dir, releases, tier: "auditor" });
  const text = await readFile(join(releases, "2026-q2/auditor/coverage.json"), "utf8");
  const states = (JSON.parse(text) as Coverage[])
    .filter(({ kind }) => kind === "funding")
    .map(({ month, state }) => `${month} ${state}`);
  expect(states).toEqual([
    ...["2025-10 silent", "2025-11 silent", "2025-12 silent"],
    ...["2026-01 reported", "2026-02 reported", "2026-03 reported"],
    ...["2026-04 silent", "2026-05 silent", "2026-06 silent"],
  ]);
});
