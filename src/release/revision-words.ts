import type { About } from "./schema.ts";
import type { SubmissionChange } from "./submissions.ts";

/** "The file of Harbour Police with incidents of October 2024 to September 2025 was replaced on …" */
export function sayCorrections(about: About, changes: readonly SubmissionChange[]): string {
  const [first, ...others] = changes;
  const { partner, kind, period, received } = first!;
  const months = `${sayMonth(period.from)} to ${sayMonth(period.to)}`;
  const did = received === null ? "is gone or was replaced" : `was replaced on ${sayDay(received)}`;
  const more =
    others.length === 0
      ? ""
      : `, and so ${others.length === 1 ? "was" : "were"} ${others.length} more`;
  return `The file of ${nameOf(about, partner)} with ${kind} of ${months} ${did}${more}.`;
}

/** "October 2024" of a day in it. */
function sayMonth(day: string): string {
  return sayDate(day, { month: "long", year: "numeric" });
}

/** "2 September 2026". */
function sayDay(day: string): string {
  return sayDate(day, { day: "numeric", month: "long", year: "numeric" });
}

function sayDate(day: string, parts: Intl.DateTimeFormatOptions): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat("en-GB", { ...parts, timeZone: "UTC" }).format(date);
}

/** What came later: files, and days of files that were there; none where nothing did. */
export function sayLaterFiles(about: About, changes: readonly SubmissionChange[]): string[] {
  const later = changes.filter(({ what }) => what === "later");
  const elapsed = changes.some(({ what }) => what === "elapsed");
  return [
    ...(later.length === 0
      ? []
      : [`Later files of ${nameAll(about, later)} speak of these months.`]),
    ...(elapsed ? ["Files that were there before count up to a later day now."] : []),
  ];
}

function nameAll(about: About, changes: readonly SubmissionChange[]): string {
  const names = [...new Set(changes.map(({ partner }) => nameOf(about, partner)))];
  if (names.length > 3) return `${names.length} partners`;
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(", ")} and ${names.at(-1)!}`;
}

function nameOf({ partners }: About, partner: string | null): string {
  if (partner === null) return "several partners";
  return partners.find(({ id }) => id === partner)?.name ?? partner;
}
