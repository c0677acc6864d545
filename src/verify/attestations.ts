import { namespaces, findSigner } from "../trust/ssh/allowed-signers.ts";
import { decodeText } from "../trust/bytes.ts";
import { parseAttestation, type Attestation } from "../trust/statements/read-attestation.ts";
import { makeKeyFinder } from "../trust/ssh/ssh-key.ts";
import { verifySubject } from "../trust/ssh/sums.ts";
import { verifyBundle } from "../trust/statements/verify-bundle.ts";
import type { Anchor } from "./anchor.ts";
import { check, type Check } from "./check.ts";
import type { Place } from "./place.ts";
import { verifyProblems } from "./problems.ts";

/** Whether what auditors attest of a release is signed by them, logged, and about this release. */
export function checkAttestations(release: Place, folder: Place, anchor: Anchor): Promise<Check> {
  return check("attestations", async () => {
    const paths = (await folder.list?.()) ?? [];
    if (paths.length === 0) return { unproven: "no auditor attests of this release" };
    const said: string[] = [];
    for (const path of paths) {
      const text = decodeText((await folder.read(path)) ?? new Uint8Array()) ?? "";
      said.push(await readTrue(parseAttestation(text, path), release, anchor, path));
    }
    return said.join("; ");
  });
}

/** @throws Problem where it is not by an auditor whom the reader believes, or not about the release */
async function readTrue(
  { bundle, subject, predicate }: Attestation,
  release: Place,
  { policy, signers, revoked }: Anchor,
  path: string,
): Promise<string> {
  const auditors = signers.filter(({ namespace }) => namespace === namespaces.attestation);
  const findKey = await makeKeyFinder(auditors.map(({ publicKey }) => publicKey));
  const { publicKey } = await verifyBundle(bundle, { policy, findKey, what: path });
  const query = { publicKey, namespace: namespaces.attestation, day: predicate.day, what: path };
  findSigner(signers, revoked, query);
  const sums = await release.read("SHA256SUMS");
  if (sums === undefined) throw verifyProblems.missing("SHA256SUMS");
  const { figures, differing, by, day, tier } = predicate;
  const blinding = tier === "public" ? undefined : await release.read("blinding");
  await verifySubject(subject, sums, blinding);
  const count = (value: number): string => value.toLocaleString("en");
  return `${by} re-performed ${count(figures.reperformed)} figures on ${day}: ${count(figures.agreed)} agree, ${count(differing.length)} differ`;
}
