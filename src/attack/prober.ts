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
  #asked: Int32Array = new Int32Array(0);

  /** @param solver of the core's programme; its owner closes it */
  constructor(core: Core, terms: readonly Term[], solver: Solver, options: ProberOptions) {
    this.#core = core;
    this.#terms = terms;
    this.#solver = solver;
    this.#options = options;
    this.#seen = terms.map(() => ({ lower: Infinity, upper: -Infinity }));
    this.#allowed = terms.map((term) => boundTerm(core, term));
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
    if (outcome === "unbounded") return direction * -Infinity;
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
    return this.#boundWhole(columns, constant, direction);
  }

  /** The same in whole numbers, where the linear answer is none. */
  async #boundWhole(columns: Int32Array, constant: number, direction: 1 | -1): Promise<number> {
    const program = makeProgram(this.#core, true);
    for (const column of columns) program.columns.cost[column] = direction;
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
