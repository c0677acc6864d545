import { Problem } from "../problem.ts";
import type { Fault } from "./faults.ts";

/** What an operator can be told about a table file. */
export const tableProblems = {
  notJson: (file: string) =>
    new Problem(
      "table-json",
      `${file} is not JSON.`,
      "Give a table in the format that the README explains.",
    ),
  notATable: (file: string, where: string) =>
    new Problem(
      "table-format",
      `${file} is not a table: ${where === "" ? "it" : where} is missing or is not what it should be.`,
      "Give inner, cells, primaryRule and threshold in the format that the README explains.",
    ),
  faulty: (file: string, { words, remedy }: Fault) =>
    new Problem("table-fault", `${file}: ${words}`, remedy),
} as const;
