import { threatsOf } from "../choices.ts";
import { receivedOn, someFaults } from "../faults.ts";
import { defineSampleKind, noStep } from "../kind.ts";

/** More and more are made by three sectors; one partner shares few, one keeps its own words. */
// prettier-ignore
export default defineSampleKind({
  kind: "assessments",
  key: "assessment_id",
  records: 720,
  season: 0,
  growth: 0.3,
  weekend: 0.03,
  step: noStep,
  share: { harbour: 12, northwatch: 8, "capital-crime": 12, lantern: 16, beacon: 14, ledger: 12, gatehouse: 9, estuary: 8, compact: 9 },
  choices: { threat_type: threatsOf },
  faults: [
    ...someFaults(["key_missing", "repeat", "formula", "day_1899", "day_unreal"], "assessment_id", "issued_on", "date", "threat_type"),
    { name: "sectors_none", what: "no sector took part", sets: { sectors_taking_part: "0" } },
    { name: "terms_maybe", what: "common terms that are neither true nor false", sets: { terminology_common: "'maybe'" }, textOnly: true },
    { name: "shared_early", what: "shared before it was issued", sets: { shared_on: "issued_on - 3" } },
    { name: "shared_after_receipt", what: "shared after the file was received", sets: { shared_on: `${receivedOn} + 20` } },
  ],
});
