import type { ReleaseFiles } from "../release/parse.ts";
import type { Figure, Revision } from "../release/schema.ts";

/**
 * Whether a release says of each figure that stood in the one before and reads differently now that
 * it was revised, and of no other.
 * @returns a sentence for each fault, naming the figure
 */
export function findUntoldRevisions(before: ReleaseFiles, now: ReleaseFiles): string[] {
  const old = new Map(listFigures(before).map((figure) => [keyOf(figure), figure]));
  const told = new Map(now.revisions.map((revision) => [keyOf(revision), revision]));
  const faults: string[] = [];
  for (const figure of listFigures(now)) {
    const was = old.get(keyOf(figure));
    const revision = told.get(keyOf(figure));
    told.delete(keyOf(figure));
    const differs =
      was !== undefined && (was.status !== figure.status || was.value !== figure.value);
    if (!differs && revision === undefined) continue;
    if (differs && revision !== undefined && fits(revision, was, figure)) continue;
    const verb = differs ? "does not say how it revised" : "says that it revised";
    faults.push(`The release ${verb} ${nameOf(figure)}.`);
  }
  for (const revision of told.values()) {
    faults.push(`The release says that it revised ${nameOf(revision)}, which it does not hold.`);
  }
  return faults;
}

function fits({ was, now }: Revision, before: Figure, figure: Figure): boolean {
  return (
    was.status === before.status &&
    was.value === before.value &&
    now.status === figure.status &&
    now.value === figure.value
  );
}

function listFigures({ indicators }: ReleaseFiles): Figure[] {
  return indicators.flatMap(({ figures }) => figures);
}

type Named = Pick<
  Figure,
  "indicator" | "breakdown" | "category" | "subcategory" | "from" | "to" | "statistic"
>;

function keyOf(of: Named): string {
  const { indicator, breakdown, category, subcategory, from, to, statistic } = of;
  return [indicator, breakdown, category, subcategory ?? "", from, to, statistic].join("|");
}

function nameOf({ indicator, breakdown, category, subcategory, statistic }: Named): string {
  return [indicator, breakdown, category, subcategory, statistic].filter(Boolean).join(" ");
}
