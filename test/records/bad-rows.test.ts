import { expect, test } from "vitest";
import { csv, goodRow, header, ingestFiles, place } from "./programme-folder.ts";

/** The rule that a row is refused for, between two good rows; "accepted" if it is not. */
async function verdict(row: string | Buffer): Promise<string> {
  const content = Buffer.concat([
    Buffer.from(`${header}\n${goodRow("G-1")}\n`),
    Buffer.from(row),
    Buffer.from(`\n${goodRow("G-2")}\n`),
  ]);
  const { file } = await ingestFiles({ [place]: content });
  const { received, accepted, reasons } = file();
  expect(received).toBe(3);
  if (reasons.length === 0) return "accepted";
  expect(accepted).toBe(2);
  expect(reasons).toMatchObject([{ rows: 1, firstRow: 2 }]);
  return reasons[0]!.rule;
}

const row = (changes: Record<string, string>) => {
  const cells = goodRow("A-1").split(",");
  for (const [name, cell] of Object.entries(changes)) cells[header.split(",").indexOf(name)] = cell;
  return cells.join(",");
};

test.each([
  ["too few columns", "A-1,drugs", "unreadable_line"],
  ["too many columns", `${goodRow("A-1")},x`, "unreadable_line"],
  ["a quote that is not closed", row({ severity: '"high' }), "unreadable_line"],
  ["a quote inside a value", row({ severity: 'hi"gh' }), "unreadable_line"],
  ["text after a closing quote", row({ severity: '"hi"gh' }), "unreadable_line"],
  [
    "letters that are not UTF-8",
    Buffer.from(row({ severity: "caf\xe9" }), "latin1"),
    "unreadable_line",
  ],
  ["a line of 200,000 letters", row({ severity: "x".repeat(200_000) }), "unreadable_line"],
  ["only spaces", "   ", "unreadable_line"],
  ["quoted values", goodRow("A-1").replace(/[^,]+/g, '"$&"'), "accepted"],
  ["no key", row({ incident_id: "" }), "incident_id_missing"],
  ["a key with a space", row({ incident_id: "A 1" }), "incident_id_not_valid"],
  ["a key of 65 letters", row({ incident_id: "x".repeat(65) }), "incident_id_not_valid"],
  ["a key that is a telephone number", row({ incident_id: "HB-0612345678" }), "direct_identifier"],
  ["a key that is an IBAN", row({ incident_id: "GB29NWBK60161331926819" }), "direct_identifier"],
  ["a key that is an e-mail address", row({ incident_id: "a@b.example" }), "direct_identifier"],
  [
    "a key that is a UUID",
    row({ incident_id: "550e8400-e29b-41d4-a716-446655440000" }),
    "accepted",
  ],
  ["a key with a padded number", row({ incident_id: "HB-000000000123" }), "accepted"],
  ["an e-mail address for a code", row({ threat_type: "a@b.example" }), "direct_identifier"],
  ["a telephone number for a code", row({ severity: "+44 20 7946 0000" }), "direct_identifier"],
  ["coordinates for a code", row({ severity: "51.50735; -0.12776" }), "direct_identifier"],
  ["a national number for a code", row({ severity: "199001011234" }), "direct_identifier"],
  ["a formula for a code", row({ threat_type: "=cmd()" }), "threat_type_not_valid"],
  ["a formula for a key", row({ incident_id: "@SUM(A1)" }), "incident_id_not_valid"],
  ["a code in capitals", row({ threat_type: "Drugs" }), "threat_type_not_valid"],
  ["no code", row({ severity: "" }), "severity_missing"],
  ["no moment", row({ alerted_at: "" }), "alerted_at_missing"],
  ["a moment with a T", row({ alerted_at: "2026-02-03T14:05:00" }), "alerted_at_not_valid"],
  ["a moment without seconds", row({ alerted_at: "2026-02-03 14:05" }), "alerted_at_not_valid"],
  [
    "a moment with a fraction",
    row({ alerted_at: "2026-02-03 14:05:00.5" }),
    "alerted_at_not_valid",
  ],
  ["a moment of hour 24", row({ alerted_at: "2026-02-03 24:00:00" }), "alerted_at_not_valid"],
  ["30 February", row({ alerted_at: "2026-02-30 14:05:00" }), "alerted_at_not_valid"],
  ["the year 1899", row({ acted_at: "1899-12-31 00:00:00" }), "acted_at_not_valid"],
  ["the year 2814", row({ closed_at: "2814-01-01 00:00:00" }), "closed_at_not_valid"],
  ["infinity", row({ closed_at: "infinity" }), "closed_at_not_valid"],
  ["a moment before the period", row({ alerted_at: "2025-12-31 23:59:59" }), "outside_period"],
  ["a moment after the period", row({ alerted_at: "2026-04-01 00:00:00" }), "outside_period"],
  ["the last second of the period", row({ alerted_at: "2026-03-31 23:59:59" }), "accepted"],
  ["a moment after the submission", row({ closed_at: "2026-04-11 00:00:00" }), "after_submission"],
  ["the last second that is known", row({ closed_at: "2026-04-10 23:59:59" }), "accepted"],
  ["NaN for a whole number", row({ escalation_level: "NaN" }), "escalation_level_not_valid"],
  ["inf for a whole number", row({ escalation_level: "inf" }), "escalation_level_not_valid"],
  ["a decimal for a whole number", row({ escalation_level: "1.0" }), "escalation_level_not_valid"],
  ["a number above its range", row({ escalation_level: "5" }), "escalation_level_not_valid"],
  [
    "a number far above its range",
    row({ escalation_level: "9".repeat(40) }),
    "escalation_level_not_valid",
  ],
  ["a negative number", row({ escalation_level: "-1" }), "escalation_level_not_valid"],
  ["yes for true", row({ debrief_held: "yes" }), "debrief_held_not_valid"],
  ["1 for true", row({ debrief_held: "1" }), "debrief_held_not_valid"],
  ["True for true", row({ debrief_held: "True" }), "debrief_held_not_valid"],
  [
    "an action before the alert",
    row({ acted_at: "2026-02-03 14:04:59" }),
    "acted_at_not_before_alerted_at",
  ],
  ["an action with the alert", row({ acted_at: "2026-02-03 14:05:00" }), "accepted"],
])("a row with %s: %#", async (_, line, rule) => {
  expect(await verdict(line)).toBe(rule);
});

