import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { Engine, quoteText, type SqlRow } from "../src/engines/duckdb.ts";
import { Problem } from "../src/problem.ts";
import { readMeta, type Contract } from "../src/records/contract.ts";
import { discoverContracts } from "../src/records/discover.ts";
import { makeSample, sampleCommand, type SampleSummary } from "../src/sample.ts";
import { discoverSampleKinds, sumRecords } from "../src/sample/discover.ts";
import type { Fault } from "../src/sample/faults.ts";
import { partners } from "../src/sample/partners.ts";
import { countPlanted, planHoldings } from "../src/sample/plan.ts";
import type { SampleRequest } from "../src/sample/request.ts";

const shapes = await discoverSampleKinds();
const kinds = shapes.map(({ kind }) => kind);
const contracts = (await discoverContracts()).filter(({ kind }) => kinds.includes(kind));
/** Faults that a row cannot show by itself: they need the programme, the file or another row. */
const seenBeyondTheRow = /^(repeat|key_reused|outside_period|foreign_currency|.*_after_receipt)$/;

let scratch: string;
let engine: Engine;
let summary: SampleSummary;

const standard = {
  records: sumRecords(shapes),
  seed: 7,
  format: "csv",
  kinds,
  folder: "",
} as const;
const small = { ...standard, records: 900 };

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "plumbline-sample-"));
  engine = await Engine.open();
  summary = await makeSample({ ...standard, folder: join(scratch, "standard") });
  for (const kind of kinds) await loadRows(kind);
}, 120_000);

afterAll(async () => {
  engine.close();
  await rm(scratch, { recursive: true });
});

describe("the sample in the tree", () => {
  test("is what the command makes, byte for byte, and an audit register that people wrote", async () => {
    const made = await readFolder(join(scratch, "standard"));
    const kept = await readFolder("data/sample");
    const drawn = [...kept.keys()].filter((path) => !path.startsWith("register/"));
    expect([...made.keys()]).toEqual(drawn);
    for (const [path, bytes] of made) expect(bytes.equals(kept.get(path)!), path).toBe(true);
  });

  test("belongs to the partners of its programme", async () => {
    const programme = parse(await readFile("data/sample/programme.yaml", "utf8")) as {
      partners: { id: string; mappings?: object }[];
    };
    expect(programme.partners.map((p) => p.id)).toEqual(partners.map((p) => p.id));
    expect(programme.partners.filter((p) => p.mappings).map((p) => p.id)).toEqual(["compact"]);
  });

  test("has the faults of each kind planted in turn, none of them more often than another", () => {
    const holdings = planHoldings(standard.records, shapes, "csv");
    for (const shape of shapes) {
      const counts = [...countPlanted(holdings, shape).values()];
      // Some fit only into a CSV file in the contract's own columns, and are passed over elsewhere.
      expect(Math.max(...counts) - Math.min(...counts), shape.kind).toBeLessThanOrEqual(2);
    }
  });

  test("lists by kind what is planted and how often", async () => {
    const planted = await readFile("data/sample/planted.md", "utf8");
    const section = planted.split("## ").find((part) => part.startsWith("Disruptions: 33 rows\n"))!;
    expect(section).toContain("| a value in dollars | 2 |\n");
    expect(section.match(/\| \d+ \|$/gm)).toHaveLength(19);
  });
});

describe("the records", () => {
  test("add up to the number asked for", async () => {
    for (const kind of kinds) {
      expect(await newestRows(kind)).toHaveLength(summary.records[kind]!);
    }
    expect(Object.values(summary.records).reduce((a, b) => a + b, 0)).toBe(standard.records);
  });

  test("fulfil their contract, all but the rows planted to break it", async () => {
    for (const contract of contracts) {
      const rows = (await newestRows(contract.kind)).filter((r) => r["partner"] !== "compact");
      const fulfils = makeCheck(contract);
      const refused = rows.filter((row) => !fulfils(row));
      const planted = countWhere(contract.kind, ({ name }) => !seenBeyondTheRow.test(name));
      expect(refused.length, contract.kind).toBe(planted);
    }
  }, 60_000);

  test("hold nothing from the day of receipt on, but for planted days", async () => {
    for (const { kind, fields } of contracts) {
      const late = Object.entries(fields)
        .filter(([, field]) => /date|time/.test(readMeta(field).type) && !readMeta(field).ahead)
        .map(([name]) => `coalesce(left(${name}, 10) >= received, false)`);
      const [row] = await engine.rows(
        `select count(*) as n from newest_${kind}
         where partner <> 'compact' and (${late.join(" or ")})`,
      );
      const planted = countWhere(
        kind,
        ({ name, sets }) =>
          /_2814$|_after_receipt$/.test(name) &&
          Object.keys(sets).some((column) => readMeta(fields[column]!).ahead !== true),
      );
      expect(row).toEqual({ n: planted });
    }
  });

  test("of the partner that fell silent are missing for that quarter in every kind", async () => {
    for (const { kind, dated } of contracts) {
      const [row] = await engine.rows(
        `select count(*) as n from newest_${kind}
         where partner = 'beacon' and left(${dated}, 7) between '2025-04' and '2025-06'`,
      );
      expect(row).toEqual({ n: 0 });
    }
  });

  test("of a later file hold every key of the one it replaces", async () => {
    const [row] = await engine.rows(
      `select count(*) as n from all_incidents as early
       anti join newest_incidents as late
         on early.incident_id = late.incident_id and early.partner = late.partner
       where early.incident_id is not null and early.partner <> 'compact'`,
    );
    expect(row).toEqual({ n: 0 });
  });
});

