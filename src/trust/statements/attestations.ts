import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { formatAllowedSigners, namespaces, type AllowedSigner } from "../ssh/allowed-signers.ts";
import { appendStatement } from "../log/append-statement.ts";
import { decodeBase64, encodeHex, equalBytes, sha256, type Bytes } from "../bytes.ts";
import { readFolder, writeWhole } from "../disk.ts";
import { signEnvelope, statementType, verifyEnvelope, type Envelope } from "./dsse.ts";
import type { Signer } from "../keys/ed25519.ts";
import type { SigningKeys } from "../keys/keys.ts";
import { LogFolder } from "../log/log-folder.ts";
import { logProblems } from "../log-problems.ts";
import { proveLogged } from "../log/prove-logged.ts";
import { readPublicKeys } from "../keys/published-keys.ts";
import { readPolicy } from "../sign-releases.ts";
import { formatBundle } from "./sigstore-bundle.ts";
import { formatFingerprint } from "../ssh/ssh-key.ts";
import {
  formatStatement,
  parseStatement,
  type AttestationPredicate,
  type Statement,
  type Subject,
} from "./statements.ts";

/**
 * Signs what an auditor found.
 * @param subject that of the release's own statement, which says what was checked
 */
export async function signAttestation(
  predicate: AttestationPredicate,
  subject: Subject,
  auditor: Signer,
): Promise<Envelope> {
  const payload = formatStatement({ kind: "attestation", subject, predicate });
  return signEnvelope(payload, [auditor]);
}

export interface LoggedAttestation {
  readonly index: number;
  readonly by: string;
  /** Where the bundle lies: `releases/<id>/attestations/<tier>-<short digest>.sigstore.json`. */
  readonly path: string;
}

/**
 * Puts an auditor's attestation into the log and beside its release.
 * @param file the signed envelope; white space and key ids are as its tool wrote them
 * @param admitted an auditor who is not in `allowed_signers` yet, and is added
 * @throws Problem where it is not signed by an auditor who is listed, or not on a logged release
 */
export async function addAttestation(
  releases: string,
  file: string,
  keys: SigningKeys,
  admitted?: Pick<AllowedSigner, "name" | "publicKey">,
): Promise<LoggedAttestation> {
  const { envelope, payload, statement } = await readAttestation(file);
  const log = await LogFolder.open(join(releases, "log"), keys.log);
  refuseUnknown(log, statement);
  refuseNumbers(statement, file);
  const keysFolder = join(releases, "keys");
  const listed = (await readPublicKeys(readFolder(keysFolder))).signers;
  const auditors = listed.filter(({ namespace }) => namespace === namespaces.attestation);
  const isNew = admitted && !auditors.some((one) => equalBytes(one.publicKey, admitted.publicKey));
  const added = isNew ? [{ ...admitted, namespace: namespaces.attestation }] : [];
  const auditor = await findAuditor(envelope, [...auditors, ...added]);
  if (auditor === undefined) throw logProblems.unknownAuditor(file);
  const all = formatAllowedSigners([...listed, ...added]);
  if (added.length > 0) await writeWhole(join(keysFolder, "allowed_signers"), all);
  const { release, tier, day } = statement.predicate;
  const signed = { statement, envelope, publicKeys: [auditor.publicKey] };
  const { index, entry } = await appendStatement(log, keys, signed, day);
  const hint = await formatFingerprint(auditor.publicKey);
  const policy = await readPolicy(releases);
  const bundle = await proveLogged(log, policy, index, { envelope, entry, hint });
  const short = encodeHex(await sha256(payload)).slice(0, 12);
  const path = join(releases, release, "attestations", `${tier}-${short}.sigstore.json`);
  await writeWhole(path, await formatBundle(bundle, keys.log.publicKey));
  return { index, by: auditor.name, path };
}

type Attestation = Extract<Statement, { kind: "attestation" }>;

const anyEnvelope = z.object({
  payload: z.string().refine((text) => decodeBase64(text) !== undefined),
  payloadType: z.literal(statementType),
  signatures: z
    .array(z.object({ sig: z.string().refine((text) => decodeBase64(text) !== undefined) }))
    .length(1),
});

async function readAttestation(
  file: string,
): Promise<{ envelope: Envelope; payload: Bytes; statement: Attestation }> {
  const text = await readFile(file, "utf8");
  try {
    const { payload, payloadType, signatures } = anyEnvelope.parse(JSON.parse(text));
    const signed = signatures.map(({ sig }) => ({ sig, keyid: "" as const }));
    const bytes = decodeBase64(payload)!;
    const statement = parseStatement(bytes);
    if (statement.kind === "attestation") {
      return { envelope: { payload, payloadType, signatures: signed }, payload: bytes, statement };
    }
  } catch {
    // Said below in one sentence.
  }
  throw logProblems.notAStatement(file);
}

/** It names the very list of files that the programme signed for this release. */
function refuseUnknown(log: LogFolder, { subject, predicate }: Attestation): void {
  const known = log.statements.some(
    ({ statement }) =>
      statement.kind === "release" &&
      statement.subject.name === subject.name &&
      statement.subject.sha256 === subject.sha256 &&
      statement.predicate.release === predicate.release &&
      statement.predicate.tier === predicate.tier,
  );
  if (!known) throw logProblems.unknownRelease(subject.name);
}

/** Everybody can read the log; figures of a restricted tier are not for everybody. */
function refuseNumbers({ predicate: { tier, differing } }: Attestation, file: string): void {
  const hasNumbers = differing.some(
    ({ published, found }) => typeof published === "number" || typeof found === "number",
  );
  if (tier !== "public" && hasNumbers) throw logProblems.restrictedNumbers(file);
}

async function findAuditor(
  envelope: Envelope,
  auditors: readonly AllowedSigner[],
): Promise<AllowedSigner | undefined> {
  for (const auditor of auditors) {
    const signed = await verifyEnvelope(envelope, [auditor.publicKey]).catch(() => undefined);
    if (signed !== undefined) return auditor;
  }
  return undefined;
}
