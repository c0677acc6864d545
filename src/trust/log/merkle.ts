import { equalBytes, sha256, type Bytes } from "../bytes.ts";
import { trustProblems } from "../problems.ts";

/** The hash over the entries from `index · 2^level` up to `(index + 1) · 2^level`. */
export type ReadHash = (level: number, index: number) => Promise<Bytes>;

const [leafPrefix, nodePrefix] = [Uint8Array.of(0), Uint8Array.of(1)];

/** RFC 9162, section 2.1.1. */
export async function hashLeaf(entry: Uint8Array): Promise<Bytes> {
  return sha256(leafPrefix, entry);
}

export async function hashNode(left: Bytes, right: Bytes): Promise<Bytes> {
  return sha256(nodePrefix, left, right);
}

/** The root of the tree over the first `size` entries; `size` is at least 1. */
export async function hashTree(read: ReadHash, size: number): Promise<Bytes> {
  return hashRange(read, 0, size);
}

/**
 * The hashes that lead from entry `index` to the root of `size` entries, the lowest first
 * (RFC 9162, section 2.1.3.1).
 * @throws RangeError where there is no such entry
 */
export async function proveInclusion(
  read: ReadHash,
  index: number,
  size: number,
): Promise<Bytes[]> {
  if (!(index >= 0 && index < size)) throw new RangeError("There is no such entry.");
  const ranges: [number, number][] = [];
  for (let low = 0, high = size; high - low > 1;) {
    const middle = low + largestPower(high - low - 1);
    ranges.unshift(index < middle ? [middle, high] : [low, middle]);
    if (index < middle) high = middle;
    else low = middle;
  }
  return Promise.all(ranges.map(([low, high]) => hashRange(read, low, high)));
}

/**
 * The hashes by which the tree of `to` entries can be seen to continue that of `from`
 * (RFC 9162, section 2.1.4.1); none where the two are the same.
 * @throws RangeError unless 1 ≤ from ≤ to
 */
export async function proveConsistency(read: ReadHash, from: number, to: number): Promise<Bytes[]> {
  if (!(from >= 1 && from <= to)) throw new RangeError("There is no such tree.");
  const ranges: [number, number][] = [];
  let [low, high] = [0, to];
  while (from !== high) {
    const middle = low + largestPower(high - low - 1);
    ranges.unshift(from <= middle ? [middle, high] : [low, middle]);
    if (from <= middle) high = middle;
    else low = middle;
  }
  if (low > 0) ranges.unshift([low, high]);
  return Promise.all(ranges.map(([first, last]) => hashRange(read, first, last)));
}

export interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly leaf: Bytes;
  readonly root: Bytes;
  readonly proof: readonly Bytes[];
}

/**
 * Checks that an entry is in a tree (RFC 9162, section 2.1.3.2).
 * @throws Problem where the proof does not show it
 */
export async function verifyInclusion({ index, size, leaf, root, proof }: Inclusion) {
  const refuse = () => trustProblems.notIncluded(index, size);
  if (!(index >= 0 && index < size) || !areHashes([leaf, root, ...proof])) throw refuse();
  let [node, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) throw refuse();
    if (node % 2 === 1 || node === last) {
      hash = await hashNode(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else hash = await hashNode(hash, sibling);
    [node, last] = [half(node), half(last)];
  }
  if (last !== 0 || !equalBytes(hash, root)) throw refuse();
}

export interface Consistency {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: Bytes;
  readonly toRoot: Bytes;
  readonly proof: readonly Bytes[];
}

/**
 * Checks that a tree continues an earlier one (RFC 9162, section 2.1.4.2).
 * @throws Problem where the proof does not show it
 */
export async function verifyConsistency({ from, to, fromRoot, toRoot, proof }: Consistency) {
  const refuse = () => trustProblems.notConsistent(from, to);
  if (!(from >= 1 && from <= to) || !areHashes([fromRoot, toRoot, ...proof])) throw refuse();
  if (from === to) {
    if (proof.length > 0 || !equalBytes(fromRoot, toRoot)) throw refuse();
    return;
  }
  const path = largestPower(from) === from ? [fromRoot, ...proof] : [...proof];
  const [first, ...rest] = path;
  if (first === undefined) throw refuse();
  let [node, last] = [from - 1, to - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [old, now] = [first, first];
  for (const hash of rest) {
    if (last === 0) throw refuse();
    if (node % 2 === 1 || node === last) {
      [old, now] = [await hashNode(hash, old), await hashNode(hash, now)];
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else now = await hashNode(now, hash);
    [node, last] = [half(node), half(last)];
  }
  if (last !== 0 || !equalBytes(old, fromRoot) || !equalBytes(now, toRoot)) throw refuse();
}

function areHashes(hashes: readonly Bytes[]): boolean {
  return hashes.every(({ length }) => length === 32);
}

/** The root over a range whose first entry begins a complete subtree. */
async function hashRange(read: ReadHash, low: number, high: number): Promise<Bytes> {
  const parts: Promise<Bytes>[] = [];
  for (let at = low; at < high;) {
    const width = largestPower(high - at);
    parts.push(read(Math.log2(width), at / width));
    at += width;
  }
  const hashes = await Promise.all(parts);
  let root = hashes.pop()!;
  for (const left of hashes.reverse()) root = await hashNode(left, root);
  return root;
}

/** The largest power of two up to `count`, which is at least 1. */
function largestPower(count: number): number {
  let power = 1;
  while (power * 2 <= count) power *= 2;
  return power;
}

function half(count: number): number {
  return Math.floor(count / 2);
}
