import { limitCells } from "../proof/limits.ts";
import type { PublishedTable } from "../proof/published.ts";

/** All tables that a reader has to reckon with: bounds of every base cell and of every sum. */
export interface Space {
  /** Whether only whole numbers count. */
  readonly whole: boolean;
  /** Units that make one; all numbers here are in units. */
  readonly scale: number;
  readonly base: Bounds;
  readonly sums: Bounds;
  /** Of each sum the base cells that it adds up. */
  readonly members: readonly (readonly number[])[];
}

export interface Bounds {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** What readers know before they have calculated anything. */
export function openSpace(table: PublishedTable): Space {
  const { scale, lower, upper } = limitCells(table);
  const base = {
    lower: new Float64Array(table.size),
    upper: new Float64Array(table.size).fill(Infinity),
  };
  for (const zero of table.zeros) base.upper[zero] = 0;
  return {
    whole: table.kind === "counts",
    scale,
    base,
    sums: { lower, upper },
    members: table.members,
  };
}
