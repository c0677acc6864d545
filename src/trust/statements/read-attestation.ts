import { decodeBase64 } from "../bytes.ts";
import { trustProblems } from "../problems.ts";
import { parseBundle, type Bundle } from "./sigstore-bundle.ts";
import { parseStatement, type AttestationPredicate, type Subject } from "./statements.ts";

/** What an auditor found, as its file says; whether it is true is for `verifyBundle`. */
export interface Attestation {
  readonly predicate: AttestationPredicate;
  /** The list of files that was checked. */
  readonly subject: Subject;
  readonly bundle: Bundle;
}

/** Where the attestations on a tier of a release lie, in the folder `attestations` of the release. */
export function isAttestationOf(tier: string, file: string): boolean {
  return file.startsWith(`${tier}-`) && file.endsWith(".sigstore.json");
}

/**
 * Reads an attestation's file.
 * @param what names it in a message
 * @throws Problem for anything but a bundle around an attestation
 */
export function parseAttestation(text: string, what: string): Attestation {
  const bundle = parseBundle(text, what);
  const statement = parseStatement(decodeBase64(bundle.envelope.payload)!);
  if (statement.kind === "attestation") {
    return { predicate: statement.predicate, subject: statement.subject, bundle };
  }
  throw trustProblems.contradiction(`${what} holds no attestation`);
}
