import type { Kind } from "./partners.ts";

/** A fault planted in the sample, so that every refusal of a contract can be seen at work. */
export interface Fault {
  readonly name: string;
  /** What is wrong, for the list in data/README.md. */
  readonly what: string;
  /** SQL for the columns it changes; none for a row that repeats the row before. */
  readonly sets: Readonly<Record<string, string>>;
  /** Only text can hold it: it is left out of Parquet and NDJSON files. */
  readonly textOnly?: true;
}

const formula = "'=cmd()'";
const receivedOn = "getvariable('received')";

/** Faults that every kind has, over its key, its day and one of its codes. */
function commonFaults(
  key: string,
  dated: string,
  type: "date" | "timestamp",
  code: string,
): Fault[] {
  const time = type === "timestamp" ? " 00:00:00" : "";
  // prettier-ignore
  return [
    { name: "key_with_space", what: "a key that holds spaces", sets: { [key]: `replace(${key}, '-', ' ')` } },
    { name: "key_missing", what: "no key", sets: { [key]: "null" } },
    { name: "key_reused", what: "the key of another record, with other content", sets: { [code]: `if(${code} = 'not_stated', '${otherCodes[code]!}', 'not_stated')` } },
    { name: "repeat", what: "an exact repeat of another record", sets: {} },
    { name: "formula", what: "a spreadsheet formula in place of a code", sets: { [code]: formula } },
    { name: "code_unknown", what: "a code outside the terminology", sets: { [code]: "'unlisted'" } },
    { name: "code_missing", what: "a required code left empty", sets: { [code]: "null" } },
    { name: "day_missing", what: "no day or moment of its own", sets: { [dated]: "null" } },
    { name: "day_1899", what: "a day in 1899", sets: { [dated]: `${type} '1899-12-30${time}'` } },
    { name: "outside_period", what: "a day two years before the period", sets: { [dated]: `(${dated} - interval 730 day)::${type}` } },
    { name: "day_unreal", what: "30 February", sets: { [dated]: `'2026-02-30${time}'` }, textOnly: true },
  ];
}

const otherCodes: Readonly<Record<string, string>> = {
  threat_type: "fraud",
  right_engaged: "property",
};

/** In this order they are planted, one row in a hundred, and then from the start again. */
// prettier-ignore
export const faults: Readonly<Record<Kind, readonly Fault[]>> = {
  incidents: [
    ...commonFaults("incident_id", "alerted_at", "timestamp", "threat_type"),
    { name: "acknowledged_early", what: "acknowledged before it was alerted", sets: { acknowledged_at: "alerted_at - interval 20 minute" } },
    { name: "shared_early", what: "shared before it was alerted", sets: { shared_at: "alerted_at - interval 2 hour" } },
    { name: "acted_early", what: "acted on before it was alerted", sets: { acted_at: "alerted_at - interval 90 minute" } },
    { name: "closed_early", what: "closed before it was alerted", sets: { closed_at: "alerted_at - interval 3 day" } },
    { name: "closed_2814", what: "closed in 2814", sets: { closed_at: "timestamp '2814-01-01 09:00:00'" } },
    { name: "closed_after_receipt", what: "closed after the file was received", sets: { closed_at: `${receivedOn}::timestamp + interval 20 day` } },
    { name: "severity_unknown", what: "a severity outside the terminology", sets: { severity: "'urgent'" } },
    { name: "rung_too_high", what: "rung 7 of a ladder of 4", sets: { escalation_level: "7" } },
    { name: "rung_half", what: "half a rung", sets: { escalation_level: "'1.5'" }, textOnly: true },
    { name: "debrief_maybe", what: "a debrief that is neither true nor false", sets: { debrief_held: "'maybe'" }, textOnly: true },
  ],
  disruptions: [
    ...commonFaults("disruption_id", "validated_on", "date", "threat_type"),
    { name: "no_currency", what: "a value without a currency", sets: { assets_restrained: "1500.00", currency: "null" } },
    { name: "foreign_currency", what: "a value in dollars", sets: { assets_restrained: "1500.00", currency: "'USD'" } },
    { name: "value_negative", what: "a negative value", sets: { assets_restrained: "-1500.00", currency: "'EUR'" } },
    { name: "decimal_comma", what: "a value with a decimal comma", sets: { assets_restrained: "'12500,50'", currency: "'EUR'" }, textOnly: true },
    { name: "value_nan", what: "NaN in place of a value", sets: { assets_confiscated: "'NaN'", currency: "'EUR'" }, textOnly: true },
    { name: "grade_unknown", what: "a grade outside the terminology", sets: { grade: "'enormous'" } },
    { name: "grade_missing", what: "no grade", sets: { grade: "null" } },
    { name: "no_partners", what: "no partner took part", sets: { partners_involved: "0" } },
  ],
  predictions: [
    ...commonFaults("prediction_id", "issued_on", "date", "threat_type"),
    { name: "horizon_early", what: "a horizon before it was issued", sets: { horizon_on: "issued_on - 10" } },
    { name: "horizon_2814", what: "a horizon in 2814", sets: { horizon_on: "date '2814-01-01'" } },
    { name: "horizon_missing", what: "no horizon", sets: { horizon_on: "null" } },
    { name: "resolved_early", what: "resolved before it was issued", sets: { happened: "true", resolved_on: "issued_on - 3" } },
    { name: "resolved_after_receipt", what: "resolved after the file was received", sets: { happened: "true", resolved_on: `${receivedOn} + 20` } },
    { name: "outcome_without_day", what: "an outcome without its day", sets: { happened: "true", resolved_on: "null" } },
    { name: "day_without_outcome", what: "the day of an outcome without the outcome", sets: { happened: "null", resolved_on: "issued_on + 5" } },
    { name: "probability_101", what: "101 per cent", sets: { probability_percent: "101" } },
    { name: "probability_missing", what: "no probability", sets: { probability_percent: "null" } },
    { name: "probability_half", what: "12.5 per cent", sets: { probability_percent: "'12.5'" }, textOnly: true },
    { name: "probability_nan", what: "NaN in place of a probability", sets: { probability_percent: "'NaN'" }, textOnly: true },
  ],
  complaints: [
    ...commonFaults("complaint_id", "received_on", "date", "right_engaged"),
    { name: "acknowledged_early", what: "acknowledged before it was received", sets: { acknowledged_on: "received_on - 4" } },
    { name: "closed_early", what: "closed before it was received", sets: { decision: "'upheld'", closed_on: "received_on - 30" } },
    { name: "closed_2814", what: "closed in 2814", sets: { decision: "'upheld'", closed_on: "date '2814-01-01'" } },
    { name: "closed_after_receipt", what: "closed after the file was received", sets: { decision: "'upheld'", closed_on: `${receivedOn} + 20` } },
    { name: "closed_undecided", what: "closed without a decision", sets: { decision: "null", closed_on: "received_on + 5", remedy: "null" } },
    { name: "decided_unclosed", what: "decided without being closed", sets: { decision: "'upheld'", closed_on: "null" } },
    { name: "decision_unknown", what: "a decision outside the terminology", sets: { decision: "'rejected'", closed_on: "received_on + 5" } },
    { name: "remedy_unknown", what: "a remedy outside the terminology", sets: { remedy: "'flowers'" } },
    { name: "group_unknown", what: "a group outside the terminology", sets: { population_group: "'group_z'" } },
    { name: "channel_missing", what: "no channel", sets: { channel: "null" } },
  ],
};
