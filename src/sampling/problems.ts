import { Problem } from "../problem.ts";

/** Everything that `plumbline sample-records` can tell its operator; never a value of a record. */
export const samplingProblems = {
  modeUnclear: () =>
    new Problem(
      "sampling_mode",
      "It is not clear what to do: --plan, --results and --release do different things.",
      "Plan a size with --plan, draw with --release, or judge what the auditor found with --results.",
    ),
  optionMissing: (option: string, what: string) =>
    new Problem("sampling_missing", `The option ${option} is missing.`, `Give ${what}.`),
  numberWrong: (option: string, range: string) =>
    new Problem("sampling_number", `The option ${option} is not ${range}.`, `Give it as ${range}.`),
  kindUnknown: (known: readonly string[]) =>
    new Problem(
      "sampling_kind",
      "The record kind is not one that Plumbline knows.",
      `Choose --kind ${known.join(", ")}.`,
    ),
  strataUnknown: (known: readonly string[]) =>
    new Problem(
      "sampling_strata",
      "The strata are not a list of things that divide this record kind, each named once.",
      `Choose from ${known.join(",")}, divided by commas and without spaces.`,
    ),
  notASeedText: () =>
    new Problem(
      "sampling_seed_text",
      "The seed's text is not one line of 1 to 200 characters.",
      "Give one line, such as words that the auditor chose after the release was logged.",
    ),
  notACheckpoint: (file: string) =>
    new Problem(
      "sampling_checkpoint",
      `The file ${file} is not a signed checkpoint of a log with at least one entry.`,
      "Give the checkpoint that logs this release, as the log serves it: its origin, size and root " +
        "hash on a line each, an empty line, and the signatures.",
    ),
  otherLog: (release: string, origin: string) =>
    new Problem(
      "sampling_checkpoint",
      `The checkpoint is of another log than ${origin}, which holds the release ${release}.`,
      "Give the checkpoint of that log.",
    ),
  notLogged: (release: string) =>
    new Problem(
      "sampling_checkpoint",
      `The release ${release} is not in the log as this checkpoint has it.`,
      "Give the first checkpoint that logs it: before that its records could still be changed.",
    ),
  laterCheckpoint: (release: string, first: string) =>
    new Problem(
      "sampling_checkpoint",
      `The release ${release} is in an earlier checkpoint of the log, too: ${first}.`,
      "Give the first one that logs it, so that nobody could wait for a sample that suits them.",
    ),
  refusedFiles: (refused: number, all: number, file: string, problem: string) =>
    new Problem(
      "sampling_refused_files",
      `${refused} of ${all} files cannot be read; the first is ${file}: ${problem}`,
      "Draw from the submissions that the release was made from: `plumbline check` lists every file.",
    ),
  emptyFrame: (kind: string, release: string) =>
    new Problem(
      "sampling_empty",
      `The release ${release} stands on no record of the kind ${kind}.`,
      "Choose another --kind or --release.",
    ),
  otherRecords: (release: string) =>
    new Problem(
      "sampling_other_records",
      `The submissions hold another number of records than the auditors' tier of ${release} counted.`,
      "A sample tests the records that were released: put back the files that it was made from.",
    ),
  sizeTooLarge: (size: number, frame: number) =>
    new Problem(
      "sampling_size",
      `A sample of ${size} records cannot be drawn from ${frame}.`,
      `Give a --size of at most ${frame}.`,
    ),
  sizeTooSmall: (size: number, strata: number) =>
    new Problem(
      "sampling_too_many_strata",
      `A sample of ${size} records cannot hold one of each of ${strata} strata.`,
      `Give a --size of at least ${strata}, or fewer --strata.`,
    ),
  outIsPublic: (out: string, why: string) =>
    new Problem(
      "sampling_out",
      `The folder ${out} lies ${why}, and a sample names records.`,
      "Name a folder with --out that only the operator and the auditor can read.",
    ),
  outNotEmpty: (out: string) =>
    new Problem(
      "sampling_out_taken",
      `The folder ${out} already holds something, and nothing in it was changed.`,
      "Name a new folder with --out: a sample that an auditor works with is never replaced.",
    ),
  notASample: (file: string) =>
    new Problem(
      "sampling_not_a_sample",
      `The file ${file} is not a sample.json that \`plumbline sample-records\` wrote.`,
      "Give the sample.json of the sample that the results belong to.",
    ),
  sampleDamaged: (file: string) =>
    new Problem(
      "sampling_damaged",
      `The file ${file} is not the list of records that sample.json beside it describes.`,
      "Draw the sample again with the same options: it comes out the same.",
    ),
  faultyResults: (file: string, faults: readonly string[]) =>
    new Problem(
      "sampling_results",
      `The file ${file} cannot be judged yet. ${listFaults(faults)}`,
      "Give each record of the sample one row with yes, no or not found under agrees, and leave " +
        "partner and key as the template has them; a spreadsheet must read them as text.",
    ),
} as const;

const shown = 8;

function listFaults(faults: readonly string[]): string {
  const more = faults.length - shown;
  const rest = more > 0 ? [`So have ${more.toLocaleString("en")} more.`] : [];
  return [...faults.slice(0, shown), ...rest].join(" ");
}

/** What can be wrong with an auditor's results; rows are counted from 1 below the header. */
export const resultFaults = {
  stranger: (row: number): string => `Row ${row} names a record that is not in the sample.`,
  repeated: (row: number): string => `The record of row ${row} stands in more than one row.`,
  empty: (row: number): string => `Row ${row} has no result.`,
  unknown: (row: number): string => `Row ${row} says something else than yes, no or not found.`,
  missing: (count: number): string =>
    count === 1
      ? "1 record of the sample has no row: say “not found” if it is not in the files."
      : `${count} records of the sample have no row: say “not found” if they are not in the files.`,
} as const;
