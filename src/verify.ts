import { Command } from "commander";
import { verifyRelease, type Check } from "./verify/release.ts";

/** `plumbline verify`: what an outsider can check of a release, without trusting who made it. */
export function verifyCommand(): Command {
  return new Command("verify")
    .description("check a release: its files, its policy, and that nothing hidden can be told")
    .argument("<folder>", "a release of one tier, such as releases/2026-q3/public")
    .option("--json", "print the result as JSON")
    .action(async (folder: string, options: { json?: true }) => {
      const checks = await verifyRelease(folder);
      const good = checks.every(({ faults }) => faults.length === 0);
      if (options.json === true) console.log(JSON.stringify({ good, checks }, null, 2));
      else console.log([...checks.map(describeCheck), "", verdict(good)].join("\n"));
      if (!good) process.exitCode = 2;
    });
}

/** One line for a check that holds; one for each fault of one that does not. */
function describeCheck({ name, holds, faults }: Check): string {
  if (faults.length === 0) return `ok      ${name}: ${holds}`;
  return faults.map((fault) => `FAULT   ${name}: ${fault}`).join("\n");
}

function verdict(good: boolean): string {
  return good ? "The release holds." : "The release does NOT hold: do not rely on it.";
}
