import { createServer } from "node:http";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { explain } from "../src/explain.ts";
import { complaint, plumbline, type Said } from "./command.ts";
import {
  csv,
  goodRow,
  header,
  makeFolder,
  place,
  programmeYaml,
  type Files,
} from "./records/programme-folder.ts";

const canary = "CANARY7Q";
const good = csv(goodRow("A-1"), goodRow("A-2"));

/** One sentence that says what and where, one that says what to do, and nothing of a record. */
function expectRefusal(said: Said, sentence: RegExp): void {
  const lines = complaint(said);
  expect(lines[0]).toMatch(sentence);
  expect(lines).toHaveLength(2);
  expect(lines.join("")).not.toMatch(/^\s+at |Error\b|undefined|\[object/);
  expect(said.out + said.err).not.toContain(canary);
  expect(said.code).toBe(1);
}

async function runOn(files: Files, yaml?: string, ...more: string[]): Promise<Said> {
  const dir = await makeFolder(files, yaml);
  const releases = join(dir, "releases");
  const said = await plumbline(
    ["run", "--data", dir, "--releases", releases, "--tier", "public", ...more],
    { cwd: dir },
  );
  expect(await readdir(releases).catch(() => []), "no release is left").toEqual([]);
  return said;
}

const files: [string, Files, RegExp][] = [
  ["cut-off Parquet", { [place.replace("csv", "parquet")]: `PAR1${canary}` }, /not a Parquet/],
  ["no rows", { [place]: `${header}\n` }, /incidents@.*: It has a header and no rows/],
  ["unknown columns", { [place]: good.replace("held\n", "held,x\n") }, /does not know: x\./],
  ["an endless line", { [place]: canary.repeat(200_000) }, /too long to be a header/],
  ["an unknown partner", { [place.replace("harbour", "harbor")]: good }, /No partner has the id/],
  ["a period that is none", { [place.replace("Q1", "Q9")]: good }, /2026-Q9 is not a period/],
  [
    "periods that overlap",
    { [place]: good, [place.replace("2026-Q1", "2026-02")]: good },
    /2026-02.* speak of the same partner, kind and time/,
  ],
];

test.each(files)("a run over %s is refused as a whole", async (_, content, sentence) => {
  expectRefusal(await runOn(content), sentence);
});

const programmes: [string, string, RegExp][] = [
  ["with a typing error", programmeYaml.replace("regions", "regoins"), /:8:1: regoins: did you/],
  ["that is not YAML", `${programmeYaml}]]]`, /this is not YAML/],
  [
    "with a limit of no indicator",
    `${programmeYaml}limits: { alerts-acted-in-tmie: 60 }`,
    /alerts-acted-in-tmie .* did you mean alerts-acted-in-time\?/,
  ],
  [
    "whose mapping reads a file",
    programmeYaml.replace(
      "own: {}",
      `own: { columns: { severity: { sql: "(from read_text('x'))" } } }`,
    ),
    /severity in the mapping own asks another table/,
  ],
  [
    "whose mapping reads a column that is not there",
    programmeYaml.replace("own: {}", "own: { columns: { severity: sverity } }"),
    /reads the column sverity, which the file does not have: did you mean severity\?/,
  ],
];

test.each(programmes)("a run of a programme.yaml %s is refused", async (_, yaml, sentence) => {
  expectRefusal(await runOn({ [place.replace("harbour", "lantern")]: good }, yaml), sentence);
});

test.each<[RegExp, string[]]>([
  [/lists no release "2030"/, ["--release", "2030"]],
  [/threads is not a whole number/, ["--threads", "many"]],
])("a run is refused: %s", async (sentence, more) => {
  expectRefusal(await runOn({ [place]: good }, undefined, ...more), sentence);
});

test("a run without a tier, or for one that does not exist, is refused", async () => {
  const none = await plumbline(["run", "--data", "data/sample"]);
  expectRefusal(none, /required option '--tier <tier>' not specified/);
  expectRefusal(
    await plumbline(["run", "--tier", "secret"]),
    /Allowed choices are public, sponsor/,
  );
});

test("a run without a single submission makes no release", async () => {
  expectRefusal(await runOn({}), /No submission belongs to the release 2026-q2/);
});

test("bad rows are quarantined, whatever they hold, and the rest is accounted for", async () => {
  const bad = [
    `=cmd|' /C ${canary}',drugs,high,2026-02-03 14:05:00,,,,,1,true`,
    `A-3,${canary},high,2026-02-03 14:05:00,,,,,1,true`,
    "A-4,drugs,high,1066-10-14 09:00:00,,,,,1,true",
    "A-5,drugs,high,2026-02-03 14:05:00,,,,2814-01-01 00:00:00,1,true",
    "A-6,drugs,high,2026-02-03 14:05:00,2026-02-03 14:04:59,,,,1,true",
    "A-7,drugs,high,2026-02-03 14:05:00,,,,,NaN,true",
    "A-8,drugs,high,2026-02-03 14:05:00,,,,,Infinity,true",
    "A-9,drugs,high,2025-11-03 14:05:00,,,,,1,true",
  ];
  const dir = await makeFolder({ [place]: `\uFEFF${good}${bad.join("\n")}\n` });
  for (const args of [
    ["check", dir],
    ["run", "--data", dir, "--releases", join(dir, "r"), "--tier", "public"],
  ]) {
    const said = await plumbline(args);
    expect(said.out).toContain("10 rows received = 2 accepted + 8 quarantined + 0 repeats");
    expect(said.out + said.err).not.toContain(canary);
    expect(said.code).toBe(0);
  }
});

test("a file without one good row fails the check, and a run says so", async () => {
  const dir = await makeFolder({ [place.replace("2026-Q1", "2025")]: good });
  const check = await plumbline(["check", dir]);
  expect([check.code, check.out]).toEqual([1, expect.stringContaining("without one good row")]);
  const args = ["run", "--data", dir, "--releases", join(dir, "r"), "--tier", "public"];
  expect(complaint(await plumbline(args))).toEqual([
    `No row of ${place.replace("2026-Q1", "2025")} was accepted: \`plumbline check\` says why.`,
    "There is no key to sign with, and the releases say so: `plumbline sign` signs them.",
  ]);
});

test("a release is not made without the one before it, whose readers it has to be protected from", async () => {
  const dir = await makeFolder(
    { [place]: good },
    `${programmeYaml}  - { id: 2026-q3, title: To September, cut_off: 2026-09-30, published: 2026-10-30 }\n`,
  );
  const elsewhere = join(dir, "elsewhere");
  const args = ["run", "--data", dir, "--tier", "public", "--releases", elsewhere];
  expectRefusal(
    await plumbline([...args, "--release", "2026-q3"]),
    /^programme\.yaml lists 2026-q2 before 2026-q3, and .*elsewhere does not hold it/,
  );
  expect(await readdir(dir)).not.toContain("elsewhere");
});

test("an earlier release that was damaged stops the next, and says which file", async () => {
  const dir = await makeFolder(
    { [place]: good },
    `${programmeYaml}  - { id: 2026-q3, title: To September, cut_off: 2026-09-30, published: 2026-10-30 }\n`,
  );
  const args = ["run", "--data", dir, "--releases", join(dir, "r"), "--tier", "public"];
  expect((await plumbline([...args, "--release", "2026-q2"])).code).toBe(0);
  await writeFile(join(dir, "r/2026-q2/public/quality.json"), `[{"${canary}`);
  expectRefusal(
    await plumbline([...args, "--release", "2026-q3"]),
    /not as it was.* quality\.json/,
  );
  expectRefusal(
    await plumbline([...args, "--release", "2026-q2"]),
    /not as it was.* quality\.json/,
  );
  expect(await readdir(join(dir, "r"))).toEqual(["2026-q2"]);
  const site = ["site", "--releases", join(dir, "r"), "--tier", "public", "--out", join(dir, "d")];
  expectRefusal(await plumbline(site), /quality\.json|does not fulfil its format/);
});

test("a run waits for no other: the second into one folder is refused, the first goes on", async () => {
  const dir = await makeFolder({ [place]: good });
  const work = join(dir, "r/.work");
  await mkdir(work, { recursive: true });
  await writeFile(join(work, "pid"), String(process.pid));
  const args = ["run", "--data", dir, "--releases", join(dir, "r"), "--tier", "public"];
  expectRefusal(await plumbline(args), /Another run is at work in/);
  expect(await readdir(work)).toEqual(["pid"]);
  await writeFile(join(work, "pid"), "999999999");
  expect((await plumbline(args)).code, "what a killed run left is cleared away").toBe(0);
  expect(await readdir(join(dir, "r"))).toEqual(["2026-q2"]);
});

test("a folder that cannot be used is named", async () => {
  const dir = await makeFolder({ [place]: good, file: "x" });
  const args = ["run", "--data", dir, "--tier", "public", "--releases"];
  expectRefusal(await plumbline([...args, join(dir, "file")]), /file cannot be read or written/);
  const nowhere = { env: { TMPDIR: join(dir, "none") } };
  expectRefusal(await plumbline(["check", dir], nowhere), /none.* cannot be read or written/);
});

test.each<[string, Error, RegExp, number]>([
  ["a full disk", fault("ENOSPC"), /^The disk is full/, 1],
  [
    "a full disk, told by the engine",
    new Error(`IO Error: No space left on device ${canary}`),
    /^The disk is full/,
    1,
  ],
  [
    "too little memory",
    new Error(`Out of Memory Error: ${canary}`),
    /^There is not enough memory/,
    1,
  ],
  [
    "a folder that is not ours",
    fault("EACCES"),
    /^\/data cannot be read or written: you may not/,
    1,
  ],
  ["a disk that is read-only", fault("EROFS"), /a disk that is read-only/, 1],
  ["what nobody foresaw", new TypeError(canary), /^Plumbline has a fault: TypeError at /, 70],
])("%s is told without what the system said of it", (_, error, sentence, code) => {
  const { text, exitCode } = explain(error);
  expect(text).toMatch(sentence);
  expect(text.split("\n")).toHaveLength(2);
  expect(text).not.toContain(canary);
  expect(exitCode).toBe(code);
});

function fault(code: string): Error {
  return Object.assign(new Error(`${code}: ${canary}`), { code, path: "/data" });
}

test("serve, site and sample refuse what they cannot do", async () => {
  const dir = await makeFolder({ "d/index.html": "x" });
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((done) => server.once("listening", done));
  const port = String((server.address() as AddressInfo).port);
  const site = join(dir, "d");
  const serve = (...more: string[]) => plumbline(["serve", "--dir", site, ...more]);
  const none = ["site", "--releases", join(dir, "none"), "--tier"];
  const refusals: [Promise<Said>, RegExp][] = [
    [serve("--port", port), new RegExp(`Port ${port} is taken`)],
    [serve("--port", "99999"), /port is not a whole number/],
    [plumbline(["serve", "--dir", join(dir, "none")]), /There is no site in/],
    [plumbline([...none, "public"]), /There is no public release/],
    [plumbline([...none, "public", "--base", "x y"]), /served under is not one/],
    [plumbline([...none, "all"]), /There is no tier/],
    [plumbline(["sample", "--records", "few"]), /records is not a whole number/],
    [plumbline(["sample", "--out", dir]), /already holds something/],
  ];
  for (const [said, sentence] of refusals) expectRefusal(await said, sentence);
});
