import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "../problem.ts";
import { proofFiles } from "../release/files.ts";
import { tierName, type TierName } from "../release/schema.ts";
import { decodeText } from "./bytes.ts";
import { refuseOldKey } from "./keys/current-key.ts";
import { readFolder } from "./disk.ts";
import type { SigningKeys } from "./keys/keys.ts";
import { LogFolder, readCheckpoint } from "./log/log-folder.ts";
import { logProblems } from "./log-problems.ts";
import { parsePolicy, type Policy } from "./log/policy.ts";
import { publishKeys } from "./keys/publish-keys.ts";
import { readPublicKeys } from "./keys/published-keys.ts";
import { describeRelease, findProof, signRelease } from "./sign-release.ts";
import { formatFingerprint } from "./ssh/ssh-key.ts";
import { isThrowAway } from "./keys/throw-away.ts";

export interface SignedRelease {
  readonly release: string;
  readonly tier: TierName;
  readonly folder: string;
  readonly state: "signed" | "unchanged";
  /** Its place in the log, for one that was signed now. */
  readonly index?: number;
}

/**
 * Signs every release of a folder that is not signed yet, or whose key was revoked since, in the order of their publication, each
 * with an entry of the log in `log/`; the public keys go to `keys/`. The caller sees to it that
 * nobody else works in the folder (`openWorkFolder`). A throw-away log is begun anew where a
 * release in it was made anew: nobody relies on it.
 * @throws Problem where a release or the log is damaged, or a release is logged with other content
 */
export async function signReleases(
  releases: string,
  keys: SigningKeys,
  say: (sentence: string) => void = () => undefined,
): Promise<SignedRelease[]> {
  const found = await listReleases(releases);
  if (found.length === 0) throw logProblems.noReleases(releases);
  try {
    return await signAll(releases, keys, found, say);
  } catch (error) {
    const code = error instanceof Problem ? error.code : undefined;
    if (!keys.throwAway || !restarts.includes(code ?? "")) throw error;
    if (!(await isLogThrowAway(releases))) throw error;
    await startOver(releases, found);
    say("A release was made anew: the throw-away log begins anew");
    return signAll(releases, keys, found, say);
  }
}

const restarts: readonly string[] = [
  "already-logged",
  "old-key",
  "other-log",
  "wrong-signature",
  "policy-log",
  "key-not-allowed",
  "revoked-key",
  "malformed",
  "log-damaged",
  "log-incomplete",
];

async function signAll(
  releases: string,
  keys: SigningKeys,
  found: readonly FoundRelease[],
  say: (sentence: string) => void,
): Promise<SignedRelease[]> {
  const log = await LogFolder.open(join(releases, "log"), keys.log);
  refuseOldKey(log, keys);
  await publishKeys(releases, keys, found[0]!.published);
  const policy = await readPolicy(releases);
  const keysFolder = readFolder(join(releases, "keys"));
  const revoked = new Set(
    await Promise.all((await readPublicKeys(keysFolder)).revoked.map(formatFingerprint)),
  );
  const results: SignedRelease[] = [];
  for (const { release, tier, folder } of found) {
    const proof = await findProof(folder);
    if (proof !== undefined && !revoked.has(proof.hint)) {
      results.push({ release, tier, folder, state: "unchanged" });
      continue;
    }
    const index = await signRelease(folder, { keys, log, policy });
    say(`Release ${release}: signed its ${tier} tier, entry ${index} of the log ${log.origin}`);
    results.push({ release, tier, folder, state: "signed", index });
  }
  return results;
}

/** @throws Problem where there is none, or it is malformed */
export async function readPolicy(releases: string): Promise<Policy> {
  const bytes = await readFolder(join(releases, "log"))("policy");
  if (bytes === undefined) throw logProblems.noLog(releases);
  return parsePolicy(decodeText(bytes) ?? "");
}

interface FoundRelease {
  readonly release: string;
  readonly tier: TierName;
  readonly published: string;
  readonly folder: string;
}

/** Every release in a folder, in the order of publication, the public tier first. */
export async function listReleases(releases: string): Promise<FoundRelease[]> {
  if (!existsSync(releases)) return [];
  const found: FoundRelease[] = [];
  for (const name of (await readdir(releases)).sort()) {
    for (const tier of tierName.options) {
      const folder = join(releases, name, tier);
      if (!existsSync(join(folder, "manifest.json"))) continue;
      const { published, release } = await describeRelease(folder);
      found.push({ release, tier, published, folder });
    }
  }
  return found.sort((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0));
}

async function isLogThrowAway(releases: string): Promise<boolean> {
  const checkpoint = await readCheckpoint(join(releases, "log")).catch(() => undefined);
  return checkpoint !== undefined && isThrowAway(checkpoint.origin);
}

async function startOver(releases: string, found: readonly FoundRelease[]): Promise<void> {
  for (const name of ["log", "keys"])
    await rm(join(releases, name), { recursive: true, force: true });
  for (const { folder } of found) {
    for (const path of proofFiles) await rm(join(folder, path), { force: true });
    await rm(join(folder, "../attestations"), { recursive: true, force: true });
  }
}
