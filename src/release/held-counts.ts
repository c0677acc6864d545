import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { CountTable } from "../disclosure/tallies/count-table.ts";
import { countCells, type CellCounts } from "../disclosure/tallies/earlier.ts";
import { heldPath, writeHeld } from "./held.ts";
import { releaseProblems } from "./problems.ts";
import type { TierName } from "./schema.ts";

/**
 * The counts that the rounded tallies of a tier were made from: the office's memory, by which the
 * next release knows where cases have changed. It is exact, or that of a less public tier, and never
 * to be published. `releases/<id>/held/<tier>-counts.json`.
 */
const heldCounts = z.strictObject({
  format: z.literal("plumbline-counts/1"),
  tallies: z.record(z.string(), z.record(z.string(), z.int())),
});

export function heldCountsPath(releases: string, release: string, tier: TierName): string {
  return heldPath(releases, release, `${tier}-counts`);
}

export async function writeHeldCounts(
  path: string,
  madeFrom: readonly CountTable[],
): Promise<void> {
  const tallies = Object.fromEntries(
    [...countCells(madeFrom)].map(([name, cells]) => [name, Object.fromEntries(cells)]),
  );
  const held: z.infer<typeof heldCounts> = { format: "plumbline-counts/1", tallies };
  await writeHeld(path, held);
}

/** @throws Problem where it is missing or damaged */
export async function readHeldCounts(path: string): Promise<CellCounts> {
  try {
    const { tallies } = heldCounts.parse(JSON.parse(await readFile(path, "utf8")));
    return new Map(
      Object.entries(tallies).map(([name, cells]) => [name, new Map(Object.entries(cells))]),
    );
  } catch {
    throw releaseProblems.heldMissing(path);
  }
}
