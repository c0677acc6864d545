import { decodeBase64, encodeBase64, parseDecimal, type Bytes } from "../bytes.ts";
import { parseCheckpoint, type SignedCheckpoint } from "./checkpoint.ts";
import { hashLeaf, verifyInclusion } from "./merkle.ts";
import { formatNote } from "./note.ts";
import type { Policy } from "./policy.ts";
import { trustProblems } from "../problems.ts";
import { verifyQuorum, type Witnessed } from "./quorum.ts";

/** That an entry is in a log, in one text file (C2SP tlog-proof). */
export interface TlogProof {
  readonly index: number;
  readonly proof: readonly Bytes[];
  readonly checkpoint: SignedCheckpoint;
}

const firstLine = "c2sp.org/tlog-proof@v1";

export function formatTlogProof({ index, proof, checkpoint }: TlogProof): string {
  const lines = [firstLine, `index ${index}`, ...proof.map(encodeBase64)];
  return `${lines.join("\n")}\n\n${formatNote(checkpoint.note)}`;
}

/** @throws Problem for anything but the format without extra data, which this program never adds */
export function parseTlogProof(text: string): TlogProof {
  const what = "the proof of inclusion";
  const cut = text.indexOf("\n\n");
  const [first, second, ...hashes] = text.slice(0, Math.max(cut, 0)).split("\n");
  const index = parseDecimal(/^index (\d+)$/.exec(second ?? "")?.[1] ?? "");
  if (first !== firstLine || index === undefined) {
    throw trustProblems.malformed(what, "it does not begin as such a proof does");
  }
  const proof = hashes.map((line) => {
    const hash = decodeBase64(line);
    if (hash?.length === 32) return hash;
    throw trustProblems.malformed(what, "one of its hashes is not 32 bytes");
  });
  return { index, proof, checkpoint: parseCheckpoint(text.slice(cut + 2)) };
}

/**
 * Checks that the entry is in the log, and the log's checkpoint against the policy.
 * @returns the witnesses that signed the checkpoint
 * @throws Problem where one of it does not hold
 */
export async function verifyTlogProof(
  { index, proof, checkpoint }: TlogProof,
  entry: Bytes,
  policy: Policy,
): Promise<Witnessed[]> {
  const { size, root } = checkpoint;
  const witnessed = await verifyQuorum(checkpoint, policy);
  await verifyInclusion({ index, size, leaf: await hashLeaf(entry), root, proof });
  return witnessed;
}
