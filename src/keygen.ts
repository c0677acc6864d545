import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Command, Option } from "commander";
import { parseKey, type KeyRole } from "./trust/keys.ts";
import { makeKeys } from "./trust/make-keys.ts";
import { formatVerifierKey, makeVerifierKey } from "./trust/note.ts";
import { formatFingerprint, formatSshKey } from "./trust/ssh-key.ts";

/** What a key is told to others as. */
interface MadeKey {
  readonly role: KeyRole;
  readonly path: string;
  /** How readers name the key: a line of `policy` or of `allowed_signers`. */
  readonly shown?: string;
}

/** `plumbline keygen`: private keys, made where nobody publishes from. */
export function keygenCommand(): Command {
  return new Command("keygen")
    .description("make the keys to sign releases, the log, a witness's or an auditor's statements")
    .argument("<dir>", "folder for the private keys, outside everything that is published")
    .requiredOption("--name <name>", "whose they are, such as meridian.example/releases")
    .addOption(
      new Option("--role <role>", "this key only; otherwise release, log and blinding").choices([
        "release",
        "log",
        "witness",
        "auditor",
      ]),
    )
    .option("--json", "print the result as JSON")
    .action(async (dir: string, flags: { name: string; role?: KeyRole; json?: true }) => {
      const roles: KeyRole[] = flags.role ? [flags.role] : ["release", "log", "blinding"];
      const paths = await makeKeys(resolve(dir), flags.name, roles);
      const made = await Promise.all(paths.map((path, at) => describe(path, roles[at]!)));
      if (flags.json === true) console.log(JSON.stringify(made));
      else console.log(`${made.map(tell).join("\n")}\n${advice}`);
    });
}

const advice =
  "Back these files up where only you can reach them; whoever has them can sign in your name.";

function tell({ role, path, shown }: MadeKey): string {
  return shown === undefined ? `${role}: ${path}` : `${role}: ${path}\n  ${shown}`;
}

async function describe(path: string, role: KeyRole): Promise<MadeKey> {
  if (role === "blinding") return { role, path };
  const key = await parseKey(await readFile(path, "utf8"), path);
  const ssh = formatSshKey(key.publicKey);
  const shown: Record<typeof role, () => Promise<string>> = {
    release: () => formatFingerprint(key.publicKey),
    log: async () => `log ${formatVerifierKey(await makeVerifierKey(key, 1))}`,
    witness: async () => `witness NAME ${formatVerifierKey(await makeVerifierKey(key, 4))}`,
    auditor: () => Promise.resolve(`${key.name} ${ssh}`),
  };
  return { role, path, shown: await shown[role]() };
}
