import { join } from "node:path";
import { Problem } from "../../problem.ts";
import { readPolicy } from "../sign-releases.ts";
import { readCheckpoint } from "./log-folder.ts";
import { verifyQuorum } from "./quorum.ts";

/**
 * What an operator has to know after an entry was added: readers refuse a log that witnesses have not
 * signed as it now is.
 * @returns undefined where the policy asks for no more signatures
 */
export async function sayUnwitnessed(releases: string): Promise<string | undefined> {
  const checkpoint = await readCheckpoint(join(releases, "log"));
  if (checkpoint === undefined) return undefined;
  try {
    await verifyQuorum(checkpoint, await readPolicy(releases));
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "no-quorum") throw error;
    return `${error.message}\nUntil then \`plumbline verify\` refuses it: let witnesses run \`plumbline cosign\`, add each line with \`plumbline log cosigned\`, and then build the sites again.`;
  }
}

/** Tells it on stderr. */
export async function warnUnwitnessed(releases: string): Promise<void> {
  const sentence = await sayUnwitnessed(releases);
  if (sentence !== undefined) console.error(sentence);
}
