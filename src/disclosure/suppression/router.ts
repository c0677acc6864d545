import { Solver, type Rows, type SolverLimits } from "../../engines/highs.ts";
import { tolerance } from "./cuts.ts";
import type { Fate, Structure } from "./structure.ts";

/**
 * Looks for the cheapest way to let a group rise or fall: which shown groups must be hidden for it. A
 * shown group costs its price for each unit that it moves, which stands in for the fixed cost of
 * hiding it; hidden groups move freely.
 */
export class Router {
  readonly #structure: Structure;
  readonly #layout: Layout;
  readonly #solver: Solver;

  private constructor(structure: Structure, layout: Layout, solver: Solver) {
    this.#structure = structure;
    this.#layout = layout;
    this.#solver = solver;
  }

  /** @param fates of each group; open ones have their cost as their price */
  static async open(
    structure: Structure,
    fates: readonly Fate[],
    limits: SolverLimits,
  ): Promise<Router> {
    const layout = lay(structure, fates);
    const solver = await Solver.open(layout, { simplex: "dual", presolve: false, limits });
    return new Router(structure, layout, solver);
  }

  /** Lets a group move freely from now on. */
  hide(group: number): void {
    this.#solver.setCost(this.#layout.rise[group]!, 0);
    this.#solver.setCost(this.#layout.fall[group]!, 0);
  }

  /**
   * Groups that move when a group moves by a distance above 0, ascending; null where it cannot.
   * @param direction 1 up, -1 down
   */
  route(group: number, direction: 1 | -1, distance: number): number[] | null {
    const { rise, fall, columns } = this.#layout;
    const column = (direction > 0 ? rise : fall)[group]!;
    const opposite = (direction > 0 ? fall : rise)[group]!;
    this.#solver.setColumnBounds(column, distance, distance);
    this.#solver.setColumnBounds(opposite, 0, 0);
    const outcome = this.#solver.minimise(["optimal", "infeasible"]);
    const moves = outcome === "optimal" ? this.#solver.values() : null;
    this.#solver.setColumnBounds(column, 0, columns.upper[column]!);
    this.#solver.setColumnBounds(opposite, 0, columns.upper[opposite]!);
    if (moves === null) return null;
    return [...this.#structure.groups.keys()].filter(
      (at) => Math.abs(moves[rise[at]!]! - moves[fall[at]!]!) > tolerance,
    );
  }

  [Symbol.dispose](): void {
    this.#solver.close();
  }
}

/**
 * Columns: for each base cell, then for each group of several, how far it rises and how far it falls.
 * A group that is a base cell has the columns of that; each of the others is tied to its base cells.
 */
interface Layout {
  readonly columns: {
    readonly lower: Float64Array;
    readonly upper: Float64Array;
    readonly cost: Float64Array;
  };
  readonly rows: Rows;
  /** The column of each group that says how far it rises, and the one how far it falls. */
  readonly rise: readonly number[];
  readonly fall: readonly number[];
}

function lay({ groups, columns: values }: Structure, fates: readonly Fate[]): Layout {
  const sums = [...groups.keys()].filter((at) => groups[at]!.columns.length > 1);
  const place = new Map(sums.map((group, at) => [group, values.length + at]));
  const rise = groups.map(({ columns }, at) => 2 * (place.get(at) ?? columns[0]!));
  const fall = rise.map((column) => column + 1);
  const size = 2 * (values.length + sums.length);
  const upper = new Float64Array(size).fill(Infinity);
  const cost = new Float64Array(size);
  for (const [column, value] of values.entries()) upper[2 * column + 1] = value;
  for (const [at, group] of groups.entries()) {
    upper[fall[at]!] = group.fall;
    if (fates[at] === "open") cost[rise[at]!] = cost[fall[at]!] = group.cost;
    if (fates[at] === "shown") upper[rise[at]!] = upper[fall[at]!] = 0;
  }
  const ties = sums.map((at) => [
    ...groups[at]!.columns.flatMap((column) => [
      [2 * column, 1] as const,
      [2 * column + 1, -1] as const,
    ]),
    [rise[at]!, -1] as const,
    [fall[at]!, 1] as const,
  ]);
  const starts = new Int32Array(ties.length + 1);
  for (const [at, tie] of ties.entries()) starts[at + 1] = starts[at]! + tie.length;
  return {
    columns: { lower: new Float64Array(size), upper, cost },
    rows: {
      lower: new Float64Array(ties.length),
      upper: new Float64Array(ties.length),
      starts,
      indices: Int32Array.from(ties.flatMap((tie) => tie.map(([column]) => column))),
      values: Float64Array.from(ties.flatMap((tie) => tie.map(([, value]) => value))),
    },
    rise,
    fall,
  };
}
