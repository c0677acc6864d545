import { spawnSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import fc from "fast-check";
import { packFiles, unpackFiles } from "../../src/seal/archive.ts";
import { concatBytes, encodeText, type Bytes } from "../../src/trust/bytes.ts";
import { makeTemporary } from "../trust/programme.ts";

const one = (path: string, text = "7\n"): Map<string, Bytes> => new Map([[path, encodeText(text)]]);

/** An archive of one file whose header was changed, with its check sum made good. */
function forge(change: (header: Uint8Array) => void, path = "a.csv"): Bytes {
  const archive = packFiles(one(path));
  const header = archive.subarray(0, 512);
  change(header);
  header.fill(0x20, 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.set(encodeText(`${sum.toString(8).padStart(6, "0")}\0 `), 148);
  return archive;
}

function write(header: Uint8Array, text: string, at: number, length: number): void {
  header.fill(0, at, at + length);
  header.set(encodeText(text), at);
}

test("the same files give the same archive, in whatever order they come, and come out again", () => {
  const part = fc.stringMatching(/^[a-z][a-z0-9_.-]{0,8}$/);
  const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));
  const entries = fc.uniqueArray(fc.tuple(path, fc.uint8Array({ maxLength: 1100 })), {
    selector: ([name]) => name.split("/")[0],
    maxLength: 6,
  });
  fc.assert(
    fc.property(entries, (list) => {
      const files = new Map(list.map(([name, bytes]) => [name, new Uint8Array(bytes)]));
      const archive = packFiles(files);
      expect(packFiles(new Map([...files].reverse()))).toEqual(archive);
      expect(new Map([...unpackFiles(archive)].sort())).toEqual(new Map([...files].sort()));
    }),
    { numRuns: 60 },
  );
});

test("an archive of one file of two bytes is a header, a block and two empty blocks", () => {
  const archive = packFiles(one("a.csv"));
  expect(archive.length).toBe(512 + 512 + 1024);
  const text = Buffer.from(archive).toString("latin1");
  expect(text.slice(0, 6)).toBe("a.csv\0");
  expect(text.slice(124, 136)).toBe("00000000002\0");
  expect(text.slice(257, 265)).toBe("ustar\x0000");
  expect(text.slice(512, 515)).toBe("7\n\0");
});

test("a path longer than a hundred letters is kept; one that the format has no room for is refused", () => {
  const long = `${"a".repeat(90)}/${"b".repeat(60)}/${"c".repeat(99)}`;
  expect([...unpackFiles(packFiles(one(long))).keys()]).toEqual([long]);
  expect(() => packFiles(one("d".repeat(101)))).toThrow(/too long for an archive/);
});

const tar = spawnSync("tar", ["--version"]).error === undefined;

test.skipIf(!tar)("tar itself reads an archive", async () => {
  const dir = await makeTemporary();
  const files = new Map([...one("index.html"), ...one(`a/${"b".repeat(99)}`, "x".repeat(600))]);
  await writeFile(join(dir, "site.tar"), packFiles(files));
  await mkdir(join(dir, "out"));
  expect(spawnSync("tar", ["-xf", "site.tar", "-C", "out"], { cwd: dir }).status).toBe(0);
  for (const [path, bytes] of files)
    expect(new Uint8Array(await readFile(join(dir, "out", path)))).toEqual(bytes);
});

test.each([
  "../outside",
  "a/../../outside",
  "/etc/outside",
  "a//b",
  "./a",
  "a/",
  "..",
  "a\\..\\b",
  "C:outside",
  "a\nb",
])("a path that could lead elsewhere is refused, packed and unpacked: %j", (path) => {
  expect(() => packFiles(one(path))).toThrow(/could lead out of its folder/);
  const archive = forge((header) => write(header, path, 0, 100));
  expect(() => unpackFiles(archive)).toThrow(/could lead out of its folder|not one that Plumbline/);
  const prefixed = forge((header) => write(header, "..", 345, 155));
  expect(() => unpackFiles(prefixed)).toThrow(/could lead out of its folder/);
});

test("two files of one place are refused: of one name, of two cases, and a file that is a folder", () => {
  const twice = concatBytes(packFiles(one("a")).subarray(0, 1024), packFiles(one("a")));
  expect(() => unpackFiles(twice)).toThrow(/not one that Plumbline/);
  for (const other of ["a", "a/b"]) {
    const files = new Map([...one("A"), ...one(other)]);
    expect(() => packFiles(files)).toThrow(/two files that would be written to/);
  }
});

const forgeries: [string, Bytes][] = [
  ["a symbolic link", forge((header) => header.set(encodeText("2"), 156))],
  ["a hard link", forge((header) => header.set(encodeText("1"), 156))],
  ["a folder", forge((header) => header.set(encodeText("5"), 156))],
  ["a device", forge((header) => header.set(encodeText("3"), 156))],
  ["an extended header", forge((header) => header.set(encodeText("x"), 156))],
  ["a target of a link", forge((header) => write(header, "/etc/passwd", 157, 100))],
  ["other rights", forge((header) => write(header, "0004755", 100, 8))],
  ["an owner", forge((header) => write(header, "root", 265, 32))],
  ["a time", forge((header) => write(header, "15000000000", 136, 12))],
  ["a size beyond the end", forge((header) => write(header, "77777777777", 124, 12))],
  ["a size that is no number", forge((header) => write(header, "-0000000001", 124, 12))],
  ["bytes behind a name", forge((header) => header.set([1], 50))],
  ["bytes behind the end", concatBytes(packFiles(one("a")), new Uint8Array(512))],
  ["half of it", packFiles(one("a")).slice(0, 700)],
  ["no end", packFiles(one("a")).slice(0, 1024)],
  ["nothing", new Uint8Array()],
  ["a check sum that is wrong", packFiles(one("a")).fill(0x31, 148, 149)],
];

test.each(forgeries)("an archive with %s is refused", (_, archive) => {
  expect(() => unpackFiles(archive)).toThrow(/not one that Plumbline would make/);
});
