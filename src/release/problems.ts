import { Problem } from "../problem.ts";

/** What an operator can be told about releases. */
export const releaseProblems = {
  noneListed: () =>
    new Problem(
      "no-release",
      "programme.yaml lists no release.",
      "Add one under releases, with id, title, cut_off and published.",
    ),
  notListed: (id: string, listed: readonly string[]) =>
    new Problem(
      "no-release",
      `programme.yaml lists no release "${id}".`,
      `Use one of: ${listed.join(", ")}; or add it under releases, with id, title, cut_off and published.`,
    ),
  beforeMissing: (id: string, before: string, folder: string) =>
    new Problem(
      "release-before-missing",
      `programme.yaml lists ${before} before ${id}, and ${folder} does not hold it.`,
      `Nothing was released: what ${id} may show hangs on what ${before} showed. Name the folder that holds it with --releases, or make it first, without --release; if it never came out, take it from programme.yaml.`,
    ),
  nothingSubmitted: (id: string) =>
    new Problem(
      "no-submissions",
      `No submission belongs to the release ${id}.`,
      "Nothing was released. Put files in submissions/<partner>/<period>/, or mend the dates of the release.",
    ),
  refusedFiles: (refused: number, all: number, file: string, problem: string) =>
    new Problem(
      "refused-files",
      `${refused} of ${all} files cannot be read; the first is ${file}: ${problem}`,
      "Nothing was released. `plumbline check` lists every file with what to do; run again when they are mended.",
    ),
  unexplained: (indicator: string) =>
    new Problem(
      "revision-unexplained",
      `A figure of ${indicator} reads differently than in the release before, and nothing explains it: no submission, definition, limit or rule is another.`,
      "Nothing was released. Find out why; then say it under revisions of this release in programme.yaml, with indicators, kind and reason.",
      2,
    ),
  changedInPlace: (file: string, release: string) =>
    new Problem(
      "submission-changed",
      `${file} is not the file that the release ${release} stands on, although it has the same name.`,
      "Put back the old file, and add the new one beside it with the day it was received: <kind>@<day>.csv.",
    ),
  /** @param differing paths in the release's folder that would be made otherwise, or no more */
  wouldChange: (id: string, folder: string, differing: readonly string[]) =>
    new Problem(
      "release-exists",
      `The release ${id} is there already, and today's submissions, settings, register or definitions would change it: in ${folder}, ${listSome(differing)}.`,
      "A release that is out is never changed: take back what belongs to it, or make the new release alone with --release. If nobody has seen it yet, run again with --redo.",
    ),
  damaged: (folder: string, file: string) =>
    new Problem(
      "release-damaged",
      `The release in ${folder} is not as it was made: ${file} differs from its manifest, or is missing.`,
      "Put back the folder that was published. If nobody has seen it yet, make it again: `plumbline run --redo` with --release.",
    ),
  otherFormat: (folder: string) =>
    new Problem(
      "release-format",
      `The release in ${folder} cannot be read: it is not in the format of this version.`,
      "Use the version that made it. If nobody has seen it yet, make it again: `plumbline run --redo` with --release.",
    ),
  heldMissing: (path: string) =>
    new Problem(
      "held-missing",
      `${path} cannot be read: it remembers what that release stood on.`,
      "Put it back from your backup: without it small changes could be told by subtracting one release from the next. If nobody has seen that release yet, make it again with --redo.",
    ),
  threads: () =>
    new Problem(
      "threads",
      "The number of threads is not a whole number between 1 and 1,024.",
      "Give one such as --threads 4, or leave it out.",
    ),
} as const;

/** Three names at most, and how many more there are. */
function listSome(names: readonly string[]): string {
  const more = names.length - 3;
  const shown = names.slice(0, 3).join(", ");
  return more > 0 ? `${shown} and ${more} more` : shown;
}
