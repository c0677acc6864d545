import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { Engine } from "../../src/engines/duckdb.ts";
import { readProgramme } from "../../src/programme.ts";
import { discoverContracts } from "../../src/records/discover.ts";
import { ingest } from "../../src/records/ingest.ts";
import type { FileReport, IngestReport } from "../../src/records/report.ts";

export const programmeYaml = `programme:
  id: test
  name: Test Programme
  about: Invented for a test.
  synthetic: true
  currency: EUR
  starts: 2025-01
regions: { coast: Coast }
partners:
  - { id: harbour, name: Harbour Police, sector: law_enforcement, region: coast, codes: [HP, "07"] }
  - { id: lantern, name: Lantern Service, sector: intelligence, region: coast, mappings: { incidents: own } }
mappings:
  own: {}
releases:
  - { id: 2026-q2, title: To June 2026, cut_off: 2026-06-30, published: 2026-07-31 }
`;

export const header =
  "incident_id,threat_type,severity,alerted_at,acknowledged_at,shared_at,acted_at,closed_at," +
  "escalation_level,debrief_held";
export const goodRow = (key: string) => `${key},drugs,high,2026-02-03 14:05:00,,,,,1,true`;
export const place = "submissions/harbour/2026-Q1/incidents@2026-04-10.csv";
export const release = { cutOff: "2026-06-30", published: "2026-07-31" };

/** The kinds of which the tests hand in files: to make ready for more takes longer than to read them. */
const contracts = (await discoverContracts()).filter(({ kind }) =>
  ["complaints", "disruptions", "incidents", "predictions"].includes(kind),
);

export type Files = Readonly<Record<string, string | Buffer>>;

/** Makes a programme's folder with these files; it is removed after the test. */
export async function makeFolder(files: Files, yaml = programmeYaml): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "plumbline-test-"));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  for (const [path, content] of Object.entries({ "programme.yaml": yaml, ...files })) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), content);
  }
  return dir;
}

/** An engine that is closed after the test. */
export async function openEngine(): Promise<Engine> {
  const engine = await Engine.open({ threads: 2 });
  onTestFinished(() => {
    engine.close();
  });
  return engine;
}

export interface Ingested {
  readonly report: IngestReport;
  readonly engine: Engine;
  /** The report on one file; by default the only one. */
  readonly file: (path?: string) => FileReport;
  /** Each reason's rule and how many rows it refused. */
  readonly reasons: (path?: string) => Record<string, number>;
}

/** Ingests a folder that is made for the test. */
export async function ingestFiles(files: Files, yaml?: string): Promise<Ingested> {
  return ingestFolder(await makeFolder(files, yaml));
}

export async function ingestFolder(dir: string): Promise<Ingested> {
  const engine = await openEngine();
  const programme = await readProgramme(dir);
  const report = await ingest(engine, programme, contracts, release);
  const file = (path?: string): FileReport => {
    const found = report.files.filter((one) => path === undefined || one.file === path);
    if (found.length !== 1) throw new Error(`${found.length} files`);
    return found[0]!;
  };
  const reasons = (path?: string) =>
    Object.fromEntries(file(path).reasons.map(({ rule, rows }) => [rule, rows]));
  return { report, engine, file, reasons };
}

/** Lines of CSV below the header of incidents. */
export function csv(...rows: string[]): string {
  return [header, ...rows, ""].join("\n");
}
