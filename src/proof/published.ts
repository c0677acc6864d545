import type { Table } from "../tables/table.ts";

/** A table as its readers have it: which base cells each cell adds up, and what is said of it. */
export interface PublishedTable {
  /** Counts are whole numbers; amounts are not. Both are at least 0. */
  readonly kind: "counts" | "amounts";
  /** Number of base cells. */
  readonly size: number;
  /** Of each cell the base cells that it adds up. */
  readonly members: readonly (readonly number[])[];
  /** Of each cell the number that is shown, or null where it is hidden. */
  readonly published: readonly (number | null)[];
  /**
   * Of each cell the interval in which the published rule puts its true value, as for a rounded
   * number; null where the rule says nothing, so that a number that is shown is exact.
   */
  readonly knows: readonly (Known | null)[];
  /** Whether readers know that a hidden cell is not zero; false where zeros are hidden too. */
  readonly notZero: boolean;
  /** Base cells that are known to be zero, because they can hold nothing. */
  readonly zeros: readonly number[];
}

/** Both ends belong to the interval; null where it has none. */
export type Known = readonly [lower: number | null, upper: number | null];

/** What is said of the cells of a table, in their order. */
export interface Publication {
  readonly published: readonly (number | null)[];
  readonly knows?: readonly (Known | null)[];
  readonly notZero?: boolean;
}

/** The table as its readers have it. Of the true values only the structural zeros are passed on. */
export function publishTable(table: Table, publication: Publication): PublishedTable {
  const structural = table.rule.type === "count_le" && table.rule.zeros === "structural";
  return {
    kind: table.kind,
    size: table.inner.length,
    members: table.cells.map(({ members }) => members),
    published: publication.published,
    knows: publication.knows ?? table.cells.map(() => null),
    notZero: (publication.notZero ?? false) && !hidesZeros(table),
    zeros: structural ? [...table.inner.keys()].filter((at) => table.inner[at] === 0) : [],
  };
}

/**
 * Whether zeros are hidden like small counts. Then nobody can know that what is hidden is not zero,
 * and who believes it errs.
 */
export function hidesZeros({ rule }: Table): boolean {
  return rule.type === "count_le" && rule.zeros === "protected";
}
