import fc from "fast-check";
import { expect, test } from "vitest";
import { goodRow, header, ingestFiles, place } from "./programme-folder.ts";

const fragments: readonly (string | Buffer)[] = [
  goodRow("A-1").replace("high", "low"),
  goodRow("A-1"),
  "",
  "",
  " ",
  ",,,,,,,,,",
  '"',
  '"""',
  '"a","b',
  "short",
  `${goodRow("A-2")},`,
  goodRow("A-3").replace("drugs", '"dr""ugs"'),
  goodRow("A-4").replace("drugs", '"dr\u0001ugs"'),
  Buffer.from("caf\xe9,\xff\xfe", "latin1"),
  Buffer.from([0xed, 0xa0, 0x80]),
  "\\x01",
  "\u0001",
  "\u2028",
  "x".repeat(65_535),
  "x".repeat(65_537),
  "y".repeat(200_000),
  header,
];

/** Files of good lines and of every kind of bad one, with any line ends. */
const files = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 3, arbitrary: fc.nat({ max: 40 }).map((i) => goodRow(`G-${i}`)) },
        { weight: 2, arbitrary: fc.constantFrom(...fragments) },
      ),
      fc.constantFrom("\n", "\r\n", "\n\n", "\r"),
    ),
    { minLength: 1, maxLength: 60 },
  )
  .filter((lines) => lines.some(([line]) => line.length > 0));

test("every row ends in exactly one place, whatever the bytes of a file", async () => {
  for (const lines of fc.sample(files, { numRuns: 60, seed: 7 })) {
    const bytes = lines.flatMap(([line, end]) => [Buffer.from(line), Buffer.from(end)]);
    const { file } = await ingestFiles({
      [place]: Buffer.concat([Buffer.from(`${header}\n`), ...bytes]),
    });
    const rows = lines.filter(([line]) => line.length > 0).map(([line]) => line);
    const good = rows.filter((row) => typeof row === "string" && /^G-\d+,/.test(row));
    const { received, accepted, quarantined, duplicates, state } = file();
    expect(state).toBe("used");
    expect(received).toBe(rows.length);
    expect(received).toBe(accepted + quarantined + duplicates);
    // Among the fragments only a lone A-1 can be good: two different ones share a key.
    const keys = new Set(rows.filter((row) => /^A-1,/.test(String(row))));
    const lone = rows.filter((row) => keys.size === 1 && keys.has(row)).length;
    expect(accepted).toBe(new Set(good).size + (lone > 0 ? 1 : 0));
    expect(duplicates).toBe(good.length - new Set(good).size + Math.max(0, lone - 1));
  }
});

test("no row is lost where a file is longer than the engine's buffers", async () => {
  const lengths = fc.sample(fc.integer({ min: 0, max: 60_000 }), { numRuns: 400, seed: 11 });
  const rows = lengths.flatMap((length, i) => [
    goodRow(`G-${i}`),
    "z".repeat(length + 1),
    ...Array.from({ length: 40 }, (_, j) => goodRow(`G-${i}-${j}`)),
  ]);
  const { file, reasons } = await ingestFiles({ [place]: [header, ...rows].join("\r\n") });
  expect(file()).toMatchObject({ received: rows.length, accepted: 400 * 41, duplicates: 0 });
  expect(reasons()).toEqual({ unreadable_line: 400 });
});

test("rows are numbered as they stand in the file, unreadable ones included", async () => {
  const content = Buffer.concat([
    Buffer.from(`${header}\n${goodRow("G-1")}\n`),
    Buffer.from("\xff\n", "latin1"),
    Buffer.from(`${"x".repeat(70_000)}\n\n${goodRow("G-2")}\n${goodRow("G 3")}\n`),
  ]);
  const { file } = await ingestFiles({ [place]: content });
  expect(file().reasons).toMatchObject([
    { rule: "unreadable_line", rows: 2, firstRow: 2 },
    { rule: "incident_id_not_valid", rows: 1, firstRow: 5 },
  ]);
});

test("many small files count the same as one by one", async () => {
  const names = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, "0"));
  const entries = names.flatMap((month) => {
    const row = goodRow(`M-${month}`).replace("2026-02-03", `2025-${month}-03`);
    const bad = row.replace("drugs", "unknown");
    return [
      [`submissions/harbour/2025-${month}/incidents.csv`, [header, row, bad, row].join("\n")],
    ];
  });
  const { report } = await ingestFiles(Object.fromEntries(entries) as Record<string, string>);
  for (const file of report.files) {
    expect(file).toMatchObject({ received: 3, accepted: 1, quarantined: 1, duplicates: 1 });
    expect(file.reasons).toMatchObject([{ rule: "threat_type_not_valid", firstRow: 2 }]);
  }
});

test("one damaged file among small ones of its form is refused alone", async () => {
  const path = (month: string) => `submissions/harbour/2025-${month}/incidents.ndjson`;
  const { report } = await ingestFiles({
    [path("01")]: "{}\n",
    [`submissions/harbour/2025-02/incidents.csv`]: `${header}\n${goodRow("A-1").replace("2026-", "2025-")}\n`,
  });
  expect(report.files.map(({ state }) => state)).toEqual(["refused", "used"]);
});
