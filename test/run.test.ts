import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tiers } from "../pipelines/4-disclosure/tiers.ts";
import { Engine } from "../src/engines/duckdb.ts";
import { canonicalJson } from "../src/proof/canonical.ts";
import { run, type RunResult } from "../src/run.ts";
import { readRelease, type IndicatorRelease, type Release } from "../src/release/read.ts";
import type { Figure } from "../src/release/schema.ts";
import { exists, listFiles } from "../src/release/files.ts";
import { copySample, isHeavy, startWithSecond, twoKinds } from "./few-kinds.ts";

const cli = join(import.meta.dirname, "../src/cli.ts");
let folder: string;
let sample: string;
let results: RunResult[];
let release: Release;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plumbline-run-"));
  sample = join(folder, "sample");
  await copySample(sample, twoKinds);
  await correctOneFile(join(sample, "submissions/estuary/2024-10_2025-09"));
  results = await run({ data: sample, releases: join(folder, "one"), tier: "public", threads: 1 });
  release = await readRelease(results.at(-1)!.folder);
}, 300_000);

/** Hands in a closed year once more, between the releases, without every fifth row. */
async function correctOneFile(place: string): Promise<void> {
  const name = (await readdir(place)).find((file) => file.startsWith("complaints@"))!;
  const [header, ...rows] = (await readFile(join(place, name), "utf8")).trimEnd().split("\n");
  const kept = rows.filter((_, at) => at % 5 > 0);
  await writeFile(join(place, "complaints@2026-09-02.csv"), [header, ...kept, ""].join("\n"));
}

afterAll(() => rm(folder, { recursive: true }));

