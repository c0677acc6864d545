import { receivedOn } from "../faults.ts";
import { defineSampleKind, noStep } from "../kind.ts";

/**
 * Bodies find more and more of their errors themselves. Lantern tells the overseer late. There are too
 * few to plant the faults that every other kind has.
 */
// prettier-ignore
export default defineSampleKind({
  kind: "errors",
  key: "error_id",
  records: 900,
  season: 0,
  growth: 0.15,
  weekend: 0.1,
  step: noStep,
  share: { harbour: 12, northwatch: 12, "capital-crime": 17, lantern: 15, beacon: 12, ledger: 10, gatehouse: 10, estuary: 7, compact: 5 },
  choices: {
    error_cause: { human: 46, technical: 22, procedure: 20, provider: 9, not_stated: 3 },
    error_severity: { recordable: 18, reportable: 72, serious: 10 },
    finder: { inspection: 62, third_party: 34, not_stated: 4 },
  },
  lookups: {
    // Factor on the days to the report.
    report_pace: { lantern: 1.7 },
  },
  faults: [
    { name: "found_early", what: "found before it happened", sets: { occurred_on: "found_on + 1" } },
    { name: "reported_early", what: "reported before it was found", sets: { reported_on: "found_on - 2" } },
    { name: "reported_2814", what: "reported in 2814", sets: { reported_on: "date '2814-01-01'" } },
    { name: "reported_after_receipt", what: "reported after the file was received", sets: { reported_on: `${receivedOn} + 20` } },
    { name: "severity_unknown", what: "a severity outside the terminology", sets: { error_severity: "'grave'" } },
    { name: "finder_missing", what: "nobody who found it", sets: { found_by: "null" } },
  ],
});
