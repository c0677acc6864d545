import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { measures } from "../../src/measures/index.ts";
import { readPublished } from "../../src/recompute/read-published.ts";
import { recomputeRows } from "../../src/recompute/recompute-rows.ts";
import { isAsPublished, recomputeRelease } from "../../src/recompute/recompute-release.ts";
import { readRelease } from "../../src/release/read.ts";
import type { Definition, Figure, Headline } from "../../src/release/schema.ts";
import { run } from "../../src/run.ts";
import { readFolder } from "../../src/trust/disk.ts";
import { copySample, kindsOfEveryMeasure } from "../few-kinds.ts";

let folder: string;
let published: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plumbline-recompute-test-"));
  const [data, releases] = [join(folder, "data"), join(folder, "releases")];
  await copySample(data, kindsOfEveryMeasure);
  for (const tier of ["public", "auditor"] as const) {
    await run({ data, releases, tier, only: "2026-q2" });
  }
  published = join(releases, "2026-q2/public");
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

/** A copy of the public release in which one file of JSON reads differently. */
async function tamper<T>(path: string, change: (value: T) => T): Promise<string> {
  const copy = await mkdtemp(join(folder, "copy-"));
  await cp(published, copy, { recursive: true });
  const value = JSON.parse(await readFile(join(copy, path), "utf8")) as T;
  await writeFile(join(copy, path), JSON.stringify(change(value)));
  return copy;
}

test("the release has an indicator of every measure", async () => {
  const { indicators } = await readRelease(published);
  const used = new Set(indicators.map(({ definition }) => definition.measure));
  expect([...used].sort()).toEqual(Object.keys(measures).sort());
});

test("every figure of a public release but of sums of money follows from its tallies", async () => {
  const result = await recomputeRelease(published);
  expect(isAsPublished(result)).toBe(true);
  expect(result.agreed).toBeGreaterThan(2000);
  expect(result.agreed + result.notRecomputable.length).toBe(result.figures);
  const sums = ["total", "numerator", "denominator"];
  const others = result.notRecomputable.filter(({ statistic }) => !sums.includes(statistic));
  expect(others).toEqual([]);
});

test("of the exact tier every figure follows from its tallies, sums of money too", async () => {
  const result = await recomputeRelease(join(published, "../auditor"));
  expect(isAsPublished(result)).toBe(true);
  expect(result.agreed).toBe(result.figures);
});

test("a figure that is changed by one in a thousand is named with both values", async () => {
  const path = "indicators/complaints-received/figures.json";
  let truth = 0;
  const copy = await tamper<Figure[]>(path, ([first, ...rest]) => {
    truth = first!.value!;
    return [{ ...first!, value: truth * 1.001 }, ...rest];
  });
  const { differing, faults } = await recomputeRelease(copy);
  expect(differing).toHaveLength(1);
  expect(differing[0]).toMatchObject({
    indicator: "complaints-received",
    statistic: "count",
    published: { value: truth * 1.001 },
    recomputed: { value: truth },
  });
  expect(faults.map(({ file }) => file)).toContain("headlines.json");
});

test("a figure that is left out, and one that is made up, are named", async () => {
  const path = "indicators/complaints-received/figures.json";
  const copy = await tamper<Figure[]>(path, (figures) =>
    figures.map((one, at) => (at === 20 ? { ...one, category: "nowhere" } : one)),
  );
  const { differing } = await recomputeRelease(copy);
  expect(
    differing.map(({ published: was, recomputed }) => [was === null, recomputed === null]),
  ).toEqual([
    [false, true],
    [true, false],
  ]);
});

test("a number shown where the tier would hide it is named", async () => {
  const path = "indicators/complaints-upheld/figures.json";
  const copy = await tamper<Figure[]>(path, (figures) =>
    figures.map((one) => (one.status === "hidden" ? { ...one, status: "value", value: 0.5 } : one)),
  );
  const { differing } = await recomputeRelease(copy);
  expect(differing.length).toBeGreaterThan(0);
  expect(differing.every(({ recomputed }) => recomputed?.status === "hidden")).toBe(true);
});

