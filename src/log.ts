import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { addWitness } from "./trust/log/add-witness.ts";
import { addAttestation } from "./trust/statements/attestations.ts";
import { mergeCosignature } from "./trust/log/cosigned.ts";
import { decodeSpki } from "./trust/keys/ed25519.ts";
import { readKeys, type SigningKeys } from "./trust/keys/keys.ts";
import { logProblems } from "./trust/log-problems.ts";
import { parsePem } from "./trust/keys/pem.ts";
import { entries } from "./trust/problems.ts";
import { warnUnwitnessed } from "./trust/log/unwitnessed.ts";
import { parseSshKey } from "./trust/ssh/ssh-key.ts";
import { openWorkFolder } from "./work-folder.ts";

interface Flags {
  readonly releases: string;
  readonly keys?: string;
  readonly json?: true;
}

interface AddFlags extends Flags {
  readonly by?: string;
  readonly key?: string;
}

/** `plumbline log`: what others signed goes into the log of the releases. */
export function logCommand(): Command {
  const command = new Command("log").description(
    "add to the log what an auditor attests or a witness signed, or name a witness",
  );
  addOptions(command.command("add"))
    .description("put an auditor's signed attestation into the log, and beside its release")
    .argument("<envelope>", "a DSSE envelope, as JSON")
    .option("--by <name>", "admit this auditor, whose public key is in --key")
    .option("--key <file>", "the auditor's public key, in OpenSSH's form or PEM")
    .action((file: string, flags: AddFlags) =>
      work(flags, async (keys) => {
        const added = await addAttestation(flags.releases, file, keys, await readAdmitted(flags));
        return [
          added,
          `Attestation of ${added.by}: entry ${added.index} of the log, ${added.path}`,
        ];
      }),
    );
  addOptions(command.command("cosigned"))
    .description("add the line that a witness signed to the checkpoint, and renew the proofs")
    .argument("<file>", "what `plumbline cosign` wrote")
    .action((file: string, flags: Flags) =>
      work(flags, async (keys) => {
        const merged = await mergeCosignature(flags.releases, file, keys);
        const { witness, size, renewed } = merged;
        return [
          merged,
          `${witness} signed the log of ${entries(size)}; ${renewed} proofs made anew with it`,
        ];
      }),
    );
  command
    .command("witness")
    .description("name a witness in log/policy, and how many of the witnesses have to sign")
    .argument("<name>", "a short name for the policy, such as harbour")
    .argument("<vkey>", "the witness's key, as `plumbline keygen --role witness` shows it")
    .option("--quorum <number>", "how many have to sign; otherwise all that are named")
    .option("--releases <dir>", "folder that holds the releases", "releases")
    .option("--json", "print the result as JSON")
    .action(async (name: string, vkey: string, flags: WitnessFlags) => {
      const own = await openWorkFolder(flags.releases);
      try {
        const added = await addWitness(flags.releases, name, vkey, flags.quorum);
        const { threshold, members } = added;
        if (flags.json === true) console.log(JSON.stringify(added));
        else console.log(`${threshold} of ${members.join(", ")} have to sign the log from now on`);
      } finally {
        await own.close();
      }
    });
  return command;
}

interface WitnessFlags {
  readonly quorum?: string;
  readonly releases: string;
  readonly json?: true;
}

function addOptions(command: Command): Command {
  return command
    .option("--releases <dir>", "folder that holds the releases", "releases")
    .option("--keys <dir>", "folder that `plumbline keygen` made; else PLUMBLINE_KEYS is asked")
    .option("--json", "print the result as JSON");
}

async function work(
  { releases, keys: folder, json }: Flags,
  task: (keys: SigningKeys) => Promise<[result: object, sentence: string]>,
): Promise<void> {
  const keys = await readKeys({ folder, env: process.env });
  const own = await openWorkFolder(releases);
  try {
    const [result, sentence] = await task(keys);
    console.log(json === true ? JSON.stringify(result) : sentence);
    await warnUnwitnessed(releases);
  } finally {
    await own.close();
  }
}

async function readAdmitted({ by, key }: AddFlags) {
  if (by === undefined && key === undefined) return undefined;
  if (by === undefined || key === undefined) throw logProblems.halfAdmitted();
  const text = await readFile(key, "utf8");
  const ssh = /ssh-ed25519 \S+/.exec(text)?.[0];
  if (ssh !== undefined) return { name: by, publicKey: parseSshKey(ssh, key) };
  return { name: by, publicKey: decodeSpki(parsePem(text, "PUBLIC KEY", key).bytes) };
}
