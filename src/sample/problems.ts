import { Problem } from "../problem.ts";

/** Everything that `plumbline sample` can tell its operator. */
export const sampleProblems = {
  recordsNotWhole: () =>
    new Problem(
      "sample_records",
      "The number of records is not a whole number between 1 and 1,000,000,000.",
      "Give one without separators, such as --records 30000.",
    ),
  seedNotWhole: () =>
    new Problem(
      "sample_seed",
      "The seed is not a whole number between 0 and 4,294,967,295.",
      "Give one such as --seed 7; the same seed makes the same records again.",
    ),
  formatUnknown: () =>
    new Problem(
      "sample_format",
      "The sample cannot be written in this format.",
      "Choose --format csv, parquet or ndjson.",
    ),
  kindsUnknown: (kinds: readonly string[]) =>
    new Problem(
      "sample_kinds",
      "The list of record kinds is empty or names one that the sample does not have.",
      `Choose from ${kinds.join(",")}, divided by commas and without spaces.`,
    ),
  folderNotEmpty: (folder: string) =>
    new Problem(
      "sample_folder",
      `The folder ${folder} already holds something, and nothing in it was changed.`,
      "Name a folder that is new or empty with --out, or clear this one first.",
    ),
  folderNotWritable: (folder: string) =>
    new Problem(
      "sample_not_writable",
      `The folder ${folder} cannot be made or read.`,
      "Name a folder in a place that you may write to with --out.",
    ),
} as const;
