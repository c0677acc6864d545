import { Solver, type SolverLimits } from "../../engines/highs.ts";
import { lay, noise, pack, type Layout, type Owner } from "./layout.ts";
import type { Fate, Structure } from "./structure.ts";

/**
 * A reader who knows the shown sums and that no base cell is negative, and who asks how far another
 * table that fits all this may lie from the true one. What is hidden can be changed between
 * questions, for the groups whose fate is open; these are shown at first.
 */
export class Reader {
  readonly #structure: Structure;
  readonly #layout: Layout;
  readonly #solver: Solver;
  /** Columns in the question asked last. */
  #asked: readonly number[] = [];
  #direction: 1 | -1 = 1;
  /** How far tables that were found since a group was hidden or shown have moved each group. */
  readonly #risen: Float64Array;
  readonly #fallen: Float64Array;

  private constructor(structure: Structure, layout: Layout, solver: Solver) {
    this.#structure = structure;
    this.#layout = layout;
    this.#solver = solver;
    this.#risen = new Float64Array(structure.groups.length);
    this.#fallen = new Float64Array(structure.groups.length);
  }

  /** @param fates of each group, hidden, shown or open */
  static async open(
    structure: Structure,
    fates: readonly Fate[],
    limits: SolverLimits,
  ): Promise<Reader> {
    const layout = lay(structure, fates);
    const solver = await Solver.open(
      {
        columns: { ...layout.bounds, cost: new Float64Array(layout.columns.length) },
        rows: pack(structure.groups, layout.rows),
      },
      { simplex: "primal", presolve: false, limits },
    );
    return new Reader(structure, layout, solver);
  }

  /**
   * Hides or shows a group whose fate is open.
   * @param share 0 shown, 1 hidden; in between, it may move by that share of what it could
   * @param most how far a group may rise that is hidden in part
   */
  hide(group: number, share: number, most = Infinity): void {
    this.#risen.fill(0);
    this.#fallen.fill(0);
    const { fall } = this.#structure.groups[group]!;
    const row = this.#layout.rowOf.get(group);
    const upper = share === 0 ? 0 : share === 1 ? Infinity : share * most;
    if (row === undefined) {
      const column = this.#layout.columnOf[this.#structure.groups[group]!.columns[0]!]!;
      this.#solver.setColumnBounds(column, -share * fall, upper);
    } else {
      const free = share === 1 && !this.#layout.rows[row]!.binds;
      this.#solver.setRowBounds(row, free ? -Infinity : -share * fall, upper);
    }
  }

  /** How far a group may lie above (1) or below (-1) its true value, at least 0, maybe Infinity. */
  reach(group: number, direction: 1 | -1): number {
    for (const column of this.#asked) this.#solver.setCost(column, 0);
    this.#asked = this.#structure.groups[group]!.columns.flatMap((column) => {
      const at = this.#layout.columnOf[column]!;
      return at < 0 ? [] : [at];
    });
    this.#direction = direction;
    for (const column of this.#asked) this.#solver.setCost(column, -direction);
    const outcome = this.#solver.minimise(["optimal", "unbounded"]);
    if (outcome === "unbounded") return Infinity;
    this.#remember();
    return Math.max(0, -this.#solver.objective);
  }

  /**
   * Whether tables that were found for this group or others show already that it has what it needs.
   * @param share how much of it is needed, above 0 and at most 1
   */
  hasSeen(group: number, share: number): boolean {
    const { upper, lower, width } = this.#structure.groups[group]!.need;
    const up = this.#risen[group]!;
    const down = this.#fallen[group]!;
    return up >= upper * share && down >= lower * share && up + down >= width * share;
  }

  /** Whether a group has what it needs. */
  protects(group: number): boolean {
    if (this.hasSeen(group, 1)) return true;
    const { upper, lower, width } = this.#structure.groups[group]!.need;
    const up = this.reach(group, 1);
    if (up < upper - tolerance) return false;
    if (lower === 0 && up >= width - tolerance) return true;
    const down = this.reach(group, -1);
    return down >= lower - tolerance && up + down >= width - tolerance;
  }

  /**
   * After a finite reach: how little can explain it. However open groups are hidden, that reach is
   * at most `fixed` plus the weights of those that are; weights may be Infinity.
   */
  explain(): Bound {
    const { columns, rows, owner } = this.#layout;
    const { groups, columns: values } = this.#structure;
    const reduced = new Float64Array(columns.length);
    for (const column of this.#asked) reduced[column] = -this.#direction;
    const bound: Bound = { fixed: 0, weights: new Map() };
    const duals = this.#solver.rowDuals();
    for (const [at, row] of rows.entries()) {
      const dual = duals[at]!;
      if (Math.abs(dual) < noise) continue;
      for (const column of row.columns) reduced[column]! -= dual;
      if (row.fate !== "shown") addTerm(bound, row, groups[row.group]!.fall, dual);
    }
    for (const [at, dual] of reduced.entries()) {
      if (Math.abs(dual) < noise) continue;
      const own = owner[at]!;
      addTerm(bound, own, own.group < 0 ? values[columns[at]!]! : groups[own.group]!.fall, dual);
    }
    return bound;
  }

  /** After a finite reach: by how much each column of the structure lies from the truth. */
  change(): Float64Array {
    const change = new Float64Array(this.#structure.columns.length);
    const values = this.#solver.values();
    for (const [at, column] of this.#layout.columns.entries()) change[column] = values[at]!;
    return change;
  }

  [Symbol.dispose](): void {
    this.#solver.close();
  }

  #remember(): void {
    const values = this.#solver.values();
    const { columnOf, moving } = this.#layout;
    for (const group of moving) {
      let by = 0;
      for (const column of this.#structure.groups[group]!.columns) {
        const at = columnOf[column]!;
        if (at >= 0) by += values[at]!;
      }
      if (by > this.#risen[group]!) this.#risen[group] = by;
      else if (-by > this.#fallen[group]!) this.#fallen[group] = -by;
    }
  }
}

/** Reaches that are too short by less than this are noise of floating point. */
export const tolerance = 1e-6;

/** The most that a reach can be: `fixed`, and the weight of each open group that is hidden. */
export interface Bound {
  fixed: number;
  readonly weights: Map<number, number>;
}

function addTerm(bound: Bound, { group, fate }: Owner, fall: number, dual: number): void {
  const weight = dual < 0 ? Infinity : fall * dual;
  if (fate === "hidden") bound.fixed += fall * Math.max(0, dual);
  else bound.weights.set(group, (bound.weights.get(group) ?? 0) + weight);
}
