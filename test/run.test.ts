import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run, type RunResult } from "../src/run.ts";
import { readRelease, type Release } from "../src/release/read.ts";
import { exists, listFiles } from "../src/release/files.ts";

const sample = join(import.meta.dirname, "../data/sample");
const cli = join(import.meta.dirname, "../src/cli.ts");
let folder: string;
let results: RunResult[];
let release: Release;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plumbline-run-"));
  results = await run({ data: sample, releases: join(folder, "one"), tier: "public", threads: 1 });
  release = await readRelease(results.at(-1)!.folder);
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

test("two thread counts and two folders give the same bytes", async () => {
  const other = join(folder, "two");
  await run({ data: sample, releases: other, tier: "public", threads: 2 });
  expect(await listFiles(other)).toEqual(await listFiles(join(folder, "one")));
}, 120_000);

test("every row received is accepted, quarantined or a repeat", () => {
  for (const { ingest } of results) {
    for (const file of ingest.files.filter(({ state }) => state === "used")) {
      expect(file.accepted + file.quarantined + file.duplicates).toBe(file.received);
    }
  }
});

test("the manifest names every file with its digest", async () => {
  const files = (await listFiles(release.folder)).filter(({ path }) => path !== "manifest.json");
  expect(release.manifest.files).toEqual(files);
});

test("a release that is there already is left alone when nothing changed", async () => {
  const again = await run({ data: sample, releases: join(folder, "one"), tier: "public" });
  expect(again.map(({ state }) => state)).toEqual(["unchanged", "unchanged"]);
}, 120_000);

test("a release that is there already is never changed by later corrections", async () => {
  const data = join(folder, "data");
  await cp(sample, data, { recursive: true });
  const late = join(data, "submissions/harbour/2025-10_2026-09");
  await cp(join(late, "incidents@2026-07-10.csv"), join(late, "incidents@2026-10-20.csv"));
  const before = await listFiles(join(folder, "one"));
  await expect(run({ data, releases: join(folder, "one"), tier: "public" })).rejects.toThrow(
    /is there already/,
  );
  expect(await listFiles(join(folder, "one"))).toEqual(before);
}, 120_000);

test("a file that cannot be read stops the run before anything is released", async () => {
  const data = join(folder, "broken");
  await cp(sample, data, { recursive: true });
  const kind = join(data, "submissions/harbour/2025-10_2026-09/complaints@2026-10-09.csv");
  await rm(kind);
  await appendFile(kind, "");
  await expect(run({ data, releases: join(folder, "none"), tier: "public" })).rejects.toThrow(
    /complaints@2026-10-09\.csv/,
  );
  const left = (await exists(join(folder, "none"))) ? await readdir(join(folder, "none")) : [];
  expect(left.filter((name) => name !== "2026-q2")).toEqual([]);
}, 120_000);

test("a run killed at any moment leaves whole releases only, and the next run is clean", async () => {
  for (const after of [150, 600, 1200, 2500, 4000]) {
    const releases = join(folder, `killed-${after}`);
    const child = spawn(
      process.execPath,
      [cli, "run", "--data", sample, "--releases", releases, "--tier", "public"],
      { stdio: "ignore" },
    );
    const timer = setTimeout(() => child.kill("SIGKILL"), after);
    await once(child, "exit");
    clearTimeout(timer);
    for (const id of ["2026-q2", "2026-q3"]) {
      const made = join(releases, id, "public");
      if (await exists(made)) await readRelease(made);
    }
  }
  const releases = join(folder, "killed-600");
  await run({ data: sample, releases, tier: "public" });
  expect(await listFiles(releases)).toEqual(await listFiles(join(folder, "one")));
}, 180_000);

describe("the public tier, until disclosure control is whole,", () => {
  test("shows no figure on fewer than ten cases", () => {
    for (const { figures } of release.indicators) {
      for (const figure of figures.filter(({ status }) => status === "value")) {
        expect(figure.n).toBeGreaterThanOrEqual(10);
      }
    }
  });

  test("shows no count from 1 to 9, and no share that gives one away", () => {
    for (const { definition, figures } of release.indicators) {
      for (const figure of figures.filter(({ status }) => status === "value")) {
        if (figure.unit === "count") expect(figure.value).toBeGreaterThanOrEqual(10);
        if (figure.unit === "share" && definition.measure === "proportion") {
          const cases = Math.round(figure.value! * figure.n!);
          for (const count of [cases, figure.n! - cases]) {
            expect(count === 0 || count >= 10, `${definition.id} ${figure.category}`).toBe(true);
          }
        }
      }
    }
  });

  test("a hidden figure holds no number at all", () => {
    const hidden = release.indicators
      .flatMap(({ figures }) => figures)
      .filter(({ status }) => status === "hidden");
    expect(hidden.length).toBeGreaterThan(0);
    for (const { value, lower, upper, n, exact, why } of hidden) {
      expect([value, lower, upper, n, exact]).toEqual([null, null, null, null, null]);
      expect(why).not.toBeNull();
    }
  });

  test("every step of a curve holds at least ten cases", () => {
    for (const { curves } of release.indicators) {
      for (const { points } of curves) {
        for (const point of points) expect(point.n).toBeGreaterThanOrEqual(10);
      }
    }
  });
});

test("a re-submission shows as revisions against the release before", () => {
  expect(release.about.previous?.id).toBe("2026-q2");
  expect(release.revisions.some((one) => one.category === "2024-11")).toBe(true);
});

test("the months of one indicator add up to its year", () => {
  const { figures } = release.indicators.find(
    ({ definition: { id } }) => id === "complaints-received",
  )!;
  const year = figures.filter(({ breakdown }) => breakdown === "year").at(-1)!;
  const months = figures.filter(
    ({ breakdown, from }) => breakdown === "month" && from >= year.from,
  );
  expect(months.reduce((sum, { value }) => sum + value!, 0)).toBe(year.value);
});
