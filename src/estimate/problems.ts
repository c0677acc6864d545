import { Problem } from "../problem.ts";

/** Where a cell is; rows are counted from 1 below the header, blank lines left out. */
export interface CellPlace {
  readonly file: string;
  readonly column: string;
  readonly row: number;
}

function at({ file, column, row }: CellPlace): string {
  return `Column ${column} of ${file}, row ${row} below the header,`;
}

/** Everything that `plumbline estimate` can tell its operator; never a value from the file. */
export const estimateProblems = {
  measureUnknown: (known: readonly string[]) =>
    new Problem(
      "estimate_measure",
      "The measure is not one that Plumbline knows.",
      `Choose one of ${known.join(", ")}.`,
    ),
  optionWrong: (option: string, range: string) =>
    new Problem("estimate_option", `The option ${option} is not ${range}.`, `Give it as ${range}.`),
  roleNotReadable: () =>
    new Problem(
      "estimate_role",
      "An argument after the file does not have the form role=column.",
      "Name the column of each role, such as numerator=hits denominator=cases.",
    ),
  roleUnknown: (role: string, measure: string, roles: readonly string[]) =>
    new Problem(
      "estimate_role_unknown",
      `The measure ${measure} has no role ${role}.`,
      `Its roles are ${roles.join(", ")}; give each as role=column.`,
    ),
  roleTwice: (role: string) =>
    new Problem(
      "estimate_role_twice",
      `The role ${role} is given more than once.`,
      "Name one column for it.",
    ),
  rolesApart: (measure: string, roles: readonly string[]) =>
    new Problem(
      "estimate_roles_apart",
      `The measure ${measure} does not take these roles together.`,
      `Give ${roles.join(", or ")}.`,
    ),
  roleMissing: (role: string, measure: string) =>
    new Problem(
      "estimate_role_missing",
      `The measure ${measure} needs a column for the role ${role}.`,
      `Add ${role}=COLUMN after the file.`,
    ),
  fileMissing: (file: string) =>
    new Problem(
      "estimate_file",
      `There is no readable file ${file}.`,
      "Check the path and that you may read it.",
    ),
  fileEmpty: (file: string) =>
    new Problem(
      "estimate_empty",
      `The file ${file} is empty.`,
      "Give a CSV file with one header line and at least one row.",
    ),
  noRows: (file: string) =>
    new Problem(
      "estimate_no_rows",
      `The file ${file} has a header but no row below it.`,
      "Give a file with at least one row.",
    ),
  notCsv: (file: string, line: string | undefined) =>
    new Problem(
      "estimate_csv",
      `The file ${file} is not CSV with as many cells in every row as in its header` +
        `${line === undefined ? "" : `: line ${line} is not`}.`,
      "Save it as UTF-8 with commas, double quotes around cells that hold either, and one kind " +
        "of line ending.",
    ),
  columnMissing: (file: string, column: string) =>
    new Problem(
      "estimate_column",
      `The file ${file} has no column ${column} in its first line.`,
      "Write the name as the header has it, capitals and spaces included; the file is UTF-8 with commas.",
    ),
  columnTwice: (file: string, column: string) =>
    new Problem(
      "estimate_column_twice",
      `The file ${file} has more than one column ${column}.`,
      "Rename one of them, so that it is clear which is meant.",
    ),
  notNumber: (place: CellPlace) =>
    new Problem(
      "estimate_not_number",
      `${at(place)} does not hold a finite number.`,
      "Write numbers with a point and without separators, units or spaces.",
    ),
  negative: (place: CellPlace) =>
    new Problem(
      "estimate_negative",
      `${at(place)} is negative.`,
      "Correct or remove the row: this column holds numbers of at least 0.",
    ),
  notWhole: (place: CellPlace) =>
    new Problem(
      "estimate_not_whole",
      `${at(place)} does not hold a whole number below 9,007,199,254,740,992.`,
      "Give counts of cases, not shares or averages.",
    ),
  notAboveZero: (place: CellPlace) =>
    new Problem(
      "estimate_zero",
      `${at(place)} is 0.`,
      "Correct or remove the row: this column holds numbers above 0.",
    ),
  oneCluster: (file: string, column: string | undefined) =>
    new Problem(
      "estimate_one_cluster",
      column === undefined
        ? `The file ${file} holds a single cluster in a group.`
        : `Column ${column} of ${file} has a stratum with a single cluster in a group.`,
      "Join the stratum with one that is like it: how far clusters differ takes two of them.",
    ),
  periodTwice: (place: CellPlace) =>
    new Problem(
      "estimate_period",
      `${at(place)} holds a period that comes more than once.`,
      "Give one row for each period, or a result for each series with --by.",
    ),
  tooFew: (file: string, things: string, fewest: number) =>
    new Problem(
      "estimate_few",
      `The file ${file} has fewer than ${fewest} ${things} in a group.`,
      "Give more of them: one alone has nothing to be compared with.",
    ),
  noLogarithm: (file: string, column: string) =>
    new Problem(
      "estimate_no_logarithm",
      `Column ${column} of ${file} is 0 for a whole group, of which shmi takes the logarithm.`,
      "Use --transform cqc, or leave the group out.",
    ),
  numeratorLarger: (place: CellPlace, denominator: string) =>
    new Problem(
      "estimate_numerator",
      `${at(place)} is larger than column ${denominator} of the same row.`,
      "A numerator counts part of its denominator: check that the two roles are not swapped.",
    ),
  probabilityOutside: (place: CellPlace, percent: boolean) =>
    new Problem(
      "estimate_probability",
      `${at(place)} does not lie from 0 to ${percent ? "100" : "1"}.`,
      percent
        ? "Correct the row: with --percent a probability is a number from 0 to 100."
        : "Correct the row, or add --percent if the column is in per cent.",
    ),
  notObserved: (place: CellPlace) =>
    new Problem(
      "estimate_observed",
      `${at(place)} does not say whether the case was closed.`,
      "Write 1 or true for a closed case, 0 or false for one that is still open.",
    ),
  noOutcome: (file: string, column: string) =>
    new Problem(
      "estimate_outcome",
      `Column ${column} of ${file} holds 0 or 1 in no row, so no forecast can be judged.`,
      "Name the column that holds 1 where the event happened and 0 where it did not.",
    ),
  sumTooLarge: (file: string, column: string) =>
    new Problem(
      "estimate_sum",
      `Column ${column} of ${file} adds up to 9,007,199,254,740,992 or more in a group.`,
      "Split the file into groups with --by.",
    ),
};
