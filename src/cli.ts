#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { attackCommand } from "./attack/attack-command.ts";
import { attestCommand } from "./attest.ts";
import { checkCommand } from "./check.ts";
import { cosignCommand } from "./cosign.ts";
import { openCommand } from "./open.ts";
import { protectCommand } from "./disclosure/protect-command.ts";
import { estimateCommand } from "./estimate.ts";
import { explain } from "./explain.ts";
import { headersCommand } from "./headers.ts";
import { initCommand } from "./init.ts";
import { keygenCommand } from "./keygen.ts";
import { logCommand } from "./log.ts";
import { recomputeCommand } from "./recompute.ts";
import { revokeCommand } from "./revoke.ts";
import { reportCommand } from "./report.ts";
import { runCommand } from "./run-command.ts";
import { sampleRecordsCommand } from "./sample-records.ts";
import { sampleCommand } from "./sample.ts";
import { sealCommand } from "./seal.ts";
import { serveCommand } from "./serve.ts";
import { signCommand } from "./sign.ts";
import { siteCommand } from "./site.ts";
import { readSoftware } from "./software.ts";
import { startCommand } from "./start.ts";
import { verifyCommand } from "./verify.ts";

const { name, version } = await readSoftware();
const program = new Command("plumbline")
  .version(`${name} ${version}`, "--version", "print the version, which each release bears too")
  .configureHelp({ subcommandTerm: (command) => command.name() })
  .description(
    "Outcome indicators for programmes in which intelligence and law enforcement work together:\n" +
      "from anonymised records to protected, checkable public releases.",
  )
  .addCommand(startCommand())
  .addCommand(initCommand())
  .addCommand(checkCommand())
  .addCommand(runCommand())
  .addCommand(siteCommand())
  .addCommand(reportCommand())
  .addCommand(serveCommand())
  .addCommand(headersCommand())
  .addCommand(sampleCommand())
  .addCommand(keygenCommand())
  .addCommand(signCommand())
  .addCommand(logCommand())
  .addCommand(cosignCommand())
  .addCommand(revokeCommand())
  .addCommand(sampleRecordsCommand())
  .addCommand(verifyCommand())
  .addCommand(sealCommand())
  .addCommand(openCommand())
  .addCommand(recomputeCommand())
  .addCommand(attestCommand())
  .addCommand(estimateCommand())
  .addCommand(protectCommand())
  .addCommand(attackCommand())
  .addHelpText(
    "after",
    "\nExit codes: 0 done · 1 something you can mend · 2 a check failed · 70 a fault in Plumbline.",
  );

program
  .command("help")
  .description("display help for command")
  .argument("[command]", "which one; all of them where it is left out")
  .action(helpOn);
prepare(program, "plumbline");

// Whoever reads the output may stop early, as in `plumbline check | head`.
process.stdout.on("error", () => process.exit());
process.on("uncaughtException", (error) => {
  fail(error);
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  fail(error);
}

/** Commander's own would print all of the help for a name that it does not know. */
function helpOn(name: string | undefined): void {
  const command = program.commands.find((one) => one.name() === name);
  if (name !== undefined && !command) program.error(`error: unknown command '${name}'`);
  (command ?? program).help();
}

function prepare(command: Command, path: string): void {
  command.exitOverride().showHelpAfterError(`See: ${path} --help`);
  for (const part of command.commands) prepare(part, `${path} ${part.name()}`);
}

function fail(error: unknown): void {
  // Commander has printed its own sentence; a call for help is no fault.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 1;
  else {
    const { text, exitCode } = explain(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = exitCode;
  }
}
