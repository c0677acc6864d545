import type { Proof } from "../../release/read.ts";
import { formatCount, joinWords } from "./numbers.ts";

/** What every page says of who stands behind the release; nothing where it is plainly signed. */
export function sayStanding({ status }: Proof): { name: string; says: string } | undefined {
  switch (status) {
    case "unsigned":
      return { name: "Not signed.", says: "Nobody has put their key to this release." };
    case "throw-away":
      return { name: "Signed with throw-away keys,", says: "which prove nothing." };
    case "signed":
      return undefined;
  }
}

/** A term and what is to be said of it, as a list of facts shows them. */
export interface Fact {
  readonly term: string;
  readonly says: string;
  /** Whether it is a digest or a key, to be set as code. */
  readonly code?: true;
}

/** What proves a release, as facts that a reader can compare. */
export function listProofFacts({ status, document, documentSha256, log }: Proof): Fact[] {
  const digest: Fact = { term: `SHA-256 of ${document}`, says: documentSha256, code: true };
  if (log === null) {
    return [{ term: "Signature", says: "none: it may come from anybody" }, digest];
  }
  return [
    {
      term: "Signature",
      says: status === "throw-away" ? "by a throw-away key, for trying out" : "by the key",
    },
    { term: "Key", says: log.keyFingerprint, code: true },
    digest,
    {
      term: "Log",
      says: `${log.origin}: entry ${log.index}, of ${formatCount(log.size, "entry", "entries")} when it was published`,
    },
    { term: "Root of the log", says: log.rootHash, code: true },
    {
      term: "Witnesses",
      says:
        log.witnesses.length === 0
          ? "none: only the log itself says that all see the same history"
          : `${joinWords(log.witnesses)}, who saw the same log`,
    },
  ];
}

/** Whether somebody's key is a throw-away one, by its name. */
export function isThrowAwayName(name: string): boolean {
  return name.includes("throw-away");
}
