import { quoteText, type Engine } from "../engines/duckdb.ts";
import { rowNumber } from "../records/count.ts";
import { withoutText } from "../records/problems.ts";
import { allocate, type Allocation } from "./allocate.ts";
import type { Frame } from "./frame.ts";
import { samplingProblems } from "./problems.ts";
import type { Stratum } from "./sample.ts";

/** One record that was drawn, and where the auditor finds it. */
export interface Drawn {
  readonly partner: string;
  readonly key: string;
  readonly file: string;
  readonly period: string;
  /**
   * The rows of the file that have its key, counted from 1 without the header and empty lines: more
   * than one where the record is repeated, or a row with its key was refused.
   */
  readonly rows: readonly number[];
  readonly stratum: string;
  readonly ticket: string;
}

export interface Draw {
  readonly strata: readonly Stratum[];
  readonly records: readonly Drawn[];
  /** Records drawn that share their quasi-identifiers with fewer than 5 of the frame. */
  readonly few: number;
}

/** The strata of a frame in order, with how many records each has and gives. @throws Problem */
export async function planDraw(
  engine: Engine,
  size: number,
  allocation: Allocation,
): Promise<Stratum[]> {
  const rows = await engine.rows<{ stratum: string; n: number }>(
    "select stratum, count(*) as n from frame group by stratum order by stratum",
  );
  const frames = rows.map(({ n }) => n);
  const total = frames.reduce((sum, n) => sum + n, 0);
  if (size > total) throw samplingProblems.sizeTooLarge(size, total);
  if (size < rows.length) throw samplingProblems.sizeTooSmall(size, rows.length);
  const sizes = allocate(size, frames, allocation);
  return rows.map(({ stratum, n: frame }, i) => {
    return { stratum, frame, size: sizes[i]!, probability: sizes[i]! / frame };
  });
}

/**
 * Draws from each stratum the records with the smallest tickets (`ticketOf`), without replacement.
 * The tickets are made in the engine: no record leaves it but those that are drawn.
 */
export async function drawRecords(
  engine: Engine,
  { files }: Frame,
  seed: string,
  strata: readonly Stratum[],
): Promise<Draw> {
  const drawn = await withoutText(() => engine.rows<DrawnRow>(sqlDraw(seed, strata)));
  const records = drawn.map(({ path, positions, partner, key, stratum, ticket }): Drawn => {
    const { file, facts } = files.get(path)!;
    const rows = positions.map((position) => rowNumber(position + 1, facts.broken));
    const period = `${file.period!.from}/${file.period!.to}`;
    return { partner, key, file: file.path, period, rows, stratum, ticket };
  });
  return { strata, records, few: drawn.filter(({ few }) => few).length };
}

interface DrawnRow extends Pick<Drawn, "partner" | "key" | "stratum" | "ticket"> {
  readonly path: string;
  readonly positions: readonly number[];
  readonly few: boolean;
}

function sqlDraw(seed: string, strata: readonly Stratum[]): string {
  const sizes = strata.map(({ stratum, size }) => `(${quoteText(stratum)}, ${size})`).join(", ");
  return `
    select partner, key, stratum, ticket, path, positions, few from (
      select *, row_number() over (partition by stratum order by ticket) as place from (
        select *, sha256(${quoteText(`${seed}/`)} || partner || '/' || key) as ticket from frame
      )
    ) join (values ${sizes}) sizes(stratum, size) using (stratum)
    where place <= size order by stratum, ticket`;
}
