import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readCosignature } from "./cosignature.ts";
import { writeWhole } from "../disk.ts";
import type { SigningKeys } from "../keys/keys.ts";
import { LogFolder, readCheckpoint } from "./log-folder.ts";
import { logProblems } from "../log-problems.ts";
import { findSignature, formatNote, parseSignature, type NoteSignature } from "./note.ts";
import type { Policy } from "./policy.ts";
import { proveLogged } from "./prove-logged.ts";
import { findProof, writeProofs } from "../sign-release.ts";
import { listReleases, readPolicy } from "../sign-releases.ts";
import { formatBundle, parseBundle, type Bundle } from "../statements/sigstore-bundle.ts";

export interface Merged {
  readonly witness: string;
  /** Entries of the log at the checkpoint that the witness signed. */
  readonly size: number;
  /** Files that now prove with witnesses what they proved without. */
  readonly renewed: number;
}

/**
 * Adds a witness's signature to the checkpoint that it signed, and renews the proofs that lacked
 * witnesses. A second signature of one witness on one checkpoint is left out.
 * @param file the line that `plumbline cosign` wrote
 * @throws Problem where no witness of the policy signed a checkpoint of this log with it
 */
export async function mergeCosignature(
  releases: string,
  file: string,
  keys: SigningKeys,
): Promise<Merged> {
  const log = await LogFolder.open(join(releases, "log"), keys.log);
  const policy = await readPolicy(releases);
  const line = (await readFile(file, "utf8")).trim();
  const found = await findCosigned(log, policy, line).catch(() => undefined);
  if (found === undefined) throw logProblems.notACosignature(file);
  const { checkpoint, witness, name } = found;
  if (findSignature(checkpoint.note, witness) === undefined) {
    const { note } = checkpoint;
    const signed = formatNote({ ...note, signatures: [...note.signatures, found.signature] });
    await writeWhole(join(log.folder, `checkpoint.${checkpoint.size}`), signed);
    if (checkpoint.size === log.size) await writeWhole(join(log.folder, "checkpoint"), signed);
  }
  const renewed = await renewProofs(releases, log, policy);
  return { witness: name, size: checkpoint.size, renewed };
}

async function findCosigned(log: LogFolder, policy: Policy, line: string) {
  const signature: NoteSignature = parseSignature(line, "the cosignature");
  for (const [name, witness] of policy.witnesses) {
    for (let size = log.size; size > 0; size--) {
      const checkpoint = await readCheckpoint(log.folder, `checkpoint.${size}`);
      if (checkpoint === undefined) continue;
      const note = { text: checkpoint.note.text, signatures: [signature] };
      const seconds = await readCosignature(note, witness).catch(() => undefined);
      if (seconds !== undefined) return { checkpoint, witness, name, signature };
    }
  }
  return undefined;
}

/** Makes every proof anew, and writes those that now have more to show. */
async function renewProofs(releases: string, log: LogFolder, policy: Policy): Promise<number> {
  let renewed = 0;
  const found = await listReleases(releases);
  for (const { folder } of found) {
    const old = await findProof(folder);
    if (old === undefined) continue;
    const proof = await proveLogged(log, policy, old.index, old);
    if (isSame(proof, old)) continue;
    await writeProofs(folder, proof, log.signer);
    renewed++;
  }
  for (const path of await listAttestations(releases, found)) {
    const old = parseBundle(await readFile(path, "utf8"), path);
    const proof = await proveLogged(log, policy, old.index, old);
    if (isSame(proof, old)) continue;
    await writeWhole(path, await formatBundle(proof, log.signer.publicKey));
    renewed++;
  }
  return renewed;
}

function isSame(one: Bundle, other: Bundle): boolean {
  return formatNote(one.checkpoint.note) === formatNote(other.checkpoint.note);
}

async function listAttestations(
  releases: string,
  found: readonly { readonly release: string }[],
): Promise<string[]> {
  const folders = [...new Set(found.map(({ release }) => join(releases, release, "attestations")))];
  const names = folders.map(async (folder) =>
    (await readdir(folder).catch(() => [])).sort().map((name) => join(folder, name)),
  );
  return (await Promise.all(names)).flat();
}
