import { verifyCheckpoint, type SignedCheckpoint } from "./checkpoint.ts";
import type { LogFolder } from "./log-folder.ts";
import { logProblems } from "../log-problems.ts";
import { makeVerifierKey } from "./note.ts";
import type { Policy } from "./policy.ts";
import { verifyQuorum } from "./quorum.ts";
import type { Bundle } from "../statements/sigstore-bundle.ts";

/**
 * The proof that an entry is in the log, by the first checkpoint that the policy's witnesses signed;
 * where there is none, by the first that holds it.
 * @throws Problem where a checkpoint that was published is not the log's
 */
export async function proveLogged(
  log: LogFolder,
  policy: Policy,
  index: number,
  signed: Pick<Bundle, "envelope" | "entry" | "hint">,
): Promise<Bundle> {
  const checkpoint = await chooseCheckpoint(log, policy, index);
  return { ...signed, index, checkpoint, proof: await log.proveInclusion(index, checkpoint.size) };
}

async function chooseCheckpoint(
  log: LogFolder,
  policy: Policy,
  index: number,
): Promise<SignedCheckpoint> {
  const key = await makeVerifierKey(log.signer, 1);
  let first: SignedCheckpoint | undefined;
  for (let size = index + 1; size <= log.size; size++) {
    const checkpoint = await log.findCheckpoint(size);
    if (checkpoint === undefined) continue;
    await verifyCheckpoint(checkpoint, key);
    if (await isWitnessed(checkpoint, policy)) return checkpoint;
    first ??= checkpoint;
  }
  if (first === undefined) throw logProblems.damaged(log.folder);
  return first;
}

async function isWitnessed(checkpoint: SignedCheckpoint, policy: Policy): Promise<boolean> {
  return verifyQuorum(checkpoint, policy).then(
    () => true,
    () => false,
  );
}
