import { defineContract } from "../../src/records/contract.ts";
import { codeField, dateField, keyField, notBefore, optional } from "../../src/records/fields.ts";
import { deferralGrounds, powerClasses } from "./terms.ts";

/** The duty to tell a person afterwards that a secret measure was used against them. */
export const notifications = defineContract({
  kind: "notifications",
  title: "Notifications",
  record:
    "One person under surveillance that has ended, whom the law says to notify. It holds " +
    "nothing about the person.",
  cases: ["person", "people"],
  key: "notification_id",
  dated: "ended_on",
  quasiIdentifiers: ["power_class", "deferral_ground"],
  fields: {
    notification_id: keyField({
      description: "A pseudonym made by the partner, unique within the partner.",
      example: "HB-N-0023",
    }),
    power_class: codeField(powerClasses, {
      description: "The class of the power that was used; where several were, the most intrusive.",
      example: "interception",
    }),
    ended_on: dateField({
      description: "The day on which the surveillance ended.",
      unit: "day",
      example: "2026-02-02",
    }),
    notified_on: optional(
      dateField({
        description: "The day on which the person was told. Empty: not yet.",
        unit: "day",
        example: "2026-04-14",
      }),
    ),
    deferral_ground: optional(
      codeField(deferralGrounds, {
        description: "The ground on which notification was first put off. Empty: it was not.",
        example: "investigation",
      }),
    ),
  },
  rules: [
    notBefore("notified_on", "ended_on", "The person was told before the surveillance ended."),
  ],
});
