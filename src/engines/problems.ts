import { Problem } from "../problem.ts";
import type { Outcome } from "./program.ts";

/**
 * Runs SQL of the pipelines; where the engine cannot make sense of it, its author is told what and
 * where. Only what the engine says before it looks at a row is passed on, so it holds no value.
 */
export async function withAuthor<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    if (!/^(Parser|Binder|Catalog) Error/.test(said)) throw error;
    throw new Problem(
      "pipeline-sql",
      `The engine does not understand ${file}: ${said.split("\n")[0]!}`,
      "Mend the SQL; npm test runs it on the worked examples of its indicators.",
    );
  }
}

/** What an operator is told of a solve that ended otherwise than it may. */
export function unfinished(outcome: Outcome | undefined, status: number): Problem {
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
