import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { reportProblems } from "./problems.ts";

/** What a release bears as proof of who made it, and of its place in the log. */
export interface Proof {
  readonly status: "unsigned" | "signed" | "throw-away";
  /** The file whose digest stands for the whole release. */
  readonly document: "SHA256SUMS" | "manifest.json";
  readonly documentSha256: string;
  /** Null while the release is unsigned. */
  readonly log: LogPlace | null;
}

export interface LogPlace {
  readonly origin: string;
  readonly index: number;
  /** Entries of the log at the checkpoint, and its root in base64. */
  readonly size: number;
  readonly rootHash: string;
  /** `SHA256:…`, as ssh-keygen shows it. */
  readonly keyFingerprint: string;
}

/** Of a Sigstore bundle only what the report shows; `plumbline verify` reads it strictly. */
const bundle = z.object({
  verificationMaterial: z.object({
    publicKey: z.object({ hint: z.string() }),
    tlogEntries: z
      .array(
        z.object({
          inclusionProof: z.object({
            logIndex: z.string(),
            rootHash: z.string(),
            treeSize: z.string(),
            checkpoint: z.object({ envelope: z.string() }),
          }),
        }),
      )
      .length(1),
  }),
});

/**
 * Reads what a release says of its own proof. It shows the proof and does not check it: whoever
 * reads the report checks the release itself.
 * @param folder `releases/<id>/<tier>`
 * @throws Problem where the bundle is there and cannot be read
 */
export async function readProof(folder: string): Promise<Proof> {
  const path = join(folder, "release.sigstore.json");
  const signed = existsSync(path) && existsSync(join(folder, "SHA256SUMS"));
  const document = signed ? "SHA256SUMS" : "manifest.json";
  const bytes = await readFile(join(folder, document));
  const documentSha256 = createHash("sha256").update(bytes).digest("hex");
  if (!signed) return { status: "unsigned", document, documentSha256, log: null };
  const { publicKey, tlogEntries } = parseBundle(await readFile(path, "utf8"), path);
  const { logIndex, rootHash, treeSize, checkpoint } = tlogEntries[0]!.inclusionProof;
  const origin = checkpoint.envelope.split("\n")[0]!;
  return {
    status: origin.includes("throw-away") ? "throw-away" : "signed",
    document,
    documentSha256,
    log: {
      origin,
      index: Number(logIndex),
      size: Number(treeSize),
      rootHash,
      keyFingerprint: publicKey.hint,
    },
  };
}

function parseBundle(text: string, path: string): z.infer<typeof bundle>["verificationMaterial"] {
  try {
    return bundle.parse(JSON.parse(text)).verificationMaterial;
  } catch {
    throw reportProblems.unreadableProof(path);
  }
}
