import { z } from "zod";
import { decodeBase64, encodeBase64, type Bytes } from "../bytes.ts";
import { formatExactJson, parseExactJson } from "./exact-json.ts";
import { decodeSpki, encodeSpki } from "../keys/ed25519.ts";
import { makeVerifierKey, type VerifierKey } from "../log/note.ts";
import { trustProblems } from "../problems.ts";
import { formatLogId } from "./sigstore-bundle.ts";

const base64 = z.string().refine((text) => decodeBase64(text) !== undefined);

const rootSchema = z.strictObject({
  mediaType: z.literal("application/vnd.dev.sigstore.trustedroot+json;version=0.1"),
  tlogs: z
    .array(
      z.strictObject({
        baseUrl: z.string().startsWith("https://"),
        hashAlgorithm: z.literal("SHA2_256"),
        publicKey: z.strictObject({
          rawBytes: base64,
          keyDetails: z.literal("PKIX_ED25519"),
          validFor: z.strictObject({ start: z.iso.datetime() }),
        }),
        logId: z.strictObject({ keyId: base64 }),
      }),
    )
    .length(1),
  certificateAuthorities: z.array(z.never()),
  ctlogs: z.array(z.never()),
  timestampAuthorities: z.array(z.never()),
});

/**
 * Sigstore's trusted root with one log and nothing else.
 * @param start when the log's key begins to be valid, as `2026-01-01T00:00:00Z`
 */
export function formatTrustedRoot(log: VerifierKey, start: string): string {
  const root: z.infer<typeof rootSchema> = {
    mediaType: "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
    tlogs: [
      {
        baseUrl: `https://${log.name}`,
        hashAlgorithm: "SHA2_256",
        publicKey: {
          rawBytes: encodeBase64(encodeSpki(log.publicKey)),
          keyDetails: "PKIX_ED25519",
          validFor: { start },
        },
        logId: { keyId: formatLogId(log) },
      },
    ],
    certificateAuthorities: [],
    ctlogs: [],
    timestampAuthorities: [],
  };
  return `${formatExactJson(root)}\n`;
}

/** @throws Problem for another shape, or an id that belongs to another log or key */
export async function parseTrustedRoot(text: string): Promise<VerifierKey> {
  const [tlog] = parseExactJson(text, rootSchema, "trusted_root.json").tlogs;
  const publicKey: Bytes = decodeSpki(decodeBase64(tlog!.publicKey.rawBytes)!);
  const log = await makeVerifierKey({ name: tlog!.baseUrl.slice("https://".length), publicKey }, 1);
  if (formatLogId(log) === tlog!.logId.keyId) return log;
  throw trustProblems.contradiction("trusted_root.json gives the log an id of another key");
}
