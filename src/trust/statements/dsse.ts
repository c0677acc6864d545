import { z } from "zod";
import { concatBytes, decodeBase64, encodeBase64, encodeText, type Bytes } from "../bytes.ts";
import { isSigned, type Signer } from "../keys/ed25519.ts";
import { parseExactJson } from "./exact-json.ts";
import { trustProblems } from "../problems.ts";

export const statementType = "application/vnd.in-toto+json";

const base64 = z.string().refine((text) => decodeBase64(text) !== undefined);

export const envelopeSchema = z.strictObject({
  payload: base64,
  payloadType: z.literal(statementType),
  signatures: z.array(z.strictObject({ sig: base64, keyid: z.literal("") })).min(1),
});

/** A signed payload (DSSE 1.0): here always an in-toto statement. */
export type Envelope = z.infer<typeof envelopeSchema>;

/** What is signed: the payload with its type and their lengths. */
export function encodePreAuth(payload: Bytes): Bytes {
  const head = `DSSEv1 ${statementType.length} ${statementType} ${payload.length} `;
  return concatBytes(encodeText(head), payload);
}

export async function signEnvelope(payload: Bytes, signers: readonly Signer[]): Promise<Envelope> {
  const message = encodePreAuth(payload);
  const signatures = await Promise.all(
    signers.map(async ({ sign }) => ({
      sig: encodeBase64(await sign(message)),
      keyid: "" as const,
    })),
  );
  return { payload: encodeBase64(payload), payloadType: statementType, signatures };
}

/**
 * Checks that each of these keys signed, in their order and no other.
 * @returns the payload
 * @throws Problem where one did not
 */
export async function verifyEnvelope(
  envelope: Envelope,
  keys: readonly Bytes[],
  what = "the statement",
): Promise<Bytes> {
  const payload = decodeBase64(envelope.payload)!;
  const message = encodePreAuth(payload);
  const { signatures } = envelope;
  if (keys.length !== signatures.length) throw trustProblems.unknownKey(what);
  for (const [at, { sig }] of signatures.entries()) {
    if (await isSigned(keys[at]!, message, decodeBase64(sig)!)) continue;
    throw trustProblems.wrongSignature(what, "its signer");
  }
  return payload;
}

/** @throws Problem for any other shape, or other white space than ours */
export function parseEnvelope(text: string, what = "the envelope"): Envelope {
  return parseExactJson(text, envelopeSchema, what);
}
