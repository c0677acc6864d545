import { commonFaults, receivedOn } from "../faults.ts";
import { defineSampleKind, noStep } from "../kind.ts";

/** Answers come quicker from year to year; leads of communities are followed least. */
// prettier-ignore
export default defineSampleKind({
  kind: "engagements",
  key: "engagement_id",
  records: 3000,
  season: 0.05,
  growth: 0.2,
  weekend: 0.2,
  step: noStep,
  share: { harbour: 20, northwatch: 15, "capital-crime": 20, ledger: 12, gatehouse: 15, estuary: 10, compact: 8 },
  choices: {
    raised_by: ({ sector }) => sector === "financial"
      ? { private_sector: 76, civil_society: 14, local_authority: 10 }
      : { community: 38, civil_society: 24, local_authority: 20, private_sector: 18 },
  },
  lookups: {
    lead_part: { community: 0.2, civil_society: 0.2, local_authority: 0.35, private_sector: 0.75 },
    // Factors on the days until an answer, and until a lead is acted on.
    answer_pace: { community: 1.15, civil_society: 0.95, local_authority: 0.8, private_sector: 0.85 },
    lead_pace: { community: 1.6, civil_society: 1.2, local_authority: 1, private_sector: 0.75 },
  },
  faults: [
    ...commonFaults("engagement_id", "raised_on", "date", "raised_by"),
    { name: "answered_early", what: "answered before it was raised", sets: { answer_published_on: "raised_on - 5" } },
    { name: "acted_early", what: "acted on before it was raised", sets: { lead_acted_on: "raised_on - 5" } },
    { name: "answered_2814", what: "answered in 2814", sets: { answer_published_on: "date '2814-01-01'" } },
    { name: "answered_after_receipt", what: "answered after the file was received", sets: { answer_published_on: `${receivedOn} + 20` } },
    { name: "matter_unknown", what: "a matter outside the terminology", sets: { engagement_matter: "'praise'" } },
  ],
});
