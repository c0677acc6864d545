import { defineContract } from "../../src/records/contract.ts";
import {
  booleanField,
  codeField,
  dateField,
  keyField,
  optional,
} from "../../src/records/fields.ts";
import { alertSources, personAlertOutcomes, populationGroups, powersUsed } from "./terms.ts";

/** What joint alerts did to people: who was checked, by which power, and whether it was right. */
export const persons = defineContract({
  kind: "persons",
  title: "Persons",
  record:
    "One person who was subject to a check or other action after a joint alert. It holds nothing " +
    "that could tell who.",
  cases: ["person checked", "people checked"],
  key: "person_id",
  dated: "checked_on",
  quasiIdentifiers: ["population_group", "alert_source", "power_used"],
  fields: {
    person_id: keyField({
      description:
        "A pseudonym made by the partner for this person and this check, unique within the partner.",
      example: "HB-N-00412",
    }),
    checked_on: dateField({
      description: "The day of the check or action.",
      unit: "day",
      example: "2026-02-02",
    }),
    population_group: codeField(populationGroups, {
      description: "Coarse group, as the programme defines it.",
      example: "group_b",
    }),
    alert_source: codeField(alertSources, {
      description: "Where the alert came from.",
      example: "border",
    }),
    power_used: codeField(powersUsed, {
      description:
        "The most serious power that was used on the person; none where documents were looked at only.",
      example: "search",
    }),
    person_alert_outcome: codeField(personAlertOutcomes, {
      description: "Whether the alert proved right as to this person.",
      example: "refuted",
    }),
    found: optional(
      booleanField({
        description:
          "Whether something was found that the power was for. Empty: not known, or no power was used.",
        example: "false",
      }),
    ),
  },
  rules: [
    {
      name: "found_by_power",
      sentence: "It says whether something was found although no power was used.",
      sql: "found is null or power_used <> 'none'",
      holds: (row) => row["found"] === null || row["power_used"] !== "none",
    },
  ],
});
