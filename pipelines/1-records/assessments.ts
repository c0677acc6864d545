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
import { threatTypes } from "./terms.ts";

/** A threat assessment that partners make together. */
export const assessments = defineContract({
  kind: "assessments",
  title: "Joint threat assessments",
  record: "One joint threat assessment, recorded by the partner that issued it.",
  cases: ["assessment", "assessments"],
  key: "assessment_id",
  dated: "issued_on",
  quasiIdentifiers: ["threat_type"],
  fields: {
    assessment_id: keyField({
      description: "A pseudonym made by the partner, unique within the partner.",
      example: "HB-J-0031",
    }),
    threat_type: codeField(threatTypes, {
      description: "What kind of threat it assesses.",
      example: "trafficking",
    }),
    issued_on: dateField({
      description: "The day on which the assessment was issued.",
      unit: "day",
      example: "2026-02-11",
    }),
    sectors_taking_part: integerField(
      { min: 1, max: 7 },
      {
        description: "How many sectors took part in it, that of the recording partner included.",
        unit: "sectors",
        example: "3",
      },
    ),
    terminology_common: optional(
      booleanField({
        description:
          "Whether it is written in the programme's common terminology. Empty: not known.",
        example: "true",
      }),
    ),
    shared_on: optional(
      dateField({
        description: "The day on which all sectors that took part had received it. Empty: not yet.",
        unit: "day",
        example: "2026-02-16",
      }),
    ),
  },
  rules: [notBefore("shared_on", "issued_on", "It was shared before it was issued.")],
});
