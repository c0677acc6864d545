import { threatsOf } from "../choices.ts";
import { commonFaults } from "../faults.ts";
import { defineSampleKind, noStep } from "../kind.ts";

/** A few disruptions hold most of the value; a partner that claims high grades is graded down more. */
// prettier-ignore
export default defineSampleKind({
  kind: "disruptions",
  key: "disruption_id",
  records: 3300,
  season: -0.1,
  growth: 0.1,
  weekend: 0.25,
  step: noStep,
  share: { harbour: 16, northwatch: 13, "capital-crime": 20, lantern: 7, beacon: 6, ledger: 11, gatehouse: 12, estuary: 8, compact: 7 },
  choices: {
    threat_type: threatsOf,
    disruption_kind: { arrests: 30, seizure: 22, asset_restraint: 16, takedown: 12, safeguarding: 10, prevention: 8, other: 2 },
    grade: { major: 12, moderate: 38, minor: 50 },
    enabler: { bank_account: 34, front_company: 18, logistics: 22, online_platform: 14, professional: 8, not_stated: 4 },
  },
  lookups: {
    // Typical assets restrained, in euros; share in which nothing is restrained.
    grade_value: { major: 180_000, moderate: 42_000, minor: 9_000, else: 0 },
    kind_without_assets: { arrests: 0.55, seizure: 0.35, asset_restraint: 0, takedown: 0.7, safeguarding: 0.95, prevention: 0.95, other: 0.8, else: 0 },
  },
  faults: [
    ...commonFaults("disruption_id", "validated_on", "date", "threat_type"),
    { name: "no_currency", what: "a value without a currency", sets: { assets_restrained: "1500.00", currency: "null" } },
    { name: "foreign_currency", what: "a value in dollars", sets: { assets_restrained: "1500.00", currency: "'USD'" } },
    { name: "value_negative", what: "a negative value", sets: { assets_restrained: "-1500.00", currency: "'EUR'" } },
    { name: "decimal_comma", what: "a value with a decimal comma", sets: { assets_restrained: "'12500,50'", currency: "'EUR'" }, textOnly: true },
    { name: "value_nan", what: "NaN in place of a value", sets: { assets_confiscated: "'NaN'", currency: "'EUR'" }, textOnly: true },
    { name: "grade_unknown", what: "a grade outside the terminology", sets: { grade: "'enormous'" } },
    { name: "grade_missing", what: "no grade", sets: { grade: "null" } },
    { name: "no_partners", what: "no partner took part", sets: { partners_involved: "0" } },
  ],
});
