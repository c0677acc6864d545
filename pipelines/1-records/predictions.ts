import { defineContract } from "../../src/records/contract.ts";
import {
  booleanField,
  codeField,
  dateField,
  integerField,
  keyField,
  notBefore,
  optional,
} from "../../src/records/fields.ts";
import { predictionProducts, threatTypes } from "./terms.ts";

/** A forecast about a threat, given as a probability, and whether it came true. */
export const predictions = defineContract({
  kind: "predictions",
  title: "Predictions",
  record: "One forecast that something would happen by a day, with its probability and outcome.",
  cases: ["forecast", "forecasts"],
  key: "prediction_id",
  dated: "issued_on",
  quasiIdentifiers: ["threat_type", "product"],
  fields: {
    prediction_id: keyField({
      description: "A pseudonym made by the partner, unique within the partner.",
      example: "HB-P-0007",
    }),
    threat_type: codeField(threatTypes, {
      description: "What kind of threat the forecast concerns.",
      example: "cyber",
    }),
    product: codeField(predictionProducts, {
      description: "The kind of product in which it was issued.",
      example: "warning",
    }),
    issued_on: dateField({
      description: "The day on which the forecast was issued.",
      unit: "day",
      example: "2026-01-10",
    }),
    horizon_on: dateField({
      description: "The day by which it comes true or does not.",
      ahead: true,
      unit: "day",
      example: "2026-03-31",
    }),
    probability_percent: integerField(
      { min: 0, max: 100 },
      {
        description: "How likely the forecaster held it to be.",
        unit: "whole per cent",
        example: "70",
      },
    ),
    happened: optional(
      booleanField({
        description: "Whether it happened by the horizon. Empty: not resolved yet.",
        example: "true",
      }),
    ),
    resolved_on: optional(
      dateField({
        description: "The day on which the outcome was decided. Empty: not resolved yet.",
        unit: "day",
        example: "2026-04-02",
      }),
    ),
  },
  rules: [
    notBefore("horizon_on", "issued_on", "Its horizon lies before the day it was issued."),
    notBefore("resolved_on", "issued_on", "It was resolved before it was issued."),
    {
      name: "outcome_has_day",
      sentence:
        "It gives an outcome without the day it was resolved, or the day without an outcome.",
      sql: "(happened is null) = (resolved_on is null)",
      holds: (row) => (row["happened"] === null) === (row["resolved_on"] === null),
    },
  ],
});
