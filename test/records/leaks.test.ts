import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { checkCommand } from "../../src/check.ts";
import { Engine } from "../../src/engines/duckdb.ts";
import { readMeta, type Contract } from "../../src/records/contract.ts";
import { discoverContracts } from "../../src/records/discover.ts";
import { withoutText, withoutValues } from "../../src/records/problems.ts";
import {
  goodRow,
  header,
  makeFolder,
  place,
  programmeYaml,
  type Files,
} from "./programme-folder.ts";

const canary = "CANARY7Q";
/** The kinds of which partners hand in files. */
const submitted = (await discoverContracts()).filter(({ observed }) => observed !== true);

/** Everything that a check says, on any channel, as one text. */
async function everythingSaid(files: Files, yaml?: string): Promise<string> {
  const dir = await makeFolder(files, yaml);
  const said: string[] = [];
  const spies = [
    vi.spyOn(console, "log").mockImplementation((text: unknown) => void said.push(String(text))),
    vi.spyOn(console, "error").mockImplementation((text: unknown) => void said.push(String(text))),
    vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0),
  ];
  for (const flags of [[], ["--json"]]) {
    try {
      await checkCommand().parseAsync(["node", "plumbline", dir, ...flags]);
    } catch (error) {
      const { message, stack, cause } = error as Error;
      said.push(message, String(stack), String(cause), JSON.stringify(error));
    }
  }
  process.exitCode = 0;
  for (const spy of spies) spy.mockRestore();
  expect(said.join("").length).toBeGreaterThan(100);
  return said.join("\n");
}

const spoilt = [
  canary,
  `${canary}@mail.example`,
  `=${canary}`,
  `2026-01-01 ${canary}`,
  `1${canary}`,
];

/** Files of a kind with every field spoilt in every way, as CSV and as NDJSON. */
function spoilKind({ kind, fields }: Contract): Files {
  const names = Object.keys(fields);
  const good = names.map((name) => readMeta(fields[name]!).example);
  const rows = names.flatMap((_, at) =>
    spoilt.map((bad) => good.map((cell, i) => (i === at ? bad : cell))),
  );
  const csvText = [names, ...rows].map((row) => row.join(",")).join("\n");
  const jsonText = rows
    .map((row) => JSON.stringify(Object.fromEntries(row.map((cell, i) => [names[i], cell]))))
    .join("\n");
  return {
    [`submissions/harbour/2026-Q1/${kind}.csv`]: csvText,
    [`submissions/lantern/2026-Q1/${kind}.ndjson`]: jsonText,
  };
}

test("no value of any field of any kind is told, as CSV or NDJSON", async () => {
  const files = Object.assign({}, ...submitted.map(spoilKind)) as Files;
  const yaml = programmeYaml.replace(", mappings: { incidents: own }", "");
  const said = await everythingSaid(files, yaml);
  for (const path of Object.keys(files)) expect(said).toContain(path);
  expect(said.split("\n").filter((line) => line.includes(canary))).toEqual([]);
});

const keyed = goodRow(canary);

test.each<[string, string | Buffer]>([
  ["a broken line", `${header}\n"${canary},drugs\n${keyed}\n`],
  ["too many columns", `${header}\n${keyed},${canary}\n`],
  ["letters that are not UTF-8", Buffer.from(`${header}\n${canary}\xff\n`, "latin1")],
  ["a long line", `${header}\n${canary.repeat(20_000)}\n`],
  ["no header", `${keyed}\n${keyed}\n`],
  ["no header and one column", `${canary}\n${canary};x\n`],
  ["UTF-16", Buffer.from(`${header}\n${keyed}\n`, "utf16le")],
  [
    "repeats and a key used again",
    `${header}\n${keyed}\n${keyed}\n${keyed.replace("high", "low")}\n`,
  ],
  ["binary", Buffer.concat([Buffer.from(`${header}\n${canary}`), Buffer.alloc(5000, 3)])],
])("no value is told of a file with %s", async (_, content) => {
  expect(await everythingSaid({ [place]: content })).not.toContain(canary);
});

test.each([
  "{",
  '{"incident_id":"X',
  '["X"]',
  '{"incident_id":{"a":"X"}}',
  '{"incident_id":"X","incident_id":"X"}',
])("no value is told of a line of NDJSON such as %s", async (line) => {
  const keys = Object.fromEntries(header.split(",").map((name) => [name, null]));
  const content = `${JSON.stringify(keys)}\n${line.replaceAll("X", canary)}\n`;
  const said = await everythingSaid({ [place.replace(".csv", ".ndjson")]: content });
  expect(said).not.toContain(canary);
});

test("no value is told where a mapping's expression fails", async () => {
  for (const sql of [
    "alerted_at::timestamp",
    "strptime(alerted_at, '%Y')",
    "'x'::integer",
    "alerted_at + 1",
  ]) {
    const yaml = programmeYaml.replace(
      "own: {}",
      `own: { columns: { alerted_at: { sql: "${sql}" } } }`,
    );
    const content = `${header}\n${goodRow("A-1").replace("2026-02-03 14:05:00", canary)}\n`;
    const said = await everythingSaid({ [place.replace("harbour", "lantern")]: content }, yaml);
    expect(said).not.toContain(canary);
  }
});

test("no value is told of a Parquet file, whatever its types or damage", async () => {
  const names = header.split(",");
  const columns = names.map((name) => `'${canary}' as ${name}`).join(", ");
  const dir = await makeFolder({});
  const path = join(dir, "x.parquet");
  const engine = await Engine.open();
  await engine.run(
    `copy (select ${columns} from range(5000)) to '${path}' (format parquet, compression uncompressed)`,
  );
  engine.close();
  const bytes = await readFile(path);
  const target = place.replace(".csv", ".parquet");
  const damaged = Buffer.concat([bytes.subarray(0, 200), Buffer.from(canary), bytes.subarray(208)]);
  for (const content of [bytes, damaged, bytes.subarray(0, bytes.length - 9)]) {
    expect(await everythingSaid({ [target]: content })).not.toContain(canary);
  }
});

test("what the engine says of a value never passes on", async () => {
  const engine = await Engine.open();
  const cast = () => engine.rows(`select '${canary}'::integer`);
  await expect(cast()).rejects.toThrow(canary);
  const guards = [() => withoutText(cast), () => withoutValues(cast, "It could not be read.")];
  for (const guard of guards) {
    const error = await guard().catch((thrown: unknown) => thrown as Error);
    expect(`${(error as Error).message} ${(error as Error).stack ?? ""}`).not.toContain(canary);
    expect((error as Error).cause).toBeUndefined();
  }
  engine.close();
});