test("currency must be the programme's", async () => {
  const head =
    "disruption_id,threat_type,disruption_kind,validated_on,grade,moderated_grade," +
    "partners_involved,assets_restrained,assets_confiscated,currency,collateral_harm";
  const lines = [
    "100.00,,EUR",
    "100.00,,USD",
    "100.00,,euro",
    "100.00,,",
    "-1.00,,EUR",
    "1.005,,EUR",
    "1e3,,EUR",
    ",,",
  ];
  const rows = lines.map((cells, i) => `D-${i},drugs,takedown,2026-02-03,minor,,2,${cells},false`);
  const { reasons, file } = await ingestFiles({
    [place.replace("incidents", "disruptions")]: [head, ...rows].join("\n"),
  });
  expect(file().accepted).toBe(2);
  expect(reasons()).toEqual({
    assets_restrained_not_valid: 3,
    currency_not_valid: 1,
    currency_not_the_programmes: 1,
    value_has_currency: 1,
  });
});

test("a horizon may lie after the day of submission", async () => {
  const content =
    "prediction_id,threat_type,product,issued_on,horizon_on,probability_percent,happened,resolved_on\n" +
    "P-1,cyber,warning,2026-02-03,2027-12-31,70,,\n";
  const { file } = await ingestFiles({ [place.replace("incidents", "predictions")]: content });
  expect(file().accepted).toBe(1);
});

test("an exact repeat is counted once and the first is kept", async () => {
  const { file } = await ingestFiles({ [place]: csv(...Array<string>(5).fill(goodRow("A-1"))) });
  expect(file()).toMatchObject({ received: 5, accepted: 1, duplicates: 4, quarantined: 0 });
});

test("a key that stands for different records keeps none of them", async () => {
  const other = goodRow("A-1").replace("high", "low");
  const { file, reasons } = await ingestFiles({
    [place]: csv(goodRow("A-1"), goodRow("A-1"), other, goodRow("A-2")),
  });
  expect(file()).toMatchObject({ received: 4, accepted: 1, duplicates: 0 });
  expect(reasons()).toEqual({ key_reused: 3 });
});

test("the same key from two partners or of two kinds is no repeat", async () => {
  const { report } = await ingestFiles({
    [place]: csv(goodRow("A-1")),
    [place.replace("harbour", "lantern")]: csv(goodRow("A-1")),
  });
  expect(report.totals).toMatchObject({ accepted: 2, duplicates: 0 });
});

test("a key used again in another period with other content is refused in both", async () => {
  const { reasons } = await ingestFiles({
    [place]: csv(goodRow("A-1")),
    "submissions/harbour/2025-Q4/incidents.csv": csv(goodRow("A-1").replace("2026-02", "2025-11")),
  });
  expect(reasons(place)).toEqual({ key_reused: 1 });
});

test("line ends of Windows, a byte order mark and a missing last line end are no faults", async () => {
  const content = `\uFEFF${csv(goodRow("A-1"), goodRow("A-2")).replaceAll("\n", "\r\n").trimEnd()}`;
  const { file } = await ingestFiles({ [place]: content });
  expect(file()).toMatchObject({ received: 2, accepted: 2 });
});

test("a line of 100 MB is counted, refused and does not exhaust memory", async () => {
  const endless = Buffer.alloc(100_000_000, "x");
  const before = process.memoryUsage().rss;
  const { file, reasons } = await ingestFiles({
    [place]: Buffer.concat([
      Buffer.from(`${header}\n${goodRow("A-1")}\n`),
      endless,
      Buffer.from(`\n${goodRow("A-2")}\nA-3,short\n`),
    ]),
  });
  expect(file()).toMatchObject({ received: 4, accepted: 2, quarantined: 2 });
  expect(reasons()).toEqual({ unreadable_line: 2 });
  expect(process.memoryUsage().rss - before).toBeLessThan(600e6);
});
