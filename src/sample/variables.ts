import { quoteText } from "../engines/duckdb.ts";
import { starts, type Delivery, type Holding } from "./plan.ts";

/** What stays the same over the files of a holding. */
export function writeTraits(holding: Holding, seed: number): string {
  const { partner, kind, shape, records, faults, firstFault } = holding;
  const [silentFrom, silentTo] = partner.silent ?? ["1900-01-01", "1900-01-01"];
  return writeVariables({
    seed: `${seed}::bigint`,
    partner: quoteText(partner.id),
    kind: quoteText(kind),
    records: `${records}::bigint`,
    digits: String(Math.max(6, String(records).length)),
    faults: `[${faults.map((fault) => quoteText(fault.name)).join(", ")}]`,
    first_fault: `${firstFault}::bigint`,
    starts: writeDay(starts),
    season: `${shape.season}::double`,
    growth: `${shape.growth}::double`,
    weekend: `${shape.weekend}::double`,
    step_on: writeDay(shape.step[0]),
    step: `${shape.step[1]}::double`,
    silent_from: writeDay(silentFrom),
    silent_to: writeDay(silentTo),
    pace: `${partner.pace}::double`,
    improvement: `${partner.improvement}::double`,
    debriefs: `${partner.debriefs}::double`,
    inflation: `${partner.inflation ?? 1}::double`,
    regrading: `${partner.regrading}::double`,
    handling: `${partner.handling}::double`,
  });
}

/** What is different in each file. */
export function writeDelivery(delivery: Delivery): string {
  return writeVariables({
    received: writeDay(delivery.received),
    from_day: writeDay(delivery.from),
    until_day: writeDay(delivery.until),
    late_share: `${delivery.lateShare}::double`,
    miskeyed_share: `${delivery.miskeyedShare}::double`,
  });
}

function writeVariables(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `set variable ${name} = ${value};`)
    .join("\n");
}

function writeDay(day: string): string {
  return `date ${quoteText(day)}`;
}
