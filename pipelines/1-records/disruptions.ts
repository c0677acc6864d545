import { defineContract } from "../../src/records/contract.ts";
import {
  booleanField,
  codeField,
  currencyField,
  dateField,
  integerField,
  keyField,
  moneyField,
  optional,
} from "../../src/records/fields.ts";
import { disruptionKinds, enablers, grades, moderatedGrades, threatTypes } from "./terms.ts";

/** A disruption of a threat network that a partner claims and independent moderators grade. */
export const disruptions = defineContract({
  kind: "disruptions",
  title: "Disruptions",
  record: "One validated disruption of a threat network.",
  cases: ["disruption", "disruptions"],
  key: "disruption_id",
  dated: "validated_on",
  quasiIdentifiers: ["threat_type", "disruption_kind", "grade"],
  fields: {
    disruption_id: keyField({
      description: "A pseudonym made by the partner, unique within the partner.",
      example: "HB-D-0042",
    }),
    threat_type: codeField(threatTypes, {
      description: "What kind of threat the network poses.",
      example: "drugs",
    }),
    disruption_kind: codeField(disruptionKinds, {
      description: "What was done to the network.",
      example: "takedown",
    }),
    validated_on: dateField({
      description: "The day on which the disruption was validated.",
      unit: "day",
      example: "2026-03-03",
    }),
    grade: codeField(grades, {
      description: "The grade that the partner recorded.",
      example: "moderate",
    }),
    moderated_grade: optional(
      codeField(moderatedGrades, {
        description: "The grade after independent moderation. Empty: not moderated yet.",
        example: "minor",
      }),
    ),
    partners_involved: optional(
      integerField(
        { min: 1, max: 99 },
        {
          description: "How many partners took part, the one that records it included.",
          unit: "partners",
          example: "3",
        },
      ),
    ),
    assets_restrained: optional(
      moneyField({
        description: "Value of assets restrained. Empty: not known; 0: none.",
        unit: "the programme's currency",
        example: "125000.00",
      }),
    ),
    assets_confiscated: optional(
      moneyField({
        description: "Value of assets confiscated. Empty: not known; 0: none.",
        unit: "the programme's currency",
        example: "0",
      }),
    ),
    currency: optional(
      currencyField({
        description: "Currency of the two values; it must be the programme's.",
        example: "EUR",
      }),
    ),
    collateral_harm: optional(
      booleanField({
        description: "Whether harm to bystanders was recorded. Empty: not known.",
        example: "false",
      }),
    ),
    enabler: optional(
      codeField(enablers, {
        description: "What the network could not work without that was acted on. Empty: not known.",
        example: "front_company",
      }),
    ),
  },
  rules: [
    {
      name: "value_has_currency",
      sentence: "It gives a value of assets without a currency.",
      sql: "(assets_restrained is null and assets_confiscated is null) or currency is not null",
      holds: (row) =>
        (row["assets_restrained"] === null && row["assets_confiscated"] === null) ||
        row["currency"] !== null,
    },
  ],
});
