import { join } from "node:path";
import { Command, Option } from "commander";
import { findDamage } from "./release/intact.ts";
import { readRelease } from "./release/read.ts";
import { tierName, type TierName } from "./release/schema.ts";
import { findReleases } from "./site.ts";
import { reportProblems } from "./reports/problems.ts";
import type { Written } from "./reports/write-reports.ts";
import { formatBytes } from "./site/words/numbers.ts";

interface Flags {
  readonly release?: string;
  readonly releases: string;
  readonly tier: TierName;
  readonly out: string;
  readonly json?: boolean;
}

/** `plumbline report`: the audit reports of the releases of a tier, as PDF. */
export function reportCommand(): Command {
  return new Command("report")
    .description("the audit reports of a tier's releases, as PDF")
    .option("--release <id>", "only this release")
    .option("--releases <dir>", "folder that holds the releases", "releases")
    .addOption(
      new Option("--tier <tier>", "whose releases to report on")
        .choices(tierName.options)
        .makeOptionMandatory(),
    )
    .option("--out <dir>", "the reports go to <dir>/<tier>/reports/<release>", "dist")
    .option("--json", "say what was written as JSON")
    .action(async (flags: Flags) => {
      const written = await report(flags);
      if (flags.json === true) console.log(JSON.stringify(written));
      else for (const { path, bytes } of written) console.log(`${path}, ${formatBytes(bytes)}`);
    });
}

/**
 * Writes the reports of one release of a tier, or of all.
 * @throws Problem where there is no such release, or one that is not as it was made
 */
export async function report(flags: Omit<Flags, "json">): Promise<Written[]> {
  const { release, releases, tier, out } = flags;
  const folders =
    release === undefined
      ? await findReleases(releases, tier)
      : (await findReleases(releases, tier)).filter(
          (folder) => folder === join(releases, release, tier),
        );
  if (folders.length === 0) throw reportProblems.noRelease(release, tier, releases);
  for (const folder of folders) {
    await readRelease(folder).catch(() => {
      throw reportProblems.unreadable(folder);
    });
    const damage = await findDamage(folder);
    if (damage !== undefined) throw reportProblems.damaged(folder, damage);
  }
  // Read only here: charts and the typesetter take long to load, and no other command needs them.
  const { writeReports } = await import("./reports/write-reports.ts");
  return writeReports(folders, join(out, tier, "reports"));
}
