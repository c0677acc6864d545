import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeHex, encodeHex, type Bytes } from "../../src/trust/bytes.ts";
import { makeTree, type MemoryTree } from "../../src/trust/log/memory-tree.ts";
import {
  hashLeaf,
  hashNode,
  hashTree,
  proveConsistency,
  proveInclusion,
  verifyConsistency,
  verifyInclusion,
} from "../../src/trust/log/merkle.ts";

const hex = (text: string): Bytes => decodeHex(text)!;

// Entries, roots and proofs that Certificate Transparency's programs test themselves against.
const entries = [
  ...["", "00", "10", "2021", "3031", "40414243", "5051525354555657"],
  "606162636465666768696a6b6c6d6e6f",
].map(hex);

const roots = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
].map(hex);

const leaf2 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
const leaves34 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
const leaves58 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
const leaf5 = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
const leaves78 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
const leaves56 = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
const leaf7 = "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f";
const [root1, root2, , root4] = roots.map(encodeHex);

const inclusions: [index: number, size: number, proof: string[]][] = [
  [0, 1, []],
  [0, 8, [leaf2, leaves34, leaves58]],
  [5, 8, [leaf5, leaves78, root4!]],
  [2, 3, [root2!]],
  [1, 5, [root1!, leaves34, leaf5]],
];

const consistencies: [from: number, to: number, proof: string[]][] = [
  [1, 1, []],
  [1, 8, [leaf2, leaves34, leaves58]],
  [6, 8, [leaves56, leaves78, root4!]],
  [2, 5, [leaves34, leaf5]],
  [6, 7, [leaves56, leaf7, root4!]],
];

async function grow(of: readonly Bytes[]): Promise<MemoryTree> {
  const tree = makeTree();
  for (const entry of of) await tree.append(await hashLeaf(entry));
  return tree;
}

const known = await grow(entries);

test("trees of one to eight entries have the published roots", async () => {
  for (const [at, root] of roots.entries()) {
    expect(await hashTree(known.readHash, at + 1)).toEqual(root);
  }
});

test.each(inclusions)(
  "entry %i of %i is proven by the published hashes",
  async (index, size, at) => {
    const proof = at.map(hex);
    expect(await proveInclusion(known.readHash, index, size)).toEqual(proof);
    const leaf = await hashLeaf(entries[index]!);
    const root = roots[size - 1]!;
    const holds = { index, size, leaf, root, proof };
    await verifyInclusion(holds);
    const wrongs = [
      ...corrupt(proof, root).map((wrong) => ({ ...holds, proof: wrong })),
      { ...holds, index: index - 1 },
      { ...holds, index: index + 1 },
      { ...holds, size: size * 2 },
      { ...holds, size: Math.floor(size / 2) },
      { ...holds, leaf: root1 === encodeHex(leaf) ? roots[2]! : roots[0]! },
      { ...holds, leaf: new Uint8Array() },
      { ...holds, root: hex(leaf7) },
    ];
    for (const wrong of wrongs) {
      await expect(verifyInclusion(wrong)).rejects.toThrow(/is not in the log of/);
    }
  },
);

test.each(consistencies)("a log of %i is continued by one of %i", async (from, to, at) => {
  const proof = at.map(hex);
  expect(await proveConsistency(known.readHash, from, to)).toEqual(proof);
  const [fromRoot, toRoot] = [roots[from - 1]!, roots[to - 1]!];
  const holds = { from, to, fromRoot, toRoot, proof };
  await verifyConsistency(holds);
  const wrongs = [
    ...corrupt(proof, fromRoot).map((wrong) => ({ ...holds, proof: wrong })),
    { ...holds, from: from - 1 },
    { ...holds, from: from + 1 },
    { ...holds, to: to * 2 },
    { ...holds, to: Math.floor(to / 2) },
    { ...holds, fromRoot: hex(leaf7) },
    { ...holds, toRoot: hex(leaf7) },
  ];
  for (const wrong of wrongs) {
    await expect(verifyConsistency(wrong)).rejects.toThrow(/is no continuation of/);
  }
});

/** Other proofs: with a hash more, less or changed. */
function corrupt(proof: readonly Bytes[], root: Bytes): Bytes[][] {
  const flipped = proof.map((hash, at) =>
    proof.map((one, other) =>
      at === other ? hash.map((byte, i) => (i === 0 ? byte ^ 8 : byte)) : one,
    ),
  );
  const shorter = proof.length === 0 ? [] : [proof.slice(0, -1), proof.slice(1)];
  const empty = new Uint8Array();
  const longer = [
    [...proof, root],
    [root, ...proof],
    [...proof, empty],
    [empty, ...proof],
  ];
  return [...flipped, ...shorter, ...longer];
}

/** The definition of RFC 9162, section 2.1.1, word for word. */
async function define(of: readonly Bytes[]): Promise<Bytes> {
  if (of.length === 1) return hashLeaf(of[0]!);
  let split = 1;
  while (split * 2 < of.length) split *= 2;
  return hashNode(await define(of.slice(0, split)), await define(of.slice(split)));
}

test("every entry of every tree is proven, and every tree continues every shorter one", async () => {
  const of = Array.from({ length: 70 }, (_, at) => Uint8Array.of(at));
  const tree = await grow(of);
  const rootOf = await Promise.all(of.map((_, at) => define(of.slice(0, at + 1))));
  const sizes = fc
    .integer({ min: 1, max: 70 })
    .chain((to) => fc.record({ to: fc.constant(to), from: fc.integer({ min: 1, max: to }) }));
  await fc.assert(
    fc.asyncProperty(sizes, async ({ from, to }) => {
      const [fromRoot, toRoot] = [rootOf[from - 1]!, rootOf[to - 1]!];
      expect(await hashTree(tree.readHash, to)).toEqual(toRoot);
      const proof = await proveConsistency(tree.readHash, from, to);
      await verifyConsistency({ from, to, fromRoot, toRoot, proof });
      const inclusion = await proveInclusion(tree.readHash, from - 1, to);
      const leaf = await hashLeaf(of[from - 1]!);
      const place = { index: from - 1, size: to, leaf, root: toRoot, proof: inclusion };
      await verifyInclusion(place);
    }),
  );
});
