import { Problem } from "../problem.ts";

const askAgain =
  "Nothing was written. Ask the programme for the bundle again; if it stays so, tell them.";

/** A bundle does not hold what was sealed. */
function failed(code: string, message: string, remedy = askAgain): Problem {
  return new Problem(code, message, remedy, 2);
}

/** What can be told of bundles, to who seals them and to who opens them. */
export const sealProblems = {
  publicTier: () =>
    new Problem(
      "public-tier",
      "The public tier is for everybody: there is nothing to seal.",
      "Publish its site as it is, or seal the sponsor or the auditor tier.",
    ),
  unknownTier: () =>
    new Problem("unknown-tier", "There is no such tier to seal.", "Use sponsor or auditor."),
  noRecipients: (path: string) =>
    new Problem(
      "no-recipients-file",
      `There is no ${path} that can be read.`,
      "Say there to whom each tier is sealed, and with whom it can be recovered: docs/sealed-bundles.md shows it.",
    ),
  nobody: (tier: string, why: string) =>
    new Problem(
      "nobody-to-seal-to",
      `There is nobody to seal the ${tier} tier to: ${why}.`,
      "Nothing was sealed. Add who is to read it to the file of recipients, with a key that has not expired.",
    ),
  unknownName: (name: string, advice: string) =>
    new Problem(
      "unknown-recipient",
      `The file of recipients names nobody called "${printable(name)}"${advice}`,
      "Nothing was sealed. Give a name as the file has it, or add who is meant.",
    ),
  otherTier: (name: string, tier: string, own: string) =>
    new Problem(
      "other-tier",
      `${name} may read the ${own} tier, and you seal the ${tier} tier.`,
      "Nothing was sealed. Leave the name out, or seal the tier that is meant.",
    ),
  unusable: (name: string, why: string) =>
    new Problem(
      "unusable-recipient",
      `Nothing can be sealed to ${name}: ${why}.`,
      "Nothing was sealed. Ask for a new key and write it into the file of recipients, or leave the name out.",
    ),
  noSite: (folder: string) =>
    new Problem(
      "no-site",
      `${folder} holds no built site: it has no site.json.`,
      "Build it first: `plumbline site --tier TIER`; or name its folder with --site.",
    ),
  otherSite: (folder: string, tier: string) =>
    new Problem(
      "other-site",
      `${folder} is the site of the ${tier} tier, and you seal another.`,
      "Name the folder of the tier that is meant with --site.",
    ),
  notNewest: (folder: string, release: string, newest: string) =>
    new Problem(
      "not-newest",
      `The newest release of the site in ${folder} is ${newest}, and you seal ${printable(release)}.`,
      "A bundle is of the newest release of its site: give that one, or build the site with this release as its last.",
    ),
  otherRelease: (site: string, release: string) =>
    new Problem(
      "site-behind",
      `The site in ${site} does not show the release in ${release} as it is now.`,
      "The release was made or signed since: build the site again with `plumbline site`, then seal it.",
    ),
  unsoundSite: (folder: string, fault: string) =>
    failed(
      "unsound-site",
      `The site in ${folder} does not hold: ${fault}`,
      "Nothing was sealed. `plumbline verify` says all that is wrong; build the site again.",
    ),
  keyNotListed: (path: string) =>
    new Problem(
      "key-not-listed",
      `${path} does not say that the key at hand may sign bundles, so readers would refuse it.`,
      "Nothing was sealed. `plumbline sign` lists it; then give readers the file anew.",
    ),
  bundleExists: (path: string) =>
    new Problem(
      "bundle-exists",
      `${path} is there already.`,
      "A bundle is never replaced: somebody may have it. Name another folder, or take the old one away.",
    ),
  publishedPlace: (folder: string, why: string) =>
    new Problem(
      "published-place",
      `${folder} is no place for this: it lies in ${why}.`,
      "Nothing was written. Name a folder that is never published or shared.",
    ),
  notABundle: (path: string) =>
    new Problem(
      "no-bundle",
      `${path} is no bundle: its name does not end in .age.`,
      "Name the .age file; its .json and .json.sig have to lie beside it.",
    ),
  missing: (path: string) =>
    new Problem(
      "bundle-incomplete",
      `There is no ${path}.`,
      "A bundle is a file .age with its .json beside it, and .json.sig where it was signed: get all of them.",
    ),
  folderExists: (path: string) =>
    new Problem(
      "folder-exists",
      `${path} is there already.`,
      "Nothing is replaced. Name a folder that does not exist yet.",
    ),
  badManifest: (path: string, why: string) =>
    failed("bad-manifest", `${path} is not the manifest of a bundle: ${why}.`),
  unsigned: (path: string) =>
    failed(
      "unsigned-bundle",
      `Nobody signed ${path}, and you ask for a signature.`,
      "Nothing was written. Ask the programme for its .json.sig; without --trust you would take its word.",
    ),
  changed: (fault: string) => failed("bundle-changed", fault),
  otherKeys: (path: string, found: number | undefined, named: number) =>
    failed(
      "hidden-recipient",
      found === undefined
        ? `${path} is not encrypted to X25519 keys as its manifest says.`
        : `${path} is encrypted to ${found} keys and its manifest names ${named}: it does not say who can read it.`,
    ),
  notForYou: (identity: string, named: readonly string[]) =>
    new Problem(
      "not-for-you",
      `No key in ${identity} opens this bundle: it is sealed to ${new Intl.ListFormat("en").format(named)}.`,
      "Nothing was written. Use the identity of one of these; or ask the programme to seal the next release to your key.",
    ),
  doesNotOpen: (path: string) =>
    failed("does-not-open", `${path} does not open with your key, although its manifest names it.`),
  otherContent: (path: string) =>
    failed("other-content", `What ${path} holds is not what its manifest says of it.`),
  otherSigner: (path: string) =>
    failed(
      "other-signer",
      `${path} is signed by a key that is not one of the programme whose site is in the bundle.`,
    ),
  strangeArchive: () =>
    failed("strange-archive", "The archive in the bundle is not one that Plumbline would make."),
  badPath: (path: string) =>
    failed(
      "bad-path",
      `The archive in the bundle names a file ${printable(path)}, which could lead out of its folder.`,
    ),
  clash: (path: string) =>
    failed(
      "path-clash",
      `The archive in the bundle has two files that would be written to ${printable(path)}.`,
    ),
  longPath: (path: string) =>
    failed("long-path", `The path ${printable(path)} is too long for an archive.`),
  largeFile: (path: string) =>
    failed("large-file", `The file ${printable(path)} is too large for an archive.`),
  noIdentity: (path: string) =>
    new Problem(
      "no-identity",
      `There is no file ${path}.`,
      "Name the file with your private key: `plumbline keygen DIR --role recipient` or `age-keygen` makes one.",
    ),
  badIdentity: (path: string, why: string) =>
    new Problem(
      "bad-identity",
      `${path} is not a file of private keys as \`age-keygen\` makes it: ${why}.`,
      "Each line is AGE-SECRET-KEY-1…, empty, or a comment that begins with #.",
    ),
  encryptedIdentity: (path: string) =>
    new Problem(
      "encrypted-identity",
      `${path} is itself encrypted.`,
      `Decrypt it first with age, where only you can read it: age -d -o FILE ${path}`,
    ),
} as const;

/** What came from elsewhere, without anything that a terminal would act on. */
function printable(text: string): string {
  const shown = text.replace(/[^\x20-\x7e]/g, "?");
  return shown.length > 120 ? `${shown.slice(0, 120)}…` : shown;
}
