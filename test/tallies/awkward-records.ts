import type { TestFile } from "./records-engine.ts";

const alert = (alerted: string, events: Record<string, string> = {}): Record<string, string> => ({
  threat_type: "'fraud'",
  severity: "'low'",
  alerted_at: `timestamp '${alerted}'`,
  ...events,
});

const disruption = (facts: Record<string, string>): Record<string, string> => ({
  threat_type: "'drugs'",
  disruption_kind: "'takedown'",
  validated_on: "date '2026-02-01'",
  grade: "'major'",
  ...facts,
});

const complaint = (
  received: string,
  facts: Record<string, string> = {},
): Record<string, string> => ({
  right_engaged: "'privacy'",
  channel: "'web'",
  population_group: "'group_a'",
  handling_route: "'formal'",
  received_on: `date '${received}'`,
  ...facts,
});

const closed = "timestamp '2026-03-09 12:00:00'";

/** Harbour's file was received before the cut-off; the others leave something unrecorded. */
export const files: TestFile[] = [
  {
    kind: "incidents",
    partner: "harbour",
    asOf: "2026-03-10",
    rows: [
      alert("2025-12-31 23:59:59", { closed_at: closed }),
      alert("2026-04-01 00:00:00"),
      alert("2026-03-10 00:00:00"),
      alert("2026-03-01 08:00:00", {
        notebook_opened_at: "timestamp '2026-03-01 09:00:01'",
        gap_flagged_at: "timestamp '2026-03-02 08:00:00'",
        gap_answered_at: "timestamp '2026-03-11 00:00:00'",
        support_requested_at: "timestamp '2026-03-01 10:00:00'",
        support_given_at: "timestamp '2026-03-01 14:00:01'",
        above_threshold: "true",
        escalated_at: "timestamp '2026-03-01 08:31:00'",
        escalation_level: "3",
        joint_command_at: "timestamp '2026-03-11 00:00:00'",
        alert_outcome: "'confirmed'",
        acknowledged_at: "timestamp '2026-03-01 08:00:01'",
        shared_at: "timestamp '2026-03-01 10:01:00'",
        acted_at: "timestamp '2026-03-10 23:59:59'",
        closed_at: "timestamp '2026-03-11 00:00:00'",
        debrief_held: "true",
      }),
      alert("2026-03-09 08:00:00", {
        gap_flagged_at: "timestamp '2026-03-09 09:00:00'",
        gap_answered_at: "timestamp '2026-03-09 10:00:00'",
        support_requested_at: "timestamp '2026-03-10 20:00:00'",
        above_threshold: "true",
        closed_at: closed,
        debrief_held: "true",
        lessons_closed_on: "date '2026-03-10'",
        alert_source: "'signals'",
        alert_outcome: "'refuted'",
        population_group: "'group_b'",
      }),
      alert("2026-03-09 08:00:00", {
        above_threshold: "false",
        escalation_level: "1",
        closed_at: closed,
        debrief_held: "false",
        alert_outcome: "'confirmed'",
      }),
      alert("2026-03-09 08:00:00", {
        escalation_level: "4",
        joint_command_at: "timestamp '2026-03-09 09:00:00'",
        closed_at: closed,
      }),
    ],
  },
  {
    kind: "incidents",
    partner: "lantern",
    asOf: "2026-04-10",
    notRecorded: [
      ...["acted_at", "debrief_held", "notebook_opened_at", "escalation_level", "alert_source"],
    ],
    rows: [
      alert("2026-03-09 08:00:00", {
        above_threshold: "true",
        escalated_at: "timestamp '2026-03-09 08:10:00'",
        closed_at: closed,
      }),
      alert("2026-03-31 00:00:00"),
    ],
  },
  {
    kind: "incidents",
    partner: "beacon",
    asOf: "2026-04-10",
    notRecorded: [
      ...["closed_at", "gap_flagged_at", "support_given_at", "above_threshold"],
      ...["joint_command_at", "population_group"],
    ],
    rows: [alert("2026-03-31 12:00:00", { debrief_held: "true" })],
  },
  {
    kind: "disruptions",
    partner: "harbour",
    asOf: "2026-04-10",
    rows: [
      disruption({
        assets_restrained: "0.10",
        assets_confiscated: "0",
        enabler: "'bank_account'",
        collateral_harm: "true",
      }),
      disruption({
        assets_restrained: "0.20",
        partners_involved: "2",
        enabler: "'none'",
        collateral_harm: "false",
      }),
      disruption({ moderated_grade: "'minor'", assets_restrained: "0", partners_involved: "1" }),
      disruption({ moderated_grade: "'refused'", assets_restrained: "7", enabler: "'logistics'" }),
      disruption({ validated_on: "date '2026-04-01'", assets_restrained: "1000" }),
    ],
  },
  {
    kind: "disruptions",
    partner: "lantern",
    asOf: "2026-04-10",
    notRecorded: ["enabler", "collateral_harm"],
    rows: [disruption({})],
  },
  {
    kind: "complaints",
    partner: "harbour",
    asOf: "2026-03-10",
    rows: [
      complaint("2026-03-10"),
      complaint("2026-04-01"),
      complaint("2026-03-01", {
        acknowledged_on: "date '2026-03-10'",
        closed_on: "date '2026-03-11'",
        decision: "'upheld'",
        remedy: "'apology'",
      }),
      complaint("2026-03-01", {
        closed_on: "date '2026-03-05'",
        decision: "'upheld'",
        remedy: "'apology'",
        review_asked_on: "date '2026-03-06'",
        review_decision: "'upheld'",
        review_decided_on: "date '2026-03-11'",
      }),
      complaint("2026-03-01", {
        closed_on: "date '2026-03-05'",
        decision: "'withdrawn'",
        review_asked_on: "date '2026-03-06'",
        review_decision: "'not_upheld'",
        review_decided_on: "date '2026-03-10'",
      }),
      complaint("2026-03-01", {
        closed_on: "date '2026-03-01'",
        decision: "'upheld'",
        remedy: "'none'",
        review_asked_on: "date '2026-03-11'",
      }),
    ],
  },
  {
    kind: "complaints",
    partner: "lantern",
    asOf: "2026-04-10",
    notRecorded: ["acknowledged_on", "closed_on", "review_decision"],
    rows: [complaint("2026-02-01"), complaint("2026-02-01")],
  },
];
