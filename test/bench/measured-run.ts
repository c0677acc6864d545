import { join } from "node:path";
import { run } from "../../src/run.ts";

/** One `plumbline run`, with its time, its processor time and its peak memory. */
const folder = process.argv[2]!;
const started = performance.now();
const [result] = await run({
  data: folder,
  releases: join(folder, "releases"),
  tier: "public",
  only: "2026-q3",
  redo: true,
  ...(process.argv[3] === "verbose"
    ? { say: (sentence) => console.error(readProcessor().toFixed(1), sentence) }
    : {}),
});
const milliseconds = performance.now() - started;
console.log(
  JSON.stringify({
    milliseconds,
    processor: readProcessor(),
    megabytes: process.resourceUsage().maxRSS / 1024,
    received: result!.ingest.totals.received,
    accepted: result!.ingest.totals.accepted,
  }),
);

/** Seconds that all threads have worked so far, in the program and for it. */
function readProcessor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
