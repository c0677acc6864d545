import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run, type RunResult } from "../src/run.ts";
import { readRelease, type IndicatorRelease, type Release } from "../src/release/read.ts";
import { buildSite } from "../src/site.ts";

const records = join(import.meta.dirname, "../../shared/real");
const programme = join(import.meta.dirname, "real");
const there = existsSync(records);
if (!there) console.warn("Skipping the real records: ../shared/real is not beside the project.");

describe.skipIf(!there)("on records that nobody here wrote", () => {
  let folder: string;
  let result: RunResult;
  let release: Release;
  let exact: Release;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "plumbline-real-"));
    [result] = (await run({ data: programme, releases: folder, tier: "public" })) as [RunResult];
    release = await readRelease(result.folder);
    const [audited] = await run({ data: programme, releases: folder, tier: "auditor" });
    exact = await readRelease(audited!.folder);
  }, 60_000);

  afterAll(() => rm(folder, { recursive: true }));

  const find = (from: Release, id: string): IndicatorRelease =>
    from.indicators.find(({ definition }) => definition.id === id)!;
  const indicator = (id: string): IndicatorRelease => find(release, id);

  test("every row is accounted for, and the seven ties are quarantined", () => {
    expect(result.ingest.totals).toEqual({
      received: 19_503,
      accepted: 19_496,
      quarantined: 7,
      duplicates: 0,
    });
    expect(result.ingest.files.flatMap(({ reasons }) => reasons)).toMatchObject([
      { rule: "happened_not_valid", rows: 7 },
    ]);
  });

  test("4,773 of 6,708 fires were reached within six minutes", () => {
    const { latest } = find(exact, "alerts-acted-in-time").headline;
    expect([latest.value, latest.n]).toEqual([4773 / 6708, 6708]);
  });

  test("the public reads 71.1% or so of about as many fires, in tens", () => {
    const { latest } = indicator("alerts-acted-in-time").headline;
    expect(Math.abs(latest.value! - 4773 / 6708)).toBeLessThan(0.003);
    expect(Math.abs(latest.n! - 6708)).toBeLessThan(10);
    expect(latest.lower).toBeLessThan(4773 / 6708);
    expect(latest.upper).toBeGreaterThan(4773 / 6708);
  });

  test("the 33 boroughs stand side by side, the one with four fires hidden", () => {
    const shares = indicator("alerts-acted-in-time").figures.filter(
      ({ breakdown, statistic }) => breakdown === "partner" && statistic === "share",
    );
    expect(shares).toHaveLength(33);
    const hidden = shares.filter(({ status }) => status === "hidden");
    expect(hidden.map(({ category }) => category)).toEqual(["city-of-london"]);
  });

  test("what no partner records is not measured, and said so", () => {
    const why = new Map(release.about.notMeasured.map((one) => [one.id, one.why]));
    expect(why.get("alert-to-sharing")).toBe("not recorded");
    expect(why.get("complaints-upheld")).toBe("no cases");
    const measured = ["alert-to-action", "alerts-acted-in-time"];
    const forecasts = ["forecast-accuracy", "forecast-calibration", "forecasts-unresolved"];
    const seen = ["common-terminology", "rows-accepted", "reported-on-time", "months-covered"];
    expect(release.about.indicators).toEqual([...measured, ...forecasts, ...seen]);
  });

  test("the forecasts of fourteen years score as computed from the file itself", async () => {
    const rows = (await readFile(join(records, "forecasts-538.csv"), "utf8"))
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","))
      .filter(([, day, , outcome]) => outcome !== "0.5" && day!.startsWith("2022"));
    const loss = rows.map(
      ([, , p, outcome]) => (Math.round(Number(p) * 100) / 100 - Number(outcome)) ** 2,
    );
    const brier = loss.reduce((a, b) => a + b, 0) / rows.length;
    const { latest } = find(exact, "forecast-accuracy").headline;
    expect(latest.n).toBe(rows.length);
    expect(latest.value).toBeCloseTo(brier, 12);
    expect(indicator("forecast-accuracy").headline.latest.value).toBeCloseTo(brier, 1.9);
  });

  test("its site is built, each page within 40 kB", async () => {
    const out = join(folder, "site");
    await buildSite({ releaseFolders: [result.folder], tier: "public", out, base: "/" });
    for (const page of [
      "index.html",
      ...release.about.indicators.map((id) => `indicators/${id}/index.html`),
    ]) {
      expect(gzipSync(await readFile(join(out, page))).length, page).toBeLessThan(40_000);
    }
  }, 60_000);
});
