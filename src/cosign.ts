import { Command } from "commander";
import { decodeText, type ReadFile } from "./trust/bytes.ts";
import { cosign } from "./trust/log/cosignature.ts";
import { writeWhole } from "./trust/disk.ts";
import { parseKey, readKeyFile } from "./trust/keys/keys.ts";
import { logProblems } from "./trust/log-problems.ts";
import { formatSignature, parseVerifierKey, type VerifierKey } from "./trust/log/note.ts";
import { openLogPlace } from "./trust/place.ts";
import { parsePolicy } from "./trust/log/policy.ts";
import { entries } from "./trust/problems.ts";
import { findMemory, refuseOtherKey, remember } from "./trust/log/witness-state.ts";
import { inspectLog } from "./trust/log/witness.ts";

export interface CosignOptions {
  /** A folder or an address: of the log, or of the releases. */
  readonly place: string;
  /** The witness's private key. */
  readonly key: string;
  /** The witness's name; by default the key's own. */
  readonly name?: string;
  /** Where the witness remembers what it saw. */
  readonly state: string;
  /** The log's verifier key, got from the programme; left out, the log's own is believed once. */
  readonly log?: string;
  /** Seconds since 1970. */
  readonly now: number;
}

export interface Cosigned {
  readonly origin: string;
  readonly size: number;
  /** The line for the checkpoint. */
  readonly line: string;
  readonly firstSeen: boolean;
}

/**
 * What a witness does: it looks whether the log continues all that it saw before, remembers, signs.
 * @throws Problem where it does not, and then nothing is signed or remembered
 */
export async function cosignLog(options: CosignOptions): Promise<Cosigned> {
  const signer = await parseKey(await readKeyFile(options.key), options.key);
  const read = await openLogPlace(options.place);
  const log = await parseOrReadKey(options.log, read, options.place);
  const memory = await findMemory(options.state, log.name);
  refuseOtherKey(memory, log);
  const checkpoint = await inspectLog(read, log, memory?.seen);
  await remember(options.state, { log, seen: checkpoint });
  const witness = { ...signer, name: options.name ?? signer.name };
  const signature = await cosign(checkpoint.note.text, witness, options.now);
  const { origin, size } = checkpoint;
  return { origin, size, line: formatSignature(signature), firstSeen: memory === undefined };
}

async function parseOrReadKey(
  given: string | undefined,
  read: ReadFile,
  place: string,
): Promise<VerifierKey> {
  if (given !== undefined) return parseVerifierKey(given);
  const policy = await read("policy");
  const [log] = policy === undefined ? [] : (await parsePolicy(decodeText(policy) ?? "")).logs;
  if (log === undefined) throw logProblems.noLogKey(place);
  return log;
}

interface Flags {
  readonly key: string;
  readonly name?: string;
  readonly state: string;
  readonly log?: string;
  readonly out?: string;
  readonly json?: true;
}

/** `plumbline cosign`: what a partner's witness runs. */
export function cosignCommand(): Command {
  return new Command("cosign")
    .description("as a witness, sign a log that continues all that you saw of it before")
    .argument("<place>", "folder or address of the log or of the releases")
    .requiredOption("--key <file>", "your private key: plumbline keygen DIR --role witness")
    .option("--name <name>", "your name as a witness; otherwise that of the key")
    .requiredOption("--state <dir>", "where you remember what you saw; keep it and back it up")
    .option("--log <vkey>", "the log's key, as the programme gave it to you")
    .option("--out <file>", "write the line to this file; otherwise it is printed")
    .option("--json", "print the result as JSON")
    .action(async (place: string, { out, json, ...flags }: Flags) => {
      const cosigned = await cosignLog({ place, ...flags, now: Math.floor(Date.now() / 1000) });
      const { origin, size, line, firstSeen } = cosigned;
      if (out !== undefined) await writeWhole(out, line);
      if (json === true) console.log(JSON.stringify(cosigned));
      else if (out === undefined) process.stdout.write(line);
      else console.log(`${origin}, ${entries(size)}: signed, ${out}`);
      if (firstSeen && flags.log === undefined) {
        console.error(
          `This witness saw the log ${origin} for the first time, and believed its key: compare it with the programme's, or give it with --log.`,
        );
      }
    });
}
