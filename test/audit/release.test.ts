import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recomputeRelease } from "../../src/recompute/recompute-release.ts";
import { readRelease, type Release } from "../../src/release/read.ts";
import { rowsFile, type RowsFile } from "../../src/release/rows-schema.ts";
import type { Audit, Figure, Intake } from "../../src/release/schema.ts";
import { run } from "../../src/run.ts";

const sample = join(import.meta.dirname, "../../data/sample");
let folder: string;
let place: string;
let release: Release;
let audit: Audit;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plumbline-audit-"));
  const data = join(folder, "data");
  await cp(sample, data, { recursive: true });
  await plantDrift(join(data, "submissions/lantern/2025-10_2026-09/incidents@2026-07-13.csv"));
  const [result] = await run({
    ...{ data, releases: join(folder, "releases"), tier: "auditor", only: "2026-q2" },
  });
  place = result!.folder;
  release = await readRelease(place);
  audit = release.audit!;
}, 180_000);

afterAll(() => rm(folder, { recursive: true }));

/** From April 2026 on, whatever this partner called cyber it calls fraud. */
async function plantDrift(path: string): Promise<void> {
  const [header = "", ...rows] = (await readFile(path, "utf8")).split("\n");
  const columns = header.split(",");
  const [threat, day] = [columns.indexOf("threat_type"), columns.indexOf("alerted_at")];
  const changed = rows.map((row) => {
    const cells = row.split(",");
    if ((cells[day] ?? "") < "2026-04" || cells[threat] === "fraud") return row;
    return cells.with(threat, "fraud").join(",");
  });
  await writeFile(path, [header, ...changed].join("\n"));
}

test("the drift that was planted is found, in words, and no other", () => {
  const drifted = audit.drift.compared.filter((one) => one.drifted);
  expect(drifted.map(({ kind, partner, label }) => `${partner} ${kind} ${label}`)).toEqual([
    "lantern incidents threat_type",
  ]);
  expect(drifted[0]!.words).toMatch(
    /^Drifted: “Fraud and money laundering” was \d+% of cases before/,
  );
  expect(audit.drift.rule.comparisons).toBeGreaterThan(100);
});

test("filled, empty and not recorded add up to the accepted records, field by field", () => {
  const accepted = new Map<string, number>();
  for (const { kind, partners } of audit.intake) {
    for (const { partner, accepted: rows } of partners) {
      const key = `${kind} ${partner}`;
      accepted.set(key, (accepted.get(key) ?? 0) + rows);
    }
  }
  expect(audit.completeness.length).toBeGreaterThan(500);
  for (const { kind, partner, field, filled, empty, notRecorded } of audit.completeness) {
    const all = accepted.get(`${kind} ${partner}`);
    expect(filled + empty + notRecorded, `${kind} ${partner} ${field}`).toBe(all);
  }
});

test("a field that a partner's mapping does not keep is not recorded, never empty", () => {
  const own = audit.completeness.find(
    ({ partner, kind, field }) =>
      partner === "compact" && kind === "incidents" && field === "debrief_held",
  )!;
  expect(own).toMatchObject({ filled: 0, empty: 0 });
  expect(own.notRecorded).toBeGreaterThan(500);
});

test("fields are counted as the files themselves read, refused rows left out", async () => {
  const files = audit.intake.filter(
    ({ partner, kind, state }) => partner === "beacon" && kind === "concerns" && state === "used",
  );
  expect(files).toHaveLength(2);
  let [filled, spared] = [0, 0];
  for (const { id, rows: counts } of files) {
    const text = await readFile(join(folder, `data/submissions/${id}.csv`), "utf8");
    const [header = "", ...rows] = text.trim().split("\n");
    const at = header.split(",").indexOf("concern_closed_on");
    filled += rows.filter((row) => row.split(",")[at] !== "").length;
    spared += counts.received - counts.accepted;
  }
  const said = audit.completeness.find(
    ({ kind, partner, field }) =>
      kind === "concerns" && partner === "beacon" && field === "concern_closed_on",
  )!;
  expect(filled).toBeGreaterThan(50);
  expect(said.filled).toBeGreaterThanOrEqual(filled - spared);
  expect(said.filled).toBeLessThanOrEqual(filled);
});

