import { Command } from "commander";
import { summariseReport } from "./recompute/describe-report.ts";
import { makeReport } from "./recompute/report.ts";
import { isAsPublished } from "./recompute/recompute-release.ts";
import { writeWorkingPapers } from "./recompute/working-papers.ts";

/** `plumbline recompute`: works out every figure of a release again, for an auditor. */
export function recomputeCommand(): Command {
  return new Command("recompute")
    .description("work out every figure of a release again from its published tallies")
    .argument("<release>", "a release of one tier, such as releases/2026-q3/public")
    .option("--out <dir>", "new folder for working papers: tallies, SQL, definitions, the report")
    .option("--json", "print the report as JSON")
    .action(async (folder: string, { out, json }: { out?: string; json?: true }) => {
      const { release, report } = await makeReport(folder);
      if (out !== undefined) await writeWorkingPapers(folder, out, { release, report });
      if (json === true) console.log(JSON.stringify(report, null, 2));
      else {
        console.log(`${report.release}, ${report.tier}: ${summariseReport(report)}.`);
        if (out !== undefined) console.log(`Read ${out}/recompute.md; ${out}/README.md says more.`);
      }
      if (!isAsPublished(report)) process.exitCode = 2;
    });
}
