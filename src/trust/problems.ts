import { Problem } from "../problem.ts";

const doNotTrust =
  "Get the file again from where it was published; if it stays so, do not trust it and ask who publishes it.";

/** A proof, a signature or the log does not hold. */
function failed(code: string, message: string, remedy = doNotTrust): Problem {
  return new Problem(code, message, remedy, 2);
}

/** What a reader can be told about signatures and the log. */
export const trustProblems = {
  malformed: (what: string, why: string) =>
    failed("malformed", `${capital(what)} is not as its format says: ${why}.`),
  missing: (path: string) => failed("log-incomplete", `The log has no file ${path}.`),
  notIncluded: (index: number, size: number) =>
    failed("not-included", `Entry ${index} is not in the log of ${entries(size)} that is shown.`),
  notConsistent: (from: number, to: number) =>
    failed(
      "not-consistent",
      `The log of ${entries(to)} is no continuation of the log of ${entries(from)}: its history was changed.`,
    ),
  unsigned: (what: string, name: string) =>
    failed("unsigned", `${capital(what)} does not bear the signature of ${name}.`),
  wrongSignature: (what: string, name: string) =>
    failed(
      "wrong-signature",
      `${capital(what)} was changed, or the signature on it is not by the key of ${name}.`,
    ),
  unknownLog: (origin: string, known: readonly string[]) =>
    failed(
      "unknown-log",
      `The checkpoint is of the log ${origin}, which the policy does not name; it names ${list(known)}.`,
    ),
  noQuorum: (size: number, needs: string, signed: readonly string[]) =>
    failed(
      "no-quorum",
      `The checkpoint of ${entries(size)} has too few witnesses: the policy asks for ${needs}, and ${
        signed.length === 0
          ? "none has"
          : `only ${list(signed)} ${signed.length === 1 ? "has" : "have"}`
      } signed it.`,
      "Ask the programme for the checkpoint with its witnesses' signatures; until then others may be shown another history.",
    ),
  unknownKey: (what: string) =>
    failed(
      "unknown-key",
      `${capital(what)} is signed by a key that is not among those you trust.`,
      "Take the programme's keys from a place that you trust, not from the release itself.",
    ),
  keyNotValid: (name: string, day: string) =>
    failed("key-not-valid", `The key of ${name} was not valid on ${day}.`),
  revokedKey: (what: string) =>
    failed("revoked-key", `${capital(what)} is signed by a key that was revoked.`),
  otherSubject: (name: string) =>
    failed(
      "other-subject",
      `The signed statement is not about this ${name}: it has another digest.`,
    ),
  contradiction: (what: string) => failed("contradiction", `${capital(what)}.`),
} as const;

/** A path or a file's name stays as it is. */
function capital(text: string): string {
  if (/^\S*[./_]/.test(text)) return text;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function list(names: readonly string[]): string {
  return names.length === 0 ? "none" : new Intl.ListFormat("en").format(names);
}

export function entries(count: number): string {
  return count === 1 ? "1 entry" : `${count.toLocaleString("en")} entries`;
}
