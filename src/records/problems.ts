import { Problem } from "../problem.ts";
import { findNearest } from "../programme/near.ts";

/*
 * What an operator can be told about submissions. A `FileFault` refuses one file and lets the
 * others go on; a `Problem` stops the command. Neither ever holds a value from a record.
 */

/** Why a whole file is refused, as one sentence. */
export class FileFault extends Error {
  readonly guard: boolean;

  constructor(sentence: string, guard = false) {
    super(sentence);
    this.name = "FileFault";
    this.guard = guard;
  }
}

/** The engine failed for no fault of a file; what it said of it is not passed on. */
class EngineFault extends Error {
  override readonly name = "EngineFault";
}

/** Runs work that touches records; whatever it throws is replaced, for its text may hold values. */
export async function withoutValues<T>(work: () => Promise<T>, sentence: string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem || error instanceof FileFault) throw error;
    if (error instanceof Error && error.message.startsWith("Out of Memory")) throw tooLarge();
    throw new FileFault(sentence);
  }
}

/** Runs work that no fault of a file can make fail; an engine's text is dropped all the same. */
export async function withoutText<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isOurs = error instanceof Problem || error instanceof RangeError;
    if (isOurs) throw error;
    if (error instanceof Error && error.message.startsWith("Out of Memory")) throw tooLarge();
    throw new EngineFault("the engine failed while records were checked");
  }
}

export const stray = {
  file: (): string =>
    "It does not lie in submissions/<partner>/<period>/, so nothing can be said of it.",
  partner: (name: string, known: readonly string[]): string =>
    `No partner has the id ${name}: ${suggest(name, known, "mend the folder's name.")}`,
  period: (name: string): string =>
    `The folder ${name} is not a period such as 2026, 2026-Q1, 2026-03 or 2024-10_2025-09.`,
  kind: (name: string, known: readonly string[]): string =>
    `${name} is not a record kind: ${suggest(name, known, `known are ${known.join(", ")}.`)}`,
  name: (): string =>
    "Its name is not <kind>.csv, .ndjson or .parquet (or .none where there is nothing to report), or " +
    "<kind>@<day received>.csv and so on.",
  received: (): string => "What stands after the @ in its name is not a day such as 2026-04-15.",
  missing: (): string => "It is not there, or is not a file.",
  locked: (): string => "You may not read it: check who owns it.",
};

export const refused = {
  empty: (): string => "It is empty: ask for it again.",
  notNone: (): string =>
    "By its name it says that there is nothing to report, and it is not empty: empty it, or name it " +
    "by what it holds.",
  headerOnly: (): string => `It has a header and no rows: ${askForRows}.`,
  noRows: (): string => `It has no rows: ${askForRows}.`,
  notNdjson: (): string =>
    "None of its lines is a JSON object: put each record on one line, without brackets around all.",
  utf16: (): string => "It is not UTF-8 but looks like UTF-16: save it as UTF-8.",
  longHeader: (): string => "Its first line is too long to be a header.",
  blankFirst: (): string => "Its first line is empty: it should be the header.",
  noHeader: (): string =>
    "Its first line is not a header: none of the columns that were expected is in it.",
  delimiter: (looksLike: string): string =>
    `It has only one column and looks separated by ${looksLike}: save it with commas, or say ` +
    `delimiter in a mapping of programme.yaml.`,
  encoding: (): string =>
    "Its header is not UTF-8: save it as UTF-8, or say encoding in a mapping of programme.yaml.",
  notParquet: (): string => "It is not a Parquet file, or it was cut off.",
  unreadable: (): string => "It could not be read to its end: it is damaged or was cut off.",
  count: (): string => "Its lines could not be counted with certainty: save it anew as UTF-8.",
  duplicated: (name: string): string => `It has the column ${name} more than once.`,
  unknown: (names: readonly string[], nearest?: string): string =>
    `It has ${names.length === 1 ? "a column" : "columns"} that the contract does not know: ` +
    `${names.join(", ")}. ${nearest === undefined ? "" : `Did you mean ${nearest}? `}` +
    `Rename or remove ${names.length === 1 ? "it" : "them"}, or name ${names.length === 1 ? "it" : "them"} ` +
    "under columns or ignore of a mapping in programme.yaml.",
  missing: (names: readonly string[]): string =>
    `It lacks ${names.join(", ")}, which the contract or the mapping asks for. Add what is ` +
    "missing, or say in a mapping of programme.yaml what it is made from.",
  identity: (name: string): string =>
    `Its column ${name} suggests that it tells who somebody is. Remove it before you submit.`,
  nested: (name: string): string =>
    `Its column ${name} holds lists or structures, not plain values.`,
  noPartner: (): string =>
    "Neither its folder nor a column called partner says which partner its rows are from.",
};

export const mappingFault = {
  field: (name: string, field: string): string =>
    `The mapping ${name} speaks of ${field}, which the contract does not have.`,
  required: (name: string, field: string, notStated: boolean): string =>
    `The mapping ${name} says that ${field} is not recorded, but no record can do without it` +
    (notStated ? ": say { value: not_stated }." : "."),
  expression: (name: string, field: string, why: string): string =>
    `The expression for ${field} in the mapping ${name} ${why}.`,
  column: (name: string, column: string, nearest: string | undefined): string =>
    `The mapping ${name} reads the column ${column}, which the file does not have` +
    (nearest === undefined ? "." : `: did you mean ${nearest}?`),
  unfit: (name: string): string =>
    `An expression of the mapping ${name} does not fit the columns of the file.`,
  code: (name: string, field: string): string =>
    `The mapping ${name} turns a code of ${field} into one that the contract does not have.`,
};

const askForRows =
  "ask for it whole; who has nothing to report hands in an empty file whose name ends in .none";

function suggest(name: string, known: readonly string[], otherwise: string): string {
  const nearest = findNearest(name, known);
  return nearest === undefined ? otherwise : `did you mean ${nearest}?`;
}

/** Two files, by their paths, that cannot both be used. */
export function overlapping(one: string, other: string): Problem {
  return new Problem(
    "overlapping_submissions",
    `${one} and ${other} speak of the same partner, kind and time.`,
    "Keep one of them, or give both the same period and a day received: the newer one is used.",
  );
}

export function tooLarge(): Problem {
  return new Problem(
    "memory",
    "There was not enough memory for the submissions.",
    "Close other programs, or run again on a machine with more.",
  );
}
