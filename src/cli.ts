#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { checkCommand } from "./check.ts";
import { estimateCommand } from "./estimate.ts";
import { explain } from "./explain.ts";
import { runCommand } from "./run-command.ts";
import { sampleCommand } from "./sample.ts";
import { serveCommand } from "./serve.ts";
import { siteCommand } from "./site.ts";
import { startCommand } from "./start.ts";

const program = new Command("plumbline")
  .description(
    "Outcome indicators for programmes in which intelligence and law enforcement work together:\n" +
      "from anonymised records to protected, checkable public releases.",
  )
  .addCommand(startCommand())
  .addCommand(checkCommand())
  .addCommand(runCommand())
  .addCommand(siteCommand())
  .addCommand(serveCommand())
  .addCommand(sampleCommand())
  .addCommand(estimateCommand())
  .addHelpText(
    "after",
    "\nExit codes: 0 done · 1 something you can mend · 2 a check failed · 70 a fault in Plumbline.",
  );

for (const command of [program, ...program.commands]) command.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  // Commander has printed its own sentence; a call for help is no fault.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 1;
  else {
    const { text, exitCode } = explain(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = exitCode;
  }
}
