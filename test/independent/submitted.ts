import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";

/*
 * What partners submitted, read a second time: from the folder's names and the text of the CSV files,
 * with nothing of src/records.
 */

export interface SubmittedFile {
  /** Within the programme's folder. */
  readonly path: string;
  readonly partner: string;
  readonly kind: string;
  /** First and last day of the period that it speaks of, and the day it was received. */
  readonly from: string;
  readonly to: string;
  readonly received: string;
}

/** What programme.yaml says, as far as another office needs it. */
export interface ProgrammeText {
  readonly programme: { readonly starts: string; readonly currency: string };
  readonly partners: readonly PartnerText[];
  readonly mappings: Readonly<Record<string, MappingText>>;
  readonly releases: readonly { id: string; cut_off: string; published: string }[];
}

interface PartnerText {
  readonly id: string;
  readonly name: string;
  readonly sector: string;
  readonly region: string;
  readonly submits?: readonly string[];
  readonly mappings?: Readonly<Record<string, string>>;
}

interface MappingText {
  readonly columns: Readonly<Record<string, string | { readonly sql: string }>>;
  readonly codes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** One row as text by the contract's fields; null where a cell is empty. */
export type TextRow = Readonly<Record<string, string | null>>;

export async function readProgrammeText(folder: string): Promise<ProgrammeText> {
  return parse(await readFile(join(folder, "programme.yaml"), "utf8")) as ProgrammeText;
}

/** Every file that was received by a day, by path. */
export async function listSubmitted(folder: string, published: string): Promise<SubmittedFile[]> {
  const paths = await readdir(join(folder, "submissions"), { recursive: true });
  return paths
    .map((path) => /^(.+)\/(\d{4}-\d\d)_(\d{4}-\d\d)\/(\w+)@(\d{4}-\d\d-\d\d)\.csv$/.exec(path))
    .filter((match) => match !== null)
    .map(([path, partner, first, last, kind, received]) => ({
      ...{ path: `submissions/${path}`, partner: partner!, kind: kind!, received: received! },
      ...{ from: `${first!}-01`, to: lastDayOf(last!) },
    }))
    .filter((file) => file.received <= published)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Of the files for one partner, kind and period the one that was received last. */
export function keepNewest(files: readonly SubmittedFile[]): SubmittedFile[] {
  return files.filter((one) =>
    files.every(
      (other) =>
        other.partner !== one.partner ||
        other.kind !== one.kind ||
        other.from !== one.from ||
        other.received <= one.received,
    ),
  );
}

/** The mapping of a file that has its own columns. */
export function mappingOf(programme: ProgrammeText, file: SubmittedFile): MappingText | undefined {
  const partner = programme.partners.find(({ id }) => id === file.partner);
  const name = partner?.mappings?.[file.kind];
  return name === undefined ? undefined : programme.mappings[name];
}

/** Fields of which the partner keeps no record. */
export function listNotRecorded(mapping: MappingText | undefined): string[] {
  return Object.entries(mapping?.columns ?? {})
    .filter(([, origin]) => origin === "not recorded")
    .map(([field]) => field);
}

/** The rows of a file by the contract's fields. */
export async function readRows(
  folder: string,
  file: SubmittedFile,
  mapping: MappingText | undefined,
  fields: readonly string[],
): Promise<TextRow[]> {
  const lines = (await readFile(join(folder, file.path), "utf8")).trimEnd().split("\n");
  const [header, ...rows] = lines.map(splitLine);
  const places = new Map(header!.map((name, at) => [name!, at]));
  const readers = fields.map((field) => [field, makeReader(field, places, mapping)] as const);
  return rows.map((cells) =>
    Object.fromEntries(readers.map(([field, read]) => [field, read(cells)])),
  );
}

type Cells = readonly (string | null)[];

function makeReader(
  field: string,
  places: ReadonlyMap<string, number>,
  mapping: MappingText | undefined,
): (cells: Cells) => string | null {
  const origin = mapping?.columns[field] ?? field;
  if (origin === "not recorded") return () => null;
  const isDayFirst = typeof origin !== "string";
  const place = places.get(isDayFirst ? readDayFirst(origin.sql) : origin);
  if (place === undefined) return () => null;
  const codes = mapping?.codes?.[field] ?? {};
  return (cells) => {
    const cell = cells[place] ?? null;
    if (cell === null) return null;
    return isDayFirst ? turnAround(cell) : (codes[cell] ?? cell);
  };
}

/** The column of an expression that reads day-first times, the only ones that the sample has. */
function readDayFirst(sql: string): string {
  const column = /^strptime\((\w+), '%d\/%m\/%Y %H:%M:%S'\)$/.exec(sql)?.[1];
  if (column === undefined) throw new SyntaxError(`This office does not understand ${sql}`);
  return column;
}

function turnAround(cell: string): string {
  return cell.replace(/^(\d\d)\/(\d\d)\/(\d{4}) /, "$3-$2-$1 ");
}

function splitLine(line: string): (string | null)[] {
  const cells = line.includes('"')
    ? [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!,
      )
    : line.split(",");
  return cells.map((cell) => (cell === "" ? null : cell));
}

function lastDayOf(month: string): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
