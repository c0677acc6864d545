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
} as const;
