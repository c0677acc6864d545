import { existsSync } from "node:fs";
import { link, rename } from "node:fs/promises";
import { join } from "node:path";
import {
  formatAllowedSigners,
  formatRevokedKeys,
  namespaces,
  type AllowedSigner,
} from "../ssh/allowed-signers.ts";
import { signStatement } from "../log/append-statement.ts";
import { encodeHex, equalBytes, sha256, type Bytes } from "../bytes.ts";
import { dayAfter } from "../days.ts";
import { readFolder, writeWhole } from "../disk.ts";
import { encodeSpki, type Signer } from "./ed25519.ts";
import { keyPath, parseKey, readKeyFile, readKeys, type SigningKeys } from "./keys.ts";
import { refuseOldKey } from "./current-key.ts";
import { LogFolder } from "../log/log-folder.ts";
import { logProblems } from "../log-problems.ts";
import { writeNewKey } from "./make-keys.ts";
import { formatPublicKey } from "./publish-keys.ts";
import { readPublicKeys } from "./published-keys.ts";
import { formatFingerprint, formatSshKey } from "../ssh/ssh-key.ts";
import type { Statement } from "../statements/statements.ts";

/** A change of key as the log has it. */
export interface Rotation {
  readonly index: number;
  readonly publicKey: Bytes;
  /** From which the new key signs. */
  readonly day: string;
}

/**
 * Changes the key that signs releases: the log tells of it, signed by the old and the new key. The
 * old private key stays beside the new one, with the day in its name. A change that was cut off is
 * ended by the next call, with the day of the first.
 * @param keysFolder that `plumbline keygen` made
 * @param day from which the new key signs, such as 2026-11-10
 * @throws Problem where the log is damaged or another's
 */
export async function rotateKey(
  releases: string,
  keysFolder: string,
  day: string,
): Promise<Rotation> {
  const keys = await readKeys({ folder: keysFolder });
  const log = await openBegunLog(releases, keys);
  const nextPath = keyPath(keysFolder, "release.next");
  if (!existsSync(nextPath)) await writeNewKey(nextPath, "release", keys.release.name);
  const next = await parseKey(await readKeyFile(nextPath), nextPath);
  const rotation = findRotation(log, next) ?? (await logRotation(log, keys, next, day));
  const folder = join(releases, "keys");
  const { signers } = await readPublicKeys(readFolder(folder));
  const end = endOfOldKey(log, rotation);
  const changed = changeSigners(signers, { old: keys.release.publicKey, end }, next, rotation.day);
  await writeWhole(join(folder, "allowed_signers"), formatAllowedSigners(changed));
  await writeWhole(join(folder, "release.pem"), formatPublicKey(next));
  const kept = keyPath(keysFolder, `release.until-${rotation.day}`);
  if (!existsSync(kept)) await link(keyPath(keysFolder, "release"), kept);
  await rename(nextPath, keyPath(keysFolder, "release"));
  return rotation;
}

/** The change to this key that the log tells of already. */
function findRotation({ statements }: LogFolder, { publicKey }: Signer): Rotation | undefined {
  const key = formatSshKey(publicKey);
  for (const { index, statement } of statements) {
    if (statement.kind !== "rotation" || statement.predicate.newKey !== key) continue;
    return { index, publicKey, day: statement.predicate.day };
  }
  return undefined;
}

async function logRotation(
  log: LogFolder,
  keys: SigningKeys,
  next: Signer,
  day: string,
): Promise<Rotation> {
  refuseOldKey(log, keys);
  const { publicKey } = next;
  const statement: Statement = {
    kind: "rotation",
    subject: { name: "keys/release.pem", sha256: await digestKey(publicKey) },
    predicate: {
      day,
      oldKey: formatSshKey(keys.release.publicKey),
      newKey: formatSshKey(publicKey),
    },
  };
  const { index } = await signStatement(log, keys, statement, [keys.release, next], day);
  return { index, publicKey, day };
}

/**
 * The first day on which the old key is not valid: that of the change, or later where it has signed a
 * release that is yet to be published, which readers check as of that day.
 */
function endOfOldKey({ statements }: LogFolder, { index, day }: Rotation): string {
  const days = statements.flatMap(({ index: at, statement }) =>
    statement.kind === "release" && at < index ? [dayAfter(statement.predicate.published)] : [],
  );
  return [day, ...days].sort().at(-1)!;
}

/** The old key is valid up to its end, the new one from the day of the change, each for all its uses. */
function changeSigners(
  signers: readonly AllowedSigner[],
  { old, end }: { readonly old: Bytes; readonly end: string },
  { name, publicKey }: Signer,
  day: string,
): AllowedSigner[] {
  const uses = [namespaces.release, namespaces.site, namespaces.bundle];
  const kept = signers
    .filter((signer) => !equalBytes(signer.publicKey, publicKey))
    .map((signer) =>
      equalBytes(signer.publicKey, old) && uses.includes(signer.namespace)
        ? { ...signer, validBefore: end }
        : signer,
    );
  return [...kept, ...uses.map((namespace) => ({ name, namespace, publicKey, validAfter: day }))];
}

/**
 * Declares that a key is not to be believed any more, in the log and in `revoked_keys`.
 * @param fingerprint of a key that `allowed_signers` lists, as ssh-keygen shows it
 * @returns where the revocation stands in the log
 * @throws Problem for a key that is not listed, and for the one that signs now
 */
export async function revokeKey(
  releases: string,
  keys: SigningKeys,
  revoked: { readonly fingerprint: string; readonly why: string; readonly day: string },
): Promise<number> {
  const folder = join(releases, "keys");
  const published = await readPublicKeys(readFolder(folder));
  const key = await findByFingerprint(published.signers, revoked.fingerprint);
  if (key === undefined) throw logProblems.unknownFingerprint(join(folder, "allowed_signers"));
  if (equalBytes(key, keys.release.publicKey)) throw logProblems.revokesItself();
  const log = await openBegunLog(releases, keys);
  refuseOldKey(log, keys);
  const { why, day } = revoked;
  const { index } = await signStatement(
    log,
    keys,
    {
      kind: "revocation",
      subject: { name: "keys/revoked_keys", sha256: await digestKey(key) },
      predicate: { day, key: formatSshKey(key), why },
    },
    [keys.release],
    day,
  );
  const others = published.revoked.filter((one) => !equalBytes(one, key));
  await writeWhole(join(folder, "revoked_keys"), formatRevokedKeys([...others, key]));
  return index;
}

async function openBegunLog(releases: string, keys: SigningKeys): Promise<LogFolder> {
  const log = await LogFolder.open(join(releases, "log"), keys.log);
  if (log.size === 0) throw logProblems.noLog(releases);
  return log;
}

async function findByFingerprint(
  signers: readonly AllowedSigner[],
  wanted: string,
): Promise<Bytes | undefined> {
  for (const { publicKey } of signers) {
    if ((await formatFingerprint(publicKey)) === wanted) return publicKey;
  }
  return undefined;
}

async function digestKey(publicKey: Bytes): Promise<string> {
  return encodeHex(await sha256(encodeSpki(publicKey)));
}
