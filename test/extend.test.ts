import { appendFile, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readRelease, type Release } from "../src/release/read.ts";
import { complaint, plumbline, root, type Said } from "./command.ts";
import { copySample, startWithSecond } from "./few-kinds.ts";

/** A record kind that the project does not have: its contract and its tally, and no more. */
const kind = {
  "pipelines/1-records/briefings.ts": `
import { defineContract } from "../../src/records/contract.ts";
import { codeField, dateField, keyField } from "../../src/records/fields.ts";

export const briefings = defineContract({
  kind: "briefings",
  title: "Briefings",
  record: "One briefing given to those who oversee the programme.",
  key: "briefing_id",
  dated: "given_on",
  quasiIdentifiers: ["audience"],
  fields: {
    briefing_id: keyField({ description: "A pseudonym.", example: "B-1" }),
    audience: codeField(
      { parliament: "Parliament", inspectorate: "Inspectorate" },
      { description: "Who was briefed.", example: "parliament" },
    ),
    given_on: dateField({ description: "When.", unit: "day", example: "2026-03-03" }),
  },
  rules: [],
});`,
  "pipelines/2-tallies/briefings.sql": `
create table briefings_given as
select date_trunc('month', given_on)::date as month, partner, audience,
  count(*)::integer as briefings_n
from briefings cross join programme_period p
where given_on between p.starts and p.cut_off
group by all;`,
};

const text = (about: object) => `
import { defineIndicator } from "../../../src/indicators/define.ts";

export default defineIndicator(${JSON.stringify({
  family: "rights",
  order: 90,
  question: "How many?",
  formula: "the number of them",
  counts: "All of them.",
  leavesOut: "Nothing.",
  measure: "count",
  unit: "count",
  direction: "none",
  directionWhy: "It only counts.",
  says: { headline: "{value} were counted", higher: "more", lower: "fewer" },
  source: "Invented for a test.",
  caveats: [],
  ...about,
})});`;

/** Worked examples: these records, this result. */
const examples = (records: string, columns: string, row: string) =>
  ["## One counts", "## It counts again"]
    .map(
      (title) => `${title}

Given ${records}:

| ${columns} |
| --- | --- |
| ${row} |

Then:

| statistic | value | n |
| --- | --- | --- |
| count | 1 | 1 |
`,
    )
    .join("\n")
    .replace(/^/, "# Worked examples\n\nCut-off: 2026-03-31\n\n");

/** An indicator on the new kind, and one on a kind that is there: a folder of three files each. */
const indicators = {
  "pipelines/3-indicators/briefings-given/indicator.sql":
    "select month, partner, audience, sum(briefings_n)::integer as cases_n\nfrom briefings_given group by all",
  "pipelines/3-indicators/briefings-given/indicator.ts": text({
    title: "Briefings given",
    tallies: ["briefings"],
    breakdowns: ["quarter", "month", "partner", "audience"],
  }),
  "pipelines/3-indicators/briefings-given/examples.md": examples(
    "briefings",
    "partner | given_on",
    "harbour | 2026-03-03",
  ),
  "pipelines/3-indicators/web-complaints/indicator.sql":
    "select month, partner, right_engaged, sum(complaints_n)::integer as cases_n\nfrom complaint_closings group by all",
  "pipelines/3-indicators/web-complaints/indicator.ts": text({
    title: "Complaints, counted once more",
    tallies: ["complaints"],
    breakdowns: ["quarter", "right_engaged"],
  }),
  "pipelines/3-indicators/web-complaints/examples.md": examples(
    "complaints",
    "partner | received_on",
    "harbour | 2026-02-02",
  ),
};

const briefings = Array.from(
  { length: 40 },
  (_, i) => `B-${i},${i % 3 === 0 ? "parliament" : "inspectorate"},2026-0${1 + (i % 6)}-1${i % 9}`,
);

