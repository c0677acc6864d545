import type { Release } from "../../release/read.ts";

/** What `ssh-keygen` is asked about a release, in the folder of its files; its lines are one command. */
export function signatureCommand(
  { about, proof, keyGivenUp }: Pick<Release, "about" | "proof" | "keyGivenUp">,
  keys: string,
): string[] {
  const day = about.release.published.replaceAll("-", "");
  return [
    `ssh-keygen -Y verify -f ${keys}/allowed_signers`,
    `  -r ${keys}/revoked_keys`,
    `  -I ${proof.log?.origin ?? "NAME"} -n release@plumbline`,
    ...(keyGivenUp ? [`  -O verify-time=${day}Z`] : []),
    "  -s SHA256SUMS.sig < SHA256SUMS",
  ];
}

/** What recomputes a release of a site on a terminal, and leaves working papers. */
export function recomputeCommand(release: string, site = "SITE", papers = "PAPERS"): string {
  return [
    `npm run plumbline -- recompute ${site}/releases/${release}/files \\`,
    `  --out ${papers}/${release}`,
  ].join("\n");
}

/** What an auditor makes a key with, once, and then signs working papers. */
export function attestCommands(release: string, papers = "PAPERS"): string {
  return [
    "npm run plumbline -- keygen KEYS --role auditor \\",
    "  --name court.example/auditor",
    `npm run plumbline -- attest ${papers}/${release} --key KEYS/auditor.pem \\`,
    `  --statement "On behalf of …" --out ${papers}/attestation-${release}.json`,
  ].join("\n");
}
