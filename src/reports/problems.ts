import { Problem } from "../problem.ts";

/** What an operator can be told about reports. */
export const reportProblems = {
  noRelease: (release: string | undefined, tier: string, releases: string) =>
    new Problem(
      "report-no-release",
      `There is no ${tier} release${release === undefined ? "" : ` ${release}`} in ${releases}.`,
      "Make one with `plumbline run`, or name the folder that holds the releases with --releases.",
    ),
  unreadable: (folder: string) =>
    new Problem(
      "report-unreadable-release",
      `The release in ${folder} does not fulfil its format: a file is missing or not as FORMAT.md says.`,
      "Put back the folder that was published, or make it again with `plumbline run --redo`.",
    ),
  damaged: (folder: string, file: string) =>
    new Problem(
      "report-damaged-release",
      `The release in ${folder} is not as it was made: ${file} differs from its manifest, or is missing.`,
      "Put back the folder that was published, or make it again with `plumbline run --redo`.",
    ),
  unreadableProof: (path: string) =>
    new Problem(
      "report-unreadable-proof",
      `${path} is not a proof of a release: it is no Sigstore bundle with one entry of a log.`,
      "Put back the file that was published, or sign the release again.",
    ),
} as const;
