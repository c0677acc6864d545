import { execFile } from "node:child_process";
import { statSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { discoverIndicators } from "../src/indicators/discover.ts";
import { makeFolder as makeFolders } from "../src/make-folder.ts";
import { listWarnings } from "../src/run-warnings.ts";
import { plumbline, root, type Said } from "./command.ts";
import { csv, goodRow, ingestFiles, makeFolder, place } from "./records/programme-folder.ts";

test("the version is that of package.json, by which releases name the program", async () => {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
    version: string;
  };
  expect(await plumbline(["--version"])).toEqual({
    code: 0,
    out: `plumbline ${version}\n`,
    err: "",
  });
});

test("a command that does not exist is told in a sentence, asked for help or not", async () => {
  for (const args of [["chekc"], ["help", "chekc"]]) {
    const said = await plumbline(args);
    expect(said.err).toMatch(/^error: unknown command 'chekc'\n[^]*See: plumbline --help\n$/);
    expect([said.code, said.out]).toEqual([1, ""]);
  }
});

test("a file alone is checked in the programme that holds it", async () => {
  const dir = await makeFolder({ [place]: csv(goodRow("A-1")) });
  const said = await plumbline(["check", join(dir, place)]);
  expect(said.err).toBe("");
  expect(said.out).toContain("1 row received = 1 accepted");
});

/** Who root asks instead of itself, because it may read everything; nobody else needs to. */
const other = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

function checkAsOther(dir: string): Promise<Said> {
  return new Promise((resolve) => {
    const args = [join(root, "src/cli.ts"), "check", dir];
    execFile(process.execPath, args, { ...other, cwd: dir }, (error, out, err) => {
      resolve({ code: Number(error?.code ?? 0), out, err });
    });
  });
}

/** Whether anybody on the machine may run the program, and a file can be shut to them. */
function canAsk(): boolean {
  if (process.platform === "win32") return false;
  const folders = root.split("/").map((_, i, parts) => parts.slice(0, i + 1).join("/") || "/");
  return !("uid" in other) || folders.every((path) => (statSync(path).mode & 5) === 5);
}

test.skipIf(!canAsk())(
  "a file or folder of submissions that may not be read is told, and never left out",
  async () => {
    const dir = await makeFolder({ [place]: csv(goodRow("A-1")) });
    const file = join(dir, place);
    await chmod(dir, 0o755);
    await chmod(file, 0);
    const locked = await checkAsOther(dir);
    expect(locked.out).toContain("You may not read it: check who owns it.");
    expect(locked.code).toBe(1);
    await chmod(dirname(file), 0);
    const shut = await checkAsOther(dir);
    expect(shut.err).toMatch(/2026-Q1 cannot be read or written: you may not/);
    expect(shut.code).toBe(1);
    await chmod(dirname(file), 0o755);
  },
);

test("folders are made with those above them, and once only", async () => {
  const dir = await mkdtemp(join(tmpdir(), "plumbline-folder-"));
  onTestFinished(() => rm(dir, { recursive: true }));
  expect(await makeFolders(join(dir, "a/b/c"))).toBe(join(dir, "a"));
  expect(await makeFolders(join(dir, "a/b/c"))).toBeUndefined();
});

test.skipIf(process.platform !== "linux")(
  "a folder that no disk can hold is a fault and no endless wait",
  async () => {
    await expect(makeFolders("/proc/plumbline/releases")).rejects.toThrow(/ENOENT/);
  },
);

test("rows that count nowhere are told after a run, and so is a release that came too early", async () => {
  const { report } = await ingestFiles({
    [place]: csv(goodRow("A-1"), goodRow("A-2").slice(1, 9)),
  });
  const about = { release: "2026-q1", ingest: report };
  expect(listWarnings({ ...about, cutOff: "2026-03-31" })).toEqual([
    "Release 2026-q1: 1 row of 1 file is in no figure: `plumbline check` says why.",
  ]);
  expect(listWarnings({ ...about, cutOff: "2026-06-30" }).at(-1)).toMatch(
    /no file speaks of its last month, 2026-06\./,
  );
});

const words = {
  ...{ title: "T", family: "rights", order: 1, question: "Q?", counts: "C.", leavesOut: "N." },
  ...{ formula: "F", measure: "count", unit: "count", source: "S." },
};

test.each<[string, string, RegExp]>([
  [
    "a measure that is none",
    json({ measure: "proporton" }),
    /^The indicator own names the measure/,
  ],
  ["a family that is none", json({ family: "right" }), /^The indicator own names the family/],
  ["no source", json({ source: undefined }), /^The indicator own says no source\.$/],
  ["text that is not TypeScript", "export default {{", /indicator\.ts cannot be read/],
])("an indicator with %s is told by its name", async (_, text, sentence) => {
  const folder = await mkdtemp(join(tmpdir(), "plumbline-indicators-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const files = { "indicator.ts": text, "indicator.sql": "select 1", "examples.md": "" };
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, "own", name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  await expect(discoverIndicators(folder)).rejects.toThrow(sentence);
});

function json(change: object): string {
  return `export default ${JSON.stringify({ ...words, ...change })};`;
}
