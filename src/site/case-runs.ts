import type { Figure } from "../release/schema.ts";
import type { Cell } from "./cells.ts";

/** Columns that stand side by side and rest on the same cases in every row. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** @param rows the figures of each row, one for each of the columns, null where there is none */
export function listRuns(rows: readonly (readonly (Figure | null)[])[], columns: number): Run[] {
  const runs: Run[] = [];
  for (let from = 0, to = 1; from < columns; to += 1) {
    const alike = (row: readonly (Figure | null)[]): boolean =>
      new Set(row.slice(from, to + 1).flatMap((figure) => figure?.n ?? [])).size <= 1;
    if (to < columns && rows.every(alike)) continue;
    runs.push({ from, to });
    from = to;
  }
  return runs;
}

/** The first cell of each run tells the cases of all of it, where one of them shows them. */
export function tellCases(cells: readonly Cell[], runs: readonly Run[]): Cell[] {
  return cells.map((cell, at) => {
    const run = runs.find(({ from }) => from === at);
    return run === undefined ? cell : { ...cell, cases: casesOf(cells.slice(run.from, run.to)) };
  });
}

/** The cases behind some cells that share them, where one of them shows them. */
export function casesOf(cells: readonly Cell[]): Cell["cases"] {
  return (cells.find(({ cases }) => typeof cases === "string") ?? cells[0]!).cases;
}
