import { Problem } from "../problem.ts";
import { decodeText, encodeText, type Bytes } from "../trust/bytes.ts";
import { formatFingerprint } from "../trust/ssh/ssh-key.ts";
import { parseBundle, type Bundle } from "../trust/statements/sigstore-bundle.ts";
import { parseStatement, type Statement } from "../trust/statements/statements.ts";
import { verifySubject } from "../trust/ssh/sums.ts";
import { formatTlogProof } from "../trust/log/tlog-proof.ts";
import { verifyBundle, type VerifiedBundle } from "../trust/statements/verify-bundle.ts";
import type { Anchor } from "./anchor.ts";
import { findFirstDifference } from "./files.ts";
import type { Place } from "./place.ts";

/** A release as its programme's log holds it. */
export interface LoggedRelease {
  readonly bundle: Bundle;
  readonly verified: VerifiedBundle;
  readonly statement: Statement & { readonly kind: "release" };
}

/**
 * What the log holds of a release: checked from the signature on the statement to the root that the
 * log's key and the witnesses signed, and that the statement is about this very release.
 * @returns undefined where the release was never logged
 * @throws Problem for the first thing that does not hold
 */
export async function readLoggedRelease(
  release: Place,
  named: { readonly release: string; readonly tier: string },
  anchor: Anchor,
): Promise<LoggedRelease | undefined> {
  const file = await release.read("release.sigstore.json");
  const sums = await release.read("SHA256SUMS");
  if (file === undefined || sums === undefined) return undefined;
  const bundle = parseBundle(decodeText(file) ?? "", "release.sigstore.json");
  const key = await findKey(bundle.hint, anchor);
  const verified = await verifyBundle(bundle, {
    policy: anchor.policy,
    findKey: () => key,
    what: "release.sigstore.json",
  });
  const statement = parseStatement(verified.payload);
  const isBlinded = statement.kind === "release" && statement.predicate.blinded;
  const blinding = isBlinded ? await release.read("blinding") : undefined;
  await verifySubject(statement.subject, sums, blinding);
  if (
    statement.kind !== "release" ||
    statement.predicate.release !== named.release ||
    statement.predicate.tier !== named.tier
  ) {
    throw entryProblem("The log's entry is about another release, tier or matter.");
  }
  await compareProofs(release, bundle);
  return { bundle, verified, statement };
}

/** The two files that carry the proof of inclusion say the same, to the byte. */
async function compareProofs(release: Place, bundle: Bundle): Promise<void> {
  const path = "release.tlog-proof";
  const proof = await release.read(path);
  if (proof === undefined) throw entryProblem(`${path} is missing.`);
  const fault = findFirstDifference(path, proof, encodeText(formatTlogProof(bundle)));
  if (fault !== undefined) throw entryProblem(fault);
}

async function findKey(hint: string, { signers, revoked }: Anchor): Promise<Bytes | undefined> {
  for (const { publicKey } of signers) {
    if ((await formatFingerprint(publicKey)) === hint) {
      const fingerprints = await Promise.all(revoked.map(formatFingerprint));
      return fingerprints.includes(hint) ? undefined : publicKey;
    }
  }
  return undefined;
}

function entryProblem(message: string): Problem {
  return new Problem("log-entry", message, "Do not rely on the release.", 2);
}
