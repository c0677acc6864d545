import type { About, Revision } from "../../release/schema.ts";
import { formatCell, formatCount, type Scale } from "./numbers.ts";

/** What changed since the release before, in one or two sentences. */
export function sayRevisions(about: About, revisions: readonly Revision[]): string {
  if (about.previous === null) return "This is the first release: nothing was published before it.";
  const before = `“${about.previous.title}”`;
  if (revisions.length === 0) return `No figure of the release before, ${before}, was revised.`;
  const indicators = new Set(revisions.map(({ indicator }) => indicator)).size;
  const were = revisions.length === 1 ? "was" : "were";
  return `${formatCount(revisions.length, "figure")} of the release before, ${before}, ${were} revised, in ${formatCount(indicators, "indicator")}.`;
}

/** Revisions of one indicator together, in the order of the release. */
export function groupRevisions(
  about: About,
  revisions: readonly Revision[],
): { indicator: string; revisions: Revision[] }[] {
  const known = [...about.indicators, ...revisions.map(({ indicator }) => indicator)];
  return [...new Set(known)]
    .map((indicator) => ({
      indicator,
      revisions: revisions.filter((revision) => revision.indicator === indicator),
    }))
    .filter((group) => group.revisions.length > 0);
}

/** How many revised figures of one indicator a page lists. */
const mostListed = 24;

/** The revisions to list: all where they are few, else the widest first, years before the rest. */
export function chooseRevisions(revisions: readonly Revision[]): Revision[] {
  if (revisions.length <= mostListed) return [...revisions];
  const order = ["year", "quarter"];
  const rank = ({ breakdown }: Revision): number =>
    order.includes(breakdown) ? order.indexOf(breakdown) : order.length;
  return revisions.toSorted((a, b) => rank(a) - rank(b)).slice(0, mostListed);
}

/** Whether a reader of the table would see a difference; the files hold every digit. */
export function isSeen({ was, now }: Revision, scale: Scale | undefined): boolean {
  return sayRevised(was, scale) !== sayRevised(now, scale);
}

/** A revised figure before or after: its number, or that it was not shown. */
export function sayRevised(side: Revision["was"], scale: Scale | undefined): string {
  if (side.value === null) return side.status === "hidden" ? "hidden" : "not available";
  return scale === undefined ? String(side.value) : formatCell(side.value, scale);
}
