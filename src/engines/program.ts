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

/** Rows as HiGHS takes them. */
export function packRows({ lower, starts, indices, values }: Rows, columns: number) {
  return {
    format: "csr",
    numRows: lower.length,
    numCols: columns,
    starts,
    indices,
    values,
  } as const;
}
