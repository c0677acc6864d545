import { encodeHex, type Bytes } from "../bytes.ts";
import { trustProblems } from "../problems.ts";
import { formatSshKey, parseSshKey } from "./ssh-key.ts";

/** Namespaces of signatures: what a key may be used for. */
export const namespaces = {
  release: "release@plumbline",
  attestation: "attestation@plumbline",
  site: "site@plumbline",
  bundle: "bundle@plumbline",
};
export type Namespace = (typeof namespaces)[keyof typeof namespaces];

/** One line of OpenSSH's `allowed_signers`: a key, whose it is, what for and when. */
export interface AllowedSigner {
  readonly name: string;
  readonly namespace: Namespace;
  readonly publicKey: Bytes;
  /** Days as `2026-07-31`, at midnight UTC: valid from the first up to, not on, the second. */
  readonly validAfter?: string;
  readonly validBefore?: string;
}

const line =
  /^(?<name>[^\s,*?!"#]+) namespaces="(?<namespace>[^"]+)"(?:,valid-after="(?<after>\d{8})Z")?(?:,valid-before="(?<before>\d{8})Z")? (?<key>ssh-ed25519 \S+)$/;

export function formatAllowedSigners(signers: readonly AllowedSigner[]): string {
  return signers.map((signer) => `${formatSigner(signer)}\n`).join("");
}

function formatSigner({ name, namespace, publicKey, validAfter, validBefore }: AllowedSigner) {
  const days = [
    ["valid-after", validAfter],
    ["valid-before", validBefore],
  ].map(([word, day]) => (day === undefined ? "" : `,${word!}="${day.replaceAll("-", "")}Z"`));
  return `${name} namespaces="${namespace}"${days.join("")} ${formatSshKey(publicKey)}`;
}

/** @throws Problem for a line that this program would not write; comments are passed over */
export function parseAllowedSigners(text: string): AllowedSigner[] {
  const lines = text.split("\n").filter((one) => one !== "" && !one.startsWith("#"));
  return lines.map((one) => {
    const found = line.exec(one)?.groups;
    const namespace = Object.values(namespaces).find((name) => name === found?.["namespace"]);
    if (found === undefined || namespace === undefined) {
      throw trustProblems.malformed("allowed_signers", "a line of it is not known");
    }
    const [after, before] = [readDay(found["after"]), readDay(found["before"])];
    return {
      name: found["name"]!,
      namespace,
      publicKey: parseSshKey(found["key"]!, "a key in allowed_signers"),
      ...(after === undefined ? {} : { validAfter: after }),
      ...(before === undefined ? {} : { validBefore: before }),
    };
  });
}

function readDay(digits: string | undefined): string | undefined {
  return digits?.replace(/^(....)(..)(..)$/, "$1-$2-$3");
}

export interface SignerQuery {
  readonly publicKey: Bytes;
  readonly namespace: Namespace;
  /** The day on which it signed, such as 2026-07-31; left out where the log's order is asked. */
  readonly day?: string;
  /**
   * The day is that of publication, and not of the signature: a release that is out is signed, shown
   * and sealed by later keys too, again or for the first time, but by none that was given up before.
   */
  readonly orLater?: true;
  /** Names what was signed, in a message. */
  readonly what: string;
}

/**
 * Whose key it is.
 * @throws Problem for a key that is not listed for this use, was revoked, or was not valid that day
 */
export function findSigner(
  signers: readonly AllowedSigner[],
  revoked: readonly Bytes[],
  { publicKey, namespace, day, orLater, what }: SignerQuery,
): AllowedSigner {
  const key = encodeHex(publicKey);
  if (revoked.some((one) => encodeHex(one) === key)) throw trustProblems.revokedKey(what);
  const own = signers.filter(
    (one) => one.namespace === namespace && encodeHex(one.publicKey) === key,
  );
  const [first] = own;
  if (first === undefined) throw trustProblems.unknownKey(what);
  if (day === undefined) return first;
  const valid = own.find(
    ({ validAfter = "", validBefore = "9999-99-99" }) =>
      (orLater === true || validAfter <= day) && day < validBefore,
  );
  if (valid === undefined) throw trustProblems.keyNotValid(first.name, day);
  return valid;
}

/** Keys that are not to be believed any more, one a line, as `ssh-keygen -Y verify -r` reads them. */
export function formatRevokedKeys(keys: readonly Bytes[]): string {
  return keys.map((key) => `${formatSshKey(key)}\n`).join("");
}

/** @throws Problem for a line that is not a key; comments are passed over */
export function parseRevokedKeys(text: string): Bytes[] {
  const lines = text.split("\n").filter((one) => one !== "" && !one.startsWith("#"));
  return lines.map((one) => parseSshKey(one, "a key in revoked_keys"));
}
