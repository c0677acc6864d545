import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Command } from "commander";
import { makeAttestation } from "./recompute/attestation.ts";
import { summariseReport } from "./recompute/describe-report.ts";
import { makeReport } from "./recompute/report.ts";
import { describeResult } from "./run-command.ts";
import { run } from "./run.ts";
import { signAlone } from "./sign.ts";
import { tierName, type TierName } from "./release/schema.ts";
import { addAttestation, signAttestation } from "./trust/statements/attestations.ts";
import type { SigningKeys } from "./trust/keys/keys.ts";
import { throwAwayKeys } from "./trust/keys/make-keys.ts";
import { describeRelease } from "./trust/sign-release.ts";

const releases = "releases";
const sample = join(import.meta.dirname, "../data/sample");

/** `npm start`: the main job on the sample programme. */
export function startCommand(): Command {
  return new Command("start")
    .description("make the releases of the sample programme, and a site for each tier")
    .action(async () => {
      const say = (sentence: string): void => console.log(sentence);
      const results = await run({
        data: sample,
        releases,
        tier: "all",
        redo: true,
        say,
      });
      for (const result of results) say(describeResult(result));
      const keys = await throwAwayKeys();
      await signAlone(releases, keys, say);
      for (const { folder, release } of results) await attestSample(folder, release, keys, say);
      say("Building the sites of every tier, side by side");
      const codes = await Promise.all(tierName.options.map(buildAlone));
      process.exitCode = Math.max(...codes);
      if (process.exitCode === 0)
        say("\nLook at one with: npm run plumbline -- serve --dir dist/public");
    });
}

/** `plumbline site` in a process of its own, which says what it built. @returns its exit code */
async function buildAlone(tier: TierName): Promise<number> {
  const cli = join(import.meta.dirname, "cli.ts");
  const child = spawn(process.execPath, [cli, "site", "--tier", tier, "--releases", releases], {
    stdio: "inherit",
  });
  const [code] = (await once(child, "exit")) as [number | null];
  return code ?? 70;
}

/** The throw-away auditor works the figures of a release out again, and attests what came of it. */
async function attestSample(
  folder: string,
  release: string,
  keys: SigningKeys,
  say: (sentence: string) => void,
): Promise<void> {
  const { report } = await makeReport(folder);
  const { published } = await describeRelease(folder);
  const { subject, predicate } = makeAttestation(report, {
    by: keys.auditor!.name,
    day: published,
    independence: "A part of the sample: made by the program itself, on behalf of nobody.",
  });
  const envelope = await signAttestation(predicate, subject, keys.auditor!);
  const file = join(await mkdtemp(join(tmpdir(), "plumbline-attest-")), "attestation.json");
  await writeFile(file, JSON.stringify(envelope));
  const { index } = await addAttestation(releases, file, keys);
  await rm(dirname(file), { recursive: true });
  say(`Release ${release}: ${summariseReport(report)}; attested, entry ${index} of the log`);
}
