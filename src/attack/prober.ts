import { Solver, type Program, type SolverLimits } from "../engines/highs.ts";
import type { Core, Term } from "./core.ts";
import { chooseIndependent } from "./independent.ts";
import { tolerance } from "./propagate.ts";

export interface Range {
  lower: number;
  upper: number;
}

export interface ProberOptions {
  readonly limits: SolverLimits;
  /** Is shown each table that was found, as the values of the free base cells. */
  readonly show: (values: Float64Array) => void;
}

/** What the bounds of its base cells alone say of a sum. */
export function boundTerm({ columns: known }: Core, { columns, constant }: Term): Range {
  return {
    lower: columns.reduce((sum, column) => sum + known.lower[column]!, constant),
    upper: columns.reduce((sum, column) => sum + known.upper[column]!, constant),
  };
}

/** Asks a solver how small and how large each term can be; a table that it finds answers for all. */
export class Prober {
  readonly #core: Core;
  readonly #terms: readonly Term[];
  readonly #solver: Solver;
  readonly #options: ProberOptions;
  /** What whole tables have shown each term to be, least and most, and what its columns allow. */
  readonly #seen: readonly Range[];
  readonly #allowed: readonly Range[];
  readonly #far: number;
  #asked: Int32Array = new Int32Array(0);
  #whole: Program | undefined;

  /** @param solver of the core's programme; its owner closes it */
  constructor(core: Core, terms: readonly Term[], solver: Solver, options: ProberOptions) {
    this.#core = core;
    this.#terms = terms;
    this.#solver = solver;
    this.#options = options;
    this.#seen = terms.map(() => ({ lower: Infinity, upper: -Infinity }));
    this.#allowed = terms.map((term) => boundTerm(core, term));
    this.#far = farBeyond(core);
  }

