import { commonFaults, receivedOn } from "../faults.ts";
import { defineSampleKind } from "../kind.ts";

/** The web form of September 2025 brought more requests than partners could answer in time. */
// prettier-ignore
export default defineSampleKind({
  kind: "access_requests",
  key: "access_request_id",
  records: 2400,
  season: 0.05,
  growth: 0.05,
  weekend: 0.5,
  step: ["2025-09-01", 1.5],
  share: { harbour: 16, northwatch: 12, "capital-crime": 22, lantern: 9, beacon: 7, ledger: 7, gatehouse: 15, estuary: 7, compact: 5 },
  choices: {
    data_right: { access: 68, correction: 14, deletion: 16, not_stated: 2 },
  },
  lookups: {
    // Factor on the days to the answer.
    right_pace: { correction: 0.85, deletion: 1.2 },
  },
  faults: [
    ...commonFaults("access_request_id", "received_on", "date", "data_right"),
    { name: "answered_early", what: "answered before it was received", sets: { answered_on: "received_on - 4" } },
    { name: "answered_2814", what: "answered in 2814", sets: { answered_on: "date '2814-01-01'" } },
    { name: "answered_after_receipt", what: "answered after the file was received", sets: { answered_on: `${receivedOn} + 20` } },
  ],
});
