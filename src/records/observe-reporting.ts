import { listMonths, monthOf } from "../indicators/months.ts";
import { parsePeriod } from "./periods.ts";
import type { ObservedRecord, Seen } from "./seen.ts";

/**
 * Which months each partner has reported of each kind that it submits or has agreed to submit, and
 * whether by the day on which they were due: a record for each. A month is due so many days after
 * the cut-off of the first release that speaks of it, and is reported by the first file that was
 * received after its end.
 */
export function observeReporting(seen: Seen): ObservedRecord[] {
  const { programme, cutOff } = seen;
  const months = listMonths({ from: programme.starts, to: monthOf(cutOff) });
  return listPairs(seen).flatMap(({ partner, kind }) => {
    const files = listFiles(seen, partner, kind);
    return months.map((month) => {
      const last = parsePeriod(month)!.to;
      const days = files
        .filter(({ from, to, received }) => from <= last && to >= last && received >= last)
        .map(({ received }) => received)
        .sort();
      const due = dueDay(seen, last);
      const [first] = days;
      return {
        partner,
        month_on: `${month}-01`,
        record_kind: kind,
        reporting_state: first === undefined ? "missing" : "covered",
        timeliness: first === undefined ? "not_reported" : first <= due ? "on_time" : "late",
      };
    });
  });
}

/** What each partner is expected to submit: what it has agreed to, and what it ever has. */
function listPairs({ programme, kinds, files, read }: Seen): { partner: string; kind: string }[] {
  const sent = new Set([
    ...files.map(({ partner, kind }) => `${partner ?? ""}|${kind ?? ""}`),
    ...read.flatMap(({ file, outcome }) => outcome.partners.map((one) => `${one}|${file.kind}`)),
  ]);
  return programme.partners.flatMap(({ id, submits }) =>
    kinds
      .filter((kind) => submits.includes(kind) || sent.has(`${id}|${kind}`))
      .map((kind) => ({ partner: id, kind })),
  );
}

interface Covered {
  readonly from: string;
  readonly to: string;
  readonly received: string;
}

/** A file without a day of receipt counts as received on the last day that it speaks of. */
function listFiles({ files, read }: Seen, partner: string, kind: string): Covered[] {
  const shared = new Set(
    read.filter(({ outcome }) => outcome.partners.includes(partner)).map(({ file }) => file),
  );
  return files
    .filter((file) => file.kind === kind && (file.partner === partner || shared.has(file)))
    .filter(({ state }) => state === "used" || state === "replaced")
    .map(({ period, received }) => ({ ...period!, received: received ?? period!.to }));
}

function dueDay({ programme }: Seen, last: string): string {
  const release = programme.releases.find(({ cutOff }) => cutOff >= last);
  const due = new Date(`${release?.cutOff ?? last}T00:00:00Z`);
  due.setUTCDate(due.getUTCDate() + programme.dueDays);
  return due.toISOString().slice(0, 10);
}