  /** @param direction 1 for the least, -1 for the most that a term can be */
  async bound(at: number, direction: 1 | -1): Promise<number> {
    const { columns, constant } = this.#terms[at]!;
    if (columns.length === 0) return constant;
    const [seen, allowed] = [this.#seen[at]!, this.#allowed[at]!];
    if (direction > 0 && seen.lower <= allowed.lower + tolerance) return allowed.lower;
    if (direction < 0 && seen.upper >= allowed.upper - tolerance) return allowed.upper;
    for (const column of this.#asked) this.#solver.setCost(column, 0);
    this.#asked = columns;
    for (const column of columns) this.#solver.setCost(column, direction);
    const outcome = this.#solver.minimise(["optimal", "unbounded"]);
    if (outcome === "unbounded") {
      this.#showFar(columns);
      return direction * -Infinity;
    }
    const linear = constant + direction * this.#solver.objective;
    const values = this.#solver.values();
    if (!this.#core.whole) {
      this.#options.show(values);
      return linear;
    }
    if (values.every(isWhole)) {
      this.#see(values);
      return Math.round(linear);
    }
    const inward = direction > 0 ? Math.ceil(linear - tolerance) : Math.floor(linear + tolerance);
    if (direction > 0 ? seen.lower <= inward : seen.upper >= inward) return inward;
    const near = [...values];
    const question = { columns, constant, direction };
    if (Math.abs(linear - inward) <= tolerance && this.#tiltToWhole(question, inward))
      return inward;
    return (
      (await this.#boundNear(question, near, 0, inward)) ??
      (await this.#boundNear(question, near, 1, inward)) ??
      this.#boundWhole(question)
    );
  }

  /** Shows a table in which a term without an upper bound is far larger than all that is published. */
  #showFar(asked: Int32Array): void {
    const { lower, upper } = this.#core.columns;
    const open = asked.filter((column) => upper[column] === Infinity);
    for (const column of open) {
      this.#solver.setColumnBounds(column, lower[column]!, lower[column]! + this.#far);
    }
    const outcome = this.#solver.minimise(["optimal", "unbounded"]);
    if (outcome === "optimal") {
      const values = this.#solver.values();
      if (!this.#core.whole) this.#options.show(values);
      else if (values.every(isWhole)) this.#see(values);
    }
    for (const column of open) this.#solver.setColumnBounds(column, lower[column]!, Infinity);
  }

  /**
   * Looks for a table in whole numbers among those that attain the linear bound, which is whole: the
   * same question, tilted a little in one direction after another, leads to other corners.
   */
  #tiltToWhole({ columns, constant, direction }: Question, inward: number): boolean {
    const size = this.#core.columns.lower.length;
    for (let tilt = 1; tilt <= mostTilts; tilt++) {
      for (let column = 0; column < size; column++) {
        this.#solver.setCost(column, tiltOf(tilt, column));
      }
      for (const column of columns) this.#solver.setCost(column, direction + tiltOf(tilt, column));
      this.#asked = everyColumn(size);
      if (this.#solver.minimise(["optimal", "unbounded"]) === "unbounded") return false;
      const values = this.#solver.values();
      const sum = columns.reduce((total, column) => total + values[column]!, constant);
      if (!values.every(isWhole) || Math.round(sum) !== inward) continue;
      this.#see(values);
      return true;
    }
    return false;
  }

  /**
   * Whether a table in whole numbers close to the linear answer attains the bound that the linear
   * answer leaves: then that is the bound, and it took a small programme to see.
   * @param spare how far a base cell may lie from its linear value
   * @returns undefined where none so close does
   */
  async #boundNear(
    { columns, constant, direction }: Question,
    near: readonly number[],
    spare: 0 | 1,
    inward: number,
  ): Promise<number | undefined> {
    const whole = this.#wholeProgram();
    const { lower, upper } = whole.columns;
    const program = withCost(whole, columns, direction);
    program.columns.lower = lower.map((least, at) =>
      Math.max(least, Math.floor(near[at]! + tolerance) - spare),
    );
    program.columns.upper = upper.map((most, at) =>
      Math.min(most, Math.ceil(near[at]! - tolerance) + spare),
    );
    using solver = await Solver.open(program, { limits: this.#options.limits });
    if (solver.minimise(["optimal", "infeasible"]) === "infeasible") return undefined;
    this.#see(solver.values());
    const found = constant + direction * Math.round(solver.objective);
    return found === inward ? found : undefined;
  }

  #wholeProgram(): Program {
    this.#whole ??= makeProgram(this.#core, true);
    return this.#whole;
  }

  /** The same in whole numbers, where the linear answer is none. */
  async #boundWhole({ columns, constant, direction }: Question): Promise<number> {
    const program = withCost(this.#wholeProgram(), columns, direction);
    using solver = await Solver.open(program, { limits: this.#options.limits });
    solver.minimise();
    this.#see(solver.values());
    return constant + direction * Math.round(solver.objective);
  }

  #see(values: Float64Array): void {
    this.#options.show(values);
    for (const [at, { columns, constant }] of this.#terms.entries()) {
      let sum = constant;
      for (const column of columns) sum += values[column]!;
      const whole = Math.round(sum);
      const seen = this.#seen[at]!;
      if (whole < seen.lower) seen.lower = whole;
      if (whole > seen.upper) seen.upper = whole;
    }
  }
}

/** How far a table goes up where a term has no upper bound: ten times all that bounds any other. */
export function farBeyond({ columns, rows }: Core): number {
  const known = [...rows.flatMap(({ lower, upper }) => [lower, upper]), ...columns.lower];
  return 10 * known.filter(Number.isFinite).reduce((most, one) => Math.max(most, one), plenty);
}

const plenty = 1e6;

const mostTilts = 12;

/** A small cost, the same for the same tilt and column, between −1 and 1 ten-thousandth. */
function tiltOf(tilt: number, column: number): number {
  const mixed = Math.imul(column + 1, 0x9e3779b1) ^ Math.imul(tilt, 0x85ebca6b);
  return ((mixed >>> 8) / 2 ** 23 - 1) * 1e-4;
}

function everyColumn(size: number): Int32Array {
  return Int32Array.from({ length: size }, (_, column) => column);
}

/** Of which sum the least (1) or the most (-1) is asked. */
interface Question {
  readonly columns: Int32Array;
  readonly constant: number;
  readonly direction: 1 | -1;
}

/** A programme with a question, whose columns may be changed without changing the first. */
function withCost({ columns, rows }: Program, asked: Int32Array, direction: 1 | -1) {
  const cost = new Float64Array(columns.cost.length);
  for (const column of asked) cost[column] = direction;
  return { columns: { ...columns, cost }, rows };
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) <= tolerance;
}

/** The programme of a core; exact sums that others imply are left out. */
export function makeProgram({ columns, rows }: Core, whole: boolean): Program {
  const exact = rows.filter(({ lower, upper }) => lower === upper);
  const chosen = chooseIndependent(exact, columns.lower.length).map((at) => exact[at]!);
  const all = [...chosen, ...rows.filter(({ lower, upper }) => lower !== upper)];
  const starts = new Int32Array(all.length + 1);
  for (const [at, row] of all.entries()) starts[at + 1] = starts[at]! + row.columns.length;
  const indices = new Int32Array(starts.at(-1)!);
  for (const [at, row] of all.entries()) indices.set(row.columns, starts[at]);
  return {
    columns: {
      lower: columns.lower,
      upper: columns.upper,
      cost: new Float64Array(columns.lower.length),
      ...(whole ? { whole: new Uint8Array(columns.lower.length).fill(1) } : {}),
    },
    rows: {
      lower: Float64Array.from(all, ({ lower }) => lower),
      upper: Float64Array.from(all, ({ upper }) => upper),
      starts,
      indices,
      values: new Float64Array(indices.length).fill(1),
    },
  };
}
