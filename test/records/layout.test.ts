import { expect, test } from "vitest";
import {
  csv,
  goodRow,
  ingestFiles,
  ingestFolder,
  makeFolder,
  place,
  programmeYaml,
} from "./programme-folder.ts";

const one = csv(goodRow("A-1"));

test("a later submission of the same partner, kind and period replaces an earlier one", async () => {
  const later = place.replace("04-10", "05-10");
  const { file, engine } = await ingestFiles({
    [place]: one,
    [later]: csv(goodRow("A-1"), goodRow("A-2")),
  });
  expect(file(place).state).toBe("replaced");
  expect(file(later)).toMatchObject({ state: "used", accepted: 2 });
  expect(await engine.rows("select count(*) as n from incidents")).toEqual([{ n: 2 }]);
});

test("a file without a day received is older than one with it", async () => {
  const undated = place.replace("@2026-04-10", "");
  const { file } = await ingestFiles({ [place]: one, [undated]: one });
  expect(file(undated).state).toBe("replaced");
});

test("what was received after publication belongs to a later release and is not read", async () => {
  const { file } = await ingestFiles({ [place.replace("04-10", "08-01")]: "not even CSV" });
  expect(file()).toMatchObject({ state: "later", sha256: null, received: 0 });
});

test("a period that begins after the cut-off belongs to a later release", async () => {
  const { file } = await ingestFiles({ "submissions/harbour/2026-Q3/incidents.csv": one });
  expect(file().state).toBe("later");
});

test("two files whose periods overlap stop everything, and both are named", async () => {
  const dir = await makeFolder({ [place]: one, "submissions/harbour/2026/incidents.csv": one });
  await expect(ingestFolder(dir)).rejects.toThrow(
    /2026-Q1\/incidents@2026-04-10\.csv and submissions\/harbour\/2026\/incidents\.csv|2026\/incidents\.csv and/,
  );
});

test("the day received is the last day of which a file can tell", async () => {
  const { engine } = await ingestFiles({
    [place]: one,
    "submissions/harbour/2025-Q4/incidents.csv": csv(goodRow("A-9").replace("2026-02", "2025-11")),
  });
  expect(
    await engine.rows(`select period_to, received_on, as_of from submissions
      where kind = 'incidents' order by period_to`),
  ).toEqual([
    { period_to: "2025-12-31", received_on: null, as_of: "2025-12-31" },
    { period_to: "2026-03-31", received_on: "2026-04-10", as_of: "2026-04-10" },
  ]);
});

test.each([
  ["submissions/nobody/2026-Q1/incidents.csv", /No partner has the id nobody/],
  ["submissions/harbour/spring/incidents.csv", /folder spring is not a period/],
  ["submissions/harbour/2026-Q1/accidents.csv", /accidents is not a record kind/],
  ["submissions/harbour/2026-Q1/incidents@soon.csv", /not a day such as/],
  ["submissions/harbour/2026-Q1/incidents.xlsx", /Its name is not <kind>\.csv/],
  ["submissions/harbour/incidents.csv", /It does not lie in submissions/],
  ["submissions/harbour/2026-Q1/old/incidents.csv", /It does not lie in submissions/],
])("%s is refused with one sentence", async (path, sentence) => {
  const { file } = await ingestFiles({ [path]: one });
  expect(file()).toMatchObject({ state: "refused", received: 0 });
  expect(file().problem).toMatch(sentence);
});

test("every kind has its table although nothing came", async () => {
  const { engine, report } = await ingestFiles({});
  expect(report.files).toEqual([]);
  for (const kind of ["incidents", "disruptions", "predictions", "complaints", "submissions"]) {
    expect(await engine.rows(`select count(*) as n from ${kind}`)).toEqual([{ n: 0 }]);
  }
  expect(await engine.rows("select count(*) as n from partners")).toEqual([{ n: 2 }]);
});

test("a source elsewhere may hold rows of several partners, by id, name or code", async () => {
  const rows = ["harbour", "Harbour Police", "07", "lantern", "nobody", ""].map(
    (partner, i) => `${goodRow(`A-${i}`)},${partner}`,
  );
  const content = csv(...rows).replace("debrief_held\n", "debrief_held,partner\n");
  const yaml = `${programmeYaml}sources:
  - { files: elsewhere/all.csv, kind: incidents, period: 2026-Q1, received: 2026-04-01 }
`;
  const { engine, file, reasons } = await ingestFiles({ "elsewhere/all.csv": content }, yaml);
  expect(file()).toMatchObject({ partner: null, received: 6, accepted: 4 });
  expect(reasons()).toEqual({ partner_unknown: 2 });
  expect(
    await engine.rows(
      `select s.partner, count(*) as n from incidents join submissions s using (submission_id)
       group by all order by all`,
    ),
  ).toEqual([
    { partner: "harbour", n: 3 },
    { partner: "lantern", n: 1 },
  ]);
});

test("a source for several partners may not repeat what a partner's own folder says", async () => {
  const content = csv(`${goodRow("A-1")},harbour`).replace("held\n", "held,partner\n");
  const yaml = `${programmeYaml}sources:
  - { files: all.csv, kind: incidents, period: 2026, received: 2026-04-01 }
`;
  const dir = await makeFolder({ "all.csv": content, [place]: one }, yaml);
  await expect(ingestFolder(dir)).rejects.toThrow(/speak of the same partner, kind and time/);
});

test("a row whose partner is not the folder's is quarantined", async () => {
  const content = csv(`${goodRow("A-1")},lantern`, `${goodRow("A-2")},HP`).replace(
    "held\n",
    "held,partner\n",
  );
  const { file, reasons } = await ingestFiles({ [place]: content });
  expect(file().accepted).toBe(1);
  expect(reasons()).toEqual({ partner_contradicts_folder: 1 });
});
