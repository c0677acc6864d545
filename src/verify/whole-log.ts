import { concatBytes, type Bytes } from "../trust/bytes.ts";
import { isFollowedBy } from "../trust/keys/key-history.ts";
import { makeTree } from "../trust/log/memory-tree.ts";
import { hashLeaf, type ReadHash } from "../trust/log/merkle.ts";
import {
  entriesPath,
  filledWidth,
  formatEntries,
  tilePath,
  tileWidth,
} from "../trust/log/tiles.ts";
import { verifyLog as readWholeLog, type VerifiedLog } from "../trust/log/verify-log.ts";
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
  yield await checkHistory(log, current, anchor, []);
  let whole: VerifiedLog | undefined;
  yield await check("entries", async () => {
    whole = await readWholeLog(log.read, anchor.policy);
    const entries = whole.statements.map(({ entry }) => entry);
    const tree = makeTree();
    for (const entry of entries) await tree.append(await hashLeaf(entry));
    const faults = await findOtherFiles(log, entries, tree.readHash);
    if (faults.length > 0) return faults;
    return `all ${entries.length} entries, their statements and their tiles lead to the signed root`;
  });
  if (whole !== undefined) yield await checkKeys(whole, anchor);
}

/** Whether one of the keys that the log names in turn is one that the reader believes. */
function checkKeys({ history }: VerifiedLog, { signers }: Anchor): Promise<Check> {
  return check("keys", () => {
    const trusted = signers.map(({ publicKey }) => publicKey);
    const keys = history.length === 1 ? "one key signed" : `${history.length} keys signed in turn`;
    return Promise.resolve(
      isFollowedBy(history, trusted)
        ? `${keys} for the programme, and you trust it`
        : ["No key that signed for the programme in this log is one that you trust."],
    );
  });
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
