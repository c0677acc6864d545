import { defineContract } from "../../src/records/contract.ts";
import {
  booleanField,
  codeField,
  dateField,
  integerField,
  keyField,
  optional,
} from "../../src/records/fields.ts";
import { sessionTypes } from "./terms.ts";

/** A briefing, an exercise or a feedback session that partners plan to hold together. */
export const jointSessions = defineContract({
  kind: "joint_sessions",
  title: "Joint sessions",
  record:
    "One joint briefing, exercise or feedback session that was planned, recorded by its host.",
  cases: ["session", "sessions"],
  key: "session_id",
  dated: "planned_on",
  quasiIdentifiers: ["session_type"],
  fields: {
    session_id: keyField({
      description: "A pseudonym made by the partner, unique within the partner.",
      example: "HB-S-0104",
    }),
    session_type: codeField(sessionTypes, {
      description: "What kind of session it is.",
      example: "briefing",
    }),
    planned_on: dateField({
      description: "The day for which it was first planned; it stays when the session is moved.",
      ahead: true,
      unit: "day",
      example: "2026-03-04",
    }),
    sectors_invited: integerField(
      { min: 1, max: 7 },
      {
        description: "How many sectors were to take part, that of the host included.",
        unit: "sectors",
        example: "4",
      },
    ),
    held_on: optional(
      dateField({
        description: "The day on which it was held. Empty: not held yet.",
        unit: "day",
        example: "2026-03-06",
      }),
    ),
    session_cancelled: booleanField({
      description: "Whether it was called off for good.",
      example: "false",
    }),
  },
  rules: [
    {
      name: "cancelled_is_not_held",
      sentence: "It was called off, and yet held.",
      sql: "not (session_cancelled and held_on is not null)",
      holds: (row) => row["session_cancelled"] !== true || row["held_on"] === null,
    },
  ],
});
