import { attackTable } from "../../attack/attack.ts";
import type { SolverLimits } from "../../engines/highs.ts";
import { hidesZeros } from "../../proof/published.ts";
import type { Table } from "../../tables/table.ts";
import { chooseOptimally, type Choice } from "./optimum.ts";
import { findPrimary, type PrimaryOptions } from "./primary.ts";
import { suppressionProblems } from "./problems.ts";
import { Reader } from "./reader.ts";
import { chooseByShowing } from "./showing.ts";
import { buildStructure, type Fate, type Structure } from "./structure.ts";

export interface SuppressionOptions extends PrimaryOptions {
  /** Whether readers know that a hidden cell is not zero; where zeros are hidden too, they cannot. */
  readonly notZero: boolean;
  /** Cells that are hidden from the start, such as those of a less public tier. */
  readonly forced?: readonly number[];
  /** Cells that must be shown. */
  readonly never?: readonly number[];
  readonly limits?: SolverLimits;
}

export interface Suppression {
  /** Cells that are hidden for themselves, ascending. */
  readonly primary: readonly number[];
  /** Cells that are hidden to protect those, ascending. */
  readonly secondary: readonly number[];
  /** What the secondary cells add up to. */
  readonly secondaryValue: number;
  /** Whether no choice is cheaper. */
  readonly optimal: boolean;
  /** No choice costs less than this. */
  readonly lowerBound: number;
}

/** Up to so many choices, the cheapest is found and proven. */
const mostProven = 140;

/**
 * Hides what is sensitive in a table, and so much more that no sensitive cell can be told: whatever is
 * added up and subtracted, a reader has to reckon with values at least `width` apart for every hidden
 * cell, of counts with whole ones. The cheapest choice for small tables; for large ones a good one.
 * @throws Problem when a cell cannot be protected, the solver does not finish, or the final check of
 * every hidden cell fails
 */
export async function suppressTable(
  table: Table,
  options: SuppressionOptions,
): Promise<Suppression> {
  const limits = options.limits ?? {};
  const protections = findPrimary(table, options);
  const notZero = options.notZero && !hidesZeros(table);
  const structure = buildStructure(table, protections, { ...options, notZero });
  const fates = structure.groups.map(({ fate }) => fate);
  const open = fates.filter((fate) => fate === "open").length;
  const proven = open <= mostProven;
  const choice = proven
    ? await chooseOptimally(structure, fates, Infinity, limits)
    : await chooseByShowing(structure, fates, limits);
  if (choice === null) throw suppressionProblems.cannotHide(fates.indexOf("hidden"));
  const final = await checkChoice(structure, fates, choice, limits);
  if (structure.whole) await checkWhole(table, structure, final, { notZero, limits });
  const hidden = [...fates.keys()].filter((group) => fates[group] === "hidden");
  const cells = [...hidden, ...choice.hidden].flatMap((group) => structure.groups[group]!.cells);
  const primary = protections.flatMap((protection, cell) => (protection === null ? [] : [cell]));
  const secondary = cells.filter((cell) => protections[cell] === null).sort((a, b) => a - b);
  const secondaryValue = secondary.reduce((sum, cell) => sum + table.cells[cell]!.value, 0);
  return {
    primary,
    secondary,
    secondaryValue: tidy(secondaryValue),
    optimal: proven,
    lowerBound: proven ? tidy(secondaryValue) : 0,
  };
}

/** Asks once more, of every hidden cell, how much a reader can tell; returns what becomes of each. */
async function checkChoice(
  structure: Structure,
  fates: readonly Fate[],
  { hidden }: Choice,
  limits: SolverLimits,
): Promise<Fate[]> {
  const chosen = new Set(hidden);
  const final = fates.map((fate, group): Fate => {
    if (fate !== "open") return fate;
    return chosen.has(group) ? "hidden" : "shown";
  });
  using reader = await Reader.open(structure, final, limits);
  for (const [group, fate] of final.entries()) {
    if (fate !== "hidden" || reader.protects(group)) continue;
    throw suppressionProblems.tooNarrow(structure.groups[group]!.cells[0]!);
  }
  return final;
}

/** Lets the attacker try, who knows nothing of this: in whole numbers he may tell more than before. */
async function checkWhole(
  table: Table,
  { groups }: Structure,
  final: readonly Fate[],
  { notZero, limits }: { readonly notZero: boolean; readonly limits: SolverLimits },
): Promise<void> {
  const widths = new Map<number, number>();
  for (const [group, { cells, need }] of groups.entries()) {
    if (final[group] === "hidden") for (const cell of cells) widths.set(cell, need.width);
  }
  const published = table.cells.map(({ value }, cell) => (widths.has(cell) ? null : value));
  const { cells } = await attackTable(table, { published, notZero }, { limits });
  const narrow = cells.find(({ index, lower, upper }) => {
    return upper !== null && upper - lower < widths.get(index)!;
  });
  if (narrow !== undefined) throw suppressionProblems.tooNarrow(narrow.index);
}

/** Sums of amounts without the noise of floating point. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