/** Which rows of an indicator are of a file's partners and months, worked out without the program. */
function rowsOf(rows: RowsFile, file: Intake, from: string, to: string): Record<string, string>[] {
  const read = (at: number): Record<string, string> =>
    Object.fromEntries(
      rows.columns.map(({ name, codes, values }) => [
        name,
        codes === undefined ? String(values[at]) : codes[Number(values[at])]!,
      ]),
    );
  return rows.columns[0]!.values.map((_, at) => read(at)).filter(
    (row) => row["partner"] === file.partner && row["month"]! >= from && row["month"]! <= to,
  );
}

function standsFor(figure: Figure, row: Record<string, string>): boolean {
  if (row["month"]! < figure.from || row["month"]! > figure.to) return false;
  const codes = [figure.category, figure.subcategory];
  return figure.breakdown.split(",").every((dimension, at) => {
    if (["year", "quarter", "month"].includes(dimension)) return true;
    const own = release.about.partners.find(({ id }) => id === row["partner"])!;
    const value =
      dimension === "sector" ? own.sector : dimension === "region" ? own.region : row[dimension];
    return value === codes[at];
  });
}

test("a file leads up to every figure with a row of its partner and months, and to no other", async () => {
  const observed = ["reporting", "deliveries"];
  let found = 0;
  for (const { definition, figures } of release.indicators) {
    const kinds = definition.tallies.map(({ name }) => name);
    if (kinds.some((kind) => observed.includes(kind))) continue;
    const text = await readFile(join(place, `indicators/${definition.id}/rows.json`), "utf8");
    const rows = rowsFile.parse(JSON.parse(text));
    for (const file of audit.intake.filter(({ state }) => state === "used")) {
      const to = [file.period.to, "2026-06-30"].sort()[0]!.slice(0, 7);
      const own = kinds.includes(file.kind)
        ? rowsOf(rows, file, file.period.from.slice(0, 7), to)
        : [];
      const expected = figures.flatMap((figure, at) =>
        own.some((row) => standsFor(figure, row)) ? [at] : [],
      );
      const runs = file.touches.find(({ indicator }) => indicator === definition.id)?.figures ?? [];
      const said = runs.flatMap(([first, last]) =>
        Array.from({ length: last - first + 1 }, (_, step) => first + step),
      );
      expect(said, `${file.id} ${definition.id}`).toEqual(expected);
      found += said.length;
    }
  }
  expect(found).toBeGreaterThan(10_000);
}, 60_000);

test("every file reaches the figures on reporting of its partner, a replaced one too", () => {
  for (const file of audit.intake.filter(({ received }) => received !== null)) {
    const own = file.touches.find(({ indicator }) => indicator === "reported-on-time")!;
    const { figures } = release.indicators.find(
      ({ definition }) => definition.id === "reported-on-time",
    )!;
    const touched = own.figures.flatMap(([first, last]) => figures.slice(first, last + 1));
    const partners = touched.filter(({ breakdown }) => breakdown === "partner");
    expect(partners.every(({ category }) => category === file.partner)).toBe(true);
  }
});

test("a file that came after the release leaves no mark on it", () => {
  const { published } = release.about.release;
  expect(audit.intake.filter(({ received }) => received! > published)).toEqual([]);
});

test("who recomputes the release finds all of it as published, and what was changed", async () => {
  expect((await recomputeRelease(place)).faults).toEqual([]);
  const copy = join(folder, "copy");
  await cp(place, copy, { recursive: true });
  const change = async <Name extends keyof Audit>(
    name: Name,
    edit: (value: Audit[Name]) => unknown,
  ): Promise<void> => {
    const path = join(copy, `${name}.json`);
    await writeFile(
      path,
      JSON.stringify(edit(JSON.parse(await readFile(path, "utf8")) as Audit[Name])),
    );
  };
  await change("completeness", ([first, ...others]) => [
    { ...first!, filled: first!.filled + 1 },
    ...others,
  ]);
  await change("drift", (drift) => ({
    ...drift,
    compared: drift.compared.map((one) => ({ ...one, drifted: false })),
  }));
  await change("intake", ([first, ...others]) => [
    { ...first!, touches: first!.touches.slice(1) },
    ...others,
  ]);
  const { faults } = await recomputeRelease(copy);
  expect(faults.map(({ file }) => file).sort()).toEqual([
    "completeness.json",
    "drift.json",
    "intake.json",
  ]);
}, 120_000);
