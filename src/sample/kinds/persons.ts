import { commonFaults } from "../faults.ts";
import { defineSampleKind, noStep } from "../kind.ts";

/**
 * Alerts on Group C come more often from poor sources: it looks as if they were wrong more often,
 * and source by source they are not. At Gatehouse powers find less on Group B, and that is real.
 */
// prettier-ignore
export default defineSampleKind({
  kind: "persons",
  key: "person_id",
  records: 9000,
  season: 0.08,
  growth: 0.1,
  weekend: 0.7,
  step: noStep,
  share: { harbour: 20, northwatch: 13, "capital-crime": 18, gatehouse: 34, estuary: 15 },
  choices: {
    population_group: ({ id }) => id === "gatehouse"
      ? { group_a: 40, group_b: 36, group_c: 14, group_d: 7, not_stated: 3 }
      : { group_a: 44, group_b: 23, group_c: 22, group_d: 8, not_stated: 3 },
    usual_source: { human: 36, border: 34, signals: 20, public: 6, partner: 3, not_stated: 1 },
    poor_source: { signals: 48, public: 18, border: 18, human: 12, partner: 3, not_stated: 1 },
    power_used: { stop: 36, search: 46, detention: 12, seizure: 6 },
  },
  lookups: {
    source_wrong: { human: 0.18, border: 0.22, signals: 0.42, public: 0.52, partner: 0.3, not_stated: 0.3 },
    source_power: { human: 0.66, border: 0.5, signals: 0.54, public: 0.36, partner: 0.5, not_stated: 0.5 },
    group_power: { group_b: 1.2 },
    power_finds: { stop: 0.22, search: 0.36, detention: 0.48, seizure: 0.7 },
  },
  faults: [
    ...commonFaults("person_id", "checked_on", "date", "population_group"),
    { name: "source_unknown", what: "a source outside the terminology", sets: { alert_source: "'rumour'" } },
    { name: "power_unknown", what: "a power outside the terminology", sets: { power_used: "'stare'", found: "null" } },
    { name: "found_without_power", what: "something found although no power was used", sets: { power_used: "'none'", found: "true" } },
    { name: "outcome_missing", what: "no outcome of the alert", sets: { person_alert_outcome: "null" } },
    { name: "found_maybe", what: "a find that is neither true nor false", sets: { found: "'maybe'" }, textOnly: true },
  ],
});
