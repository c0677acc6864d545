import type { About, CodebookKind, Intake } from "../../release/schema.ts";
import { nameKind } from "./coverage.ts";
import { formatDay, formatPeriod, formatPeriodShort } from "./dates.ts";
import { nameCode } from "./names.ts";
import { formatPlain, joinWords } from "./numbers.ts";

/** Whose file it is; of one with rows from several partners all of them. */
export function namePartners({ partner, partners }: Intake, about: About): string {
  if (partner !== null) return nameCode(about, "partner", partner);
  const names = partners.map((one) => nameCode(about, "partner", one.partner));
  return names.length === 0 ? "several partners" : joinWords(names);
}

/** "October 2024 to September 2025", or days where it is no whole months. */
export function sayCovered({ from, to }: Intake["period"]): string {
  const whole = from.endsWith("-01") && isLastDay(to);
  return whole
    ? formatPeriod(from.slice(0, 7), to.slice(0, 7))
    : `${formatDay(from)} to ${formatDay(to)}`;
}

/** The same in a table: "Year to Sep 2025". */
export function writeCovered({ from, to }: Intake["period"]): string {
  const whole = from.endsWith("-01") && isLastDay(to);
  return whole
    ? formatPeriodShort(from.slice(0, 7), to.slice(0, 7))
    : `${formatDay(from)} to ${formatDay(to)}`;
}

function isLastDay(day: string): boolean {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}

/** "Incidents of Harbour Police, October 2024 to September 2025". */
export function nameFile(file: Intake, about: About, codebook: readonly CodebookKind[]): string {
  const kind = nameKind(file.kind, codebook);
  return `${kind} of ${namePartners(file, about)}, ${sayCovered(file.period)}`;
}

/** What became of a file, in one word or two. */
export function sayState({ state }: Intake): string {
  return state === "used" ? "in use" : "replaced";
}

/** Rows received, accepted, refused and repeated; none of a file that was not read. */
export function tabulateRows({ state, rows }: Intake): (string | null)[] {
  if (state !== "used") return [null, null, null, null];
  const { received, accepted, quarantined, repeats } = rows;
  return [received, accepted, quarantined, repeats].map((count) => formatPlain(count, 0));
}

/** The columns of `tabulateRows`. */
export const rowColumns = ["received", "accepted", "refused", "repeats"].map((label) => ({
  label,
  numeric: true,
}));
