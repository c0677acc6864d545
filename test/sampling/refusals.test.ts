import { mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseCheckpoint } from "../../src/sampling/checkpoint.ts";
import { drawSample } from "../../src/sampling/draw-sample.ts";
import { checkPlace } from "../../src/sampling/place.ts";
import { Problem } from "../../src/problem.ts";
import { complaint, plumbline } from "../command.ts";
import { csv, goodRow, makeFolder, place } from "../records/programme-folder.ts";
import { checkpointText, makeDesk, wanting } from "./desk.ts";

const canary = "CANARY7Q";
const good = csv(goodRow(`${canary}-1`), goodRow(`${canary}-2`));

describe("a checkpoint", () => {
  test("is read for its origin, size and root alone", () => {
    const root = Buffer.alloc(32, 7).toString("base64");
    const body = { origin: "log.example/one", size: "7", root };
    expect(parseCheckpoint(checkpointText(), "f")).toEqual(body);
    expect(parseCheckpoint(checkpointText(7, true), "f")).toEqual(body);
  });

  const text = checkpointText();
  const root = text.split("\n")[2]!;
  test.each([
    ["empty", ""],
    ["unsigned", text.slice(0, text.indexOf("—"))],
    ["cut off", text.slice(0, -1)],
    ["of no entry", text.replace("\n7\n", "\n0\n")],
    ["with a size that has leading zeros", text.replace("\n7\n", "\n07\n")],
    ["with a root of 31 bytes", text.replace(root, Buffer.alloc(31).toString("base64"))],
    ["without an origin", text.replace("log.example/one\n", "\n")],
    ["with lines that end in carriage returns", text.replaceAll("\n", "\r\n")],
    ["followed by something else", `${text}more\n`],
  ])("is refused: %s", (_, broken) => {
    expect(() => parseCheckpoint(broken, "f")).toThrow(/f is not a signed checkpoint of a log/);
  });
});

describe("a sample is not written", () => {
  test("in the releases, in dist, among the submissions or over something else", async () => {
    const data = await makeFolder({ [place]: good });
    const around = { data, releases: join(data, "releases") };
    await mkdir(around.releases);
    await symlink(around.releases, join(data, "link"));
    await writeFile(join(await mkdirIn(data, "taken"), "x"), "");
    const places: [string, RegExp][] = [
      [join(data, "releases"), /in the folder of releases/],
      [join(data, "releases/2026-q2/sample"), /in the folder of releases/],
      [join(data, "link/new/deep"), /in the folder of releases/],
      [join(data, "submissions/harbour/sample"), /among the submissions/],
      ["dist/public/sample", /in dist/],
      [join(data, "taken"), /already holds something/],
    ];
    for (const [out, sentence] of places) {
      await expect(checkPlace(out, around), out).rejects.toThrow(sentence);
    }
    await checkPlace(join(data, "releases-of-mine"), around);
  });
});

describe("a draw is refused", () => {
  test("each with its sentence, and nothing of a record", async () => {
    const data = await makeFolder({ [place]: good });
    const broken = await makeFolder({ [place]: good.replace("held\n", "held,x\n") });
    const cases: [ReturnType<typeof wanting>, RegExp][] = [
      [wanting(data, { size: 3 }), /A sample of 3 records cannot be drawn from 2/],
      [wanting(data, { size: 1, kind: "incident" }), /record kind is not one/],
      [wanting(data, { size: 1, release: "2030" }), /lists no release "2030"/],
      [wanting(data, { size: 1, strata: "moth" }), /strata are not a list of things that divide/],
      [wanting(data, { size: 1, strata: "month,month" }), /each named once/],
      [
        wanting(data, { size: 1, kind: "complaints" }),
        /stands on no record of the kind complaints/,
      ],
      [wanting(broken, { size: 1 }), /1 of 1 files cannot be read; .* does not know: x\./],
    ];
    for (const [wanted, sentence] of cases) await expectProblem(wanted, sentence);
  });

  test("where it cannot hold one record of each stratum", async () => {
    const later = goodRow("B-1").replace("2026-02", "2026-03");
    const data = await makeFolder({ [place]: csv(goodRow("A-1"), later) });
    const wanted = wanting(data, { size: 1, strata: "month" });
    await expectProblem(wanted, /A sample of 1 records cannot hold one of each of 2 strata/);
  });

  test("where the release was made from other records", async () => {
    const data = await makeFolder({ [place]: good });
    const run = ["run", "--data", data, "--releases", join(data, "releases"), "--tier", "auditor"];
    expect((await plumbline(run)).code).toBe(0);
    expect((await drawSample(wanting(data, { size: 2 }))).sample.compared).toBe(true);
    await writeFile(join(data, place), csv(goodRow("A-1")));
    await expectProblem(
      wanting(data, { size: 1 }),
      /hold another number of records than the audit/,
    );
  });
});

test.each([
  [["--release", "2026-q2"], /option --kind is missing/],
  [["--release", "2026-q2", "--kind", "incidents"], /option --size is missing/],
  [["--release", "2026-q2", "--kind", "incidents", "--size", "2"], /--checkpoint is missing/],
  [["--plan", "--release", "2026-q2"], /It is not clear what to do/],
  [["--results", "r.csv"], /option --sample is missing/],
])("the command says what is missing: %j", async (args, sentence) => {
  const said = await plumbline(["sample-records", ...args]);
  expect(complaint(said)[0]).toMatch(sentence);
  expect([said.code, complaint(said).length]).toEqual([1, 2]);
});

test("the command draws, names no record in what it says, and says what to be careful of", async () => {
  const data = await makeFolder({ [place]: good });
  const desk = await makeDesk();
  await writeFile(join(desk, "checkpoint"), checkpointText());
  const said = await plumbline([
    ...["sample-records", "--data", data, "--releases", join(data, "releases")],
    ...["--release", "2026-q2", "--kind", "incidents", "--size", "2"],
    ...["--checkpoint", join(desk, "checkpoint"), "--out", join(desk, "out")],
  ]);
  expect([said.code, said.err]).toEqual([0, ""]);
  expect(said.out).toContain("1 stratum is taken whole");
  expect(said.out).toContain("2 of the records drawn look like fewer than 5 in the frame");
  expect(said.out).not.toContain(canary);
  expect((await readdir(join(desk, "out"))).sort()).toEqual(
    ["README.md", "results.csv", "sample.csv", "sample.json"].sort(),
  );
});

async function mkdirIn(dir: string, name: string): Promise<string> {
  await mkdir(join(dir, name));
  return join(dir, name);
}

async function expectProblem(wanted: ReturnType<typeof wanting>, sentence: RegExp): Promise<void> {
  const fault = await drawSample(wanted).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(Problem);
  const { message, remedy } = fault as Problem;
  expect(message).toMatch(sentence);
  expect(message + remedy).not.toContain(canary);
}
