import { concatBytes, decodeNumber, encodeNumber, type Bytes, type ReadFile } from "../bytes.ts";
import { hashNode, type ReadHash } from "./merkle.ts";
import { trustProblems } from "../problems.ts";

/** Hashes in a full tile, and entries in a full bundle (C2SP tlog-tiles). */
export const tileWidth = 256;

/** Where a tile lies: its hashes stand for `256^level` entries each. */
export function tilePath(level: number, index: number, width = tileWidth): string {
  return `tile/${level}/${formatIndex(index)}${partialEnding(width)}`;
}

/** Where the bundle of entries from `256 · index` lies. */
export function entriesPath(index: number, width = tileWidth): string {
  return `tile/entries/${formatIndex(index)}${partialEnding(width)}`;
}

/** How many hashes of a tile, or entries of a bundle (level 0), a log of this size fills. */
export function filledWidth(level: number, index: number, size: number): number {
  const hashes = Math.floor(size / tileWidth ** level);
  return Math.max(0, Math.min(tileWidth, hashes - index * tileWidth));
}

/** A log as its files show it. What is read is only as true as the root that it leads to. */
export interface LogTree {
  readonly size: number;
  readonly readHash: ReadHash;
  /** @throws Problem where a bundle is missing or malformed */
  readonly readEntry: (index: number) => Promise<Bytes>;
}

/** Opens a log of tiles; reads only the tiles that are asked for, each once. */
export function openTree(read: ReadFile, size: number): LogTree {
  const kept = new Map<string, Promise<Bytes>>();
  const load = (path: (width?: number) => string, width: number): Promise<Bytes> => {
    const name = path(width);
    const loading = kept.get(name) ?? readEither(read, name, path());
    kept.set(name, loading);
    return loading;
  };
  const bundles = new Map<number, Promise<Bytes[]>>();
  const loadBundle = (bundle: number): Promise<Bytes[]> => {
    const width = filledWidth(0, bundle, size);
    const loading =
      bundles.get(bundle) ?? load((wide) => entriesPath(bundle, wide), width).then(parseEntries);
    bundles.set(bundle, loading);
    return loading;
  };
  const readTile = async (level: number, index: number): Promise<Bytes> => {
    const width = filledWidth(level, index, size);
    const tile = await load((wide) => tilePath(level, index, wide), width);
    if (tile.length === width * 32 || tile.length === tileWidth * 32) return tile;
    throw trustProblems.malformed(tilePath(level, index, width), "it has another length");
  };
  return {
    size,
    readHash: async (level, index) => {
      const inTile = level % 8;
      const first = index * 2 ** inTile;
      const tile = await readTile(Math.floor(level / 8), Math.floor(first / tileWidth));
      const at = first % tileWidth;
      return hashComplete(tile.slice(at * 32, (at + 2 ** inTile) * 32));
    },
    readEntry: async (index) => {
      const entries = await loadBundle(Math.floor(index / tileWidth));
      const entry = entries[index % tileWidth];
      if (index < size && entry !== undefined) return entry;
      throw trustProblems.malformed("a bundle of entries of the log", "it holds too few entries");
    },
  };
}

/** A bundle of entries, each after its length in two bytes. */
export function formatEntries(entries: readonly Bytes[]): Bytes {
  return concatBytes(...entries.flatMap((entry) => [encodeNumber(entry.length, 2), entry]));
}

/** @throws Problem where the lengths do not add up */
export function parseEntries(bundle: Bytes): Bytes[] {
  const entries: Bytes[] = [];
  for (let at = 0; at < bundle.length;) {
    const length = decodeNumber(bundle.slice(at, at + 2))!;
    const entry = bundle.slice(at + 2, at + 2 + length);
    if (at + 2 > bundle.length || entry.length !== length) {
      throw trustProblems.malformed("a bundle of entries of the log", "it ends within an entry");
    }
    entries.push(entry);
    at += 2 + length;
  }
  return entries;
}

/** A partial tile may be gone once the full one is there, which begins with it. */
async function readEither(read: ReadFile, partial: string, full: string): Promise<Bytes> {
  const bytes = (await read(partial)) ?? (partial === full ? undefined : await read(full));
  if (bytes === undefined) throw trustProblems.missing(partial);
  return bytes;
}

/** The root over 1, 2, 4, … hashes of 32 bytes. */
async function hashComplete(hashes: Bytes): Promise<Bytes> {
  if (hashes.length <= 32) return hashes;
  const middle = hashes.length / 2;
  return hashNode(
    await hashComplete(hashes.slice(0, middle)),
    await hashComplete(hashes.slice(middle)),
  );
}

/** 1234067 is `x001/x234/067`. */
function formatIndex(index: number): string {
  const rest = Math.floor(index / 1000);
  const last = String(index % 1000).padStart(3, "0");
  const groups: string[] = [];
  for (let left = rest; left > 0; left = Math.floor(left / 1000)) {
    groups.unshift(`x${String(left % 1000).padStart(3, "0")}`);
  }
  return [...groups, last].join("/");
}

function partialEnding(width: number): string {
  return width === tileWidth ? "" : `.p/${width}`;
}