describe("the generator", () => {
  test("makes the same bytes from the same seed on one thread and on four", async () => {
    const one = await make("one", { ...small, kinds: ["incidents"], threads: 1 });
    const four = await make("four", { ...small, kinds: ["incidents"], threads: 4 });
    expect(one).toEqual(four);
  }, 60_000);

  test("makes other records from another seed", async () => {
    const seven = await make("seven", { ...small, kinds: ["complaints"] });
    const eight = await make("eight", { ...small, kinds: ["complaints"], seed: 8 });
    expect([...eight.keys()]).toEqual([...seven.keys()]);
    expect(eight).not.toEqual(seven);
  }, 60_000);

  test("writes no file without rows, however few records are asked for", async () => {
    const files = await make("few", { ...small, records: 30, kinds: ["disruptions"] });
    expect(files.size).toBeGreaterThan(0);
    for (const content of files.values()) expect(String(content).trim()).toContain("\n");
  }, 60_000);

  test.each(["parquet", "ndjson"] as const)("writes %s that can be read again", async (format) => {
    await make(format, { ...small, kinds: ["disruptions"], format });
    const read = format === "parquet" ? "read_parquet" : "read_json";
    const files = quoteText(join(scratch, format, `submissions/*/*/disruptions@*.${format}`));
    const [row] = await engine.rows(`select count(*) as n from ${read}(${files})`);
    expect(row!["n"]).toBeGreaterThan(99);
  }, 60_000); // prettier-ignore
});

describe("the command", () => {
  test.each([
    [["--records", "many"], "sample_records"],
    [["--records", "0"], "sample_records"],
    [["--records", "1e6"], "sample_records"],
    [["--seed", "-1"], "sample_seed"],
    [["--format", "xlsx"], "sample_format"],
    [["--kinds", "incidents,arrests"], "sample_kinds"],
  ])("refuses %j", async (options, code) => {
    await expect(run([...options, "--out", join(scratch, "refused")])).rejects.toMatchObject({
      code,
      exitCode: 1,
    });
  });

  test("never writes into a folder that holds something", async () => {
    const folder = await mkdtemp(join(scratch, "full-"));
    await writeFile(join(folder, "notes.txt"), "kept");
    await expect(run(["--out", folder])).rejects.toBeInstanceOf(Problem);
    expect(await readdir(folder)).toEqual(["notes.txt"]);
  });
});

async function run(options: readonly string[]): Promise<void> {
  await sampleCommand().parseAsync(options, { from: "user" });
}

async function make(name: string, request: SampleRequest): Promise<Map<string, Buffer>> {
  const folder = join(scratch, name);
  await makeSample({ ...request, folder });
  return await readFolder(folder);
}

async function readFolder(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder).length + 1))
    .sort();
  const bytes = await Promise.all(paths.map((path) => readFile(join(folder, path))));
  return new Map(paths.map((path, i) => [path, bytes[i]!]));
}

/** Every row of a kind as text, with partner, period and day of receipt from the file's path. */
async function loadRows(kind: string): Promise<void> {
  const files = quoteText(join(scratch, "standard", `submissions/*/*/${kind}@*.csv`));
  await engine.run(`
    create table all_${kind} as
    select * exclude (filename),
      split_part(filename, '/', -3) as partner,
      split_part(filename, '/', -2) as period,
      filename[-14:-5] as received
    from read_csv(${files}, all_varchar = true, union_by_name = true, filename = true);
    create view newest_${kind} as
    select * from all_${kind}
    qualify received = max(received) over (partition by partner, period)`);
}

/** Rows planted in the newest files of the partners that use the contract's own columns. */
function countWhere(kind: string, isCounted: (fault: Fault) => boolean): number {
  return planHoldings(standard.records, shapes, "csv")
    .filter((holding) => holding.kind === kind && holding.partner.ownColumns !== true)
    .flatMap((holding) => [...countPlanted([holding], holding.shape)])
    .filter(([fault]) => isCounted(fault))
    .reduce((sum, [, n]) => sum + n, 0);
}

async function newestRows(kind: string): Promise<SqlRow[]> {
  return await engine.rows(`select * from newest_${kind}`);
}

function makeCheck({ fields, rules }: Contract): (row: SqlRow) => boolean {
  const types = Object.entries(fields).map(
    ([name, field]) => [name, readMeta(field).type] as const,
  );
  const schema = z.object(fields);
  return (row) => {
    const typed = Object.fromEntries(
      types.map(([name, type]) => [name, typeValue(type, row[name])]),
    );
    return schema.safeParse(typed).success && rules.every((rule) => rule.holds(typed));
  };
}

function typeValue(type: string, text: unknown): unknown {
  if (text === null || text === undefined) return null;
  if (type === "integer") return Number(text);
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}
