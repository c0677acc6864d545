import { commonFaults, receivedOn } from "../faults.ts";
import { defineSampleKind, noStep } from "../kind.ts";

/**
 * A form for the legal basis and the review was introduced in January 2026; the Capital Crime
 * Directorate fills it in less than others. Gatehouse treats urgent requests as any other.
 */
// prettier-ignore
export default defineSampleKind({
  kind: "exchanges",
  key: "exchange_id",
  records: 4400,
  season: 0.06,
  growth: 0.12,
  weekend: 0.2,
  step: noStep,
  share: { harbour: 13, northwatch: 12, "capital-crime": 18, lantern: 12, beacon: 9, ledger: 11, gatehouse: 13, estuary: 7, compact: 7 },
  choices: {
    request_direction: { incoming: 55, outgoing: 45 },
    counterpart_sector: { law_enforcement: 40, intelligence: 17, financial_intelligence: 12, border: 9, regional: 8, private: 10, civil_society: 3, not_stated: 1 },
    request_urgency: { urgent: 30, standard: 68, not_stated: 2 },
    exchange_outcome: { executed: 78, conditioned_on_rights: 5, refused_on_rights: 5, refused: 7, withdrawn: 5 },
  },
  lookups: {
    // Factors on the days to the end.
    urgency_pace: { urgent: 0.35 },
    counterpart_pace: { regional: 1.35, intelligence: 0.8, financial_intelligence: 0.75, civil_society: 1.15 },
    outcome_pace: { refused_on_rights: 0.7, refused: 0.45, withdrawn: 0.6, conditioned_on_rights: 1.3 },
    // Factor on the share of requests that were reviewed.
    review_habit: { "capital-crime": 0.72 },
  },
  faults: [
    ...commonFaults("exchange_id", "requested_on", "date", "counterpart_sector"),
    { name: "concluded_early", what: "ended before it was requested", sets: { exchange_outcome: "'executed'", concluded_on: "requested_on - 3" } },
    { name: "concluded_2814", what: "ended in 2814", sets: { exchange_outcome: "'executed'", concluded_on: "date '2814-01-01'" } },
    { name: "concluded_after_receipt", what: "ended after the file was received", sets: { exchange_outcome: "'executed'", concluded_on: `${receivedOn} + 20` } },
    { name: "concluded_without_outcome", what: "an end without an outcome", sets: { exchange_outcome: "null", concluded_on: "requested_on + 5" } },
    { name: "outcome_without_end", what: "an outcome without an end", sets: { exchange_outcome: "'refused'", concluded_on: "null" } },
    { name: "outcome_unknown", what: "an outcome outside the terminology", sets: { exchange_outcome: "'ignored'", concluded_on: "requested_on + 5" } },
    { name: "direction_missing", what: "no direction", sets: { request_direction: "null" } },
    { name: "urgency_unknown", what: "an urgency outside the terminology", sets: { request_urgency: "'very'" } },
    { name: "basis_maybe", what: "a legal basis that is neither true nor false", sets: { legal_basis_documented: "'maybe'" }, textOnly: true },
  ],
});
