import { join } from "node:path";
import { run } from "../../src/run.ts";
import { startWithSecond } from "../few-kinds.ts";

/** One `plumbline run`: its time, also up to where it had counted, and its peak memory. */
const folder = process.argv[2]!;
await startWithSecond(folder);
const started = performance.now();
let counted: Spent | undefined;
const [result] = await run({
  data: folder,
  releases: join(folder, "releases"),
  tier: "public",
  only: "2026-q3",
  redo: true,
  say: (sentence) => {
    // Up to here it has done what DuckDB is measured by: the records are read and counted.
    if (sentence.includes("protecting")) counted ??= readSpent();
    if (process.argv[3] === "verbose") console.error(readSpent().processor.toFixed(1), sentence);
  },
});
console.log(
  JSON.stringify({
    ...readSpent(),
    counted,
    megabytes: process.resourceUsage().maxRSS / 1024,
    received: result!.ingest.totals.received,
    accepted: result!.ingest.totals.accepted,
  }),
);

interface Spent {
  /** Since the start of the run. */
  readonly milliseconds: number;
  /** Seconds that all threads of the process have worked. */
  readonly processor: number;
}

function readSpent(): Spent {
  const { user, system } = process.cpuUsage();
  return { milliseconds: performance.now() - started, processor: (user + system) / 1e6 };
}
