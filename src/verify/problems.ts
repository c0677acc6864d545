import { Problem } from "../problem.ts";

/** The log does not hold. */
function failed(code: string, message: string, remedy: string): Problem {
  return new Problem(code, message, remedy, 2);
}

/** What can keep a check from being made, and what a log can be found to be. */
export const verifyProblems = {
  nothing: (name: string) =>
    new Problem(
      "nothing-to-verify",
      `${name} is neither a site, nor a release, nor a log: it holds no site.json, manifest.json or checkpoint.`,
      "Name a built site, the folder of one tier such as releases/2026-q3/public, or releases/log.",
    ),
  noKeysForLog: (name: string) =>
    new Problem(
      "no-keys-for-log",
      `There are no keys beside ${name} to check it with.`,
      "Name with --trust a folder of yours that holds the programme's policy and allowed_signers.",
    ),
  unreachable: (address: string) =>
    new Problem(
      "unreachable",
      `${address} cannot be reached.`,
      "Check the address and the connection, or download the site and name its folder.",
    ),
  refused: (path: string, status: number) =>
    new Problem(
      "refused",
      `The server answered ${status} when it was asked for ${path}.`,
      "Try again later, or download the site and name its folder.",
    ),
  missing: (path: string) =>
    failed(
      "missing",
      `${path} is missing.`,
      "Get the whole folder again from where it was published.",
    ),
  notAsFormatSays: (path: string) =>
    failed(
      "format",
      `${path} is not what FORMAT.md says of it.`,
      "Get the file again from where it was published.",
    ),
  noCheckpoint: () =>
    failed(
      "no-checkpoint",
      "The log has no checkpoint, so nobody can tell what it holds.",
      "Ask the programme for it.",
    ),
  rolledBack: (seen: number, now: number) =>
    failed(
      "rolled-back",
      `The log was rolled back: it shows ${now} entries, and you have seen ${seen} of them before.`,
      "Keep the checkpoint that you saw, and ask the programme in public where the rest has gone.",
    ),
  stale: (shown: number, now: number) =>
    failed(
      "stale",
      `The log's checkpoint is stale: it shows ${now} entries, and a release was published with ${shown}.`,
      "Ask the programme for the checkpoint of today.",
    ),
  strangeSignature: (path: string) =>
    failed(
      "strange-signature",
      `${path} of the log bears a signature of somebody whom its policy does not name.`,
      "Get the file again from where it was published.",
    ),
  misplaced: (path: string) =>
    failed(
      "misplaced",
      `${path} is the checkpoint of another size than its name says.`,
      "Get the file again from where it was published.",
    ),
  noTrust: (folder: string) =>
    new Problem(
      "no-trust",
      `${folder} holds neither a policy nor allowed_signers, so it says nothing of whom you trust.`,
      "Keep the programme's policy and allowed_signers there, from a place that you trust.",
    ),
};
