import type { About } from "./schema.ts";
import type { SubmissionChange } from "./submissions.ts";

/** "Harbour Police replaced its incidents of 2024-10 to 2025-09 on 2026-09-02." */
export function sayCorrections(about: About, changes: readonly SubmissionChange[]): string {
  const [first, ...others] = changes;
  const { partner, kind, period, received } = first!;
  const months = `${period.from.slice(0, 7)} to ${period.to.slice(0, 7)}`;
  const did = received === null ? "is gone or was replaced" : `was replaced on ${received}`;
  const more =
    others.length === 0
      ? ""
      : `, and so ${others.length === 1 ? "was" : "were"} ${others.length} more`;
  return `The file of ${nameOf(about, partner)} with ${kind} of ${months} ${did}${more}.`;
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
