import { access, constants, readdir, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import type { Programme, SubmissionSource } from "../programme.ts";
import { isDay, overlaps, parsePeriod, type Period } from "./periods.ts";
import { overlapping, stray } from "./problems.ts";

/** none: an empty file by which a partner says that it has nothing to report. */
export type Format = "csv" | "ndjson" | "parquet" | "none";
export type FileState = "used" | "replaced" | "later" | "refused";

/** A submitted file and what its place and name say of it; nothing of it has been read. */
export interface SubmissionFile {
  /** Relative to the programme's folder. */
  readonly path: string;
  readonly absolute: string;
  readonly bytes: number;
  readonly kind: string | null;
  readonly format: Format;
  /** Null where each row says it. */
  readonly partner: string | null;
  readonly period: Period | null;
  readonly received: string | null;
  readonly mapping: string | null;
  readonly state: FileState;
  /** Why it is refused by its name or place alone. */
  readonly problem?: string;
}

interface Deadline {
  readonly cutOff: string;
  readonly published: string;
}

/** Finds every submission of a programme and says which belong to a release. */
export async function findSubmissions(
  programme: Programme,
  kinds: readonly string[],
  deadline: Deadline,
): Promise<SubmissionFile[]> {
  const paths = await listFiles(programme.dir, "submissions");
  const placed = paths.map((path) => describePlaced(programme, kinds, path));
  const named = programme.sources.flatMap((source) =>
    source.files.map((path) => describeSource(programme, kinds, source, path)),
  );
  const sized = await Promise.all([...placed, ...named].map(measure));
  const files = sized.sort((a, b) => (a.path < b.path ? -1 : 1));
  return files.map((file) => settle(file, files, deadline));
}

/** @throws Problem where two files in use speak of the same partner, kind and time. */
export function assertNoOverlap(
  files: readonly (SubmissionFile & { readonly partners?: readonly string[] })[],
): void {
  const used = files.filter(({ state }) => state === "used");
  used.forEach((a, i) => {
    for (const b of used.slice(i + 1)) {
      if (a.kind !== b.kind || !overlaps(a.period!, b.period!)) continue;
      const ours: readonly (string | null)[] = a.partners ?? [a.partner];
      if ((b.partners ?? [b.partner]).some((partner) => ours.includes(partner))) {
        throw overlapping(a.path, b.path);
      }
    }
  });
}

async function listFiles(dir: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(dir, folder), { recursive: true, withFileTypes: true }).catch(
    (error: unknown) => {
      // A folder that may not be read is no empty one: every file of it would be left out.
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      return [];
    },
  );
  return entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

function describePlaced(
  programme: Programme,
  kinds: readonly string[],
  path: string,
): SubmissionFile {
  const [, partner = "", folder = "", name = "", ...rest] = path.split("/");
  const match = /^([^@.]+)(?:@([^.]*))?\.(csv|ndjson|parquet|none)$/.exec(name);
  const [, kind = "", received, format] = match ?? [];
  const period = parsePeriod(folder);
  const known = programme.partners.find(({ id }) => id === partner);
  const problem =
    name === "" || rest.length > 0
      ? stray.file()
      : !known
        ? stray.partner(
            partner,
            programme.partners.map(({ id }) => id),
          )
        : !period
          ? stray.period(folder)
          : !match
            ? stray.name()
            : !kinds.includes(kind)
              ? stray.kind(kind, kinds)
              : received !== undefined && !isDay(received)
                ? stray.received()
                : undefined;
  return {
    path,
    absolute: resolve(programme.dir, path),
    bytes: 0,
    kind: kinds.includes(kind) ? kind : null,
    format: (format ?? "csv") as Format,
    partner: known ? partner : null,
    period: period ?? null,
    received: received ?? null,
    mapping: known?.mappings[kind] ?? null,
    state: problem === undefined ? "used" : "refused",
    ...(problem === undefined ? {} : { problem }),
  };
}

function describeSource(
  programme: Programme,
  kinds: readonly string[],
  source: SubmissionSource,
  path: string,
): SubmissionFile {
  const format = /\.(csv|ndjson|parquet)$/.exec(path)?.[1];
  const period = parsePeriod(source.period);
  const problem = !kinds.includes(source.kind)
    ? stray.kind(source.kind, kinds)
    : !period
      ? stray.period(source.period)
      : !format
        ? stray.name()
        : undefined;
  const own = programme.partners.find(({ id }) => id === source.partner)?.mappings[source.kind];
  return {
    path: path.replaceAll("\\", "/"),
    absolute: resolve(programme.dir, path),
    bytes: 0,
    kind: kinds.includes(source.kind) ? source.kind : null,
    format: (format ?? "csv") as Format,
    partner: source.partner ?? null,
    period: period ?? null,
    received: source.received ?? null,
    mapping: source.mapping ?? own ?? null,
    state: problem === undefined ? "used" : "refused",
    ...(problem === undefined ? {} : { problem }),
  };
}

async function measure(file: SubmissionFile): Promise<SubmissionFile> {
  try {
    const stats = await stat(file.absolute);
    if (stats.isFile()) {
      const readable = await access(file.absolute, constants.R_OK).then(
        () => true,
        () => false,
      );
      if (readable) return { ...file, bytes: stats.size };
      return { ...file, state: "refused", problem: file.problem ?? stray.locked() };
    }
  } catch {
    // It is told below, in the operator's words.
  }
  return { ...file, state: "refused", problem: file.problem ?? stray.missing() };
}

/** Received after publication: later. Older than another of the same partner, kind and time: replaced. */
function settle(
  file: SubmissionFile,
  all: readonly SubmissionFile[],
  deadline: Deadline,
): SubmissionFile {
  if (file.state !== "used") return file;
  if (isLater(file, deadline)) return { ...file, state: "later" };
  const newer = all.some(
    (other) =>
      other.state === "used" &&
      !isLater(other, deadline) &&
      other.kind === file.kind &&
      other.partner === file.partner &&
      other.period!.from === file.period!.from &&
      other.period!.to === file.period!.to &&
      (other.received ?? "") > (file.received ?? ""),
  );
  return newer ? { ...file, state: "replaced" } : file;
}

function isLater(file: SubmissionFile, { cutOff, published }: Deadline): boolean {
  return (file.received !== null && file.received > published) || file.period!.from > cutOff;
}
