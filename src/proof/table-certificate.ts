import { z } from "zod";
import { digestJson } from "./digest-json.ts";
import type { PublishedTable } from "./published.ts";
import { checkWitnesses, Ranges, type Need } from "./witnesses.ts";

const count = z.int().min(0);

/**
 * Shows without a solver that no hidden cell of a table can be told too closely: witnesses, of which
 * all but the first are given by what differs from it.
 */
export const tableCertificate = z.strictObject({
  format: z.literal("plumbline-table-certificate/1"),
  /** SHA-256 of what is published, and of how far apart hidden cells have to be. */
  publishedSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** A value of each base cell. */
  first: z.array(z.number()),
  /** The place of a base cell, and its value there. */
  others: z.array(z.array(z.tuple([count, z.number()]))),
});

export type TableCertificate = z.infer<typeof tableCertificate>;

/**
 * @param witnesses tables that fit what is published, as `WitnessBook` keeps them
 * @throws RangeError where there are none
 */
export function makeTableCertificate(
  table: PublishedTable,
  need: Need,
  witnesses: readonly (readonly number[])[],
): TableCertificate {
  const [first, ...others] = witnesses;
  if (first === undefined) throw new RangeError("There is no witness.");
  return {
    format: "plumbline-table-certificate/1",
    publishedSha256: digestJson({ ...table, ...need }),
    first: [...first],
    others: others.map((witness) =>
      witness.flatMap((value, at): [number, number][] =>
        value === first[at] ? [] : [[at, value]],
      ),
    ),
  };
}

/**
 * Checks a certificate against what is published, by arithmetic alone.
 * @returns one sentence for each fault, naming cell or witness by number, never a value
 */
export function checkTableCertificate(
  table: PublishedTable,
  need: Need,
  { publishedSha256, first, others }: TableCertificate,
): string[] {
  if (digestJson({ ...table, ...need }) !== publishedSha256) {
    return ["The certificate was made for another table, another rule or other published numbers."];
  }
  return checkWitnesses(table, need, spell(first, others));
}

function* spell(first: readonly number[], others: TableCertificate["others"]) {
  yield first;
  for (const changes of others) {
    const witness = [...first];
    for (const [at, value] of changes) witness[at] = value;
    yield witness;
  }
}

/** Keeps of many witnesses those that are needed. */
export class WitnessBook {
  readonly #table: PublishedTable;
  readonly #need: Need;
  readonly #ranges: Ranges;
  readonly #kept: { readonly values: readonly number[]; readonly sums: Float64Array }[] = [];
  #narrow: readonly number[];

  constructor(table: PublishedTable, need: Need) {
    this.#table = table;
    this.#need = need;
    this.#ranges = new Ranges(table);
    this.#narrow = this.#ranges.listNarrow(need);
  }

  /** Keeps a witness where it helps a cell that is too narrow so far. */
  show(values: readonly number[]): void {
    if (this.#narrow.length === 0) return;
    const sums = this.#ranges.sumUp(values);
    if (!this.#ranges.isWider(sums, this.#narrow)) return;
    this.#ranges.widen(sums);
    this.#kept.push({ values, sums });
    this.#narrow = this.#ranges.listNarrow(this.#need);
  }

  /** What is left of them when each has to be needed, the first found first. */
  witnesses(): (readonly number[])[] {
    const needed = [...this.#kept];
    for (let at = needed.length - 1; at >= 0; at--) {
      const ranges = new Ranges(this.#table);
      for (const [place, { sums }] of needed.entries()) if (place !== at) ranges.widen(sums);
      if (ranges.listNarrow(this.#need).length === this.#narrow.length) needed.splice(at, 1);
    }
    return needed.map(({ values }) => values);
  }
}
