import { join } from "node:path";
import { measureError, roundTable } from "../../src/disclosure/rounding/small-counts.ts";
import { parseTable, readTableFile, type Table } from "../../src/tables/table.ts";
import { makeCube } from "./cube.ts";

/**
 * `node test/bench/rounding.ts`: the error of small-count rounding over all published cells, and
 * its time, beside rounding each small count for itself.
 */
const base = 10;
const cases = join(import.meta.dirname, "../disclosure/cases");

console.log("table        cells  small     RMS   max  seconds    nearest: RMS    max");
const { table: portal } = await readTableFile(join(cases, "c11_portal_small_t10_zpub.json"));
printRow("c11", portal);
for (const seed of [1, 2, 3]) printRow(`cube ${seed}`, parseTable(makeCube(seed), `cube ${seed}`));

function printRow(name: string, table: Table): void {
  const started = performance.now();
  const ours = roundTable(table, base);
  const seconds = (performance.now() - started) / 1000;
  const nearest = measureError(roundNearest(table), table.inner, table.cells);
  console.log(
    [
      name.padEnd(10),
      table.cells.length.toLocaleString("en").padStart(8),
      ours.changed.toLocaleString("en").padStart(7),
      ours.rms.toFixed(3).padStart(8),
      String(ours.max).padStart(6),
      seconds.toFixed(1).padStart(9),
      nearest.rms.toFixed(3).padStart(16),
      String(nearest.max).padStart(7),
    ].join(""),
  );
}

function roundNearest({ inner }: Table): number[] {
  return inner.map((value) => (value > 0 && value < base ? (2 * value < base ? 0 : base) : value));
}
