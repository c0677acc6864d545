import { join } from "node:path";
import { findKeys, type SigningKeys } from "../trust/keys/keys.ts";
import { readCheckpoint } from "../trust/log/log-folder.ts";
import { throwAwayKeys } from "../trust/keys/make-keys.ts";
import { isThrowAway } from "../trust/keys/throw-away.ts";

/**
 * The keys to sign a site with: those given, else the throw-away ones where they signed its releases.
 * @param releases folder that holds the releases and their log
 * @returns undefined where nobody can sign here
 */
export async function findSiteKeys(
  releases: string,
  folder: string | undefined,
): Promise<SigningKeys | undefined> {
  const own = await findKeys({ folder, env: process.env });
  if (own !== undefined) return own;
  const checkpoint = await readCheckpoint(join(releases, "log")).catch(() => undefined);
  return checkpoint !== undefined && isThrowAway(checkpoint.origin) ? throwAwayKeys() : undefined;
}
