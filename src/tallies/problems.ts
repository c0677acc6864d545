import { Problem } from "../problem.ts";
import { placeOf } from "./place.ts";

/** What an operator can be told about tallies; never a value from a record. */
export const tallyProblems = {
  missing: (kind: string) =>
    new Problem(
      "tally-file",
      `The record kind ${kind} has no tally.`,
      `Write ${placeOf(kind)}: a GROUP BY over its records.`,
    ),
  noTable: (kind: string) =>
    new Problem(
      "tally-table",
      `The tally of the kind ${kind} makes no table.`,
      `Write in ${placeOf(kind)} a CREATE TABLE with a GROUP BY over its records.`,
    ),
  leftBehind: (kind: string, name: string) =>
    new Problem(
      "tally-left-behind",
      `The tally of the kind ${kind} leaves ${name} behind, which is a view or a temporary table.`,
      `Drop it at the end of ${placeOf(kind)}: only tables of counts outlive the records.`,
    ),
  noLabel: (kind: string, table: string, column: "month" | "partner") =>
    new Problem(
      "tally-label",
      `The tally ${table} of the kind ${kind} has no column ${column}.`,
      `Group by it in ${placeOf(kind)}: every count is of one month and one partner.`,
    ),
  noRole: (kind: string, table: string, column: string) =>
    new Problem(
      "tally-role",
      `The column ${column} of the tally ${table} of the kind ${kind} has no role.`,
      "A label is text, month is a date; whole numbers end in _n, _minutes, _days or _percent, and " +
        "decimals in _money: rename or cast it.",
    ),
  noCount: (kind: string, table: string) =>
    new Problem(
      "tally-count",
      `The tally ${table} of the kind ${kind} has no column of counts.`,
      `Give it in ${placeOf(kind)} one whole number whose name ends in _n.`,
    ),
  several: (kind: string, table: string, columns: readonly string[]) =>
    new Problem(
      "tally-several",
      `The tally ${table} of the kind ${kind} has more than one column of a role that only one can ` +
        `have: ${columns.join(", ")}.`,
      `Count once in a table; make of what is left a label or another table in ${placeOf(kind)}.`,
    ),
  unfilled: (kind: string, table: string) =>
    new Problem(
      "tally-unfilled",
      `The tally ${table} of the kind ${kind} has a row without a label or a number, or with a ` +
        "number below 0.",
      `Mend ${placeOf(kind)}: what nobody has said is a label too, such as "not known".`,
    ),
  notEveryCase: (kind: string, table: string, dated: string) =>
    new Problem(
      "tally-cases",
      `The tally ${table} of the kind ${kind} does not hold every case of the period exactly once.`,
      `Mend ${placeOf(kind)}: a case whose ${dated} lies in the period belongs in one row, with its ` +
        "month and partner.",
    ),
  differ: (kind: string, one: string, other: string, shared: readonly string[]) =>
    new Problem(
      "tally-partition",
      `The tallies ${one} and ${other} of the kind ${kind} do not hold the same cases, added up by ` +
        `${shared.join(", ")}.`,
      `Mend ${placeOf(kind)}: every case belongs in exactly one row of each of its tables, and a label ` +
        "that all of them have says the same of it in each.",
    ),
} as const;
