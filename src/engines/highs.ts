import highsModule, { type Highs, type Model, type Solution } from "highs";
import { unfinished } from "./problems.ts";
import {
  packRows,
  type Outcome,
  type Program,
  type Rows,
  type SolverLimits,
  type SolverOptions,
} from "./program.ts";

export type * from "./program.ts";

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
    const modelStatus = this.#askAgain(this.#model.run().modelStatus);
    if (modelStatus !== unboundedOrInfeasible && modelStatus !== unknown) return modelStatus;
    const presolve = this.#model.options.get("presolve");
    this.#model.options.set("presolve", "off");
    const again = this.#model.run().modelStatus;
    this.#model.options.set("presolve", presolve);
    return again;
  }

  /**
   * Where floating point has led a solve from an earlier one astray, HiGHS says that it does not know:
   * asked again from the beginning, and then by the other simplex method, it does.
   */
  #askAgain(status: number): number {
    const { unknown } = this.#highs.constants.modelStatus;
    if (status !== unknown) return status;
    this.#model.clearSolver();
    const again = this.#model.run().modelStatus;
    const strategy = this.#model.options.get("simplex_strategy");
    if (again !== unknown || strategy === strategies.dual) return again;
    this.#model.options.set("simplex_strategy", strategies.dual);
    const last = this.#askAgain(again);
    this.#model.options.set("simplex_strategy", strategy);
    return last;
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
