import { Problem } from "../problem.ts";

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
