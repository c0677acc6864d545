import { z } from "zod";
import {
  decodeBase64,
  decodeText,
  encodeBase64,
  encodeText,
  equalBytes,
  sha256,
  type Bytes,
} from "../bytes.ts";
import type { Envelope } from "./dsse.ts";
import { decodeSpki, encodeSpki } from "../keys/ed25519.ts";
import { trustProblems } from "../problems.ts";

const base64 = z.string().refine((text) => decodeBase64(text) !== undefined);
const entrySchema = z.strictObject({
  apiVersion: z.literal("0.0.2"),
  kind: z.literal("dsse"),
  spec: z.strictObject({
    dsseV002: z.strictObject({
      payloadHash: z.strictObject({ algorithm: z.literal("SHA2_256"), digest: base64 }),
      signatures: z
        .array(
          z.strictObject({
            content: base64,
            verifier: z.strictObject({
              keyDetails: z.literal("PKIX_ED25519"),
              publicKey: z.strictObject({ rawBytes: base64 }),
            }),
          }),
        )
        .min(1),
    }),
  }),
});

/** What the log keeps of an envelope: its payload's digest, its signatures and their keys. */
export interface Entry {
  readonly payloadHash: Bytes;
  readonly signatures: readonly { readonly signature: Bytes; readonly publicKey: Bytes }[];
}

/**
 * The bytes of the log's entry for an envelope (Rekor v2, `dsse` 0.0.2).
 * @param keys public keys, one for each signature in its order
 */
export async function formatEntry(envelope: Envelope, keys: readonly Bytes[]): Promise<Bytes> {
  const digest = await sha256(decodeBase64(envelope.payload)!);
  const entry: z.infer<typeof entrySchema> = {
    apiVersion: "0.0.2",
    kind: "dsse",
    spec: {
      dsseV002: {
        payloadHash: { algorithm: "SHA2_256", digest: encodeBase64(digest) },
        signatures: envelope.signatures.map(({ sig }, at) => ({
          content: sig,
          verifier: {
            keyDetails: "PKIX_ED25519",
            publicKey: { rawBytes: encodeBase64(encodeSpki(keys[at]!)) },
          },
        })),
      },
    },
  };
  return encodeText(JSON.stringify(entry));
}

/** @throws Problem for bytes that are not exactly an entry as this program writes it */
export function parseEntry(bytes: Bytes): Entry {
  const what = "an entry of the log";
  const text = decodeText(bytes) ?? "";
  const parsed = entrySchema.safeParse(tryJson(text));
  if (!parsed.success || JSON.stringify(tryJson(text)) !== text) {
    throw trustProblems.malformed(what, "it is not a signed statement of the known version");
  }
  const { payloadHash, signatures } = parsed.data.spec.dsseV002;
  return {
    payloadHash: decodeBase64(payloadHash.digest)!,
    signatures: signatures.map(({ content, verifier }) => ({
      signature: decodeBase64(content)!,
      publicKey: decodeSpki(decodeBase64(verifier.publicKey.rawBytes)!),
    })),
  };
}

/** @throws Problem unless the entry is of this envelope, signed by these keys */
export async function verifyEntry(
  entry: Bytes,
  envelope: Envelope,
  keys: readonly Bytes[],
): Promise<void> {
  if (equalBytes(entry, await formatEntry(envelope, keys))) return;
  throw trustProblems.contradiction("the log's entry is not of this signed statement");
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
