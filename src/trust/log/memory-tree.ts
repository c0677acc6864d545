import type { Bytes } from "../bytes.ts";
import { hashNode, type ReadHash } from "./merkle.ts";

/** A tree that is held whole and grows by one leaf at a time. */
export interface MemoryTree {
  readonly size: () => number;
  /** @param leaf as `hashLeaf` makes it */
  readonly append: (leaf: Bytes) => Promise<void>;
  readonly readHash: ReadHash;
}

export function makeTree(): MemoryTree {
  const levels: Bytes[][] = [[]];
  return {
    size: () => levels[0]!.length,
    append: async (leaf) => {
      let hash = leaf;
      for (let level = 0; ; level++) {
        const hashes = (levels[level] ??= []);
        hashes.push(hash);
        if (hashes.length % 2 === 1) return;
        hash = await hashNode(hashes.at(-2)!, hash);
      }
    },
    readHash: (level, index) => {
      const hash = levels[level]?.[index];
      return hash === undefined
        ? Promise.reject(new RangeError("The tree has no such hash."))
        : Promise.resolve(hash);
    },
  };
}
