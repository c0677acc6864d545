import { Command } from "commander";
import { revokeKey } from "./trust/keys/change-keys.ts";
import { readDay } from "./trust/days.ts";
import { readKeys } from "./trust/keys/keys.ts";
import { warnUnwitnessed } from "./trust/log/unwitnessed.ts";
import { openWorkFolder } from "./work-folder.ts";

interface Flags {
  readonly why: string;
  readonly day?: string;
  readonly releases: string;
  readonly keys?: string;
  readonly json?: true;
}

/** `plumbline revoke`: a key is not to be believed any more. */
export function revokeCommand(): Command {
  return new Command("revoke")
    .description("declare, in the log too, that a key is not to be believed any more")
    .argument("<key>", "fingerprint of a key in keys/allowed_signers: SHA256:…")
    .requiredOption("--why <text>", "the reason, which everybody can read")
    .option("--day <day>", "from when, such as 2026-11-10; otherwise today")
    .option("--releases <dir>", "folder that holds the releases", "releases")
    .option("--keys <dir>", "folder that `plumbline keygen` made; else PLUMBLINE_KEYS is asked")
    .option("--json", "print the result as JSON")
    .action(async (fingerprint: string, flags: Flags) => {
      const keys = await readKeys({ folder: flags.keys, env: process.env });
      const day = readDay(flags.day);
      const work = await openWorkFolder(flags.releases);
      try {
        const index = await revokeKey(flags.releases, keys, { fingerprint, why: flags.why, day });
        if (flags.json === true) console.log(JSON.stringify({ index, fingerprint, day }));
        else {
          console.log(
            `${fingerprint} is revoked: entry ${index} of the log. Now run \`plumbline sign\`: releases that it signed are signed anew.`,
          );
        }
        await warnUnwitnessed(flags.releases);
      } finally {
        await work.close();
      }
    });
}
