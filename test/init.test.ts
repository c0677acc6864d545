import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { check } from "../src/check.ts";
import { initProgramme } from "../src/init.ts";
import { discoverKnown } from "../src/known.ts";
import { programmeSchema } from "../src/programme/schema.ts";
import { readProgramme } from "../src/programme.ts";
import { complaint, plumbline } from "./command.ts";

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "plumbline-init-"));
});
afterEach(() => rm(dir, { recursive: true }));

/** The programme with every setting that it shows as a comment made one. */
async function useEverySetting(): Promise<void> {
  const file = join(dir, "programme.yaml");
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace(/^( *)# ( *(?:- |[\w-]+:))/gm, "$1$2"));
}

/** Every key that a JSON Schema names, at any depth. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = "properties" in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(keysOf)];
}

test("a new programme is read without a fault, and lacks nothing but submissions", async () => {
  const said = await plumbline(["init", join(dir, "new")]);
  expect(said.code, said.err).toBe(0);
  expect(said.out).toContain(`plumbline check --data ${join(dir, "new")}`);
  const checked = await plumbline(["check", "--data", join(dir, "new")]);
  expect(complaint(checked)[0]).toMatch(/^There is no submission in .*submissions\.$/);
});

test("a new programme shows every setting that there is", async () => {
  await initProgramme(dir);
  const text = await readFile(join(dir, "programme.yaml"), "utf8");
  const schema = z.toJSONSchema(programmeSchema, { io: "input", unrepresentable: "any" });
  const keys = new Set(keysOf(schema));
  expect(keys.size).toBeGreaterThan(30);
  expect([...keys].filter((name) => !new RegExp(`\\b${name}:`).test(text))).toEqual([]);
});

test("each setting that a new programme shows can be used as it stands", async () => {
  await initProgramme(dir);
  await useEverySetting();
  const programme = await readProgramme(dir, await discoverKnown());
  expect(programme.dueDays).toBe(14);
  expect(programme.partners[0]).toMatchObject({ mappings: { complaints: "own-words" } });
  const place = "submissions/first-partner/2026-Q1/complaints@2026-04-08.csv";
  const own = [
    "RefNo;right_engaged;channel;handling_route;Received;Office",
    "C-1;privacy;L;formal;03/03/2026;Caf\xe9",
    "C-2;liberty;0;informal;28/02/2026;",
  ];
  await writeFile(join(dir, place), Buffer.from(own.join("\n"), "latin1"));
  const { report } = await check([], dir);
  expect(report.files.find(({ file }) => file === place)).toMatchObject({
    state: "used",
    received: 2,
    accepted: 2,
  });
});

test("a folder that holds anything is refused, and left as it is", async () => {
  await mkdir(join(dir, "submissions"));
  const said = await plumbline(["init", dir]);
  expect(complaint(said)[0]).toBe(`The folder ${dir} is not empty.`);
  expect(said.code).toBe(1);
  expect(await readdir(dir)).toEqual(["submissions"]);
});
