import { commonFaults, receivedOn } from "../faults.ts";
import { defineSampleKind, noStep } from "../kind.ts";

/** What falls due in the summer is completed less often. */
// prettier-ignore
export default defineSampleKind({
  kind: "training",
  key: "training_id",
  records: 4000,
  season: 0,
  growth: 0.1,
  weekend: 0.05,
  step: noStep,
  share: { harbour: 15, northwatch: 12, "capital-crime": 16, lantern: 11, beacon: 9, ledger: 9, gatehouse: 12, estuary: 9, compact: 7 },
  choices: {
    training_module: { joint_tradecraft: 30, legal_authority: 30, rights: 22, data_protocol: 18 },
    staff_role: { analysis: 34, field: 38, support: 16, management: 9, not_stated: 3 },
  },
  faults: [
    ...commonFaults("training_id", "due_on", "date", "training_module"),
    { name: "role_unknown", what: "a role outside the terminology", sets: { staff_role: "'director'" } },
    { name: "lapsed_early", what: "lapsed before it was completed", sets: { completed_on: "due_on", valid_until: "due_on - 40" } },
    { name: "valid_uncompleted", what: "valid without being completed", sets: { completed_on: "null", valid_until: "due_on + 300" } },
    { name: "completed_2814", what: "completed in 2814", sets: { completed_on: "date '2814-01-01'", valid_until: "null" } },
    { name: "completed_after_receipt", what: "completed after the file was received", sets: { completed_on: `${receivedOn} + 20`, valid_until: "null" } },
  ],
});
