import type { Release } from "../../release/read.ts";
import type { Figure, Intake } from "../../release/schema.ts";

/** What a release tells auditors; the pages that ask are in no other site. */
export function auditOf(release: Release): NonNullable<Release["audit"]> {
  if (release.audit === undefined) throw new Error("the release holds nothing for auditors alone");
  return release.audit;
}

/** Files in the order of partner, kind and period, the newest of a period first. */
export function inOrder(files: readonly Intake[], { about }: Pick<Release, "about">): Intake[] {
  const order = about.partners.map(({ id }) => id);
  const rank = ({ partner }: Intake): number => (partner === null ? -1 : order.indexOf(partner));
  return files.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      a.kind.localeCompare(b.kind, "en") ||
      a.period.from.localeCompare(b.period.from, "en") ||
      (b.received ?? "").localeCompare(a.received ?? "", "en"),
  );
}

/** The files that an indicator's figures rest on. */
export function filesBehind(id: string, release: Release): Intake[] {
  const files = auditOf(release).intake.filter(({ touches }) =>
    touches.some(({ indicator }) => indicator === id),
  );
  return inOrder(files, release);
}

/** Of each figure of an indicator, by its position, how many files it rests on. */
export function countFiles(id: string, figures: readonly Figure[], release: Release): number[] {
  const counts = figures.map(() => 0);
  for (const { touches } of auditOf(release).intake) {
    const runs = touches.find(({ indicator }) => indicator === id)?.figures ?? [];
    for (const [first, last] of runs) for (let at = first; at <= last; at += 1) counts[at]! += 1;
  }
  return counts;
}

/** A place of an indicator that a file touches, and how many figures stand there. */
export interface TouchedPlace {
  /** The first figure of the place. */
  readonly figure: Figure;
  readonly figures: number;
}

/** The places that runs of positions speak of, by breakdown. */
export function groupTouched(
  figures: readonly Figure[],
  runs: readonly (readonly [number, number])[],
): Map<string, TouchedPlace[]> {
  const touched = runs.flatMap(([first, last]) => figures.slice(first, last + 1));
  const places = Map.groupBy(
    touched,
    ({ breakdown, category, subcategory }) => `${breakdown}|${category}|${subcategory ?? ""}`,
  );
  const each = [...places.values()].map((own) => ({ figure: own[0]!, figures: own.length }));
  return Map.groupBy(each, ({ figure }) => figure.breakdown);
}

/** How many figures a file touches. */
export function countTouched({ touches }: Pick<Intake, "touches">): number {
  return touches.reduce(
    (sum, { figures }) => sum + figures.reduce((own, [first, last]) => own + last - first + 1, 0),
    0,
  );
}

/** The digest of a file, which a release that replaced it has not read, from one that stood on it. */
export function findDigest(file: Intake, releases: readonly Release[]): string | null {
  if (file.sha256 !== null) return file.sha256;
  const same = releases
    .flatMap((one) => one.audit?.intake ?? [])
    .filter(({ id }) => id === file.id);
  return same.find(({ sha256 }) => sha256 !== null)?.sha256 ?? null;
}
