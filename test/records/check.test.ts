import { expect, test } from "vitest";
import { join } from "node:path";
import { check } from "../../src/check.ts";
import { describeReport, hasFailed } from "../../src/records/describe-report.ts";
import { ingestReportSchema } from "../../src/records/report.ts";
import { csv, goodRow, makeFolder, place } from "./programme-folder.ts";

const other = "submissions/harbour/2025-Q4/incidents.csv";

test("a check of a folder looks at every file and fails when one is refused", async () => {
  const dir = await makeFolder({ [place]: csv(goodRow("A-1")), [other]: "" });
  const { report } = await check([dir]);
  expect(report.files.map(({ state }) => state)).toEqual(["refused", "used"]);
  expect(hasFailed(report)).toBe(true);
  expect(() => ingestReportSchema.parse(JSON.parse(JSON.stringify(report)))).not.toThrow();
});

test("a check passes when rows are quarantined, and says so", async () => {
  const dir = await makeFolder({ [place]: csv(goodRow("A-1"), goodRow("A-1"), "A-2,what") });
  const { report } = await check([dir]);
  expect(hasFailed(report)).toBe(false);
  expect(describeReport("Test", report, [])).toContain(
    "3 rows received = 1 accepted + 1 quarantined + 1 repeat.",
  );
});

test("a row with a code of the partner's own is told which codes there are, not which it has", async () => {
  const own = goodRow("A-2").replace("drugs", "narcotics");
  const dir = await makeFolder({ [place]: csv(goodRow("A-1"), own) });
  const { contracts, report } = await check([dir]);
  const said = describeReport("Test", report, contracts).replace(/\s+/g, " ");
  expect(said).toContain(
    "Its threat_type is not one of its codes. They are terrorism, trafficking,",
  );
  expect(said).toContain("not_stated; a mapping in programme.yaml turns others into them.");
  expect(said).not.toContain("narcotics");
});

test("a check fails when a row could tell who somebody is", async () => {
  const dir = await makeFolder({ [place]: csv(goodRow("A-1"), goodRow("GB29NWBK60161331926819")) });
  const { report } = await check([dir]);
  expect(hasFailed(report)).toBe(true);
});

test("a check of one file or folder leaves the others alone", async () => {
  const dir = await makeFolder({ [place]: csv(goodRow("A-1")), [other]: "" });
  for (const path of [place, "submissions/harbour/2026-Q1"]) {
    const { report } = await check([join(dir, path)], dir);
    expect(report.files.map(({ file }) => file)).toEqual([place]);
  }
});

test("a path that is no submission is told, with where to put it", async () => {
  const dir = await makeFolder({ "elsewhere.csv": "x" });
  await expect(check([join(dir, "elsewhere.csv")], dir)).rejects.toMatchObject({
    code: "not_a_submission",
  });
});
