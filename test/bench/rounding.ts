import { join } from "node:path";
import { attackTable } from "../../src/attack/attack.ts";
import { measureError, roundTable } from "../../src/disclosure/rounding/small-counts.ts";
import { publishTable, type Known } from "../../src/proof/published.ts";
import {
  checkTableCertificate,
  makeTableCertificate,
  WitnessBook,
} from "../../src/proof/table-certificate.ts";
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
await attackRounded(parseTable(makeCube(1), "cube 1"));

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

/** What a reader can tell of a rounded cube, base cells included, and the certificate of it. */
async function attackRounded(table: Table): Promise<void> {
  const shown = roundTable(table, base).inner;
  const sumOf = (values: readonly number[], members: readonly number[]): number =>
    members.reduce((sum, member) => sum + values[member]!, 0);
  const least = shown.map((value) => (value === base ? 1 : value));
  const most = shown.map((value) => (value === 0 ? base - 1 : value));
  const publication = {
    published: table.cells.map(({ members }) => sumOf(shown, members)),
    knows: table.cells.map(({ members }): Known => [sumOf(least, members), sumOf(most, members)]),
  };
  const need = { width: base, percent: 0 };
  const published = publishTable(table, publication);
  const book = new WitnessBook(published, need);
  const started = performance.now();
  const found = await attackTable(table, publication, {
    inner: true,
    witness: (values) => book.show(values),
  });
  const attacked = performance.now();
  const certificate = makeTableCertificate(published, need, book.witnesses());
  const made = performance.now();
  const faults = checkTableCertificate(published, need, certificate);
  const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(2);
  console.log(
    `attack on cube 1, rounded: ${found.cells.length.toLocaleString("en")} rounded cells, ` +
      `${found.exact.length} told, ${seconds(started, attacked)} s (promised: 60); its certificate ` +
      `${faults.length === 0 ? "holds" : "fails"}, checked in ${seconds(made, performance.now())} s (promised: 1)`,
  );
}

function roundNearest({ inner }: Table): number[] {
  return inner.map((value) => (value > 0 && value < base ? (2 * value < base ? 0 : base) : value));
}
