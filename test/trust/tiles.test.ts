import { expect, test } from "vitest";
import { concatBytes, encodeText, type Bytes, type ReadFile } from "../../src/trust/bytes.ts";
import { makeTree } from "../../src/trust/log/memory-tree.ts";
import {
  hashLeaf,
  hashTree,
  proveConsistency,
  proveInclusion,
  verifyConsistency,
  verifyInclusion,
} from "../../src/trust/log/merkle.ts";
import {
  entriesPath,
  filledWidth,
  formatEntries,
  openTree,
  parseEntries,
  tilePath,
} from "../../src/trust/log/tiles.ts";

test("tiles lie where the standard says", () => {
  expect(tilePath(0, 1_234_067)).toBe("tile/0/x001/x234/067");
  expect(tilePath(1, 0, 39)).toBe("tile/1/000.p/39");
  expect(tilePath(2, 273, 112)).toBe("tile/2/273.p/112");
  expect(entriesPath(1000, 7)).toBe("tile/entries/x001/000.p/7");
});

test("a log of 70,000 entries fills 273 tiles, one above them, and the beginnings of three more", () => {
  // The example of C2SP tlog-tiles.
  expect([filledWidth(0, 272, 70_000), filledWidth(0, 273, 70_000)]).toEqual([256, 112]);
  expect([filledWidth(1, 0, 70_000), filledWidth(1, 1, 70_000)]).toEqual([256, 17]);
  expect([filledWidth(2, 0, 70_000), filledWidth(2, 1, 70_000)]).toEqual([1, 0]);
});

test("a bundle is its entries, each after its length, and nothing else", () => {
  const entries = ["", "a", "b".repeat(300)].map(encodeText);
  const bundle = formatEntries(entries);
  expect(bundle.slice(0, 5)).toEqual(Uint8Array.of(0, 0, 0, 1, 97));
  expect(parseEntries(bundle)).toEqual(entries);
  for (const length of [1, 3, 4, bundle.length - 1]) {
    expect(() => parseEntries(bundle.slice(0, length))).toThrow(/ends within an entry/);
  }
});

const size = 10_000;
const entryAt = (index: number): Bytes => encodeText(`entry ${index}`);
const tree = makeTree();
for (let index = 0; index < size; index++) await tree.append(await hashLeaf(entryAt(index)));

/** The tiles of the tree, made when they are asked for; counts what is read. */
function serve(read: string[]): ReadFile {
  return async (path) => {
    read.push(path);
    const [, level, index] = /^tile\/(\d)\/(\d{3})/.exec(path) ?? [];
    const width = filledWidth(Number(level), Number(index), size);
    if (path !== tilePath(Number(level), Number(index), width)) return undefined;
    const hashes = Array.from({ length: width }, (_, at) =>
      tree.readHash(Number(level) * 8, Number(index) * 256 + at),
    );
    return concatBytes(...(await Promise.all(hashes)));
  };
}

test("of 10,000 entries each proof reads a handful of tiles: at most four", async () => {
  const root = await hashTree(tree.readHash, size);
  for (const index of [0, 255, 256, 4095, 8191, 8192, 9999]) {
    const read: string[] = [];
    const proof = await proveInclusion(openTree(serve(read), size).readHash, index, size);
    const leaf = await hashLeaf(entryAt(index));
    await verifyInclusion({ index, size, leaf, root, proof });
    expect(read.length, `entry ${index}`).toBeLessThanOrEqual(4);
  }
  for (const from of [1, 255, 256, 257, 4096, 9983, 9999]) {
    const read: string[] = [];
    const proof = await proveConsistency(openTree(serve(read), size).readHash, from, size);
    const fromRoot = await hashTree(tree.readHash, from);
    await verifyConsistency({ from, to: size, fromRoot, toRoot: root, proof });
    expect(read.length, `from ${from}`).toBeLessThanOrEqual(4);
  }
});

test("where a partial tile is gone, the full one that replaced it is read", async () => {
  const hashes = await Promise.all(Array.from({ length: 256 }, (_, at) => tree.readHash(0, at)));
  const full = concatBytes(...hashes);
  const only: ReadFile = (path) => Promise.resolve(path === "tile/0/000" ? full : undefined);
  expect(await openTree(only, 100).readHash(0, 99)).toEqual(hashes[99]);
  const none: ReadFile = () => Promise.resolve(undefined);
  await expect(openTree(none, 100).readHash(0, 1)).rejects.toThrow("no file tile/0/000.p/100");
  const short: ReadFile = () => Promise.resolve(full.slice(0, 99 * 32));
  await expect(openTree(short, 100).readHash(0, 1)).rejects.toThrow(/another length/);
});
