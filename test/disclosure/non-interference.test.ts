import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listFiles } from "../../src/release/files.ts";
import { run } from "../../src/run.ts";
import { makeSample } from "../../src/sample.ts";
import { discoverSampleKinds, sumRecords } from "../../src/sample/discover.ts";
import { isHeavy, startWithSecond } from "../few-kinds.ts";

/** One kind has what no tally counts: how severe an alert is. */
const own = ["complaints", "incidents"];

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plumbline-interference-"));
  const [data, other] = [join(folder, "data"), join(folder, "other")];
  const kinds = (await discoverSampleKinds()).filter(({ kind }) => isHeavy || own.includes(kind));
  const records = isHeavy ? sumRecords(kinds) : 1500;
  const request = {
    records,
    seed: 7,
    format: "csv",
    kinds: kinds.map(({ kind }) => kind),
  } as const;
  await makeSample({ ...request, folder: data });
  await startWithSecond(data);
  await cp(data, other, { recursive: true });
  const submissions = join(other, "submissions");
  const entries = await readdir(submissions, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    await disguise(join(entry.parentPath, entry.name));
  }
  for (const place of [data, other]) {
    const releases = join(place, "releases");
    await run({ data: place, releases, tier: "public", only: "2026-q3" });
  }
}, 300_000);

afterAll(() => rm(folder, { recursive: true }));

/** Other keys, other severities, another order of rows: nothing that any tally counts. */
async function disguise(path: string): Promise<void> {
  const [header = "", ...rows] = (await readFile(path, "utf8")).trimEnd().split("\n");
  const severity = header.split(",").indexOf("severity");
  const changed = rows.map((row) => {
    const cells = row.split(",");
    if (cells[0] !== "") cells[0] = `Z${cells[0]!}`;
    if (["low", "medium", "high"].includes(cells[severity] ?? "")) cells[severity] = "critical";
    return cells.join(",");
  });
  await writeFile(path, [header, ...changed.toReversed(), ""].join("\n"));
}

test.each(["public", "sponsor"])(
  "records that differ in nothing that is counted give the same bytes in the %s tier",
  async (tier) => {
    const [one, other] = await Promise.all(
      ["data", "other"].map((place) => listFiles(join(folder, place, "releases/2026-q3", tier))),
    );
    expect(one!.length).toBeGreaterThan(100);
    expect(other).toEqual(one);
  },
);
