import { Problem } from "./problem.ts";

/** What the operator is told of an error, and with which code the program ends. */
export function explain(error: unknown): { text: string; exitCode: number } {
  if (error instanceof Problem) {
    return { text: `${error.message}\n${error.remedy}`, exitCode: error.exitCode };
  }
  if (isDiskFull(error)) {
    return {
      text: "The disk is full.\nNothing was released. Make room and run again.",
      exitCode: 1,
    };
  }
  if (isOutOfMemory(error)) {
    return {
      text: "There is not enough memory for so many records.\nNothing was released. Close other programs, or run one release at a time with --release.",
      exitCode: 1,
    };
  }
  const code = codeOf(error);
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return {
      text: `A file or folder cannot be written or read (${code}).\nNothing was released. Check who owns the folders named with --data, --releases and --out.`,
      exitCode: 1,
    };
  }
  return {
    text: `Plumbline has a fault: ${nameOf(error)} at ${placeOf(error)}.\nNothing was released. Please report this line; it holds nothing from a record.`,
    exitCode: 70,
  };
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
