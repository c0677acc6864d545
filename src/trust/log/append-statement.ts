import { cosign } from "./cosignature.ts";
import { signEnvelope, type Envelope } from "../statements/dsse.ts";
import type { Bytes } from "../bytes.ts";
import type { Signer } from "../keys/ed25519.ts";
import type { SigningKeys } from "../keys/keys.ts";
import type { LogFolder } from "./log-folder.ts";
import { formatEntry } from "../statements/rekor-entry.ts";
import { formatStatement, type Statement } from "../statements/statements.ts";

/** A statement, signed, with its place in the log. */
export interface Appended {
  readonly index: number;
  readonly envelope: Envelope;
  readonly entry: Bytes;
}

/** Signs a statement and appends it; one that is in the log already keeps its place. */
export async function signStatement(
  log: LogFolder,
  keys: SigningKeys,
  statement: Statement,
  signers: readonly Signer[],
  day: string,
): Promise<Appended> {
  const envelope = await signEnvelope(formatStatement(statement), signers);
  const publicKeys = signers.map(({ publicKey }) => publicKey);
  return appendStatement(log, keys, { statement, envelope, publicKeys }, day);
}

/**
 * Appends what somebody signed.
 * @param day on which throw-away witnesses sign, at noon: a build reads no clock
 */
export async function appendStatement(
  log: LogFolder,
  { witnesses }: SigningKeys,
  signed: {
    readonly statement: Statement;
    readonly envelope: Envelope;
    readonly publicKeys: readonly Bytes[];
  },
  day: string,
): Promise<Appended> {
  const { envelope, publicKeys } = signed;
  const seconds = Date.parse(`${day}T12:00:00Z`) / 1000;
  const entry = await formatEntry(envelope, publicKeys);
  const index = await log.append(entry, signed, (text) =>
    Promise.all(witnesses.map((witness) => cosign(text, witness, seconds))),
  );
  return { index, envelope, entry };
}
