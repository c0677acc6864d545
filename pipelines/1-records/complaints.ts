import { defineContract } from "../../src/records/contract.ts";
import { codeField, dateField, keyField, notBefore, optional } from "../../src/records/fields.ts";
import {
  channels,
  decisions,
  handlingRoutes,
  populationGroups,
  remedies,
  reviewDecisions,
  rights,
} from "./terms.ts";

/** A complaint that the programme's work engaged somebody's rights. */
export const complaints = defineContract({
  kind: "complaints",
  title: "Complaints",
  record: "One complaint about rights, from receipt to remedy. It holds nothing about the person.",
  cases: ["complaint", "complaints"],
  key: "complaint_id",
  dated: "received_on",
  quasiIdentifiers: ["right_engaged", "channel", "population_group"],
  fields: {
    complaint_id: keyField({
      description: "A pseudonym made by the partner, unique within the partner.",
      example: "HB-C-0011",
    }),
    right_engaged: codeField(rights, {
      description: "The right that the complaint mainly concerns.",
      example: "privacy",
    }),
    channel: codeField(channels, { description: "How the complaint arrived.", example: "web" }),
    population_group: codeField(populationGroups, {
      description: "Coarse group, as the programme defines it.",
      example: "group_b",
    }),
    handling_route: codeField(handlingRoutes, {
      description: "How the complaint is handled.",
      example: "formal",
    }),
    received_on: dateField({
      description: "The day on which the complaint was received.",
      unit: "day",
      example: "2026-02-02",
    }),
    acknowledged_on: optional(
      dateField({
        description: "The day on which receipt was acknowledged. Empty: not yet.",
        unit: "day",
        example: "2026-02-05",
      }),
    ),
    decision: optional(
      codeField(decisions, {
        description: "What was decided. Empty: not decided yet.",
        example: "partly_upheld",
      }),
    ),
    closed_on: optional(
      dateField({
        description: "The day on which the complaint was closed. Empty: still open.",
        unit: "day",
        example: "2026-04-20",
      }),
    ),
    remedy: optional(
      codeField(remedies, {
        description: "The main remedy given. Empty: not known or not decided yet.",
        example: "apology",
      }),
    ),
    review_asked_on: optional(
      dateField({
        description: "The day on which a review of its handling was asked for. Empty: never.",
        unit: "day",
        example: "2026-05-04",
      }),
    ),
    review_decision: optional(
      codeField(reviewDecisions, {
        description: "What the review decided. Empty: not decided yet, or none was asked for.",
        example: "not_upheld",
      }),
    ),
    review_decided_on: optional(
      dateField({
        description: "The day on which the review was decided. Empty: not decided yet.",
        unit: "day",
        example: "2026-06-15",
      }),
    ),
  },
  rules: [
    notBefore("acknowledged_on", "received_on", "It was acknowledged before it was received."),
    notBefore("closed_on", "received_on", "It was closed before it was received."),
    {
      name: "closed_has_decision",
      sentence: "It is closed without a decision, or decided without being closed.",
      sql: "(decision is null) = (closed_on is null)",
      holds: (row) => (row["decision"] === null) === (row["closed_on"] === null),
    },
    notBefore("review_asked_on", "received_on", "Its review was asked for before it was received."),
    notBefore(
      "review_decided_on",
      "review_asked_on",
      "Its review was decided before it was asked for.",
    ),
    {
      name: "review_decision_has_day",
      sentence: "It gives the decision of a review without its day, or the day without a decision.",
      sql: "(review_decision is null) = (review_decided_on is null)",
      holds: (row) => (row["review_decision"] === null) === (row["review_decided_on"] === null),
    },
  ],
});
