import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recomputeRelease } from "../../src/recompute/recompute-release.ts";
import type { Certificate, Figure } from "../../src/release/schema.ts";
import { run } from "../../src/run.ts";
import { makeSample } from "../../src/sample.ts";
import { verifyTarget } from "../../src/verify.ts";
import { startWithSecond } from "../few-kinds.ts";

let folder: string;
const figuresFile = "indicators/asset-conversion/figures.json";
const folderOf = (tier: string): string => join(folder, "releases/2026-q3", tier);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plumbline-money-share-"));
  const data = join(folder, "data");
  await makeSample({
    ...{
      records: 2400,
      seed: 7,
      folder: data,
      format: "parquet",
      kinds: ["asset_orders", "funding"],
    },
  });
  await startWithSecond(data);
  for (const tier of ["public", "auditor"] as const) {
    await run({ data, releases: join(folder, "releases"), tier, only: "2026-q3" });
  }
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

async function read<T>(tier: string, path: string): Promise<T> {
  return JSON.parse(await readFile(join(folderOf(tier), path), "utf8")) as T;
}

/** The figures of an indicator by place, then by statistic. */
async function readPlaces(tier: string, indicator: string) {
  const figures = await read<Figure[]>(tier, `indicators/${indicator}/figures.json`);
  const places = Map.groupBy(figures, ({ breakdown, category }) => `${breakdown} ${category}`);
  return new Map(
    [...places].map(([place, own]) => [
      place,
      Object.fromEntries(own.map((figure) => [figure.statistic, figure])),
    ]),
  );
}

test.each(["public", "sponsor"])(
  "of the %s tier no share of sums is shown where one of the sums is hidden",
  async (tier) => {
    const states = { shown: 0, hidden: 0 };
    for (const { share, numerator, denominator } of (
      await readPlaces(tier, "asset-conversion")
    ).values()) {
      const both = [numerator!, denominator!].every(({ status }) => status === "value");
      expect(share!.status).toBe(both ? "value" : "hidden");
      states[both ? "shown" : "hidden"] += 1;
      if (both) {
        expect(share!.value).toBeCloseTo(Number(numerator!.exact) / Number(denominator!.exact), 12);
      } else expect([share!.value, share!.n, share!.why]).toEqual([null, null, "protects another"]);
    }
    expect(Math.min(states.shown, states.hidden)).toBeGreaterThan(4);
  },
);

test("what is shown to anybody is what the exact tallies say", async () => {
  const exact = await readPlaces("auditor", "asset-conversion");
  for (const [place, own] of await readPlaces("public", "asset-conversion")) {
    for (const [statistic, figure] of Object.entries(own)) {
      if (figure.status !== "value") continue;
      expect(figure.value).toBeCloseTo(exact.get(place)![statistic]!.value!, 12);
      expect(figure.exact).toBe(exact.get(place)![statistic]!.exact);
    }
  }
});

test("money that two indicators add up is shown by both or by none", async () => {
  const recovered = await readPlaces("public", "assets-recovered");
  for (const [place, { numerator }] of await readPlaces("public", "asset-conversion")) {
    const { total } = recovered.get(place)!;
    expect([total!.status, total!.exact]).toEqual([numerator!.status, numerator!.exact]);
  }
});

test("each sum of a share has a certificate of its own", async () => {
  const { amounts } = await read<Certificate>("public", "certificate.json");
  expect(amounts.map(({ indicator, statistic }) => `${indicator}/${statistic}`)).toEqual([
    "asset-conversion/numerator",
    "asset-conversion/denominator",
    "assets-recovered/total",
  ]);
  for (const { cells, witnesses } of amounts) {
    expect(cells.some(({ published }) => published === null)).toBe(true);
    expect(witnesses.length).toBeGreaterThan(0);
  }
});

test("money that is nobody’s is shown in full, and follows from tallies that hold it", async () => {
  for (const own of (await readPlaces("public", "funding-committed-36")).values()) {
    expect(Object.values(own).map(({ status }) => status)).not.toContain("hidden");
  }
  const { notRecomputable } = await recomputeRelease(folderOf("public"));
  expect(notRecomputable.filter(({ indicator }) => /^funding/.test(indicator))).toEqual([]);
});

async function listFaults(place: string): Promise<string[]> {
  const faults: string[] = [];
  for await (const check of verifyTarget(place, undefined)) faults.push(...check.faults);
  return faults;
}

test("the release follows from its tallies and its certificate, and verifies", async () => {
  const { differing, faults } = await recomputeRelease(folderOf("public"));
  expect([differing, faults]).toEqual([[], []]);
  expect(await listFaults(folderOf("public"))).toEqual([]);
});

/** What the recomputation says of a release in which one figure of a place reads differently. */
async function alter(
  which: (figure: Figure) => boolean,
  change: (figure: Figure) => Partial<Figure>,
): Promise<{ named: string[]; faults: string[] }> {
  const copy = await mkdtemp(join(folder, "copy-"));
  await cp(folderOf("public"), copy, { recursive: true });
  const figures = await read<Figure[]>("public", figuresFile);
  const at = figures.findIndex(which);
  const altered = figures.with(at, { ...figures[at]!, ...change(figures[at]!) });
  await writeFile(join(copy, figuresFile), JSON.stringify(altered));
  const { differing } = await recomputeRelease(copy);
  const named = differing.map(({ breakdown, statistic }) => `${breakdown} ${statistic}`);
  return { named: [...new Set(named)], faults: await listFaults(copy) };
}

const inQuarter = (statistic: string, status: Figure["status"]) => (figure: Figure) =>
  figure.breakdown === "quarter" && figure.statistic === statistic && figure.status === status;

test("one altered share is named, by who recomputes and by who verifies", async () => {
  const { named, faults } = await alter(inQuarter("share", "value"), ({ value }) => ({
    value: value! * 1.0001,
  }));
  expect(named).toEqual(["quarter share"]);
  expect(faults.some((fault) => fault.includes("does not come out as it is published"))).toBe(true);
});

test("a share shown where one of its sums is hidden is named", async () => {
  const { named } = await alter(
    (figure) => figure.statistic === "share" && figure.status === "hidden",
    () => ({ status: "value", value: 0.4, n: 40, why: null }),
  );
  expect(named).toHaveLength(1);
  expect(named[0]).toMatch(/share$/);
});

test("a sum that is not the certificate’s is named, shown or hidden", async () => {
  const other = await alter(inQuarter("numerator", "value"), () => ({ value: 1, exact: "1.00" }));
  expect(other.named).toContain("quarter numerator");
  const shown = await alter(
    ({ statistic, status }) => statistic === "denominator" && status === "hidden",
    () => ({ status: "value", value: 1, exact: "1.00", n: 40, why: null }),
  );
  expect(shown.named.some((one) => one.endsWith("denominator"))).toBe(true);
});
