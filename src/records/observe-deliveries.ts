import type { ObservedRecord, Seen } from "./seen.ts";

const outcomes = [
  ["accepted", "accepted"],
  ["quarantined", "quarantined"],
  ["repeat", "duplicates"],
] as const;

/** What became of the rows of every file that was read: a record for each file, partner and outcome. */
export function observeDeliveries({ read, cutOff }: Seen): ObservedRecord[] {
  return read.flatMap(({ file, named, asOf, outcome }) =>
    [...outcome.byPartner].flatMap(([partner, counts]) =>
      outcomes
        .map(([row_outcome, name]) => ({
          partner,
          covers_until: [file.period!.to, asOf, cutOff].sort()[0]!,
          row_outcome,
          terminology: named === undefined ? "common" : "mapped",
          rows_received: counts[name],
        }))
        .filter(({ rows_received }) => rows_received > 0),
    ),
  );
}
