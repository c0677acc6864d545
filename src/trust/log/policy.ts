import { encodeHex, parseDecimal } from "../bytes.ts";
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from "./note.ts";
import { trustProblems } from "../problems.ts";

/** Which logs a reader believes, and whose witness it asks for (C2SP tlog-policy). */
export interface Policy {
  readonly logs: readonly VerifierKey[];
  readonly witnesses: ReadonlyMap<string, VerifierKey>;
  readonly groups: ReadonlyMap<string, Group>;
  /** The name of a witness or group, or `none`. */
  readonly quorum: string;
}

export interface Group {
  /** How many of the members it takes. */
  readonly threshold: number;
  readonly members: readonly string[];
}

/** @throws Problem for a line that the format does not know, and for a name used before its line */
export async function parsePolicy(text: string): Promise<Policy> {
  const logs: VerifierKey[] = [];
  const witnesses = new Map<string, VerifierKey>();
  const groups = new Map<string, Group>();
  const grouped = new Set<string>();
  let quorum: string | undefined;
  const isKnown = (name: string): boolean => witnesses.has(name) || groups.has(name);
  const refuse = (why: string) => trustProblems.malformed("the policy", why);
  const claim = (name: string | undefined): string => {
    if (name === undefined || name === "none" || isKnown(name)) {
      throw refuse(`it names ${name ?? "something"} twice, or not at all`);
    }
    return name;
  };
  if (/[^\P{Cc}\n\t]/u.test(text)) throw refuse("it holds a control character");
  if (!text.endsWith("\n")) throw refuse("its last line does not end");
  for (const raw of text.split("\n")) {
    const line = raw.replace(/^[ \t]+|[ \t]+$/g, "");
    if (line === "" || line.startsWith("#")) continue;
    const [word, name, ...rest] = line.split(/[ \t]+/);
    if (word === "log" && name !== undefined && rest.length <= 1) {
      logs.push(await readKey(name, 1, logs));
    } else if (word === "witness" && rest.length >= 1 && rest.length <= 2) {
      const key = await readKey(rest[0]!, 4, [...witnesses.values()]);
      witnesses.set(claim(name), key);
    } else if (word === "group") {
      const group = readGroup(rest);
      for (const member of group?.members ?? []) {
        if (!isKnown(member) || grouped.has(member)) {
          throw refuse(`the group ${name ?? ""} has a member that is not defined, or is in two`);
        }
        grouped.add(member);
      }
      if (group === undefined) throw refuse("a group has no members, or asks for too many");
      groups.set(claim(name), group);
    } else if (word === "quorum" && rest.length === 0 && quorum === undefined) {
      if (name === undefined || (name !== "none" && !isKnown(name))) {
        throw refuse("its quorum is not defined before it is asked for");
      }
      quorum = name;
    } else throw refuse(`it has a line that the format does not know, beginning with ${word!}`);
  }
  if (quorum === undefined) throw refuse("it asks for no quorum, and not for none either");
  return { logs, witnesses, groups, quorum };
}

export function formatPolicy({ logs, witnesses, groups, quorum }: Policy): string {
  const lines = [
    ...logs.map((log) => `log ${formatVerifierKey(log)}`),
    ...[...witnesses].map(([name, key]) => `witness ${name} ${formatVerifierKey(key)}`),
    ...[...groups].map(
      ([name, { threshold, members }]) => `group ${name} ${threshold} ${members.join(" ")}`,
    ),
    `quorum ${quorum}`,
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function readGroup([asked, ...members]: readonly string[]): Group | undefined {
  const all: Record<string, number> = { any: 1, all: members.length };
  const threshold = all[asked ?? ""] ?? parseDecimal(asked ?? "") ?? 0;
  return threshold >= 1 && threshold <= members.length ? { threshold, members } : undefined;
}

async function readKey(
  text: string,
  algorithm: VerifierKey["algorithm"],
  before: readonly VerifierKey[],
): Promise<VerifierKey> {
  const key = await parseVerifierKey(text);
  if (key.algorithm !== algorithm) {
    throw trustProblems.malformed(
      "the policy",
      `the key of ${key.name} is ${algorithm === 1 ? "a witness's, not a log's" : "a log's, not a witness's"}`,
    );
  }
  const own = encodeHex(key.publicKey);
  if (before.some(({ publicKey }) => encodeHex(publicKey) === own)) {
    throw trustProblems.malformed("the policy", "it names one key twice");
  }
  return key;
}
