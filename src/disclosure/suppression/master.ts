import { Solver, type Rows, type SolverLimits } from "../../engines/highs.ts";
import type { Cut } from "./cuts.ts";
import type { Structure } from "./structure.ts";

/**
 * The choice of what to hide as far as cuts are known: cheapest first, then with the fewest cells. As
 * a linear programme first, in which a group may be hidden in part; later in whole groups.
 */
export class Master {
  readonly #costs: Float64Array;
  readonly #place: ReadonlyMap<number, number>;
  readonly #limits: SolverLimits;
  readonly #rows: Row[];
  #solver: Solver;

  private constructor(
    costs: Float64Array,
    place: ReadonlyMap<number, number>,
    rows: Row[],
    limits: SolverLimits,
    solver: Solver,
  ) {
    this.#costs = costs;
    this.#place = place;
    this.#rows = rows;
    this.#limits = limits;
    this.#solver = solver;
  }

  /**
   * @param open the groups that are a choice
   * @param most what hiding them may cost
   */
  static async open(
    structure: Structure,
    open: readonly number[],
    most: number,
    limits: SolverLimits,
  ): Promise<Master> {
    const costs = weigh(structure, open);
    const rows: Row[] = [];
    if (most < Infinity) {
      const values = open.map((group) => structure.groups[group]!.cost);
      rows.push({ lower: -Infinity, upper: most, indices: [...open.keys()], values });
    }
    const solver = await openSolver(costs, rows, { limits });
    const place = new Map(open.map((group, at) => [group, at]));
    return new Master(costs, place, rows, limits, solver);
  }

  /** How far each open group is to be hidden, in their order; null where no choice fulfils the cuts. */
  solve(): Float64Array | null {
    if (this.#solver.minimise(["optimal", "infeasible"]) === "infeasible") return null;
    return this.#solver.values().map((share) => {
      if (share < rounding) return 0;
      return share > 1 - rounding ? 1 : share;
    });
  }

  add(cuts: readonly Cut[]): void {
    const rows = cuts.map((cut) => this.#toRow(cut));
    this.#rows.push(...rows);
    this.#solver.addRows(pack(rows));
  }

  /** From now on a group is hidden or shown, and not in between. */
  async makeWhole(): Promise<void> {
    this.#solver.close();
    this.#solver = await openSolver(this.#costs, this.#rows, { limits: this.#limits, whole: true });
  }

  [Symbol.dispose](): void {
    this.#solver.close();
  }

  #toRow({ weights, unless }: Cut): Row {
    const terms = [...weights].map(([group, weight]) => [this.#place.get(group)!, weight] as const);
    if (unless !== null) terms.push([this.#place.get(unless)!, -1]);
    terms.sort(([a], [b]) => a - b);
    return {
      lower: unless === null ? 1 : 0,
      upper: Infinity,
      indices: terms.map(([at]) => at),
      values: terms.map(([, weight]) => weight),
    };
  }
}

/** Shares so close to 0 or 1 are meant to be it. */
const rounding = 1e-6;

interface Row {
  readonly lower: number;
  readonly upper: number;
  readonly indices: readonly number[];
  readonly values: readonly number[];
}

/** The value of each group, and so little for each of its cells that all together make less than 1. */
function weigh({ groups, step }: Structure, open: readonly number[]): Float64Array {
  const cells = open.reduce((sum, group) => sum + groups[group]!.cells.length, 0);
  return Float64Array.from(open, (group) => {
    const { cost, cells: own } = groups[group]!;
    return cost + (step * own.length) / (cells + 1);
  });
}

function openSolver(
  cost: Float64Array,
  rows: readonly Row[],
  { limits, whole = false }: { readonly limits: SolverLimits; readonly whole?: boolean },
): Promise<Solver> {
  const columns = {
    cost,
    lower: new Float64Array(cost.length),
    upper: new Float64Array(cost.length).fill(1),
    ...(whole ? { whole: new Uint8Array(cost.length).fill(1) } : {}),
  };
  return Solver.open({ columns, rows: pack(rows) }, { limits });
}

function pack(rows: readonly Row[]): Rows {
  const starts = new Int32Array(rows.length + 1);
  for (const [at, { indices }] of rows.entries()) starts[at + 1] = starts[at]! + indices.length;
  return {
    lower: Float64Array.from(rows, ({ lower }) => lower),
    upper: Float64Array.from(rows, ({ upper }) => upper),
    starts,
    indices: Int32Array.from(rows.flatMap(({ indices }) => indices)),
    values: Float64Array.from(rows.flatMap(({ values }) => values)),
  };
}
