import type { Release } from "../../release/read.ts";
import type { RegisterFinding, RegisterRecommendation } from "../../release/schema.ts";
import { formatCount } from "./numbers.ts";

/** Days from one day to another; negative where it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

type Dated = Pick<Release, "about">;

/** When a finding was reported: the day on which its release was published, where that is known. */
export function reportedOn(release: string, known: readonly Dated[]): string | null {
  const own = known.find(({ about }) => about.release.id === release)?.about.release;
  if (own !== undefined) return own.published;
  const before = known.find(({ about }) => about.previous?.id === release)?.about.previous;
  return before?.published ?? null;
}

/** How old a finding is at the cut-off of a release. */
export function sayAge(
  { release }: Pick<RegisterFinding, "release">,
  { about }: Dated,
  known: readonly Dated[],
): string {
  if (release === about.release.id) return "new with this release";
  const day = reportedOn(release, known);
  if (day === null) return `since release ${release}, whose day is not known here`;
  const days = daysBetween(day, about.release.cutOff);
  return days < 0 ? "reported after the cut-off" : `${formatCount(days, "day")} old`;
}

/** How a recommendation stands to its day at the cut-off. */
export function sayDue({ due, overdue, status }: RegisterRecommendation, cutOff: string): string {
  const days = daysBetween(due, cutOff);
  if (overdue) return `${formatCount(days, "day")} overdue`;
  if (status === "open" || status === "in progress")
    return days === 0 ? "due on the cut-off day" : `due in ${formatCount(-days, "day")}`;
  return "no longer due";
}
