import { join } from "node:path";
import { run } from "../../src/run.ts";
import { startWithSecond } from "../few-kinds.ts";

/** One `plumbline run`, with its time and its peak memory. */
const folder = process.argv[2]!;
await startWithSecond(folder);
const started = performance.now();
const [result] = await run({
  data: folder,
  releases: join(folder, "releases"),
  tier: "public",
  only: "2026-q3",
  redo: true,
  ...(process.argv[3] === "verbose"
    ? { say: (sentence) => console.error(Math.round(performance.now() - started), sentence) }
    : {}),
});
const milliseconds = performance.now() - started;
console.log(
  JSON.stringify({
    milliseconds,
    megabytes: process.resourceUsage().maxRSS / 1024,
    received: result!.ingest.totals.received,
    accepted: result!.ingest.totals.accepted,
  }),
);
