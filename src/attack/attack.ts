import { Solver, type SolverLimits } from "../engines/highs.ts";
import { limitCells } from "../proof/limits.ts";
import { publishTable, type Publication } from "../proof/published.ts";
import type { Table } from "../tables/table.ts";
import { findCore, reduceSum, type Term } from "./core.ts";
import { boundTerm, farBeyond, makeProgram, Prober, type Range } from "./prober.ts";
import { propagate } from "./propagate.ts";
import { openSpace, type Space } from "./space.ts";

/** What a reader can work out of one cell; null where there is no upper bound. */
export interface Found {
  readonly index: number;
  readonly lower: number;
  readonly upper: number | null;
}

export interface TableAttack {
  /** Cells that are hidden or rounded. */
  readonly cells: readonly Found[];
  /** Base cells, where they were asked for. */
  readonly inner: readonly Found[];
  /** Cells that can be told exactly. */
  readonly exact: readonly number[];
  /**
   * Cells that can be told too closely: counts whose bounds are less than the threshold apart, or
   * lie below it; amounts whose bounds are less than the rule's p % of the upper one apart.
   */
  readonly narrow: readonly number[];
}

export interface AttackOptions {
  /** Whether the bounds of base cells are wanted too. */
  readonly inner?: boolean;
  readonly limits?: SolverLimits;
  /** Is shown each table that fits all that is published, as the values of its base cells. */
  readonly witness?: (base: readonly number[]) => void;
}

/**
 * The bounds of every cell that is hidden or rounded, from what is published and nothing else: shown
 * sums, the intervals that rounded ones stand for, that nothing is negative, that counts are whole,
 * and where it is so that hidden is not zero. Bounds of counts are exact in whole numbers.
 * @throws Problem (exit code 2) when no table fits what is published, or the solver does not finish
 */
export async function attackTable(
  table: Table,
  publication: Publication,
  options: AttackOptions = {},
): Promise<TableAttack> {
  const published = publishTable(table, publication);
  const space = openSpace(published);
  propagate(space);
  const limits = limitCells(published);
  const asked = published.published.flatMap((value, at) =>
    value === null || limits.lower[at]! < limits.upper[at]! ? [at] : [],
  );
  const own = [...Array(options.inner === true ? published.size : 0).keys()];
  const sums = [...asked.map((at) => published.members[at]!), ...own.map((at) => [at])];
  const bounds = await boundSums(space, sums, options);
  const found = (index: number, at: number): Found => ({
    index,
    lower: toOnes(bounds[at]!.lower, space),
    upper: bounds[at]!.upper === Infinity ? null : toOnes(bounds[at]!.upper, space),
  });
  const cells = asked.map((index, at) => found(index, at));
  return {
    cells,
    inner: own.map((index, at) => found(index, asked.length + at)),
    exact: cells.filter(({ lower, upper }) => lower === upper).map(({ index }) => index),
    narrow: cells.filter((cell) => isNarrow(table, cell)).map(({ index }) => index),
  };
}

function toOnes(value: number, { whole, scale }: Space): number {
  return whole ? value : Number((value / scale).toPrecision(12));
}

/** The same of a base cell in a table that the solver found. */
function toWholeOnes(value: number, space: Space): number {
  return space.whole ? Math.round(value) : toOnes(value, space);
}

function isNarrow({ threshold, rule }: Table, { lower, upper }: Found): boolean {
  if (upper === null) return false;
  if (threshold !== null) return upper - lower < threshold || upper < threshold;
  return rule.type === "p_percent" && upper - lower < (rule.p / 100) * upper;
}

/** Bounds of sums of base cells over all tables of the space. */
async function boundSums(
  space: Space,
  sums: readonly (readonly number[])[],
  { limits = {}, witness }: AttackOptions,
): Promise<Range[]> {
  const core = findCore(space);
  const terms = sums.map((own): Term => reduceSum(own, core.columnOf, space.base.lower));
  const show = (values: ArrayLike<number>): void =>
    witness?.(
      Array.from(core.columnOf, (column, at) =>
        toWholeOnes(column < 0 ? space.base.lower[at]! : values[column]!, space),
      ),
    );
  if (core.rows.length === 0) {
    // Nothing ties the base cells to each other: all least and all most are tables that fit.
    show(core.columns.lower);
    const far = farBeyond(core);
    show(core.columns.upper.map((upper, at) => Math.min(upper, core.columns.lower[at]! + far)));
    return terms.map((term) => boundTerm(core, term));
  }
  using solver = await Solver.open(makeProgram(core, false), {
    simplex: "primal",
    presolve: false,
    limits,
  });
  const prober = new Prober(core, terms, solver, { limits, show });
  const ranges: Range[] = [];
  for (const at of terms.keys()) {
    ranges.push({ lower: await prober.bound(at, 1), upper: await prober.bound(at, -1) });
  }
  return ranges;
}
