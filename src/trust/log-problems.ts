import { Problem } from "../problem.ts";
import { entries } from "./problems.ts";

/** What an operator can be told who signs, logs or keeps keys. */
export const logProblems = {
  otherLog: (folder: string, origin: string) =>
    new Problem(
      "other-log",
      `${folder} is the log ${origin}, and the key at hand is of another.`,
      "Use the key that began this log. A programme has one log; to begin with another, use another folder of releases.",
    ),
  damaged: (folder: string) =>
    new Problem(
      "log-damaged",
      `The log in ${folder} is not whole: its files do not lead to the root that its key signed.`,
      "Nothing was appended. Put the folder back from your backup, or from where it was published.",
      2,
    ),
  restrictedNumbers: (file: string) =>
    new Problem(
      "restricted-numbers",
      `${file} gives figures of a restricted tier, and everybody can read the log.`,
      "Ask the auditor to attest again: `plumbline attest` names such figures without their numbers.",
    ),
  noKeys: () =>
    new Problem(
      "no-keys",
      "There is no key to sign with.",
      "Make one: `plumbline keygen DIR --name meridian.example/releases`; then sign with --keys DIR, or set PLUMBLINE_KEYS.",
    ),
  missingKey: (place: string) =>
    new Problem(
      "no-keys",
      `There is no key in ${place}.`,
      "Give what `plumbline keygen` made: with --keys its folder, which holds release.pem, log.pem and blinding.pem; with --key one file of it.",
    ),
  openKey: (path: string) =>
    new Problem(
      "open-key",
      `Others on this machine can read the private key ${path}.`,
      `Make it yours alone: chmod 600 ${path}. If somebody may have read it, change it: that of releases with \`plumbline keygen --rotate\`, any other for a new one.`,
    ),
  badKey: (place: string) =>
    new Problem(
      "bad-key",
      `${place} is not a private key with its name, as \`plumbline keygen\` makes it.`,
      "Put it back from your backup.",
    ),
  keyExists: (path: string) =>
    new Problem(
      "key-exists",
      `${path} is there already.`,
      "A key is never overwritten. Name another folder, or use --rotate to change the key that signs releases.",
    ),
  keyPlace: (dir: string, why: string) =>
    new Problem(
      "key-place",
      `${dir} is no place for private keys: it lies in ${why}.`,
      "Name a folder that is never published or shared, such as ~/plumbline-keys.",
    ),
  keyName: (name: string) =>
    new Problem(
      "key-name",
      `"${name}" cannot be the name of a key.`,
      "Use a name like an address without https://, such as meridian.example/releases; no spaces, plus signs or commas.",
    ),
  notAllowed: (path: string) =>
    new Problem(
      "key-not-allowed",
      `${path} does not list the key that signs releases.`,
      "Readers would refuse it. Use the key that is listed, or change keys with `plumbline keygen DIR --rotate`.",
    ),
  policyLacksLog: (path: string, origin: string) =>
    new Problem(
      "policy-log",
      `${path} does not name the key of the log ${origin}.`,
      "Its line begins with `log`, then the line of releases/keys/log.vkey.",
    ),
  oldKey: () =>
    new Problem(
      "old-key",
      "The key at hand is not the one that signs releases now, as the log has it.",
      "Use the present one: in its folder it is release.pem. Change keys only with `plumbline keygen DIR --rotate`.",
    ),
  revokedKey: () =>
    new Problem(
      "revoked-key",
      "The key that signs releases was revoked.",
      "Change it: `plumbline keygen DIR --rotate`.",
    ),
  alreadyLogged: (release: string, tier: string) =>
    new Problem(
      "already-logged",
      `The release ${release} (${tier}) is in the log already, with other content.`,
      "What is logged is out: put back the folder that was published, or make a new release that supersedes it.",
    ),
  damagedRelease: (folder: string, file: string) =>
    new Problem(
      "release-damaged",
      `The release in ${folder} is not as it was made: ${file} differs from its manifest, or is missing.`,
      "It was not signed. Put the folder back, or make the release again: `plumbline run --redo` with --release.",
    ),
  noReleases: (folder: string) =>
    new Problem(
      "no-release",
      `There is no release in ${folder}.`,
      "Make one first: `plumbline run`; or name another folder with --releases.",
    ),
  unknownFingerprint: (path: string) =>
    new Problem(
      "unknown-key",
      `${path} lists no key with this fingerprint.`,
      "Give it as `ssh-keygen -l` shows it, beginning with SHA256:.",
    ),
  revokesItself: () =>
    new Problem(
      "revokes-itself",
      "This is the key that signs now, and nobody could believe what it says of itself.",
      "Change it first: `plumbline keygen DIR --rotate`; then revoke the old one, and `plumbline sign` signs its releases anew.",
    ),
  notAStatement: (path: string) =>
    new Problem(
      "not-a-statement",
      `${path} is not an attestation that this program can log.`,
      "It is a DSSE envelope, as JSON, around an in-toto statement of the kind that FORMAT.md describes.",
    ),
  unknownAuditor: (path: string) =>
    new Problem(
      "unknown-auditor",
      `${path} is not signed by an auditor whom keys/allowed_signers lists.`,
      "If you have the auditor's public key from the auditor, add it: --by NAME --key FILE.",
    ),
  unknownRelease: (name: string) =>
    new Problem(
      "unknown-release",
      `The attestation is on ${name} as it is not in the log.`,
      "Sign the release first, or ask the auditor which release was checked.",
    ),
  notACosignature: (path: string) =>
    new Problem(
      "not-a-cosignature",
      `${path} is not a witness's signature on a checkpoint of this log.`,
      "It is the one line that `plumbline cosign` writes. Name its witness first: `plumbline log witness NAME VKEY`.",
    ),
  noLogKey: (place: string) =>
    new Problem(
      "no-log-key",
      `${place} does not say which key the log has.`,
      "Give it with --log, as the programme gave it to you: a line of name+id+key.",
    ),
  halfAdmitted: () =>
    new Problem(
      "half-admitted",
      "An auditor is admitted by a name and a public key, and one of them is missing.",
      "Give both --by NAME and --key FILE.",
    ),
  notADay: () =>
    new Problem("not-a-day", "The day is not one of the calendar.", "Give it as 2026-11-10."),
  rotateFlags: () =>
    new Problem(
      "rotate-flags",
      "--rotate changes the key that signs releases, and keeps its name and role.",
      "Leave --name and --role out.",
    ),
  needsName: () =>
    new Problem(
      "key-name",
      "A key needs a name, by which its readers know whose it is.",
      "Give one like an address: --name meridian.example/releases.",
    ),
  witnessName: (name: string) =>
    new Problem(
      "witness-name",
      `"${name}" cannot be the name of a new witness: it is taken, or has spaces.`,
      "Give another short name, such as harbour. A witness is taken out by hand, in log/policy.",
    ),
  ownPolicy: (path: string) =>
    new Problem(
      "own-policy",
      `${path} was written by hand, with groups of its own.`,
      "Add the witness there by hand too: a line `witness NAME VKEY`, and its name in a group.",
    ),
  badQuorum: (members: number) =>
    new Problem(
      "bad-quorum",
      `The number of witnesses that have to sign is not one from 1 to ${members}.`,
      `Give one with --quorum, or leave it out for all ${members}.`,
    ),
  unreachable: (url: string) =>
    new Problem(
      "unreachable",
      `${url} cannot be read.`,
      "Look whether the address is right and the site is up; then try again.",
    ),
  forked: (origin: string, size: number) =>
    new Problem(
      "forked",
      `The log ${origin} shows another history than the one of ${entries(size)} that it showed before.`,
      "Do not sign it. Keep both checkpoints and tell the programme and the other witnesses: its key signed two histories.",
      2,
    ),
  rolledBack: (origin: string, size: number, seen: number) =>
    new Problem(
      "rolled-back",
      `The log ${origin} has ${entries(size)}, and had ${seen} before: entries were taken away.`,
      "Do not sign it. Ask the programme for the log as it was; perhaps an old copy is being served.",
      2,
    ),
  pinnedOther: (origin: string) =>
    new Problem(
      "pinned-other",
      `The key of the log ${origin} is not the one that this witness knows.`,
      "Do not sign it. If the programme says that it changed, ask it by another way, then begin with another --state.",
      2,
    ),
  noLog: (place: string) =>
    new Problem(
      "no-log",
      `There is no log in ${place}: it has no checkpoint.`,
      "Give the folder of the releases, or the address under which it is served.",
    ),
} as const;
