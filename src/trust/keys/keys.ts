import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Bytes } from "../bytes.ts";
import { decodePkcs8, encodePkcs8, makeSigner, type Signer } from "./ed25519.ts";
import { logProblems } from "../log-problems.ts";
import { formatPem, parsePem } from "./pem.ts";

/** What a programme signs with. */
export interface SigningKeys {
  /** Whether anybody may have them: what they sign is for trying out only. */
  readonly throwAway: boolean;
  readonly release: Signer;
  /** Its name is the log's origin. */
  readonly log: Signer;
  /** 32 bytes: makes the digests of restricted tiers impossible to guess. */
  readonly blinding: Bytes;
  /** Witnesses and an auditor at hand: of a throw-away set only. */
  readonly witnesses: readonly Signer[];
  readonly auditor?: Signer;
}

export type KeyRole = "release" | "log" | "witness" | "auditor" | "blinding";

const blindingLabel = "BLINDING KEY";

/** A private key as text: its name, then PKCS #8 in PEM. */
export function formatKey(name: string, seed: Bytes): string {
  return formatPem({ name, label: "PRIVATE KEY", bytes: encodePkcs8(seed) });
}

export function formatBlindingKey(name: string, bytes: Bytes): string {
  return formatPem({ name, label: blindingLabel, bytes });
}

/**
 * @param place names the key in a message
 * @throws Problem for any other text
 */
export async function parseKey(text: string, place: string): Promise<Signer> {
  try {
    const { name, bytes } = parsePem(text, "PRIVATE KEY", place);
    if (name !== undefined) return await makeSigner(name, decodePkcs8(bytes));
  } catch {
    // Said below, without a word of what is in the file.
  }
  throw logProblems.badKey(place);
}

function parseBlindingKey(text: string, place: string): Bytes {
  try {
    const { bytes } = parsePem(text, blindingLabel, place);
    if (bytes.length === 32) return bytes;
  } catch {
    // Said below, without a word of what is in the file.
  }
  throw logProblems.badKey(place);
}

/** Where keys may be: a folder, or an environment that names one or holds their text. */
export interface KeyPlaces {
  readonly folder?: string | undefined;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * The programme's keys: from the folder, else from PLUMBLINE_KEYS (a folder), else from the text of
 * PLUMBLINE_RELEASE_KEY, PLUMBLINE_LOG_KEY and PLUMBLINE_BLINDING_KEY.
 * @returns undefined where none of them says anything
 * @throws Problem for a key that is missing, malformed or open to others
 */
export async function findKeys({ folder, env = {} }: KeyPlaces): Promise<SigningKeys | undefined> {
  const place = folder ?? (env["PLUMBLINE_KEYS"] || undefined);
  const names = { release: "PLUMBLINE_RELEASE_KEY", log: "PLUMBLINE_LOG_KEY" };
  if (place === undefined && !env[names.release] && !env[names.log]) return undefined;
  const read = async (role: KeyRole): Promise<[string, string]> => {
    if (place !== undefined) return [await readKeyFile(keyPath(place, role)), keyPath(place, role)];
    const variable = `PLUMBLINE_${role.toUpperCase()}_KEY`;
    const text = env[variable];
    if (!text) throw logProblems.missingKey(variable);
    return [`${text.trim()}\n`, variable];
  };
  return {
    throwAway: false,
    release: await parseKey(...(await read("release"))),
    log: await parseKey(...(await read("log"))),
    blinding: parseBlindingKey(...(await read("blinding"))),
    witnesses: [],
  };
}

/** @throws Problem where there are none, and as `findKeys` does */
export async function readKeys(places: KeyPlaces): Promise<SigningKeys> {
  const keys = await findKeys(places);
  if (keys === undefined) throw logProblems.noKeys();
  return keys;
}

export function keyPath(folder: string, role: string): string {
  return join(folder, `${role}.pem`);
}

/** @throws Problem where it is not there, or where others than its owner can read it */
export async function readKeyFile(path: string): Promise<string> {
  const found = await stat(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "EACCES") throw error;
    return undefined;
  });
  if (!found?.isFile()) throw logProblems.missingKey(path);
  // Windows has no such modes.
  if (process.platform !== "win32" && (found.mode & 0o077) !== 0) throw logProblems.openKey(path);
  return readFile(path, "utf8");
}