const parts = [
  ...["src", "pipelines", "reports"],
  ...["package.json", "tsconfig.json", "astro.config.mjs"],
];
let project: string;
let run: Said;
let site: Said;
let release: Release;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "plumbline-extend-"));
  for (const part of parts) await cp(join(root, part), join(project, part), { recursive: true });
  await symlink(join(root, "node_modules"), join(project, "node_modules"));
  await copySample(join(project, "data"), ["complaints"]);
  await startWithSecond(join(project, "data"));
  const submission = "data/submissions/harbour/2025-10_2026-09/briefings@2026-10-09.csv";
  const content = ["briefing_id,audience,given_on", ...briefings, "B-X,press,2026-01-01", ""];
  for (const [path, file] of Object.entries({ ...kind, ...indicators })) {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await writeFile(join(project, path), file);
  }
  await appendFile(join(project, submission), content.join("\n"));
  const place = { project, cwd: project };
  const options = ["--releases", "releases", "--tier", "public"];
  run = await plumbline(["run", "--data", "data", ...options, "--release", "2026-q3"], place);
  expect(run.code, run.err).toBe(0);
  release = await readRelease(join(project, "releases/2026-q3/public"));
  site = await plumbline(["site", ...options, "--out", "dist"], place);
}, 300_000);

afterAll(() => rm(project, { recursive: true }));

const find = (id: string) => release.indicators.find(({ definition }) => definition.id === id)!;

test("a new indicator is three files: its figures and its definition are in the release", () => {
  expect(run.code).toBe(0);
  const { definition, headline } = find("web-complaints");
  expect(definition.title).toBe("Complaints, counted once more");
  expect(headline.latest.value).toBe(find("complaints-received").headline.latest.value);
});

test("a new record kind is a contract and a tally: its rows are checked, counted and explained", () => {
  const { definition, figures, headline } = find("briefings-given");
  expect(headline.latest).toMatchObject({ value: 40, n: 40 });
  expect(definition.tallies.map(({ name }) => name)).toEqual(["briefings"]);
  const audiences = figures.filter(({ breakdown }) => breakdown === "audience");
  // 14 and 26 in the records, rounded with their margins kept.
  expect(audiences.map(({ category }) => category)).toEqual(["parliament", "inspectorate"]);
  const [parliament, inspectorate] = audiences.map(({ value }) => value!);
  expect(parliament! + inspectorate!).toBe(40);
  expect(Math.abs(parliament! - 14)).toBeLessThan(10);
  const entry = release.codebook.find((one) => one.kind === "briefings")!;
  expect(entry.fields.map(({ name }) => name)).toEqual(["briefing_id", "audience", "given_on"]);
  expect(release.about.labels["audience"]).toMatchObject({ parliament: "Parliament" });
  expect(release.coverage.some((one) => one.kind === "briefings")).toBe(true);
  const quality = release.quality.find((one) => one.kind === "briefings");
  expect(quality?.accepted).toMatchObject({ value: 40 });
});

test("an indicator whose SQL is wrong is named, with what the engine does not understand", async () => {
  const path = "pipelines/3-indicators/web-complaints/indicator.sql";
  const sql = await readFile(join(project, path), "utf8");
  await writeFile(join(project, path), sql.replace("complaints_n", "complaint_n"));
  const args = ["run", "--data", "data", "--releases", "other", "--tier", "public"];
  const said = await plumbline([...args, "--release", "2026-q3"], { project, cwd: project });
  await writeFile(join(project, path), sql);
  expect(complaint(said)[0]).toMatch(/web-complaints does not run: Binder Error.*"complaint_n"/);
  expect(said.code).toBe(1);
});

test("the site has a page for each, and the codebook of the new kind, with no other edit", async () => {
  expect(site.code).toBe(0);
  const page = (path: string) => readFile(join(project, "dist/public", path), "utf8");
  expect(await page("indicators/briefings-given/index.html")).toContain("Inspectorate");
  expect(await page("indicators/web-complaints/index.html")).toContain("counted once more");
  expect(await page("data/index.html")).toContain("given_on");
});
