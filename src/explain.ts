import { Problem } from "./problem.ts";

const nothingHalf = "Nothing was left half-written.";

/** What the operator is told of an error, and with which code the program ends. */
export function explain(error: unknown): { text: string; exitCode: number } {
  if (error instanceof Problem) {
    return { text: `${error.message}\n${error.remedy}`, exitCode: error.exitCode };
  }
  if (isDiskFull(error)) {
    return {
      text: `The disk is full.\n${nothingHalf} Make room and run again.`,
      exitCode: 1,
    };
  }
  if (isOutOfMemory(error)) {
    return {
      text: `There is not enough memory for so many records.\n${nothingHalf} Close other programs, or run one release at a time with --release.`,
      exitCode: 1,
    };
  }
  const unusable = unusablePath(error);
  if (unusable !== undefined) return { text: unusable, exitCode: 1 };
  return {
    text: `Plumbline has a fault: ${nameOf(error)} at ${placeOf(error)}.\n${nothingHalf} Please report this line; it holds nothing from a record.`,
    exitCode: 70,
  };
}

/** What is wrong with a file or folder that the system would not read or write. */
const whyUnusable: Readonly<Record<string, string>> = {
  EACCES: "you may not",
  EPERM: "you may not",
  EROFS: "it lies on a disk that is read-only",
  ENOENT: "it is not there",
  ENOTDIR: "a part of its path is a file, not a folder",
  EEXIST: "a file of its name is in the way",
  EISDIR: "it is a folder, not a file",
  ENOTEMPTY: "something else wrote into it meanwhile",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "its name is too long",
};

function unusablePath(error: unknown): string | undefined {
  const why = whyUnusable[codeOf(error) ?? ""];
  const path = error instanceof Error && "path" in error ? String(error.path) : undefined;
  if (path !== undefined && why !== undefined) {
    return `${path} cannot be read or written: ${why}.\n${nothingHalf} Check the files and folders that you named, and who owns them.`;
  }
  // The engine gives no path of its own that could be told without its text.
  if (!/permission denied|read-only file system/i.test(messageOf(error))) return undefined;
  return `A file or folder cannot be read or written: you may not.\n${nothingHalf} Check who owns the folders that you named.`;
}

function isDiskFull(error: unknown): boolean {
  return codeOf(error) === "ENOSPC" || /no space left on device/i.test(messageOf(error));
}

function isOutOfMemory(error: unknown): boolean {
  return messageOf(error).startsWith("Out of Memory Error");
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "";
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return "an unknown error";
  return /^[A-Z]\w+( \w+)? Error/.exec(error.message)?.[0] ?? error.name;
}

/** The first line of our own code in the stack; the message itself could hold a value. */
function placeOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  return /(?:src|pipelines)\/[\w/.-]+:\d+/.exec(stack)?.[0] ?? "an unknown place";
}
