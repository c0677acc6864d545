import { join } from "node:path";
import { suppressTable } from "../../src/disclosure/suppression/suppress.ts";
import { readTableFile } from "../../src/tables/table.ts";

/**
 * `node test/bench/suppression.ts`: what must be hidden of the portal's cube so that every hidden
 * count keeps an interval of 10, beside what GaussSuppression 1.2.3 hides for it in 1,284 s.
 */
const peer = { value: 16_018, seconds: 1284 };
const file = join(import.meta.dirname, "../disclosure/cases/c11_portal_small_t10_zpub.json");
const { table } = await readTableFile(file);

console.log("c11, readers      secondary cells   value    of peer   CPU seconds    of peer");
for (const notZero of [false, true]) {
  const before = process.cpuUsage();
  const done = await suppressTable(table, { width: 10, notZero });
  const seconds = process.cpuUsage(before).user / 1e6;
  console.log(
    [
      (notZero ? "know no zero" : "know nothing").padEnd(14),
      String(done.secondary.length).padStart(19),
      done.secondaryValue.toLocaleString("en").padStart(8),
      (done.secondaryValue / peer.value).toFixed(3).padStart(11),
      seconds.toFixed(1).padStart(14),
      (seconds / peer.seconds).toFixed(3).padStart(11),
    ].join(""),
  );
}
