import { monthOf } from "../indicators/months.ts";
import type { Reach } from "./touched.ts";

/** What a file's place and day say of it, as far as they decide which rows it can bear on. */
export interface Submitted {
  readonly partner: string | null;
  readonly kind: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly received: string | null;
  readonly state: "used" | "replaced";
  /** Whose rows it has. */
  readonly partners: readonly { readonly partner: string }[];
}

/**
 * What a file can have put into the rows of an indicator on these record kinds; undefined: nothing.
 * The kinds that the ingest itself observes are about every file: when it came, and what became of
 * its rows. Of a file that was replaced only the day on which it came still counts.
 */
export function reachOf(
  file: Submitted,
  kinds: ReadonlySet<string>,
  cutOff: string,
): Reach | undefined {
  const { kind, period, state } = file;
  const last = [period.to, cutOff].sort()[0]!;
  const known = [last, file.received ?? last].sort()[0]!;
  const partners =
    file.partner === null ? file.partners.map(({ partner }) => partner) : [file.partner];
  const from = monthOf(period.from);
  if (kinds.has("reporting")) return { partners, from, to: lastWholeMonth(known), kind };
  if (state !== "used") return undefined;
  if (kinds.has("deliveries")) return { partners, from: monthOf(known), to: monthOf(known) };
  return kinds.has(kind) ? { partners, from, to: monthOf(last) } : undefined;
}

/** A file speaks of a month when it was received on its last day or later. */
function lastWholeMonth(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  if (next.getUTCDate() === 1) return monthOf(day);
  next.setUTCDate(0);
  return next.toISOString().slice(0, 7);
}
