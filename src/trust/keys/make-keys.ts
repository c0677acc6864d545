import { randomBytes } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import { link, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { makeFolder } from "../../make-folder.ts";
import type { Signer } from "./ed25519.ts";
import {
  findKeys,
  formatBlindingKey,
  formatKey,
  keyPath,
  parseKey,
  readKeyFile,
  type KeyRole,
  type SigningKeys,
} from "./keys.ts";
import { logProblems } from "../log-problems.ts";
import { isKeyName } from "../log/note.ts";

/**
 * Makes private keys, each in a file that only its owner can read.
 * @returns the paths of the files
 * @throws Problem for a folder that is published or shared, a bad name, or a key that is there
 */
export async function makeKeys(
  folder: string,
  name: string,
  roles: readonly KeyRole[],
): Promise<string[]> {
  refusePublicPlace(folder);
  if (!isKeyName(name) || /[,*?!"#]/.test(name) || name.includes("://")) {
    throw logProblems.keyName(name);
  }
  const paths = roles.map((role) => keyPath(folder, role));
  const taken = paths.find((path) => existsSync(path));
  if (taken !== undefined) throw logProblems.keyExists(taken);
  await makeFolder(folder, 0o700);
  for (const role of roles) await writeNewKey(keyPath(folder, role), role, name);
  return paths;
}

/**
 * Writes a new secret that is no key of ours into a folder of keys.
 * @throws Problem for a folder that is published or shared, or a file that is there
 */
export async function keepSecret(folder: string, file: string, text: string): Promise<string> {
  refusePublicPlace(folder);
  const path = join(folder, file);
  if (existsSync(path)) throw logProblems.keyExists(path);
  await makeFolder(folder, 0o700);
  await writeSecret(path, text);
  return path;
}

/** Makes one key, whole or not at all. @throws Error where a file is there already */
export async function writeNewKey(path: string, role: KeyRole, name: string): Promise<void> {
  const bytes = new Uint8Array(randomBytes(32));
  await writeSecret(
    path,
    role === "blinding" ? formatBlindingKey(name, bytes) : formatKey(name, bytes),
  );
}

/** Writes a secret whole or not at all, readable to its owner alone. @throws Error as above */
async function writeSecret(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.draft`;
  try {
    await writeFile(draft, text, { mode: 0o600 });
    // Unlike a renaming, a link never replaces what is there.
    await link(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

const project = join(import.meta.dirname, "../../..");

/** A key never lies where something is published from, or where others work. */
function refusePublicPlace(folder: string): void {
  const place = findPublicPlace(folder);
  if (place !== undefined) throw logProblems.keyPlace(folder, place);
}

/**
 * In what a folder lies that is published or where others work: no place for what is secret.
 * @returns undefined where it lies in nothing of the kind
 */
export function findPublicPlace(folder: string): string | undefined {
  for (let at = realPath(resolve(folder)); ; at = dirname(at)) {
    if (at === project) return "the folder of this program";
    if (existsSync(join(at, "programme.yaml"))) return "the folder of a programme";
    if (existsSync(join(at, ".git"))) return "a git repository";
    const published = ["releases", "dist"].includes(basename(at));
    if (published || existsSync(join(at, "log/checkpoint"))) return "a folder that is published";
    if (at === dirname(at)) return undefined;
  }
}

/** The path without links, of what is not there yet too. */
function realPath(path: string): string {
  if (existsSync(path) || path === dirname(path)) return realpathSync(path);
  return join(realPath(dirname(path)), basename(path));
}

const throwAwayName = "throw-away.example/releases";
const throwAwayHelpers = ["witness-1", "witness-2", "auditor"] as const;

/**
 * A set of keys for trying Plumbline out, made the first time and kept outside the project. What
 * they sign is named throw-away everywhere, witnesses and auditor included.
 * @param folder where they are kept; by default `plumbline/throw-away` in the user's state folder
 */
export async function throwAwayKeys(folder = throwAwayFolder()): Promise<SigningKeys> {
  if (!existsSync(keyPath(folder, "release"))) {
    const helpers = throwAwayHelpers.map((role) => [role, `${role}.throw-away.example`] as const);
    await makeFolder(folder, 0o700);
    await writeMissing(folder, "blinding", throwAwayName);
    await writeMissing(folder, "log", throwAwayName);
    for (const [role, name] of helpers) await writeMissing(folder, role, name);
    await writeMissing(folder, "release", throwAwayName);
  }
  const keys = (await findKeys({ folder }))!;
  const read = async (role: string): Promise<Signer> =>
    parseKey(await readKeyFile(keyPath(folder, role)), keyPath(folder, role));
  const [first, second, auditor] = await Promise.all(throwAwayHelpers.map(read));
  return { ...keys, throwAway: true, witnesses: [first!, second!], auditor: auditor! };
}

async function writeMissing(folder: string, file: string, name: string): Promise<void> {
  const role = file === "blinding" ? "blinding" : "release";
  const path = keyPath(folder, file);
  // Two first runs at once: one of them makes it.
  await writeNewKey(path, role, name).catch((error: unknown) => {
    if (!existsSync(path)) throw error;
  });
}

function throwAwayFolder(): string {
  const state = process.env["XDG_STATE_HOME"];
  return join(state || join(homedir(), ".local/state"), "plumbline/throw-away");
}
