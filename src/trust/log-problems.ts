import { Problem } from "../problem.ts";

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
      "Give the folder that `plumbline keygen` made, with release.pem, log.pem and blinding.pem.",
    ),
  openKey: (path: string) =>
    new Problem(
      "open-key",
      `Others on this machine can read the private key ${path}.`,
      `Make it yours alone: chmod 600 ${path}. If somebody may have read it, change it: \`plumbline keygen --rotate\`.`,
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
  noLog: (place: string) =>
    new Problem(
      "no-log",
      `There is no log in ${place}: it has no checkpoint.`,
      "Give the folder of the releases, or the address under which it is served.",
    ),
} as const;
