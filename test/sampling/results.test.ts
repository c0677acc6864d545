import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { drawSample } from "../../src/sampling/draw-sample.ts";
import { writeSample } from "../../src/sampling/write-sample.ts";
import { complaint, plumbline, type Said } from "../command.ts";
import { csv, goodRow, makeFolder, place } from "../records/programme-folder.ts";
import { wanting } from "./desk.ts";
import { readResults } from "../../src/sampling/results.ts";
import { readSample } from "../../src/sampling/sample.ts";

const canary = "CANARY7Q";

/** A sample of 10 of 40 records as it lies at the desk, and the lines of its results. */
async function openSample() {
  const rows = Array.from({ length: 40 }, (_, i) => goodRow(`${canary}-${i}`));
  const wanted = wanting(await makeFolder({ [place]: csv(...rows) }), {});
  const { sample, draw } = await drawSample(wanted);
  await writeSample(wanted.out, sample, draw);
  const path = (name: string) => join(wanted.out, name);
  const template = await readFile(path("results.csv"), "utf8");
  const lines = template.trim().replaceAll(",,", ",yes,").split("\n");
  return { out: wanted.out, path, lines };
}

type Opened = Awaited<ReturnType<typeof openSample>>;

async function judgeLines({ path }: Opened, lines: readonly string[], ...more: string[]) {
  await writeFile(path("results.csv"), `${lines.join("\n")}\n`);
  const args = ["--results", path("results.csv"), "--sample", path("sample.json"), ...more];
  return plumbline(["sample-records", ...args]);
}

function replaceLine(lines: readonly string[], row: number, from: string, to: string): string[] {
  return lines.map((line, i) => (i === row ? line.replace(from, to) : line));
}

// 10 of 40 without an error: with 10 errors C(30,10)/C(40,10) = 3.5%, with 9 it is 5.2%.
test("results without an error are projected exactly, and held to the tolerable rate", async () => {
  const opened = await openSample();
  const good = await judgeLines(opened, opened.lines, "--tolerable", "0.23");
  expect(good.out).toMatch(/^0 of 10 records drawn from 40 incidents of 2026-q2 do not agree/);
  expect(good.out).toContain("At most 9, 22.50%, at 95% confidence; at least 0, 0.00%");
  expect(good.out).toContain("Tolerable: at 95% confidence no more than 23.00%");
  expect(good.code).toBe(0);
  const bad = await judgeLines(opened, opened.lines, "--tolerable", "0.22");
  expect(bad.out).toContain("Not shown to be tolerable: up to 22.50% could be wrong");
  expect(bad.code).toBe(2);
});

test("what was not found counts as an error, and answers may be in capitals", async () => {
  const opened = await openSample();
  const lines = replaceLine(replaceLine(opened.lines, 2, "yes", "No"), 5, "yes", "Not found ");
  const { out } = await judgeLines(opened, lines, "--json");
  expect(JSON.parse(out)).toMatchObject({
    ...{ errors: 2, notFound: 1, limits: "hypergeometric", tolerated: null },
    estimate: { records: 8, rate: 0.2 },
  });
});

test("every fault of the results has its sentence, and none holds a value", async () => {
  const opened = await openSample();
  const cases: [readonly string[], string][] = [
    [opened.lines.toSpliced(4, 1), "1 record of the sample has no row"],
    [opened.lines.toSpliced(4, 2), "2 records of the sample have no row"],
    [replaceLine(opened.lines, 3, "yes", ""), "Row 3 has no result."],
    [replaceLine(opened.lines, 3, "yes", canary), "Row 3 says something else than yes, no or not"],
    [[...opened.lines, `harbour,${canary}-X,yes,`], "Row 11 names a record that is not in the sam"],
    [[...opened.lines, opened.lines[2]!], "The record of row 2 stands in more than one row."],
    [
      [...opened.lines, opened.lines[2]!.replace("yes", "no")],
      "The record of row 11 stands in more than one row.",
    ],
    [[opened.lines[0]!], "has a header but no row below it"],
    [replaceLine(opened.lines, 0, "agrees", "agree"), "has no column agrees in its first line"],
  ];
  const sample = await readSample(opened.path("sample.json"));
  for (const [lines, sentence] of cases) {
    await writeFile(opened.path("results.csv"), `${lines.join("\n")}\n`);
    const read = readResults(sample, opened.path("sample.json"), opened.path("results.csv"));
    const message = await read.then(
      () => "no fault",
      (fault: unknown) => (fault as Error).message,
    );
    expect(message).toContain(sentence);
    expect(message).not.toContain(canary);
  }
});

test("a list of records that is not the sample's is refused, and so is another sample.json", async () => {
  const opened = await openSample();
  const list = await readFile(opened.path("sample.csv"), "utf8");
  const rows = list.trim().split("\n");
  for (const damaged of [
    rows.toSpliced(3, 1),
    list.replace(`${canary}-`, `${canary}_`).split("\n"),
  ]) {
    await writeFile(opened.path("sample.csv"), `${damaged.join("\n").trim()}\n`);
    expectRefusal(await judgeLines(opened, opened.lines), /is not the list of records that sample/);
  }
  await writeFile(opened.path("sample.json"), "{}");
  expectRefusal(await judgeLines(opened, opened.lines), /is not a sample\.json that/);
});

test("what may be given on names no record, and the rest is its owner's alone", async () => {
  const { path, out } = await openSample();
  for (const name of ["sample.json", "README.md"]) {
    expect(await readFile(path(name), "utf8")).not.toContain(canary);
  }
  for (const name of ["sample.csv", "results.csv"]) {
    expect(await readFile(path(name), "utf8")).toContain(canary);
    expect((await stat(path(name))).mode & 0o077).toBe(0);
  }
  expect((await stat(out)).mode & 0o077).toBe(0);
});

function expectRefusal(said: Said, sentence: RegExp): void {
  const lines = complaint(said);
  expect(lines[0]).toMatch(sentence);
  expect(lines).toHaveLength(2);
  expect(said.out + said.err).not.toContain(canary);
  expect(said.code).toBe(1);
}
