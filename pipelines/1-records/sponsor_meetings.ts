import { defineContract } from "../../src/records/contract.ts";
import {
  booleanField,
  codeField,
  dateField,
  keyField,
  optional,
} from "../../src/records/fields.ts";
import { sponsorPosts } from "./terms.ts";

/** Whether sponsors come to the meetings in which the programme is governed. */
export const sponsorMeetings = defineContract({
  kind: "sponsor_meetings",
  title: "Sponsors at meetings",
  record: "One sponsor post's seat at one governance meeting, vacant posts included.",
  cases: ["seat", "seats"],
  key: "seat_id",
  dated: "met_on",
  quasiIdentifiers: ["sponsor_post"],
  fields: {
    seat_id: keyField({
      description: "A pseudonym made by the partner, unique within the partner.",
      example: "SC-M-0042",
    }),
    met_on: dateField({
      description: "The day on which the meeting was held.",
      unit: "day",
      example: "2026-03-18",
    }),
    sponsor_post: codeField(sponsorPosts, {
      description: "Which post the seat belongs to.",
      example: "rights_sponsor",
    }),
    seat_attended: optional(
      booleanField({
        description:
          "Whether the holder came in person or by link; a stand-in is not the holder, and a vacant " +
          "seat is not attended. Empty: not known.",
        example: "true",
      }),
    ),
  },
  rules: [],
});
