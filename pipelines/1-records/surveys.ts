import { defineContract } from "../../src/records/contract.ts";
import {
  codeField,
  dateField,
  decimalField,
  integerField,
  keyField,
} from "../../src/records/fields.ts";
import { surveyAnswers, surveyStrata } from "./terms.ts";

/** The programme's household survey: who lives with what the programme does. */
export const surveys = defineContract({
  kind: "surveys",
  title: "Household survey",
  record: "One respondent of the household survey, with design weight and answer.",
  cases: ["person who answered", "people who answered"],
  key: "respondent_id",
  dated: "interviewed_on",
  quasiIdentifiers: ["survey_stratum", "survey_cluster", "survey_weight"],
  fields: {
    respondent_id: keyField({
      description: "A pseudonym made by the survey, unique within the partner.",
      example: "MS-S-01207",
    }),
    interviewed_on: dateField({
      description: "The day of the interview.",
      unit: "day",
      example: "2026-02-11",
    }),
    survey_stratum: codeField(surveyStrata, {
      description: "The stratum in which the respondent was sampled.",
      example: "towns",
    }),
    survey_cluster: integerField(
      { min: 1, max: 99_999 },
      {
        description: "Pseudonym of the sampling point, unique over all strata; never a place.",
        unit: "number",
        example: "27",
      },
    ),
    survey_weight: decimalField({
      description:
        "Design weight: how many people the respondent stands for, against the average of 1; the " +
        "same for all respondents of a stratum.",
      unit: "respondents",
      example: "1.08",
    }),
    fair_treatment: codeField(surveyAnswers, {
      description: "The answer to “Police and services treat people like me fairly”.",
      example: "agree",
    }),
  },
  rules: [
    {
      name: "weight_above_zero",
      sentence: "Its design weight is 0.",
      sql: "survey_weight > 0",
      holds: (row) => row["survey_weight"] === null || Number(row["survey_weight"]) > 0,
    },
  ],
});
