import { join } from "node:path";
import {
  formatAllowedSigners,
  namespaces,
  type AllowedSigner,
  type Namespace,
} from "../ssh/allowed-signers.ts";
import { decodeText, encodeHex } from "../bytes.ts";
import { readFolder, writeWhole } from "../disk.ts";
import { encodeSpki, type Signer } from "./ed25519.ts";
import type { SigningKeys } from "./keys.ts";
import { logProblems } from "../log-problems.ts";
import { formatVerifierKey, makeVerifierKey } from "../log/note.ts";
import { formatPem } from "./pem.ts";
import { formatPolicy, parsePolicy, type Policy } from "../log/policy.ts";
import { readPublicKeys } from "./published-keys.ts";
import { formatTrustedRoot } from "../statements/trusted-root.ts";

/**
 * Publishes the public halves beside the releases: `keys/` and `log/policy`. What is there already
 * stays, for it may hold more than this program knows; only a new use of the key is added.
 * @param day from which the log's key is valid
 * @throws Problem where what is there speaks of other keys
 */
export async function publishKeys(releases: string, keys: SigningKeys, day: string): Promise<void> {
  const folder = join(releases, "keys");
  const read = readFolder(folder);
  const log = await makeVerifierKey(keys.log, 1);
  const write = async (path: string, content: string): Promise<void> => {
    if ((await read(path)) === undefined) await writeWhole(join(folder, path), content);
  };
  await write("allowed_signers", formatAllowedSigners(listSigners(keys)));
  await write("revoked_keys", "");
  await write("log.vkey", `${formatVerifierKey(log)}\n`);
  await write("trusted_root.json", formatTrustedRoot(log, `${day}T00:00:00Z`));
  await write("release.pem", formatPublicKey(keys.release));
  await publishPolicy(join(releases, "log"), keys);
  await refuseUnlisted(folder, keys.release);
  await admitBundles(folder, keys.release);
}

/** Who may sign a site may seal it too: lists that were published earlier do not say so yet. */
async function admitBundles(folder: string, { publicKey }: Signer): Promise<void> {
  const { signers } = await readPublicKeys(readFolder(folder));
  const own = signers.filter((one) => encodeHex(one.publicKey) === encodeHex(publicKey));
  if (own.some(({ namespace }) => namespace === namespaces.bundle)) return;
  const sites = own.filter(({ namespace }) => namespace === namespaces.site);
  const added = sites.map((one) => ({ ...one, namespace: namespaces.bundle }));
  if (added.length === 0) return;
  const path = join(folder, "allowed_signers");
  const text = decodeText((await readFolder(folder)("allowed_signers"))!)!;
  const end = text.endsWith("\n") ? "" : "\n";
  await writeWhole(path, `${text}${end}${formatAllowedSigners(added)}`);
}

export function formatPublicKey({ publicKey }: Pick<Signer, "publicKey">): string {
  return formatPem({ label: "PUBLIC KEY", bytes: encodeSpki(publicKey) });
}

function listSigners({ release, auditor }: SigningKeys): AllowedSigner[] {
  const signs = ({ name, publicKey }: Signer, namespace: Namespace): AllowedSigner => {
    return { name, namespace, publicKey };
  };
  const auditors = auditor === undefined ? [] : [signs(auditor, namespaces.attestation)];
  const uses = [namespaces.release, namespaces.site, namespaces.bundle];
  return [...uses.map((use) => signs(release, use)), ...auditors];
}

async function refuseUnlisted(folder: string, { publicKey }: Signer): Promise<void> {
  const { signers, revoked } = await readPublicKeys(readFolder(folder));
  const own = encodeHex(publicKey);
  if (revoked.some((key) => encodeHex(key) === own)) throw logProblems.revokedKey();
  const listed = signers.some(
    (signer) => signer.namespace === namespaces.release && encodeHex(signer.publicKey) === own,
  );
  if (!listed) throw logProblems.notAllowed(join(folder, "allowed_signers"));
}

async function publishPolicy(folder: string, keys: SigningKeys): Promise<void> {
  const path = join(folder, "policy");
  const there = await readFolder(folder)("policy");
  const own = await makePolicy(keys);
  if (there === undefined) {
    await writeWhole(path, formatPolicy(own));
    return;
  }
  const policy = await parsePolicy(decodeText(there) ?? "");
  const log = formatVerifierKey(own.logs[0]!);
  if (!policy.logs.some((one) => formatVerifierKey(one) === log)) {
    throw logProblems.policyLacksLog(path, keys.log.name);
  }
}

/** Every witness at hand has to sign; none, where there is none yet. */
async function makePolicy({ log, witnesses }: SigningKeys): Promise<Policy> {
  const keys = await Promise.all(witnesses.map((one) => makeVerifierKey(one, 4)));
  const named = keys.map((key, at) => [`W${at + 1}`, key] as const);
  const members = named.map(([name]) => name);
  const some = members.length > 0;
  return {
    logs: [await makeVerifierKey(log, 1)],
    witnesses: new Map(named),
    groups: new Map(some ? [["witnesses", { threshold: members.length, members }]] : []),
    quorum: some ? "witnesses" : "none",
  };
}
