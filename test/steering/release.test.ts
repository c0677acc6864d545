import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recomputeRelease } from "../../src/recompute/recompute-release.ts";
import type { Attention, Comparison, Judgement, Manifest } from "../../src/release/schema.ts";
import { run } from "../../src/run.ts";

const sample = join(import.meta.dirname, "../../data/sample");
const files = ["attention.json", "comparison.json", "health.json"];
let folder: string;
const place = (tier: string): string => join(folder, "releases/2026-q2", tier);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plumbline-steering-"));
  // The sponsors' release is made on the way to the public one.
  for (const tier of ["public", "auditor"] as const) {
    await run({ data: sample, releases: join(folder, "releases"), tier, only: "2026-q2" });
  }
}, 300_000);

afterAll(() => rm(folder, { recursive: true }));

/** A copy of the sponsors' release in which one file of JSON reads differently. */
async function tamper<T>(path: string, change: (value: T) => T): Promise<string> {
  const copy = await mkdtemp(join(folder, "copy-"));
  await cp(place("sponsor"), copy, { recursive: true });
  const value = JSON.parse(await readFile(join(copy, path), "utf8")) as T;
  await writeFile(join(copy, path), JSON.stringify(change(value)));
  return copy;
}

const sentences = async (copy: string): Promise<string[]> =>
  (await recomputeRelease(copy)).faults.map(({ file, sentence }) => `${file}: ${sentence}`);

test("releases for sponsors and auditors judge their figures; the public release holds no such file", async () => {
  for (const tier of ["sponsor", "auditor"])
    expect(await readdir(place(tier))).toEqual(expect.arrayContaining(files));
  const all = await readdir(place("public"), { recursive: true });
  expect(all.filter((name) => files.some((file) => name.endsWith(file)))).toEqual([]);
});

test("only the release for auditors holds what auditors alone are told", async () => {
  const own = ["anonymity.json", "completeness.json", "drift.json", "intake.json"];
  expect(await readdir(place("auditor"))).toEqual(expect.arrayContaining(own));
  for (const tier of ["public", "sponsor"]) {
    const all = await readdir(place(tier), { recursive: true });
    expect(all.filter((name) => own.some((file) => name.endsWith(file)))).toEqual([]);
  }
});

test("every judgement follows from the release's own figures and rows", async () => {
  for (const tier of ["sponsor", "auditor"]) expect(await sentences(place(tier))).toEqual([]);
}, 60_000);

test("a limit that is changed by one in a thousand is found, by its indicator", async () => {
  const copy = await tamper<Judgement[]>("health.json", (all) =>
    all.map((one) => {
      if (one.indicator !== "alerts-acted-in-time") return one;
      const [first, ...others] = one.points;
      return { ...one, points: [{ ...first!, upper: first!.upper! * 1.001 }, ...others] };
    }),
  );
  expect(await sentences(copy)).toEqual([
    "health.json: alerts-acted-in-time: What is said of it does not follow from its figures and rows.",
  ]);
}, 60_000);

test("a partner that is made to stand apart, and an entry that is left out, are found", async () => {
  const apart = await tamper<Comparison[]>("comparison.json", ([first, ...others]) => [
    { ...first!, partners: first!.partners.map((one) => ({ ...one, apart: "below" })) },
    ...others.slice(1),
  ]);
  expect(await sentences(apart)).toHaveLength(2);
}, 60_000);

test("something that needs a sponsor cannot be dropped from the list", async () => {
  const copy = await tamper<Attention[]>("attention.json", (all) => all.slice(1));
  expect(await sentences(copy)).toEqual([
    "attention.json: What needs attention does not follow from figures, coverage and register.",
  ]);
}, 60_000);

test("a public release to which such a file was added is refused", async () => {
  const copy = await mkdtemp(join(folder, "copy-"));
  await cp(place("public"), copy, { recursive: true });
  const manifest = JSON.parse(await readFile(join(copy, "manifest.json"), "utf8")) as Manifest;
  for (const path of files) {
    await cp(join(place("sponsor"), path), join(copy, path));
    manifest.files.push({ ...manifest.files[0]!, path });
  }
  await writeFile(join(copy, "manifest.json"), JSON.stringify(manifest));
  expect(await sentences(copy)).toEqual([
    "health.json: It is published to readers for whom the policy has no such file.",
  ]);
}, 60_000);
