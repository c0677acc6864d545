import { samplingProblems } from "./problems.ts";

/** What a checkpoint of a log says: whose log, how many entries, and the root over all of them. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: string;
  /** SHA-256 root of the log's tree, in base64. */
  readonly root: string;
}

const signature = /^— \S+ [A-Za-z0-9+/]+={0,2}$/;

/**
 * Reads a checkpoint in the form of C2SP tlog-checkpoint. Its signatures are not checked here; only
 * the three lines of its body count, so that a witness who signs later changes nothing.
 * @param file its name, for the message
 * @throws Problem when it is no signed checkpoint of a log with at least one entry
 */
export function parseCheckpoint(text: string, file: string): Checkpoint {
  const end = text.lastIndexOf("\n\n");
  const [origin = "", size = "", root = ""] = text.slice(0, Math.max(0, end)).split("\n");
  const signatures = text.slice(end + 2).split("\n");
  const isWhole =
    end > 0 &&
    signatures.pop() === "" &&
    signatures.length > 0 &&
    signatures.every((line) => signature.test(line));
  if (!isWhole || origin === "" || !/^[1-9]\d{0,15}$/.test(size) || !isDigest(root)) {
    throw samplingProblems.notACheckpoint(file);
  }
  return { origin, size, root };
}

/** Exactly 32 bytes in base64, written in the one way that encodes them. */
function isDigest(text: string): boolean {
  const bytes = Buffer.from(text, "base64");
  return bytes.length === 32 && bytes.toString("base64") === text;
}
