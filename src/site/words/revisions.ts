import type { About, Figure, Revision, RevisionKind } from "../../release/schema.ts";
import {
  factorOf,
  formatCell,
  formatCount,
  formatPlain,
  joinWords,
  type Scale,
} from "./numbers.ts";

/** What changed since the release before, in one or two sentences. */
export function sayRevisions(about: About, revisions: readonly Revision[]): string {
  if (about.previous === null) return "This is the first release: nothing was published before it.";
  const before = `“${about.previous.title}”`;
  if (revisions.length === 0) return `No figure of the release before, ${before}, was revised.`;
  const indicators = new Set(revisions.map(({ indicator }) => indicator)).size;
  const were = revisions.length === 1 ? "was" : "were";
  const why = countKinds(revisions).map(
    ({ kind, count }) => `${formatPlain(count, 0)} ${because[kind]}`,
  );
  return `${formatCount(revisions.length, "figure")} of the release before, ${before}, ${were} revised, in ${formatCount(indicators, "indicator")}: ${joinWords(why)}.`;
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

/** How many figures of an indicator were revised, above the table that shows them before and after. */
export function sayChanged(count: number): string {
  if (count === 0) return "None of these figures reads otherwise than in the release before.";
  const read =
    count === 1 ? "1 of these figures reads" : `${formatPlain(count, 0)} of these figures read`;
  return `${read} otherwise than in the release before: what it was stands in the row below.`;
}

/** Why figures were revised, each reason with how many of them, the one of most first. */
export function countReasons(
  revisions: readonly Revision[],
): { kind: RevisionKind; reason: string; count: number }[] {
  const same = Map.groupBy(revisions, ({ kind, reason }) => `${kind} ${reason}`);
  return [...same.values()]
    .map((own) => ({ kind: own[0]!.kind, reason: own[0]!.reason, count: own.length }))
    .sort((a, b) => b.count - a.count);
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

/** The figure that a revision speaks of, as it reads now. */
export function findRevised(revision: Revision, figures: readonly Figure[]): Figure | undefined {
  const { breakdown, category, subcategory, from, to, statistic } = revision;
  return figures.find(
    (figure) =>
      figure.statistic === statistic &&
      figure.breakdown === breakdown &&
      figure.category === category &&
      figure.subcategory === subcategory &&
      figure.from === from &&
      figure.to === to,
  );
}

/** How a revised figure is written: where the indicator is gone, with all that the file holds. */
export interface RevisedStyle {
  readonly scale: Scale;
  readonly decimals: number;
}

/** Whether a reader of the table would see a difference; the files hold every digit. */
export function isSeen({ was, now }: Revision, style: RevisedStyle | undefined): boolean {
  return sayRevised(was, style) !== sayRevised(now, style);
}

/** A revised figure before or after: its number, or that it was not shown. */
export function sayRevised(side: Revision["was"], style: RevisedStyle | undefined): string {
  if (side.value === null) return side.status === "hidden" ? "hidden" : "not available";
  if (style === undefined) return String(side.value);
  return formatCell(side.value, style.scale, style.decimals);
}

/** "+0.3", "−1,200": between the two numbers as they are shown. */
export function sayChange({ was, now, change }: Revision, style: RevisedStyle | undefined): string {
  const { absolute } = change;
  if (absolute === null || was.value === null || now.value === null) return "no number on one side";
  if (style === undefined) return String(absolute);
  const { scale, decimals } = style;
  const places = decimals + Math.log10(factorOf(scale.unit));
  const shown = (value: number): number => Number(value.toFixed(places));
  const written = formatCell(shown(now.value) - shown(was.value), scale, decimals);
  return absolute > 0 ? `+${written}` : written;
}

const kinds: Record<RevisionKind, string> = {
  "late data": "Late data",
  correction: "Correction",
  "method change": "Change of method",
  restatement: "Restatement",
  protection: "Protection moved it",
};

const because: Record<RevisionKind, string> = {
  "late data": "by records that came late",
  correction: "by a partner’s correction",
  "method change": "by another method",
  restatement: "by a restatement",
  protection: "by the protection of other figures",
};

/** Why figures were revised, as a heading. */
export function nameKind(kind: RevisionKind): string {
  return kinds[kind];
}

/** How many figures were revised for which reason; kinds without any are left out. */
export function countKinds(
  revisions: readonly Revision[],
): { kind: RevisionKind; count: number }[] {
  const found = Map.groupBy(revisions, ({ kind }) => kind);
  return (Object.keys(kinds) as RevisionKind[]).flatMap((kind) => {
    const count = found.get(kind)?.length ?? 0;
    return count === 0 ? [] : [{ kind, count }];
  });
}
