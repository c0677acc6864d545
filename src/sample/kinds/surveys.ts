import { commonFaults } from "../faults.ts";
import { defineSampleKind, noStep } from "../kind.ts";

/**
 * Eight quarterly waves at 48 points in turn, 24 a wave, some 40 respondents a point. Confidence is
 * lowest and does not move in the countryside, which counts double; it grows in the capital.
 */
// prettier-ignore
export default defineSampleKind({
  kind: "surveys",
  key: "respondent_id",
  records: 7680,
  season: 0,
  growth: 0,
  weekend: 1,
  step: noStep,
  share: { secretariat: 1 },
  choices: {
    survey_stratum: { capital_area: 1, cities: 1, towns: 1, countryside: 1 },
    no_agreement: { disagree: 64, neither: 36 },
  },
  lookups: {
    stratum_number: { capital_area: 0, cities: 1, towns: 2, countryside: 3 },
    stratum_weight: { capital_area: 0.72, cities: 0.86, towns: 1.02, countryside: 1.4 },
    stratum_agrees: { capital_area: 0.56, cities: 0.58, towns: 0.55, countryside: 0.44 },
    stratum_trend: { capital_area: 0.12, cities: 0.06, towns: 0.04, countryside: 0 },
  },
  faults: [
    ...commonFaults("respondent_id", "interviewed_on", "date", "survey_stratum"),
    { name: "answer_unknown", what: "an answer outside the terminology", sets: { fair_treatment: "'perhaps'" } },
    { name: "weight_zero", what: "a design weight of 0", sets: { survey_weight: "0" } },
    { name: "weight_missing", what: "no design weight", sets: { survey_weight: "null" } },
    { name: "weight_nan", what: "NaN in place of a weight", sets: { survey_weight: "'NaN'" }, textOnly: true },
    { name: "point_missing", what: "no sampling point", sets: { survey_cluster: "null" } },
  ],
});
