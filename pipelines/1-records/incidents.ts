import { defineContract } from "../../src/records/contract.ts";
import {
  booleanField,
  codeField,
  dateField,
  integerField,
  keyField,
  notBefore,
  optional,
  timestampField,
} from "../../src/records/fields.ts";
import { alertOutcomes, alertSources, populationGroups, severities, threatTypes } from "./terms.ts";

/** The life of a joint alert, from the moment it reaches the partners to its debrief. */
export const incidents = defineContract({
  kind: "incidents",
  title: "Incidents",
  record: "One joint alert that a partner received, and what became of it.",
  cases: ["alert", "alerts"],
  key: "incident_id",
  dated: "alerted_at",
  quasiIdentifiers: ["threat_type", "severity", "escalation_level", "population_group"],
  fields: {
    incident_id: keyField({
      description: "A pseudonym made by the partner, unique within the partner.",
      example: "HB-000123",
    }),
    threat_type: codeField(threatTypes, {
      description: "What kind of threat the alert concerns.",
      example: "fraud",
    }),
    severity: codeField(severities, {
      description: "How severe the threat was judged when the alert was raised.",
      example: "high",
    }),
    alerted_at: timestampField({
      description: "When the alert reached the partner.",
      unit: "moment in UTC",
      example: "2026-03-03 14:05:00",
    }),
    acknowledged_at: optional(
      timestampField({
        description: "When the partner acknowledged it. Empty: not yet.",
        unit: "moment in UTC",
        example: "2026-03-03 14:35:00",
      }),
    ),
    shared_at: optional(
      timestampField({
        description: "When the partner shared it with another partner. Empty: not yet.",
        unit: "moment in UTC",
        example: "2026-03-03 16:10:00",
      }),
    ),
    acted_at: optional(
      timestampField({
        description: "When the first action was taken. Empty: not yet.",
        unit: "moment in UTC",
        example: "2026-03-03 20:20:00",
      }),
    ),
    closed_at: optional(
      timestampField({
        description: "When the incident was closed. Empty: still open.",
        unit: "moment in UTC",
        example: "2026-03-11 09:00:00",
      }),
    ),
    escalation_level: optional(
      integerField(
        { min: 0, max: 4 },
        {
          description: "The highest rung of the escalation ladder it reached, 0 for none.",
          unit: "rung",
          example: "1",
        },
      ),
    ),
    debrief_held: optional(
      booleanField({
        description: "Whether a joint debrief was held. Empty: not known.",
        example: "true",
      }),
    ),
    notebook_opened_at: optional(
      timestampField({
        description: "When the shared incident notebook was opened. Empty: not yet.",
        unit: "moment in UTC",
        example: "2026-03-03 14:40:00",
      }),
    ),
    gap_flagged_at: optional(
      timestampField({
        description: "When an information gap was first flagged to the partners. Empty: none.",
        unit: "moment in UTC",
        example: "2026-03-03 15:20:00",
      }),
    ),
    gap_answered_at: optional(
      timestampField({
        description: "When the flagged gap was answered. Empty: not yet.",
        unit: "moment in UTC",
        example: "2026-03-03 18:05:00",
      }),
    ),
    support_requested_at: optional(
      timestampField({
        description: "When support in the field was first requested. Empty: never.",
        unit: "moment in UTC",
        example: "2026-03-03 17:00:00",
      }),
    ),
    support_given_at: optional(
      timestampField({
        description: "When the requested support was given. Empty: not yet.",
        unit: "moment in UTC",
        example: "2026-03-03 19:30:00",
      }),
    ),
    above_threshold: optional(
      booleanField({
        description: "Whether it met the agreed threshold for escalation. Empty: not known.",
        example: "true",
      }),
    ),
    escalated_at: optional(
      timestampField({
        description: "When it was first escalated. Empty: not yet.",
        unit: "moment in UTC",
        example: "2026-03-03 14:25:00",
      }),
    ),
    joint_command_at: optional(
      timestampField({
        description: "When a joint command was stood up for it. Empty: not yet.",
        unit: "moment in UTC",
        example: "2026-03-03 15:00:00",
      }),
    ),
    lessons_closed_on: optional(
      dateField({
        description: "The day on which the last lesson of its debrief was closed. Empty: not yet.",
        unit: "day",
        example: "2026-04-02",
      }),
    ),
    alert_source: optional(
      codeField(alertSources, {
        description: "Where the alert came from. Empty: not stated.",
        example: "signals",
      }),
    ),
    alert_outcome: optional(
      codeField(alertOutcomes, {
        description: "What the alert proved to be when it was closed. Empty: not judged yet.",
        example: "confirmed",
      }),
    ),
    population_group: optional(
      codeField(populationGroups, {
        description: "Coarse group that the alert mainly concerned. Empty: not stated.",
        example: "group_b",
      }),
    ),
  },
  rules: [
    notBefore("acknowledged_at", "alerted_at", "It was acknowledged before it was alerted."),
    notBefore("shared_at", "alerted_at", "It was shared before it was alerted."),
    notBefore("acted_at", "alerted_at", "It was acted on before it was alerted."),
    notBefore("closed_at", "alerted_at", "It was closed before it was alerted."),
    notBefore("notebook_opened_at", "alerted_at", "Its notebook was opened before it was alerted."),
    notBefore("gap_flagged_at", "alerted_at", "Its gap was flagged before it was alerted."),
    notBefore("gap_answered_at", "gap_flagged_at", "Its gap was answered before it was flagged."),
    notBefore("support_requested_at", "alerted_at", "Support was requested before it was alerted."),
    notBefore(
      "support_given_at",
      "support_requested_at",
      "Support was given before it was requested.",
    ),
    notBefore("escalated_at", "alerted_at", "It was escalated before it was alerted."),
    notBefore(
      "joint_command_at",
      "alerted_at",
      "A joint command was stood up before it was alerted.",
    ),
    {
      name: "lessons_not_closed_before_incident",
      sentence: "Its lessons were closed before the day on which it was.",
      sql: "lessons_closed_on >= closed_at::date",
      holds: (row) => {
        const [lessons, closed] = [row["lessons_closed_on"], row["closed_at"]];
        if (typeof lessons !== "string" || typeof closed !== "string") return true;
        return lessons >= closed.slice(0, 10);
      },
    },
    {
      name: "lessons_have_debrief",
      sentence: "It has lessons of a debrief that was not held.",
      sql: "lessons_closed_on is null or debrief_held",
      holds: (row) => row["lessons_closed_on"] === null || row["debrief_held"] !== false,
    },
  ],
});
