import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Command, Option } from "commander";
import { rotateKey } from "./trust/keys/change-keys.ts";
import { readDay } from "./trust/days.ts";
import { parseKey, type KeyRole } from "./trust/keys/keys.ts";
import { logProblems } from "./trust/log-problems.ts";
import { keepSecret, makeKeys } from "./trust/keys/make-keys.ts";
import { formatVerifierKey, makeVerifierKey } from "./trust/log/note.ts";
import { formatFingerprint, formatSshKey } from "./trust/ssh/ssh-key.ts";
import { formatIdentity } from "./seal/identities.ts";
import { name as recipientName } from "./seal/manifest.ts";
import { warnUnwitnessed } from "./trust/log/unwitnessed.ts";
import { openWorkFolder } from "./work-folder.ts";

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
    .description(
      "make keys: to sign releases, the log, a witness's or an auditor's statements; to open bundles",
    )
    .argument("<dir>", "folder for the private keys, outside everything that is published")
    .option("--name <name>", "whose they are, such as meridian.example/releases")
    .addOption(
      new Option("--role <role>", "this key only; otherwise release, log and blinding").choices([
        "release",
        "log",
        "witness",
        "auditor",
        "recipient",
      ]),
    )
    .option("--rotate", "change the key that signs releases; the log tells of it")
    .option("--day <day>", "with --rotate: from when, such as 2026-11-10; otherwise today")
    .option("--releases <dir>", "with --rotate: folder that holds the releases", "releases")
    .option("--json", "print the result as JSON")
    .action(async (dir: string, flags: Flags) => {
      if (flags.rotate === true) await rotate(resolve(dir), flags);
      else if (flags.role === "recipient") await makeRecipient(resolve(dir), flags);
      else await make(resolve(dir), flags.role, flags);
    });
}

interface Flags {
  readonly name?: string;
  readonly role?: KeyRole | "recipient";
  readonly rotate?: true;
  readonly day?: string;
  readonly releases: string;
  readonly json?: true;
}

/** A private key that opens bundles, as `age-keygen` writes it too. */
async function makeRecipient(dir: string, { name, json }: Flags): Promise<void> {
  if (name === undefined) throw logProblems.needsName();
  if (!recipientName.safeParse(name).success) throw logProblems.keyName(name);
  const { text, recipient } = await formatIdentity(name);
  const path = await keepSecret(dir, "recipient.txt", text);
  if (json === true) console.log(JSON.stringify([{ role: "recipient", path, shown: recipient }]));
  else console.log(`recipient: ${path}\n  ${recipient}\n${recipientAdvice}`);
}

async function make(dir: string, role: KeyRole | undefined, { name, json }: Flags): Promise<void> {
  if (name === undefined) throw logProblems.needsName();
  const roles: KeyRole[] = role === undefined ? ["release", "log", "blinding"] : [role];
  const paths = await makeKeys(dir, name, roles);
  const made = await Promise.all(paths.map((path, at) => describe(path, roles[at]!)));
  if (json === true) console.log(JSON.stringify(made));
  else console.log(`${made.map(tell).join("\n")}\n${advice}`);
}

async function rotate(dir: string, { name, role, day, releases, json }: Flags): Promise<void> {
  if (name !== undefined || role !== undefined) throw logProblems.rotateFlags();
  const asked = readDay(day);
  const work = await openWorkFolder(releases);
  try {
    const { index, publicKey, day: from } = await rotateKey(releases, dir, asked);
    const fingerprint = await formatFingerprint(publicKey);
    if (json === true) console.log(JSON.stringify({ index, fingerprint, day: from }));
    else console.log(`From ${from} ${fingerprint} signs releases: entry ${index} of the log`);
    await warnUnwitnessed(releases);
  } finally {
    await work.close();
  }
}

const recipientAdvice =
  "Give the line age1… to the programme, by a way on which nobody can change it. Keep the file where\n" +
  "only you can reach it: whoever has it can open what is sealed to you, and without it you cannot.";

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
    auditor: () => Promise.resolve(`${ssh} ${key.name}`),
  };
  return { role, path, shown: await shown[role]() };
}