test("shown parts of a sum of money that do not make up the shown whole are named", async () => {
  const path = "indicators/assets-restrained/figures.json";
  const copy = await tamper<Figure[]>(path, (figures) =>
    figures.map((one) =>
      one.breakdown === "year" && one.exact !== null ? { ...one, exact: "1.00" } : one,
    ),
  );
  const { differing } = await recomputeRelease(copy);
  expect(differing.length).toBeGreaterThan(0);
  expect(differing.every(({ statistic }) => statistic === "total")).toBe(true);
});

interface Rows {
  columns: { name: string; values: number[] }[];
}

test("a changed row is told, and figures are taken from the tallies all the same", async () => {
  const copy = await tamper<Rows>("indicators/complaints-received/rows.json", (rows) => ({
    ...rows,
    columns: rows.columns.map((column) =>
      column.name === "cases_n" ? { ...column, values: column.values.map((n) => n + 10) } : column,
    ),
  }));
  const { differing, faults } = await recomputeRelease(copy);
  expect(differing).toEqual([]);
  expect(faults).toMatchObject([{ file: "indicators/complaints-received/rows.json" }]);
});

test("a changed count of a tally moves figures and rows of the indicators that read it", async () => {
  const copy = await tamper<{ complaints_n: number }[]>("tallies/complaint_closings.json", (rows) =>
    rows.map((row, at) => (at === 0 ? { ...row, complaints_n: row.complaints_n + 10 } : row)),
  );
  const { differing, faults } = await recomputeRelease(copy);
  const moved = new Set(differing.map(({ indicator }) => indicator));
  expect([...moved]).toContain("complaint-closing-time");
  expect([...moved].every((id) => /complaint|remed/.test(id))).toBe(true);
  expect(faults.some(({ file }) => file.endsWith("rows.json"))).toBe(true);
});

const withSql = (sql: string) => (definition: Definition) => ({ ...definition, sql });
const definitionFile = "indicators/complaints-received/definition.json";

test("SQL that is not what its digest says is told", async () => {
  const copy = await tamper<Definition>(definitionFile, (one) =>
    withSql(`${one.sql}\n-- more`)(one),
  );
  const { differing, faults } = await recomputeRelease(copy);
  expect(differing).toEqual([]);
  expect(faults.map(({ file }) => file)).toEqual([definitionFile]);
});

test.each([
  ["two statements", "select 1; drop table complaint_closings", "is not one query"],
  ["a change", "insert into limits values ('a', 1)", "is not one query"],
  ["a setting", "set threads = 1", "is not one query"],
  ["a file", "select * from read_csv('/etc/hostname')", "does not run"],
  ["a missing column", "select month, partner from complaint_closings", "does not run"],
])("published SQL with %s is not run, and is told", async (_, sql, words) => {
  const copy = await tamper<Definition>(definitionFile, (one) => ({
    ...withSql(sql)(one),
    sqlSha256: createHash("sha256").update(sql).digest("hex"),
  }));
  const { faults } = await recomputeRelease(copy);
  expect(faults).toHaveLength(1);
  expect(faults[0]!.sentence).toContain(words);
});

test("published SQL that does not come to an end is stopped, and the next is run", async () => {
  const endless = "select sum(a.range * b.range) as n from range(10000000000) a, range(1000000) b";
  const copy = await tamper<Definition>(definitionFile, withSql(endless));
  const release = await readPublished(copy, readFolder(copy));
  const outcomes = await recomputeRows(release, 0.5);
  const at = release.about.indicators.indexOf("complaints-received");
  expect(outcomes[at]).toEqual({ fault: "Its SQL did not end within 0.5 seconds." });
  expect(outcomes[at + 1]).toHaveProperty("rows");
});

test("a headline that claims another change than its figures is told", async () => {
  const copy = await tamper<Headline[]>("headlines.json", ([first, ...rest]) => [
    { ...first!, change: { ...first!.change, verdict: "higher", difference: 99 } },
    ...rest,
  ]);
  const { faults } = await recomputeRelease(copy);
  expect(faults).toMatchObject([{ file: "headlines.json" }]);
});
