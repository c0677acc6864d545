import { existsSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { Command } from "commander";
import { readIdentities } from "./seal/identities.ts";
import { openBundle, type OpenedBundle } from "./seal/open-bundle.ts";
import { readBundleFile, writeFiles } from "./seal/places.ts";
import { sealProblems } from "./seal/problems.ts";
import { believeSnapshot } from "./seal/snapshot.ts";
import { placeOf } from "./seal/site-files.ts";
import { findPublicPlace } from "./trust/keys/make-keys.ts";
import { readFolder } from "./trust/disk.ts";
import { readAnchor, type Anchor } from "./verify/anchor.ts";
import { openFolder } from "./verify/folder.ts";
import { recomputeFromTallies } from "./verify/recompute.ts";
import { verifySite, type PartCheck } from "./verify/site.ts";
import { describeCheck, verdict } from "./verify.ts";

interface Flags {
  readonly identity: string;
  readonly out: string;
  readonly trust?: string;
  readonly json?: true;
}

/** `plumbline open`: checks a bundle, decrypts it, and checks the site in it, all offline. */
export function openCommand(): Command {
  return new Command("open")
    .description("check and decrypt a bundle that `plumbline seal` made, and check the site in it")
    .argument("<bundle>", "the .age file; its .json and .json.sig lie beside it")
    .requiredOption("--identity <file>", "your private key, as `keygen` or age-keygen made it")
    .requiredOption("--out <dir>", "folder for the site; it must not be there yet")
    .option(
      "--trust <dir>",
      "whom you believe: a folder of yours with policy and allowed_signers, as for `verify`",
    )
    .option("--json", "print the result as JSON")
    .action(open);
}

async function open(path: string, flags: Flags): Promise<void> {
  const { out, trust, json } = flags;
  refuseOut(out);
  const anchor = trust === undefined ? undefined : await readAnchor(openFolder(trust));
  const opened = await readBundle(path, flags.identity, anchor);
  const checks: PartCheck[] = [];
  const tell = (check: PartCheck): void => {
    if (json !== true) for (const line of describeCheck(check, checks.at(-1))) console.log(line);
    checks.push(check);
  };
  for (const check of describeOpened(opened, basename(path))) tell(check);
  const believed = anchor && believeSnapshot(anchor, opened.files);
  if (believed?.open !== undefined) tell(believed.open);
  const context = { anchor: believed?.anchor, recompute: recomputeFromTallies };
  for await (const check of verifySite(placeOf(opened.files, path), context)) tell(check);
  const good = checks.every(({ faults }) => faults.length === 0);
  if (good) await writeFiles(out, opened.files);
  else process.exitCode = 2;
  if (json === true) console.log(JSON.stringify({ good, out: good ? out : null, checks }, null, 2));
  else console.log(["", ...verdict(checks, anchor), sayWhere(out, opened, good)].join("\n"));
}

/** What was encrypted does not come to lie where something is published from. */
function refuseOut(out: string): void {
  if (existsSync(out)) throw sealProblems.folderExists(out);
  const place = findPublicPlace(out);
  if (place !== undefined) throw sealProblems.publishedPlace(out, place);
}

async function readBundle(
  path: string,
  identityPath: string,
  anchor: Anchor | undefined,
): Promise<OpenedBundle> {
  if (!path.endsWith(".age")) throw sealProblems.notABundle(path);
  const manifestPath = path.replace(/\.age$/, ".json");
  const [cipher, manifestBytes] = [await readBundleFile(path), await readBundleFile(manifestPath)];
  const signature = await readFolder(dirname(resolve(path)))(`${basename(manifestPath)}.sig`);
  const sealed = { path, cipher, manifestPath, manifestBytes, signature };
  return openBundle(sealed, {
    identities: await readIdentities(identityPath),
    identityPath,
    anchor,
  });
}

/** What was checked before anything was decrypted, told as `verify` does. */
function describeOpened({ manifest, signed }: OpenedBundle, file: string): PartCheck[] {
  const part = "bundle";
  const { fingerprint, name } = signed;
  const unproven = { part, name: "signature", faults: [], unproven: true } as const;
  const signature: PartCheck =
    fingerprint === undefined
      ? { ...unproven, holds: "nobody signed the manifest: the bundle may come from anybody" }
      : name === undefined
        ? {
            ...unproven,
            holds: `the manifest is signed by ${fingerprint}, and whose key that is only the bundle says`,
          }
        : {
            ...{ part, name: "signature", faults: [] },
            holds: `the manifest is signed by ${name}, ${fingerprint}`,
          };
  const names = (all: readonly { name: string }[]): string => all.map((one) => one.name).join(", ");
  const { recipients, recovery, content, file: sealed } = manifest;
  return [
    signature,
    {
      ...{ part, name: "files", faults: [] },
      holds: `${file} has the ${count(sealed.bytes)} bytes that were sealed, and holds the ${count(content.bytes)} that its manifest says`,
    },
    {
      ...{ part, name: "recipients", faults: [] },
      holds: `it is encrypted to ${recipients.length + recovery.length} keys, as many as the manifest names: ${names(recipients)}; for recovery ${names(recovery)}`,
    },
  ];
}

function count(value: number): string {
  return value.toLocaleString("en");
}

function sayWhere(out: string, { manifest }: OpenedBundle, good: boolean): string {
  const { programme, release, tier } = manifest;
  return good
    ? `${programme.name}, release ${release}, for the ${tier} tier: in ${out}, which only you can read.`
    : "Nothing was written.";
}
