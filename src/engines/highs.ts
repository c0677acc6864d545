import highsModule, { type Highs, type Model, type Solution } from "highs";
import { Problem } from "../problem.ts";

/**
 * A linear or mixed-integer programme: minimise cost · x, where each column x and each row of the
 * matrix lies between its bounds. A missing bound is -Infinity or Infinity.
 */
export interface Program {
  readonly columns: {
    readonly lower: Float64Array;
    readonly upper: Float64Array;
    readonly cost: Float64Array;
    /** 1 for a column that must be a whole number; absent where none must. */
    readonly whole?: Uint8Array;
  };
  readonly rows: Rows;
}

/** Rows, compressed: those of row i are at `starts[i]` to before `starts[i + 1]`. */
export interface Rows {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** One more than there are rows. */
  readonly starts: Int32Array;
  /** The column of each coefficient. */
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

export interface SolverOptions {
  /** Simplex to use: primal is by far the best for solving again with another objective. */
  readonly simplex?: "choose" | "dual" | "primal";
  /** Whether to simplify a programme before it is solved first; the default. */
  readonly presolve?: boolean;
  /** How far a mixed-integer solution may be from the best, relatively; 0 by default. */
  readonly gap?: number;
  readonly limits?: SolverLimits;
}

/** What one solve may take. Results that depend on seconds differ from machine to machine. */
export interface SolverLimits {
  readonly seconds?: number;
  readonly iterations?: number;
  /** Nodes of branch and bound. */
  readonly nodes?: number;
}

/** How a solve can end. "stopped" is a limit reached, with a solution or without one. */
export type Outcome = "optimal" | "infeasible" | "unbounded" | "stopped";

const strategies = { choose: 0, dual: 1, primal: 4 } as const;

/** The largest number of steps that HiGHS can count, which it takes for no limit. */
const unlimited = 2 ** 31 - 1;

/** The package's types are of its other form, in which this function is a member of the module. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

let runtime: Promise<Highs> | undefined;

/**
 * A programme held by HiGHS: solved, changed and solved again from where it stood. The only file
 * that imports HiGHS. It works on one core, without output, and gives the same answer every time.
 *
 * A solver owns memory that no garbage collector frees: open it with `using`, or call `close`. What
 * it returns is copied and outlives it.
 */
export class Solver {
  readonly #highs: Highs;
  readonly #model: Model;
  readonly #whole: boolean;
  #limits: SolverLimits = {};
  #solution: Solution | undefined;

  private constructor(highs: Highs, model: Model, whole: boolean) {
    this.#highs = highs;
    this.#model = model;
    this.#whole = whole;
  }

  /** Opens a solver on a programme, of which it keeps a copy. */
  static async open(program: Program, options: SolverOptions = {}): Promise<Solver> {
    const highs = await (runtime ??= loadHighs());
    const { columns, rows } = program;
    const model = highs.createModel();
    const solver = new Solver(highs, model, columns.whole?.includes(1) ?? false);
    try {
      model.options.set({
        output_flag: false,
        random_seed: 1,
        simplex_strategy: strategies[options.simplex ?? "choose"],
        presolve: options.presolve === false ? "off" : "on",
        mip_rel_gap: options.gap ?? 0,
      });
      model.passModel({
        numCols: columns.cost.length,
        numRows: rows.lower.length,
        colCost: columns.cost,
        colLower: columns.lower,
        colUpper: columns.upper,
        rowLower: rows.lower,
        rowUpper: rows.upper,
        matrix: packRows(rows, columns.cost.length),
        ...(columns.whole === undefined ? {} : { integrality: Int32Array.from(columns.whole) }),
      });
      solver.limit(options.limits ?? {});
    } catch (error) {
      model.dispose();
      throw error;
    }
    return solver;
  }

  setCost(column: number, cost: number): void {
    this.#model.changeColCost(column, cost);
  }

  setColumnBounds(column: number, lower: number, upper: number): void {
    this.#model.changeColBounds(column, lower, upper);
  }

  setRowBounds(row: number, lower: number, upper: number): void {
    this.#model.changeRowBounds(row, lower, upper);
  }

