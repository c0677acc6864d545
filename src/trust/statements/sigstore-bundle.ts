import { z } from "zod";
import {
  concatBytes,
  decodeBase64,
  encodeBase64,
  equalBytes,
  parseDecimal,
  type Bytes,
} from "../bytes.ts";
import { parseCheckpoint, type SignedCheckpoint } from "../log/checkpoint.ts";
import { envelopeSchema, type Envelope } from "./dsse.ts";
import { formatExactJson, parseExactJson } from "./exact-json.ts";
import { formatNote, makeVerifierKey, type VerifierKey } from "../log/note.ts";
import { trustProblems } from "../problems.ts";

const text = z.string().min(1);
const base64 = z.string().refine((value) => decodeBase64(value) !== undefined);
const hash = z.string().refine((value) => decodeBase64(value)?.length === 32);
const decimal = z.string().refine((value) => parseDecimal(value) !== undefined);

const bundleSchema = z.strictObject({
  mediaType: z.literal("application/vnd.dev.sigstore.bundle.v0.3+json"),
  verificationMaterial: z.strictObject({
    publicKey: z.strictObject({ hint: text }),
    tlogEntries: z
      .array(
        z.strictObject({
          logIndex: decimal,
          logId: z.strictObject({ keyId: hash }),
          kindVersion: z.strictObject({ kind: z.literal("dsse"), version: z.literal("0.0.2") }),
          inclusionProof: z.strictObject({
            logIndex: decimal,
            rootHash: hash,
            treeSize: decimal,
            hashes: z.array(hash),
            checkpoint: z.strictObject({ envelope: text }),
          }),
          canonicalizedBody: base64,
        }),
      )
      .length(1),
    timestampVerificationData: z.strictObject({}),
  }),
  dsseEnvelope: envelopeSchema.extend({ signatures: envelopeSchema.shape.signatures.length(1) }),
});

/** A signed statement with the proof that it is in the log. */
export interface Bundle {
  readonly envelope: Envelope;
  /** Says which key signed, to whoever has it: `SHA256:…`, as ssh-keygen shows it. */
  readonly hint: string;
  readonly entry: Bytes;
  readonly index: number;
  readonly proof: readonly Bytes[];
  readonly checkpoint: SignedCheckpoint;
}

/** The log's id in a bundle and a trusted root: the key's id in notes, and zeros. */
export function formatLogId({ keyId }: VerifierKey): string {
  return encodeBase64(concatBytes(keyId, new Uint8Array(28)));
}

/** Sigstore's bundle, v0.3, with the envelope and one entry of the log. */
export async function formatBundle(bundle: Bundle, logKey: Bytes): Promise<string> {
  const { envelope, hint, entry, index, proof, checkpoint } = bundle;
  const log = await makeVerifierKey({ name: checkpoint.origin, publicKey: logKey }, 1);
  const value: z.infer<typeof bundleSchema> = {
    mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
    verificationMaterial: {
      publicKey: { hint },
      tlogEntries: [
        {
          logIndex: String(index),
          logId: { keyId: formatLogId(log) },
          kindVersion: { kind: "dsse", version: "0.0.2" },
          inclusionProof: {
            logIndex: String(index),
            rootHash: encodeBase64(checkpoint.root),
            treeSize: String(checkpoint.size),
            hashes: proof.map(encodeBase64),
            checkpoint: { envelope: formatNote(checkpoint.note) },
          },
          canonicalizedBody: encodeBase64(entry),
        },
      ],
      timestampVerificationData: {},
    },
    dsseEnvelope: envelope,
  };
  return `${formatExactJson(value)}\n`;
}

/**
 * Reads a bundle; that its proof holds is for `verifyBundle` to say.
 * @throws Problem for any other shape, and where its parts contradict each other
 */
export function parseBundle(file: string, what = "the bundle"): Bundle {
  const { verificationMaterial, dsseEnvelope } = parseExactJson(file, bundleSchema, what);
  const [entry] = verificationMaterial.tlogEntries as [
    (typeof verificationMaterial.tlogEntries)[number],
  ];
  const { logIndex, rootHash, treeSize, hashes, checkpoint: signed } = entry.inclusionProof;
  const checkpoint = parseCheckpoint(signed.envelope);
  const agree =
    entry.logIndex === logIndex &&
    treeSize === String(checkpoint.size) &&
    equalBytes(decodeBase64(rootHash)!, checkpoint.root) &&
    checkpoint.note.signatures.some(({ name, keyId }) => {
      const id = concatBytes(keyId, new Uint8Array(28));
      return name === checkpoint.origin && encodeBase64(id) === entry.logId.keyId;
    });
  if (!agree) throw trustProblems.contradiction(`the parts of ${what} contradict each other`);
  return {
    envelope: dsseEnvelope,
    hint: verificationMaterial.publicKey.hint,
    entry: decodeBase64(entry.canonicalizedBody)!,
    index: parseDecimal(logIndex)!,
    proof: hashes.map((value) => decodeBase64(value)!),
    checkpoint,
  };
}
