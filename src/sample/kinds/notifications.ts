import { commonFaults, receivedOn } from "../faults.ts";
import { defineSampleKind, noStep } from "../kind.ts";

/** Notice of interception is put off most often; Beacon tells hardly anybody in time. */
// prettier-ignore
export default defineSampleKind({
  kind: "notifications",
  key: "notification_id",
  records: 2400,
  season: 0,
  growth: 0.05,
  weekend: 0.7,
  step: noStep,
  share: { harbour: 15, northwatch: 12, "capital-crime": 20, lantern: 14, beacon: 13, ledger: 5, gatehouse: 10, estuary: 6, compact: 5 },
  choices: {
    power_class: { interception: 30, communications_data: 36, observation: 24, equipment: 8, not_stated: 2 },
    deferral_ground: { investigation: 58, safety: 16, security: 16, untraced: 10 },
  },
  lookups: {
    deferred_share: { interception: 0.42, communications_data: 0.2, observation: 0.26, equipment: 0.45, else: 0.3 },
    // Factor on the days to the notice.
    notice_pace: { beacon: 2.2 },
  },
  faults: [
    ...commonFaults("notification_id", "ended_on", "date", "power_class"),
    { name: "notified_early", what: "told before the surveillance ended", sets: { notified_on: "ended_on - 6" } },
    { name: "notified_2814", what: "told in 2814", sets: { notified_on: "date '2814-01-01'" } },
    { name: "notified_after_receipt", what: "told after the file was received", sets: { notified_on: `${receivedOn} + 20` } },
    { name: "ground_unknown", what: "a ground outside the terminology", sets: { deferral_ground: "'awkward'" } },
  ],
});