  /** Adds rows after those that are there. */
  addRows(rows: Rows): void {
    const matrix = packRows(rows, this.#model.getDimensions().numCols);
    this.#model.addRows({ lower: rows.lower, upper: rows.upper, matrix });
  }

  /** Says what each later solve may take; a limit that is absent is none. */
  limit(limits: SolverLimits): void {
    this.#limits = limits;
    this.#model.options.set({
      time_limit: limits.seconds ?? 1e300,
      simplex_iteration_limit: limits.iterations ?? unlimited,
      mip_max_nodes: limits.nodes ?? unlimited,
    });
  }

  /**
   * Solves from where the solve before left off.
   * @param accepted how it may end; what each end leaves to be read is said at the methods below
   * @throws Problem (exit code 2) when it ends in any other way
   */
  minimise(accepted: readonly Outcome[] = ["optimal"]): Outcome {
    this.#solution = undefined;
    const status = this.#solve();
    const outcome = this.#read(status);
    if (outcome === undefined || !accepted.includes(outcome)) throw unfinished(outcome, status);
    return outcome;
  }

  /** Cost of the solution, after "optimal" or of the best found when "stopped". */
  get objective(): number {
    return this.#model.getObjectiveValue();
  }

  /** Whether there is a solution to be read; always after "optimal". */
  get hasSolution(): boolean {
    return this.#model.info.get("primal_solution_status") === 2;
  }

  /** What a mixed-integer solution costs at least, by all that was found out. */
  get bound(): number {
    return Number(
      this.#model.info.get(this.#whole ? "mip_dual_bound" : "objective_function_value"),
    );
  }

  /** Steps of the simplex method that the last solve took. */
  get iterations(): number {
    return Number(this.#model.info.get("simplex_iteration_count"));
  }

  /** Value of each column. The caller may keep it. */
  values(): Float64Array {
    // HiGHS holds a programme without columns to be unsolved.
    if (this.#model.getDimensions().numCols === 0) return new Float64Array();
    return (this.#solution ??= this.#model.getSolution()).colValue;
  }

  /** Dual of each row, after "optimal" of a linear programme: what raising its bound would cost. */
  rowDuals(): Float64Array {
    return (this.#solution ??= this.#model.getSolution()).rowDual;
  }

  /** After "infeasible" of a linear programme: multipliers of the rows that prove it, if any. */
  ray(): Float64Array | undefined {
    return this.#model.getDualRay()?.values;
  }

  /** Gives the memory back; may be called again. */
  close(): void {
    this.#model.dispose();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #solve(): number {
    const { unboundedOrInfeasible, unknown } = this.#highs.constants.modelStatus;
    // HiGHS adds up the time of all solves of a model.
    if (this.#limits.seconds !== undefined) this.#model.zeroAllClocks();
    const { modelStatus } = this.#model.run();
    // From what the solve before left it may come to no end that it knows: then it begins anew.
    if (modelStatus === unknown) this.#model.clearSolver();
    else if (modelStatus !== unboundedOrInfeasible) return modelStatus;
    const presolve = this.#model.options.get("presolve");
    this.#model.options.set("presolve", "off");
    const again = this.#model.run().modelStatus;
    this.#model.options.set("presolve", presolve);
    return again;
  }

  #read(status: number): Outcome | undefined {
    const known = this.#highs.constants.modelStatus;
    if (status === known.optimal || status === known.empty) return "optimal";
    if (status === known.infeasible) return "infeasible";
    if (status === known.unbounded) return "unbounded";
    const limits: number[] = [known.timeLimit, known.iterationLimit, known.solutionLimit];
    return limits.includes(status) ? "stopped" : undefined;
  }
}

function packRows({ lower, starts, indices, values }: Rows, columns: number) {
  return {
    format: "csr",
    numRows: lower.length,
    numCols: columns,
    starts,
    indices,
    values,
  } as const;
}

function unfinished(outcome: Outcome | undefined, status: number): Problem {
  const ends = {
    optimal: "it found a solution where none was expected",
    infeasible: "no solution fits",
    unbounded: "the solution has no bound",
    stopped: "it reached its limit",
  };
  return new Problem(
    "solver-unfinished",
    `The solver did not finish: ${outcome === undefined ? `its status is ${status}` : ends[outcome]}.`,
    "Nothing was released. Check that the table adds up; if it does, make it smaller, as by publishing fewer margins.",
    2,
  );
}
