import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { drawSample } from "../../src/sampling/draw-sample.ts";
import type { DrawRequest } from "../../src/sampling/request.ts";
import { csv, goodRow, header, makeFolder, place } from "../records/programme-folder.ts";
import { checkpointText, makeDesk, wanting, writeCheckpoint } from "./desk.ts";

const keys = Array.from({ length: 60 }, (_, i) => `A-${i}`);
const rows = keys.map((key, i) =>
  goodRow(key)
    .replace("2026-02", `2026-0${(i % 3) + 1}`)
    .replace("high", i % 2 ? "high" : "low"),
);
const monthly = (month: number) =>
  place.replace("2026-Q1", `2026-0${month}`).replace("csv", month === 2 ? "ndjson" : "csv");

async function drawFrom(data: string, differing: Partial<DrawRequest> = {}) {
  const { sample, draw } = await drawSample(wanting(data, differing));
  return { sample, ...draw, keys: draw.records.map(({ key }) => key) };
}

/** The same records in one file in order, or in three of two formats, the last row first. */
const inOne = () => makeFolder({ [place]: csv(...rows) });
function inThree() {
  const names = header.split(",");
  const ofMonth = (month: number) =>
    rows.toReversed().filter((row) => row.includes(`2026-0${month}`));
  const json = ofMonth(2).map((row) => {
    const cells = row.split(",").map((cell, i) => [names[i], cell] as const);
    return JSON.stringify(Object.fromEntries(cells));
  });
  return makeFolder({
    [monthly(1)]: csv(...ofMonth(1)),
    [monthly(2)]: `${json.join("\n")}\n`,
    [monthly(3)]: csv(...ofMonth(3)),
  });
}

describe("the same sample is drawn", () => {
  test("whatever the order of files and rows and the number of threads", async () => {
    const one = await drawFrom(await inOne(), { threads: 1, strata: "month,severity" });
    const three = await drawFrom(await inThree(), { threads: 4, strata: "month,severity" });
    expect(three.keys).toEqual(one.keys);
    expect(three.sample).toEqual(one.sample);
  });

  test("whoever has cosigned the checkpoint since", async () => {
    const data = await inOne();
    const checkpoint = await writeCheckpoint(data);
    const before = await drawFrom(data, { checkpoint });
    await writeCheckpoint(data, checkpointText(7, true));
    expect((await drawFrom(data, { checkpoint })).keys).toEqual(before.keys);
  });

  test("and more, from the same seed, when the sample is larger", async () => {
    const data = await inOne();
    const small = await drawFrom(data, { size: 10 });
    expect((await drawFrom(data, { size: 20 })).keys.slice(0, 10)).toEqual(small.keys);
  });
});

test("another checkpoint, or another line of the auditor's, draws another sample", async () => {
  const data = await inOne();
  const samples = [];
  for (const size of [7, 8]) {
    const checkpoint = await writeCheckpoint(await makeDesk(), checkpointText(size));
    for (const chosen of [null, "a line", "another line"]) {
      samples.push((await drawFrom(data, { checkpoint, chosen })).keys.toSorted().join());
    }
  }
  expect(new Set(samples).size).toBe(6);
});

test("anybody can recompute it from the seed's text and the list of keys", async () => {
  const checkpoint = await writeCheckpoint(await makeDesk());
  const { sample, keys: drawn } = await drawFrom(await inOne(), { checkpoint, chosen: "Zürich 7" });
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  const root = Buffer.alloc(32, 7).toString("base64");
  const text =
    "plumbline sample-records 1\nprogramme test\nrelease 2026-q2\nkind incidents\n" +
    `checkpoint\nlog.example/one\n7\n${root}\nchosen by the auditor\nZürich 7\n`;
  expect(sample.seed).toEqual({ text, sha256: sha256(text) });
  const byTicket = keys
    .map((key) => ({ key, ticket: sha256(`${sha256(text)}/harbour/${key}`) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
  expect(drawn).toEqual(byTicket.slice(0, 10).map(({ key }) => key));
});

test("the frame is what the release counts: no bad row, no repeat, no month outside it", async () => {
  const late = goodRow("L-1").replace("2026-02-03", "2026-07-03");
  const data = await makeFolder({
    [place]: csv(goodRow("A-1"), goodRow("B-1").replace("drugs", "rugs"), goodRow("A-1")),
    [place.replace("2026-Q1/incidents@2026-04", "2026-06_2026-07/incidents@2026-07")]: csv(late),
    [place.replace("2026-Q1", "2026-05").replace("04-10", "06-10")]: csv(
      goodRow("C-1").replace("2026-02", "2026-05"),
      goodRow("C-2").replace("2026-02", "2026-05"),
      goodRow("C-2").replace("2026-02", "2026-05").replace("high", "low"),
    ),
  });
  const drawn = await drawFrom(data, { size: 2 });
  expect(drawn.keys.toSorted()).toEqual(["A-1", "C-1"]);
  expect(drawn.sample.frame).toBe(2);
});

test("a record is found in its file at the row that is named, past lines that are empty or broken", async () => {
  const lines = [
    header,
    goodRow("A-1"),
    "",
    "broken,\u00e9",
    goodRow("A-2"),
    "x",
    goodRow("A-3"),
    goodRow("A-1"),
  ];
  const bytes = Buffer.from(`${lines.join("\n")}\n`, "latin1");
  const { records } = await drawFrom(await makeFolder({ [place]: bytes }), { size: 3 });
  const found = Object.fromEntries(records.map(({ key, rows, file }) => [key, [file, ...rows]]));
  expect(found).toEqual({ "A-1": [place, 1, 6], "A-2": [place, 3], "A-3": [place, 5] });
});

test("the strata add up, and small ones are taken whole", async () => {
  const { sample, records } = await drawFrom(
    await makeFolder({
      [place]: csv(...rows.slice(0, 30), goodRow("Z").replace("drugs", "cyber")),
    }),
    { strata: "threat_type", allocation: "equal", size: 8 },
  );
  expect(sample.strata).toEqual([
    { stratum: "cyber", frame: 1, size: 1, probability: 1 },
    { stratum: "drugs", frame: 30, size: 7, probability: 7 / 30 },
  ]);
  expect(sample.frame).toBe(31);
  expect(records.map(({ stratum }) => stratum).filter((one) => one === "cyber")).toHaveLength(1);
  expect(new Set(records.map(({ key }) => key)).size).toBe(8);
});
