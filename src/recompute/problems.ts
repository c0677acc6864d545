import { Problem } from "../problem.ts";

/** What who recomputes a release can be told. */
export const recomputeProblems = {
  noRelease: (folder: string) =>
    new Problem(
      "no-release",
      `${folder} holds no manifest.json, so it is not a release.`,
      "Name the folder of one tier, such as releases/2026-q3/public.",
    ),
  unreadable: (folder: string, file: string) =>
    new Problem(
      "release-format",
      `${file} of the release in ${folder} is missing, or is not what FORMAT.md says of it.`,
      "Fetch the release again; if it stays so, the release cannot be recomputed: do not rely on it.",
      2,
    ),
  folderNotEmpty: (folder: string) =>
    new Problem(
      "working-papers-folder",
      `The folder ${folder} already holds something, and nothing in it was changed.`,
      "Name a folder that is new or empty with --out.",
    ),
  folderNotWritable: (folder: string) =>
    new Problem(
      "working-papers-folder",
      `The folder ${folder} cannot be made or read.`,
      "Name a place with --out where you may write.",
    ),
  noReport: (path: string) =>
    new Problem(
      "recompute-report",
      `${path} is no report of a recomputation, and holds none.`,
      "Make one with `plumbline recompute RELEASE --out DIR`, and name DIR or its recompute.json.",
    ),
  noStatement: () =>
    new Problem(
      "attest-statement",
      "An attestation says how independent its auditor is, and no --statement is given.",
      'Give one, such as --statement "On behalf of parliament; no tie to the programme or its partners".',
    ),
} as const;