test("two thread counts and two folders give the same bytes", async () => {
  const other = join(folder, "two");
  await run({ data: sample, releases: other, tier: "public", threads: 2, only: "2026-q2" });
  const first = await listFiles(join(folder, "one/2026-q2"));
  expect(await listFiles(join(other, "2026-q2"))).toEqual(first);
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

test("the manifest is canonical JSON and ties each indicator's figures to SQL and tallies", async () => {
  const text = await readFile(join(release.folder, "manifest.json"), "utf8");
  expect(text).toBe(canonicalJson(JSON.parse(text)));
  const { indicators, files } = release.manifest;
  expect(indicators.map(({ id }) => id)).toEqual(release.about.indicators);
  const digests = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  for (const { id, tallies, figuresSha256 } of indicators) {
    expect(figuresSha256).toBe(digests.get(`indicators/${id}/figures.json`));
    expect(tallies.length).toBeGreaterThan(0);
    for (const { path, sha256 } of tallies) expect(sha256).toBe(digests.get(path));
  }
});

test("the second release says of each revised figure why, and counts the kinds", () => {
  const kinds = Map.groupBy(release.revisions, ({ kind }) => kind);
  expect(new Set(kinds.keys())).toEqual(new Set(["late data", "correction", "restatement"]));
  expect(release.manifest.revisionKinds).toEqual(
    Object.fromEntries([...kinds].map(([kind, own]) => [kind, own.length])),
  );
  expect(kinds.get("correction")![0]!.reason).toContain("was replaced on 2 September 2026");
});

test("a public release says which files it stands on, and no digest of theirs", () => {
  const used = results.at(-1)!.ingest.files.filter(({ state }) => state === "used");
  expect(release.submissions).toHaveLength(used.length);
  expect(release.submissions.every(({ sha256 }) => sha256 === null)).toBe(true);
});

test("a file that was changed in place since the release before is refused by name", async () => {
  const data = join(folder, "in-place");
  await cp(sample, data, { recursive: true });
  const file = "submissions/beacon/2024-10_2025-09/complaints@2026-07-07.csv";
  await appendFile(join(data, file), "\n");
  await expect(
    run({ data, releases: join(folder, "one"), tier: "public", only: "2026-q3", redo: true }),
  ).rejects.toThrow(`${file} is not the file that the release 2026-q2 stands on`);
}, 120_000);

test("a release that is there already is left alone when nothing changed", async () => {
  const releases = join(folder, "one");
  const again = await run({ data: sample, releases, tier: "public", only: "2026-q3" });
  expect(again.map(({ state }) => state)).toEqual(["unchanged"]);
}, 120_000);

test("a release that is there already is never changed by later corrections", async () => {
  const data = join(folder, "data");
  await cp(sample, data, { recursive: true });
  const late = join(data, "submissions/harbour/2025-10_2026-09");
  await cp(join(late, "complaints@2026-07-10.csv"), join(late, "complaints@2026-10-20.csv"));
  const before = await listFiles(join(folder, "one"));
  await expect(
    run({ data, releases: join(folder, "one"), tier: "public", only: "2026-q3" }),
  ).rejects.toThrow(/is there already/);
  expect(await listFiles(join(folder, "one"))).toEqual(before);
}, 120_000);

test("a file that cannot be read stops the run before anything is released", async () => {
  const data = join(folder, "broken");
  await cp(sample, data, { recursive: true });
  const kind = join(data, "submissions/harbour/2025-10_2026-09/complaints@2026-10-09.csv");
  await writeFile(kind, "");
  await startWithSecond(data);
  const releases = join(folder, "none");
  await expect(run({ data, releases, tier: "public", only: "2026-q3" })).rejects.toThrow(
    /complaints@2026-10-09\.csv/,
  );
  expect((await exists(releases)) ? await readdir(releases) : []).toEqual([]);
}, 120_000);

test("a run killed at any moment leaves whole releases only, and the next run is clean", async () => {
  const only = ["--release", "2026-q2"];
  for (const after of isHeavy ? [1500, 5000, 20_000] : [1500, 4000]) {
    const releases = join(folder, `killed-${after}`);
    const child = spawn(
      process.execPath,
      [cli, "run", "--data", sample, "--releases", releases, "--tier", "public", ...only],
      { stdio: "ignore" },
    );
    const timer = setTimeout(() => child.kill("SIGKILL"), after);
    await once(child, "exit");
    clearTimeout(timer);
    const made = join(releases, "2026-q2/public");
    if (await exists(made)) await readRelease(made);
  }
  const releases = join(folder, "killed-1500");
  await run({ data: sample, releases, tier: "public", only: "2026-q2" });
  const whole = await listFiles(join(folder, "one/2026-q2"));
  expect(await listFiles(join(releases, "2026-q2"))).toEqual(whole);
}, 180_000);

describe("the public tier", () => {
  /** Indicators on records that speak of somebody; what bodies did is exact in every tier. */
  const protectedOnes = (): IndicatorRelease[] =>
    release.indicators.filter(({ definition: { tallies } }) =>
      tallies.some(({ name }) => !tiers.public.protection!.bodies.value.includes(name)),
    );
  const figures = (): Figure[] => protectedOnes().flatMap((one) => one.figures);
  const shown = (): Figure[] => figures().filter(({ status }) => status === "value");

  test("shows no figure on fewer than ten cases", () => {
    for (const { n } of shown()) expect(n).toBeGreaterThanOrEqual(10);
  });

  test("counts cases of kinds with several tallies in tens only", () => {
    const linked = new Set(
      release.disclosure.kinds.filter(({ method }) => method === "linked").map(({ kind }) => kind),
    );
    for (const { definition, figures } of protectedOnes()) {
      if (!definition.tallies.every(({ name }) => linked.has(name))) continue;
      for (const { n, unit, value } of figures) {
        expect((n ?? 0) % 10, definition.id).toBe(0);
        if (unit === "count") expect((value ?? 0) % 10, definition.id).toBe(0);
      }
    }
  });

  test("gives months, quarters and partners that add up to their year", () => {
    const { figures } = release.indicators.find(
      ({ definition }) => definition.id === "complaints-received",
    )!;
    const year = figures.filter(({ breakdown }) => breakdown === "year").at(-1)!;
    for (const breakdown of ["month", "quarter", "partner", "right_engaged"]) {
      const parts = figures.filter(
        (one) => one.breakdown === breakdown && one.from >= year.from && one.to <= year.to,
      );
      const hidden = parts.filter(({ status }) => status === "hidden");
      expect(hidden.every(({ mark }) => mark === "[low]")).toBe(true);
      expect(
        parts.reduce((sum, { value }) => sum + (value ?? 0), 0),
        breakdown,
      ).toBe(year.value);
    }
  });

  test("gives shares no more precisely than their cases bear, and no 0 or 100%", () => {
    // A share of one sum of money in another is as exact as both sums, which are shown.
    const ofSums = new Set(
      release.indicators
        .filter(({ definition: { measure } }) => measure === "money-share")
        .map(({ definition: { id } }) => id),
    );
    const shares = shown().filter(
      ({ unit, indicator }) => unit === "share" && !ofSums.has(indicator),
    );
    expect(shares.length).toBeGreaterThan(0);
    for (const { value, n, about, bound } of shares) {
      expect(n).toBeGreaterThanOrEqual(40);
      expect(value, "none").toBeGreaterThan(0);
      expect(value, "all").toBeLessThan(1);
      const steps = value! * (n! >= 4000 ? 1000 : n! >= 400 || bound !== null ? 100 : 20);
      expect(steps).toBeCloseTo(Math.round(steps), 6);
      expect(about).toBe(n! < 400 && bound === null);
    }
  });

  test("gives a percentile ten cases on each side, and an interval that is no point", () => {
    for (const { statistic, n, value, lower } of shown()) {
      if (statistic === "median") expect(n).toBeGreaterThanOrEqual(20);
      if (statistic === "p90") expect(n).toBeGreaterThanOrEqual(100);
      if (["median", "p90"].includes(statistic) && lower !== null) {
        expect(lower).toBeLessThan(value!);
      }
    }
  });

  test("a hidden figure holds no number at all, and a mark", () => {
    const hidden = figures().filter(({ status }) => status === "hidden");
    expect(hidden.length).toBeGreaterThan(0);
    for (const { value, lower, upper, n, exact, why, mark, conf_status } of hidden) {
      expect([value, lower, upper, n, exact]).toEqual([null, null, null, null, null]);
      expect(why).not.toBeNull();
      expect(["[c]", "[low]"]).toContain(mark);
      expect(["A", "C", "D"]).toContain(conf_status);
    }
  });

  test("every step of a curve holds at least ten cases", () => {
    for (const { points } of protectedOnes().flatMap(({ curves }) => curves)) {
      for (const point of points) expect(point.n).toBeGreaterThanOrEqual(10);
    }
  });

  test("every sum of money is exact, and its parts add up to no more than it", () => {
    const { figures } = release.indicators.find(
      ({ definition }) => definition.id === "assets-restrained",
    )!;
    const sums = figures.filter(({ statistic }) => statistic === "total");
    const year = sums.filter(({ breakdown }) => breakdown === "year").at(-1)!;
    expect(year.exact).toMatch(/^\d+\.\d\d$/);
    const months = sums.filter(({ breakdown, from }) => breakdown === "month" && from >= year.from);
    const total = months.reduce((sum, { value }) => sum + (value ?? 0), 0);
    expect(total).toBeLessThanOrEqual(year.value! + 0.01);
  });
});

test("no cell of a table of figures is blank in CSV: a mark says why there is no number", async () => {
  const engine = await Engine.open();
  try {
    const rows = await engine.rows<Record<string, string>>(
      `from read_csv('${join(release.folder, "figures.csv")}', all_varchar = true)`,
    );
    expect(rows).toHaveLength(release.indicators.flatMap(({ figures }) => figures).length);
    for (const row of rows) {
      for (const name of ["value", "lower", "upper", "n"]) {
        expect(row[name]).toMatch(/^(-?\d|\[(c|low|x|z)\]$)/);
      }
    }
  } finally {
    engine.close();
  }
});

test("the figures follow from the published tallies and SQL, and from nothing else", async () => {
  const { definition, figures } = release.indicators.find(
    (one) => one.definition.id === "complaints-upheld",
  )!;
  const engine = await Engine.open();
  try {
    const { tallies } = JSON.parse(
      await readFile(join(release.folder, "certificate.json"), "utf8"),
    ) as { tallies: { name: string }[] };
    for (const { name } of tallies) {
      const file = join(release.folder, "tallies", `${name}.parquet`);
      await engine.run(`create table ${name} as from read_parquet('${file}')`);
    }
    const year = figures.filter(({ breakdown }) => breakdown === "year").at(-1)!;
    const [row] = await engine.rows<{ inside: number; n: number }>(`
      select sum(numerator_n)::integer as inside, sum(denominator_n)::integer as n
      from (${definition.sql.trim().replace(/;$/, "")})
      where month between date '${year.from}-01' and date '${year.to}-01'`);
    expect(row!.n).toBe(year.n);
    expect(Math.round((row!.inside / row!.n) * 100) / 100).toBe(year.value);
  } finally {
    engine.close();
  }
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
