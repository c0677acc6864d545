import { problemAt } from "../../programme/faults.ts";
import { findNearest } from "../../programme/near.ts";
import type { Source } from "../../programme/faults.ts";
import type { Programme } from "../../programme.ts";
import { findFault, findFigureReference, type Ground } from "../references.ts";
import type { AuditFile, FindingFile } from "../schema.ts";

/** A finding's file among all that it may speak of. */
export interface Context {
  readonly programme: Programme;
  readonly audit: AuditFile;
  readonly findings: readonly FindingFile[];
  readonly ground: Ground;
  readonly source: Source;
  readonly content: FindingFile;
}

export type Path = readonly PropertyKey[];

/** @throws Problem that points at `path` of the file and says `what` of it. */
export function refuse({ source }: Pick<Context, "source">, path: Path, what: string): never {
  throw problemAt(source, path, what);
}

/** @throws Problem where `word` is none of the `known`. */
export function requireKnown(
  context: Pick<Context, "source">,
  path: Path,
  word: string,
  known: readonly string[],
  fault: string,
): void {
  if (known.includes(word)) return;
  const nearest = findNearest(word, known);
  refuse(context, path, nearest === undefined ? fault : `${fault}: did you mean ${nearest}?`);
}

/** @throws Problem where nobody of that name takes part. */
export function requireBody(context: Context, path: Path, id: string): void {
  const known = [...context.ground.partners, ...Object.keys(context.audit.bodies)];
  requireKnown(context, path, id, known, "is neither a partner nor in bodies of audit.yaml");
}

/**
 * @param day the day by which the figures of a release must be out, for them to be referred to
 * @throws Problem where a reference leads nowhere, or to what was not published by then
 */
export function requireResolved(
  context: Context,
  path: Path,
  reference: string,
  day: string,
): void {
  const fault = findFault(reference, context.ground);
  if (fault !== undefined) refuse(context, path, fault);
  const figure = findFigureReference(reference);
  const release = context.programme.releases.find(({ id }) => id === figure?.release);
  if (release !== undefined && release.published > day)
    refuse(context, path, `names a figure of ${release.id}, which was not published on ${day}`);
}

/** The release that a finding was reported with. */
export function releaseOf({ programme, content }: Context): Programme["releases"][number] {
  return programme.releases.find(({ id }) => id === content.finding.release)!;
}
