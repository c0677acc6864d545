import { Command } from "commander";
import { readKeys, type SigningKeys } from "./trust/keys/keys.ts";
import { signReleases, type SignedRelease } from "./trust/sign-releases.ts";
import { warnUnwitnessed } from "./trust/log/unwitnessed.ts";
import { openWorkFolder } from "./work-folder.ts";

/** `plumbline sign`: signs every release that is not signed yet, and logs it. */
export function signCommand(): Command {
  return new Command("sign")
    .description("sign releases and put them into the log")
    .option("--releases <dir>", "folder that holds the releases", "releases")
    .option("--keys <dir>", "folder that `plumbline keygen` made; else PLUMBLINE_KEYS is asked")
    .option("--json", "print the result as JSON")
    .action(async (flags: { releases: string; keys?: string; json?: true }) => {
      const keys = await readKeys({ folder: flags.keys, env: process.env });
      const signed = await signAlone(flags.releases, keys);
      if (flags.json === true) console.log(JSON.stringify(signed));
      else for (const one of signed) console.log(describe(one));
      await warnUnwitnessed(flags.releases);
    });
}

/** Signs every release of a folder that is not signed yet, while nobody else works in it. */
export async function signAlone(
  releases: string,
  keys: SigningKeys,
  say?: (sentence: string) => void,
): Promise<SignedRelease[]> {
  const work = await openWorkFolder(releases);
  try {
    return await signReleases(releases, keys, say);
  } finally {
    await work.close();
  }
}

function describe({ release, tier, state, index }: SignedRelease): string {
  return state === "unchanged"
    ? `Release ${release} (${tier}): signed already`
    : `Release ${release} (${tier}): signed, entry ${index ?? "unknown"} of the log`;
}
