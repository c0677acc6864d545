import { hashTree, hashLeaf, hashNode, type ReadHash } from "../trust/merkle.ts";
import { readLoggedStatements } from "../trust/logged-statements.ts";
import { concatBytes, equalBytes, type Bytes } from "../trust/bytes.ts";
import { entriesPath, filledWidth, formatEntries, tilePath, tileWidth } from "../trust/tiles.ts";
import type { Anchor } from "./anchor.ts";
import { check, type Check } from "./check.ts";
import { findFirstDifference } from "./files.ts";
import { checkHistory, checkWitnesses, readCurrentLog, type CurrentLog } from "./log.ts";
import type { Place } from "./place.ts";

/** Checks a log whole: every entry, tile and statement, not only those that a release needs. */
export async function* verifyLog(log: Place, anchor: Anchor): AsyncGenerator<Check> {
  let current: CurrentLog | undefined;
  yield await checkWitnesses(async () => (current = await readCurrentLog(log, anchor)));
  if (current === undefined) return;
  const { checkpoint, tree } = current;
  yield await checkHistory(log, current, anchor, []);
  yield await check("entries", async () => {
    const entries: Bytes[] = [];
    for (let at = 0; at < tree.size; at++) entries.push(await tree.readEntry(at));
    const hashes = await hashLevels(entries);
    if (!equalBytes(await hashTree(hashes, entries.length), checkpoint.root)) {
      return ["The entries do not lead to the root that the log's key signed."];
    }
    const faults = await findOtherFiles(log, entries, hashes);
    if (faults.length > 0) return faults;
    const { length } = await readLoggedStatements(log.read, entries.length);
    return `all ${length} entries, their statements and their tiles lead to the signed root`;
  });
}

/** Every hash of complete subtrees, from the entries up. */
async function hashLevels(entries: readonly Bytes[]): Promise<ReadHash> {
  const levels: Bytes[][] = [await Promise.all(entries.map(hashLeaf))];
  for (let below = levels[0]!; below.length > 1; below = levels.at(-1)!) {
    const pairs = Array.from({ length: below.length >> 1 }, (_, at) =>
      hashNode(below[2 * at]!, below[2 * at + 1]!),
    );
    levels.push(await Promise.all(pairs));
  }
  return (level, index) => Promise.resolve(levels[level]![index]!);
}

/**
 * Compares each tile and bundle with what the entries make of it, those of earlier sizes as well,
 * and names what is no part of a log.
 */
async function findOtherFiles(log: Place, entries: readonly Bytes[], read: ReadHash) {
  const there = new Set(await log.list?.());
  const faults: string[] = [];
  for (const { path, needed, make } of listTiles(entries, read)) {
    if (!needed && !there.has(path)) continue;
    there.delete(path);
    const bytes = await log.read(path);
    const fault =
      bytes === undefined ? `${path} is missing.` : findFirstDifference(path, bytes, await make());
    if (fault !== undefined) faults.push(fault);
  }
  const strange = [...there].filter((path) => !isKnown(path));
  return [...faults, ...strange.map((path) => `${path} is there and is no part of a log.`)];
}

function isKnown(path: string): boolean {
  return /^(policy|checkpoint(\.\d+)?|statements\/\d+\.json)$/.test(path);
}

interface Tile {
  readonly path: string;
  /** Whether the log of this size needs it; others are left from when it was smaller. */
  readonly needed: boolean;
  readonly make: () => Promise<Bytes>;
}

function* listTiles(entries: readonly Bytes[], read: ReadHash): Generator<Tile> {
  const size = entries.length;
  for (let level = 0; tileWidth ** level <= size; level++) {
    for (let index = 0; filledWidth(level, index, size) > 0; index++) {
      const full = filledWidth(level, index, size);
      for (let width = 1; width <= full; width++) {
        const first = index * tileWidth;
        const places = Array.from({ length: width }, (_, at) => first + at);
        const needed = width === full;
        yield {
          path: tilePath(level, index, width),
          needed,
          make: async () =>
            concatBytes(...(await Promise.all(places.map((at) => read(level * 8, at))))),
        };
        if (level > 0) continue;
        yield {
          path: entriesPath(index, width),
          needed,
          make: () => Promise.resolve(formatEntries(entries.slice(first, first + width))),
        };
      }
    }
  }
}
