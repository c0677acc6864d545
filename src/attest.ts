import { Command } from "commander";
import { makeAttestation } from "./recompute/attestation.ts";
import { summariseReport } from "./recompute/describe-report.ts";
import { recomputeProblems } from "./recompute/problems.ts";
import { readReport } from "./recompute/report.ts";
import { signAttestation } from "./trust/statements/attestations.ts";
import { readDay } from "./trust/days.ts";
import { writeWhole } from "./trust/disk.ts";
import { parseKey, readKeyFile } from "./trust/keys/keys.ts";

interface Flags {
  readonly key: string;
  readonly statement?: string;
  readonly auditor?: string;
  readonly date?: string;
  readonly out?: string;
  readonly json?: true;
}

/** `plumbline attest`: an auditor signs what `plumbline recompute` found. */
export function attestCommand(): Command {
  return new Command("attest")
    .description("sign with your own key, as an auditor, what `plumbline recompute` found")
    .argument("<report>", "recompute.json, or the folder of working papers that holds it")
    .requiredOption("--key <file>", "your private key: `plumbline keygen --role auditor` makes one")
    .option("--statement <words>", "on whose behalf you act, and what ties you to the programme")
    .option("--auditor <name>", "who you are; by default the name of the key")
    .option("--date <day>", "when you found it, such as 2026-11-20; by default today")
    .option("--out <file>", "where to write the signed statement", "attestation.json")
    .option("--json", "print the signed statement as JSON too")
    .action(attest);
}

async function attest(path: string, flags: Flags): Promise<void> {
  const { statement = "", out = "attestation.json" } = flags;
  if (statement.trim() === "") throw recomputeProblems.noStatement();
  const report = await readReport(path);
  const signer = await parseKey(await readKeyFile(flags.key), flags.key);
  const by = flags.auditor ?? signer.name;
  const words = { by, day: readDay(flags.date), independence: statement.trim() };
  const { subject, predicate } = makeAttestation(report, words);
  const envelope = await signAttestation(predicate, subject, signer);
  await writeWhole(out, `${JSON.stringify(envelope, null, 1)}\n`);
  if (flags.json === true) console.log(JSON.stringify({ predicate, envelope }));
  else
    console.log(`${by} attests of ${subject.name}: ${summariseReport(report)}. Signed in ${out}.`);
  if (subject.name.endsWith("manifest.json")) {
    console.error("The release was not signed, so its programme cannot put this into its log.");
  }
}
