import { defineContract } from "../../src/records/contract.ts";
import { codeField, dateField, keyField, notBefore, optional } from "../../src/records/fields.ts";
import { engagementMatters, raisers } from "./terms.ts";

/** What communities, civil society and private-sector liaisons bring to the programme. */
export const engagements = defineContract({
  kind: "engagements",
  title: "Engagements",
  record: "One issue or lead that somebody outside the programme raised with it.",
  cases: ["matter raised", "matters raised"],
  key: "engagement_id",
  dated: "raised_on",
  quasiIdentifiers: ["raised_by", "engagement_matter"],
  fields: {
    engagement_id: keyField({
      description: "A pseudonym made by the partner, unique within the partner.",
      example: "HB-E-0031",
    }),
    engagement_matter: codeField(engagementMatters, {
      description:
        "An issue, which asks for a published answer, or a lead of a liaison, which asks for action.",
      example: "issue",
    }),
    raised_by: codeField(raisers, {
      description: "What kind of body or group raised it; never its name.",
      example: "community",
    }),
    raised_on: dateField({
      description: "The day on which it was raised.",
      unit: "day",
      example: "2026-02-02",
    }),
    answer_published_on: optional(
      dateField({
        description:
          "Of an issue: the day on which an answer was published. Empty: not yet, or a lead.",
        unit: "day",
        example: "2026-03-12",
      }),
    ),
    lead_acted_on: optional(
      dateField({
        description:
          "Of a lead: the day on which it was first acted on. Empty: not yet, or an issue.",
        unit: "day",
        example: "2026-02-20",
      }),
    ),
  },
  rules: [
    notBefore("answer_published_on", "raised_on", "It was answered before it was raised."),
    notBefore("lead_acted_on", "raised_on", "It was acted on before it was raised."),
  ],
});
