import { receivedOn, someFaults } from "../faults.ts";
import { defineSampleKind, noStep, type Weights } from "../kind.ts";
import type { PartnerProfile } from "../partners.ts";

/** They last longer from year to year; those from one intelligence service stay short. */
// prettier-ignore
export default defineSampleKind({
  kind: "secondments",
  key: "secondment_id",
  records: 1200,
  season: -0.1,
  growth: 0.25,
  weekend: 0.02,
  step: noStep,
  share: { harbour: 14, northwatch: 11, "capital-crime": 15, lantern: 13, beacon: 10, ledger: 11, gatehouse: 11, estuary: 8, compact: 7 },
  choices: { host_sector: hostsOf },
  faults: [
    ...someFaults(["key_with_space", "repeat", "formula", "day_missing", "day_1899"], "secondment_id", "began_on", "date", "host_sector"),
    { name: "host_unknown", what: "a sector outside the terminology", sets: { host_sector: "'military'" } },
    { name: "ended_early", what: "ended before it began", sets: { ended_on: "began_on - 4" } },
    { name: "ended_2814", what: "ended in 2814", sets: { ended_on: "date '2814-01-01'" } },
    { name: "ended_after_receipt", what: "ended after the file was received", sets: { ended_on: `${receivedOn} + 20` } },
  ],
});

/** Every sector but the partner's own. */
function hostsOf({ sector }: PartnerProfile): Weights {
  const all = {
    intelligence: 24,
    law_enforcement: 32,
    financial_intelligence: 18,
    border: 16,
    regional: 10,
  };
  return Object.fromEntries(Object.entries(all).filter(([code]) => !code.startsWith(sector)));
}
