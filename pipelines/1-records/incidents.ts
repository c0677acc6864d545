import { defineContract } from "../../src/records/contract.ts";
import {
  booleanField,
  codeField,
  integerField,
  keyField,
  notBefore,
  optional,
  timestampField,
} from "../../src/records/fields.ts";
import { severities, threatTypes } from "./terms.ts";

/** The life of a joint alert, from the moment it reaches the partners to its debrief. */
export const incidents = defineContract({
  kind: "incidents",
  title: "Incidents",
  record: "One joint alert that a partner received, and what became of it.",
  cases: ["alert", "alerts"],
  key: "incident_id",
  dated: "alerted_at",
  quasiIdentifiers: ["threat_type", "severity", "escalation_level"],
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
  },
  rules: [
    notBefore("acknowledged_at", "alerted_at", "It was acknowledged before it was alerted."),
    notBefore("shared_at", "alerted_at", "It was shared before it was alerted."),
    notBefore("acted_at", "alerted_at", "It was acted on before it was alerted."),
    notBefore("closed_at", "alerted_at", "It was closed before it was alerted."),
  ],
});
