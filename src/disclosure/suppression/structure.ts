import type { Table } from "../../tables/table.ts";
import type { Protection } from "./primary.ts";
import { suppressionProblems } from "./problems.ts";

/**
 * A table as its readers have to be reckoned with. Base cells that are known to be zero are left out,
 * and cells that then add up the same base cells are one group: who sees one of them sees all. Values
 * are in units of their own, so that the solver meets numbers of a moderate size.
 */
export interface Structure {
  /** Whether all values are whole numbers, as readers know. */
  readonly whole: boolean;
  /** What a value of 1 of the table is here. */
  readonly scale: number;
  /** The least difference that leaves a reader in doubt. */
  readonly step: number;
  /** Value of each base cell that is not known to be zero: a column. */
  readonly columns: readonly number[];
  /** The group that is a column by itself, or -1. */
  readonly ownGroup: readonly number[];
  readonly groups: readonly Group[];
}

export interface Group {
  /** Cells of the table, ascending. */
  readonly cells: readonly number[];
  /** Columns that the group adds up, ascending, at least one. */
  readonly columns: readonly number[];
  /** How far below its value a reader has to reckon with it, if it is hidden. */
  readonly fall: number;
  /** Value of those of its cells that are not sensitive: what hiding it costs. */
  readonly cost: number;
  readonly fate: Fate;
  /** What a reader may not be told of it, if it is hidden. */
  readonly need: Protection;
}

/** hidden and shown from the start, or open: a choice. */
export type Fate = "hidden" | "shown" | "open";

export interface StructureOptions {
  /** Whether readers know that a hidden cell is not zero; of one that is, they cannot. */
  readonly notZero: boolean;
  /** The least width of the interval of each hidden cell, sensitive or not. */
  readonly width: number;
  readonly forced?: readonly number[];
  readonly never?: readonly number[];
}

/**
 * Finds what readers can add up.
 * @param protections what each cell needs, null where it is not sensitive
 * @throws Problem when a cell must be hidden that must be shown, or is known to be zero
 */
export function buildStructure(
  table: Table,
  protections: readonly (Protection | null)[],
  options: StructureOptions,
): Structure {
  const forced = checkCells(table, options.forced);
  const never = checkCells(table, options.never);
  const fates = protections.map((protection, cell): Fate => {
    if (protection === null && !forced.has(cell)) return never.has(cell) ? "shown" : "open";
    if (never.has(cell)) throw suppressionProblems.cannotHide(cell);
    return "hidden";
  });
  const unit = findUnit(table);
  const scale = findScale(table);
  const step = table.kind === "counts" ? 1 : Math.max(unit * scale, leastStep);
  const columns = findColumns(table, fates);
  const columnOf = new Map(columns.map((inner, column) => [inner, column]));
  const groups = new Map<string, number[]>();
  for (const [cell, { members }] of table.cells.entries()) {
    const own = members.flatMap((member) => columnOf.get(member) ?? []);
    if (own.length > 0) groups.set(own.join(), [...(groups.get(own.join()) ?? []), cell]);
    else if (fates[cell] === "hidden") throw suppressionProblems.cannotHide(cell);
  }
  const built = [...groups].map(([key, cells]): Group => {
    const value = table.cells[cells[0]!]!.value * scale;
    const fall = options.notZero && value > 0 ? Math.max(0, value - step) : value;
    return {
      cells,
      columns: key.split(",").map(Number),
      fall,
      cost: cells.reduce((sum, cell) => sum + (protections[cell] === null ? value : 0), 0),
      fate: joinFates(cells, fates),
      need: joinNeeds(cells, protections, {
        scale,
        fall,
        width: Math.max(step, options.width * scale),
      }),
    };
  });
  const ownGroup = columns.map(() => -1);
  for (const [at, group] of built.entries()) {
    if (group.columns.length === 1) ownGroup[group.columns[0]!] = at;
  }
  return {
    whole: table.kind === "counts",
    scale,
    step,
    columns: columns.map((inner) => table.inner[inner]! * scale),
    ownGroup,
    groups: built,
  };
}

function checkCells(table: Table, cells: readonly number[] = []): Set<number> {
  const bad = cells.find((cell) => table.cells[cell] === undefined);
  if (bad !== undefined) throw suppressionProblems.badCell(bad);
  return new Set(cells);
}

/** Base cells that are not known to be zero: neither by declaration nor as part of a shown zero. */
function findColumns({ inner, cells, rule }: Table, fates: readonly Fate[]): number[] {
  const structural = rule.type === "count_le" && rule.zeros === "structural";
  const known = new Set<number>();
  for (const [at, { value, members }] of cells.entries()) {
    if (value === 0 && fates[at] !== "hidden") for (const member of members) known.add(member);
  }
  return [...inner.keys()].filter((at) => !known.has(at) && !(structural && inner[at] === 0));
}

/** Amounts are scaled to at most this, by a power of ten. */
const largestAmount = 1e5;

/** Differences of scaled amounts below this are noise of floating point. */
const leastStep = 1e-3;

function findScale({ kind, cells }: Table): number {
  if (kind === "counts") return 1;
  const largest = cells.reduce((most, { value }) => Math.max(most, value), 1e-300);
  return 10 ** Math.floor(Math.log10(largestAmount / largest));
}

/** The largest power of ten, from 1 down to a millionth, of which all amounts are multiples. */
export function findUnit({ kind, cells }: Table): number {
  if (kind === "counts") return 1;
  for (let decimals = 0; decimals < 6; decimals++) {
    const factor = 10 ** decimals;
    if (cells.every(({ value }) => isWhole(value * factor))) return 1 / factor;
  }
  return 1e-6;
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) <= 1e-9 * Math.max(1, value);
}

function joinFates(cells: readonly number[], fates: readonly Fate[]): Fate {
  const own = cells.map((cell) => fates[cell]!);
  const hidden = cells.find((cell) => fates[cell] === "hidden");
  if (hidden === undefined) return own.includes("shown") ? "shown" : "open";
  if (own.includes("shown")) throw suppressionProblems.cannotHide(hidden);
  return "hidden";
}

/** The strictest need of the cells. */
function joinNeeds(
  cells: readonly number[],
  protections: readonly (Protection | null)[],
  { scale, fall, width }: { readonly scale: number; readonly fall: number; readonly width: number },
): Protection {
  const own = cells.flatMap((cell) => protections[cell] ?? []);
  const most = (pick: (one: Protection) => number): number =>
    own.reduce((largest, one) => Math.max(largest, pick(one) * scale), 0);
  return {
    upper: most(({ upper }) => upper),
    lower: Math.min(
      fall,
      most(({ lower }) => lower),
    ),
    width: Math.max(
      width,
      most((one) => one.width),
    ),
  };
}
