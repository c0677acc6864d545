import { receivedOn, someFaults } from "../faults.ts";
import { defineSampleKind, noStep } from "../kind.ts";

/** Feedback sessions are held more often from year to year; one partner calls its exercises off. */
// prettier-ignore
export default defineSampleKind({
  kind: "joint_sessions",
  key: "session_id",
  records: 720,
  season: -0.15,
  growth: 0.1,
  weekend: 0.01,
  step: noStep,
  share: { harbour: 13, northwatch: 11, "capital-crime": 14, lantern: 12, beacon: 11, ledger: 10, gatehouse: 11, estuary: 9, compact: 9 },
  choices: { session_type: { briefing: 52, exercise: 18, analyst_field_feedback: 30 } },
  // Share that is held.
  lookups: { session_held: { briefing: 0.9, exercise: 0.82, analyst_field_feedback: 0.55 } },
  faults: [
    ...someFaults(["key_missing", "repeat", "code_unknown", "day_missing", "outside_period"], "session_id", "planned_on", "date", "session_type"),
    { name: "called_off_and_held", what: "called off, and yet held", sets: { session_cancelled: "true", held_on: "planned_on" } },
    { name: "called_off_maybe", what: "called off or not, nobody says", sets: { session_cancelled: "null" } },
    { name: "sectors_many", what: "nine sectors of seven", sets: { sectors_invited: "9" } },
    { name: "held_after_receipt", what: "held after the file was received", sets: { session_cancelled: "false", held_on: `${receivedOn} + 20` } },
  ],
});
