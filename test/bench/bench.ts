import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { run } from "../../src/run.ts";
import { makeSample } from "../../src/sample.ts";
import { weighPage } from "../../src/publish/weigh-page.ts";
import { buildSite } from "../../src/site.ts";

/**
 * `npm run bench [-- --records 1000000,3000000,10000000]`: the promises of speed and size, each
 * against what it is measured by, in one run. Nothing else should run on the machine meanwhile.
 */
const execute = promisify(execFile);
const root = join(import.meta.dirname, "../..");
const sizes = readSizes();

interface Measured {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** A run, and when it had come as far as DuckDB alone comes: records read and counted. */
interface MeasuredRun extends Measured {
  readonly counted: Pick<Measured, "milliseconds">;
}

console.log(
  "records      DuckDB alone    read and counted    ratio    whole run    ratio    peak memory",
);
for (const records of sizes) {
  const folder = await makeIncidents(records);
  const rounds = [await measureRound(folder), await measureRound(folder)];
  const best = (pick: (round: (typeof rounds)[number]) => number): number =>
    Math.min(...rounds.map(pick));
  const alone = best(({ baseline }) => baseline.milliseconds);
  const counted = best(({ run: own }) => own.counted.milliseconds);
  const whole = best(({ run: own }) => own.milliseconds);
  const memory = Math.max(...rounds.map(({ run: own }) => own.megabytes));
  const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
  console.log(
    [
      records.toLocaleString("en").padEnd(11),
      seconds(alone).padStart(14),
      seconds(counted).padStart(20),
      (counted / alone).toFixed(2).padStart(9),
      seconds(whole).padStart(13),
      (whole / alone).toFixed(2).padStart(9),
      `${Math.round(memory)} MB`.padStart(15),
    ].join(""),
  );
}
await measureSite();

function readSizes(): number[] {
  const at = process.argv.indexOf("--records");
  return (at < 0 ? "1000000,3000000,10000000" : process.argv[at + 1]!).split(",").map(Number);
}

async function makeIncidents(records: number): Promise<string> {
  const folder = join(root, ".plumbline/bench", String(records));
  if (!existsSync(join(folder, "programme.yaml"))) {
    await makeSample({ records, kinds: ["incidents"], format: "parquet", folder, seed: 7 });
  }
  return folder;
}

/** Both in a process of their own, one after the other, so that memory is each one's own. */
async function measureRound(folder: string): Promise<{ baseline: Measured; run: MeasuredRun }> {
  const baseline = await measureScript<Measured>("baseline.ts", folder);
  return { baseline, run: await measureScript<MeasuredRun>("measured-run.ts", folder) };
}

async function measureScript<T extends Measured>(script: string, folder: string): Promise<T> {
  const { stdout } = await execute(process.execPath, [join(import.meta.dirname, script), folder]);
  return JSON.parse(stdout) as T;
}

async function measureSite(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "plumbline-bench-"));
  const started = performance.now();
  const results = await run({
    data: join(root, "data/sample"),
    releases: join(folder, "releases"),
    tier: "public",
  });
  const released = performance.now();
  const out = join(folder, "public");
  const built = await buildSite({
    releaseFolders: results.map((result) => result.folder),
    tier: "public",
    out,
    base: "/",
  });
  console.log(`\nsample: two releases in ${((released - started) / 1000).toFixed(1)} s, `);
  console.log(`        site of ${built.pages} pages in ${built.seconds.toFixed(1)} s`);
  const weigh = async (page: string): Promise<string> => {
    const html = await readFile(join(out, page), "utf8");
    const count = (tag: string): number => html.split(`<${tag}`).length - 1;
    const bytes = await weighPage(out, page, "/");
    return `${(bytes / 1000).toFixed(1)} kB (${count("svg")} charts, ${count("tr")} table rows)`;
  };
  console.log(`\ncompressed, with styles, fonts and icon:`);
  console.log(`  overview: ${await weigh("index.html")}`);
  for (const id of (await readdir(join(out, "indicators"))).sort()) {
    if (id.includes(".")) continue;
    console.log(`  ${id}: ${await weigh(`indicators/${id}/index.html`)}`);
  }
  await rm(folder, { recursive: true });
}
