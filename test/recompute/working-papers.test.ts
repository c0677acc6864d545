import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Engine, quoteText } from "../../src/engines/duckdb.ts";
import { recomputeReport } from "../../src/recompute/report.ts";
import type { Figure } from "../../src/release/schema.ts";
import { run } from "../../src/run.ts";
import { verifyEnvelope, type Envelope } from "../../src/trust/statements/dsse.ts";
import { parseKey } from "../../src/trust/keys/keys.ts";
import { parseStatement } from "../../src/trust/statements/statements.ts";
import { plumbline } from "../command.ts";
import { copySample, twoKinds } from "../few-kinds.ts";

let folder: string;
let release: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plumbline-papers-"));
  const data = join(folder, "data");
  await copySample(data, twoKinds);
  await run({ data, releases: join(folder, "releases"), tier: "public", only: "2026-q2" });
  release = "releases/2026-q2/public";
  await cp(join(folder, release), join(folder, "false"), { recursive: true });
  const path = join(folder, "false/indicators/complaints-received/figures.json");
  const [first, ...rest] = JSON.parse(await readFile(path, "utf8")) as Figure[];
  await writeFile(path, JSON.stringify([{ ...first!, value: first!.value! + 10 }, ...rest]));
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

const inFolder = (args: readonly string[]) => plumbline(args, { cwd: folder });

test("working papers hold all it takes to work out a figure in another program", async () => {
  const said = await inFolder(["recompute", release, "--out", "papers"]);
  expect([said.code, said.err]).toEqual([0, ""]);
  expect(said.out).toContain("0 differ");
  const engine = await Engine.open();
  try {
    await engine.run(`set file_search_path = ${quoteText(join(folder, "papers"))}`);
    await engine.run(await readFile(join(folder, "papers/load.sql"), "utf8"));
    const own = join(folder, "papers/indicators/complaints-received");
    const sql = await readFile(join(own, "indicator.sql"), "utf8");
    const [sum] = await engine.rows(
      `select sum(cases_n)::integer as n from (${sql}) where month >= date '2025-07-01'`,
    );
    const [figure] = await engine.rows(`
      select value::integer as n from read_csv(${quoteText(join(own, "figures.csv"))})
      where breakdown = 'year' and statistic = 'count' and "to" = '2026-06'`);
    expect(sum).toEqual(figure);
    const money = await readFile(
      join(folder, "papers/indicators/assets-restrained/indicator.sql"),
      "utf8",
    );
    expect((await engine.rows(money)).length).toBeGreaterThan(0);
  } finally {
    engine.close();
  }
});

test("a figure that differs ends with exit code 2, and both numbers are in the report", async () => {
  const said = await inFolder(["recompute", "false", "--out", "found"]);
  expect(said.code).toBe(2);
  const text = await readFile(join(folder, "found/recompute.json"), "utf8");
  const { differing } = recomputeReport.parse(JSON.parse(text));
  expect(differing).toHaveLength(1);
  const { published, recomputed } = differing[0]!;
  expect(published!.value).toBe(recomputed!.value! + 10);
  const words = await readFile(join(folder, "found/recompute.md"), "utf8");
  expect(words).toContain(`| ${published!.value!} (`);
  expect(words).toContain(`| ${recomputed!.value!} (`);
});

test("an auditor signs what was found, be it that a figure differs", async () => {
  await inFolder(["keygen", "keys", "--role", "auditor", "--name", "court.example/auditor"]);
  const words = ["--statement", "No tie to the programme.", "--date", "2026-11-20"];
  const said = await inFolder(["attest", "found", "--key", "keys/auditor.pem", ...words]);
  expect(said.code).toBe(0);
  for (const path of [join(folder, "found"), join(folder, "found/recompute.json")]) {
    const key = join(folder, "keys/auditor.pem");
    const whole = await inFolder(["attest", path, "--key", key, ...words, "--out", "whole.json"]);
    expect(whole, "named by its whole path").toMatchObject({ code: 0 });
  }
  const envelope = JSON.parse(await readFile(join(folder, "attestation.json"), "utf8")) as Envelope;
  const key = await parseKey(await readFile(join(folder, "keys/auditor.pem"), "utf8"), "the key");
  const { kind, subject, predicate } = parseStatement(
    await verifyEnvelope(envelope, [key.publicKey]),
  );
  expect(kind).toBe("attestation");
  expect(subject.name).toBe(`${release}/manifest.json`);
  expect(predicate).toMatchObject({
    ...{ release: "2026-q2", tier: "public", by: "court.example/auditor", day: "2026-11-20" },
    independence: "No tie to the programme.",
    differing: [{ figure: expect.stringContaining("complaints-received, year") as string }, {}],
  });
  expect(predicate).not.toMatchObject({ notRecomputable: [] });
});

test.each([
  [["recompute", "."], "is not a release"],
  [["recompute", "releases/2026-q2/public", "--out", "releases"], "already holds something"],
  [["attest", "keys", "--key", "k.pem"], "says how independent its auditor is"],
  [["attest", "nowhere", "--key", "k.pem", "--statement", "None."], "is no report"],
])("%j is told in one sentence", async (args, sentence) => {
  const said = await inFolder(args);
  expect(said.code).toBe(1);
  expect(said.err).toContain(sentence);
  expect(said.err).not.toContain("    at ");
});
