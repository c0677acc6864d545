import { stat } from "node:fs/promises";
import { isEncrypted, makeIdentity, recipientOf } from "../engines/age.ts";
import { readKeyFile } from "../trust/keys/keys.ts";
import { sealProblems } from "./problems.ts";

/** A private key to open bundles with. */
export interface Identity {
  /** `AGE-SECRET-KEY-1…` */
  readonly secret: string;
  /** `age1…`: what a bundle is sealed to. */
  readonly recipient: string;
}

/**
 * A file of one new private key, as `age-keygen` writes it.
 * @param name whose it is, in one line
 */
export async function formatIdentity(name: string): Promise<{ text: string; recipient: string }> {
  const secret = await makeIdentity();
  const recipient = (await recipientOf(secret))!;
  return { text: `# ${name}\n# public key: ${recipient}\n${secret}\n`, recipient };
}

/**
 * Reads a file of private keys, one a line, with comments.
 * @throws Problem where there is none, others can read it, or a line is not such a key
 */
export async function readIdentities(path: string): Promise<Identity[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw sealProblems.noIdentity(path);
  return parseIdentities(await readKeyFile(path), path);
}

/** @throws Problem for anything else; it never says what is in the file */
export async function parseIdentities(text: string, path: string): Promise<Identity[]> {
  if (isEncrypted(text)) throw sealProblems.encryptedIdentity(path);
  const identities: Identity[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const secret = line.trim();
    if (secret === "" || secret.startsWith("#")) continue;
    const recipient = await recipientOf(secret);
    if (recipient === undefined) throw sealProblems.badIdentity(path, whyNot(secret, at + 1));
    identities.push({ secret, recipient });
  }
  if (identities.length === 0) throw sealProblems.badIdentity(path, "it holds no key");
  return identities;
}

function whyNot(secret: string, line: number): string {
  if (/^-----BEGIN |^ssh-/.test(secret)) return "it is a key of another kind, such as one of SSH";
  if (/^AGE-(?!SECRET-KEY-1)/.test(secret)) return `line ${line} is a key of another kind`;
  if (/^age1/.test(secret)) return `line ${line} is a public key`;
  return `line ${line} is no private key, or has a typing error`;
}
