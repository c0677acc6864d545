import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Engine, quoteText } from "../src/engines/duckdb.ts";
import { readMeta } from "../src/records/contract.ts";
import { discoverContracts } from "../src/records/discover.ts";
import type { Figure } from "../src/release/schema.ts";
import { plumbline, type Said } from "./command.ts";
import { copySample, isHeavy, startWithSecond } from "./few-kinds.ts";

/** In good rows: a key, a second of the clock and an amount that no other record has. */
const key = "CANARYKEY";
const second = "03:41:59";
const amount = "7319465.27";
/** In bad rows: words and numbers that no field may hold. */
const word = "CANARYWORD";
const number = "8642013579";
/** The one amount of a partner whose other disruptions had none: a sum would tell it. */
const onlyAmount = "5263987.41";
const canaries = [key, second, amount, word, number, "7319465", "5263987", "5,263,987"];

let folder: string;
let runs: Said[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plumbline-leaks-"));
  await copySample(join(folder, "data"), ["complaints", "disruptions", "incidents"]);
  if (!isHeavy) await thinOut("incidents");
  await startWithSecond(join(folder, "data"));
  await mkdir(join(folder, "tmp"));
  for (const partner of ["harbour", "ledger", "compact"]) await plantIn(partner);
  await plantOnlyAmount("beacon");
  const place = { cwd: folder, env: { TMPDIR: join(folder, "tmp") } };
  const options = ["--releases", "releases", "--tier", "public"];
  runs = [
    await plumbline(["check", "--data", "data", "--json"], place),
    await plumbline(["run", "--data", "data", ...options, "--release", "2026-q3"], place),
    await plumbline(["site", ...options, "--out", "dist"], place),
    await plumbline(
      ["run", "--data", "data", "--releases", "exact", "--tier", "auditor", "--release", "2026-q3"],
      place,
    ),
  ];
}, 300_000);

afterAll(() => rm(folder, { recursive: true }));

/** Keeps every fourth row of each file of a kind, so that it is soon counted. */
async function thinOut(kind: string): Promise<void> {
  const all = await readdir(join(folder, "data/submissions"), { recursive: true });
  for (const name of all.filter((path) => basename(path).startsWith(`${kind}@`))) {
    const path = join(folder, "data/submissions", name);
    const lines = (await readFile(path, "utf8")).trimEnd().split("\n");
    await writeFile(path, [...lines.filter((_, at) => at % 4 === 0), ""].join("\n"));
  }
}

/** Marks good rows of the partner's newest files, and adds a bad row for every field and canary. */
async function plantIn(partner: string): Promise<void> {
  const place = join(folder, "data/submissions", partner, "2025-10_2026-09");
  const contracts = await discoverContracts();
  for (const { kind, fields } of contracts) {
    const name = (await readdir(place)).filter((file) => file.startsWith(`${kind}@`)).at(-1);
    if (name === undefined) continue;
    const [header = "", ...rows] = (await readFile(join(place, name), "utf8")).trim().split("\n");
    const columns = header.split(",");
    const good = rows.map((row, i) => (i % 5 === 0 ? mark(row.split(","), columns, i) : row));
    const example = columns.map((column) => exampleOf(fields[column]));
    const bad = columns.flatMap((_, at) =>
      [`${word}-${at}`, `=${word}!A1`, `${word}@mail.example`, number, `-${number}.5`].map((cell) =>
        example.map((good, i) => (i === at ? cell : good)).join(","),
      ),
    );
    await writeFile(join(place, name), [header, ...good, ...bad, `"${word},`, ""].join("\n"));
  }
}

/** Leaves one amount of a partner above nothing. */
async function plantOnlyAmount(partner: string): Promise<void> {
  const place = join(folder, "data/submissions", partner);
  for (const period of await readdir(place)) {
    for (const name of (await readdir(join(place, period))).filter((n) =>
      n.startsWith("disruptions@"),
    )) {
      const path = join(place, period, name);
      const rows = (await readFile(path, "utf8")).replace(
        /,\d*\.?\d*,\d*\.?\d*,EUR,/g,
        ",0,0,EUR,",
      );
      await writeFile(path, rows.replace(",0,0,EUR,", `,${onlyAmount},0,EUR,`));
    }
  }
}

function mark(cells: readonly string[], columns: readonly string[], row: number): string {
  return cells
    .map((cell, i) => {
      if (i === 0) return cell === "" ? cell : `${key}-${row}`;
      if (columns[i]!.startsWith("assets_") && Number(cell) > 0) return amount;
      return cell.replace(/\d\d:\d\d:\d\d$/, second);
    })
    .join(",");
}

function exampleOf(field: Parameters<typeof readMeta>[0] | undefined): string {
  return field === undefined ? "" : readMeta(field).example;
}

/** Every file below a folder with its bytes; Parquet as the rows that it holds. */
async function readAll(below: string): Promise<[path: string, text: string][]> {
  const engine = await Engine.open();
  const entries = await readdir(below, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name));
  const read = async (path: string): Promise<string> => {
    const bytes = await readFile(path, "latin1");
    if (!path.endsWith(".parquet")) return bytes;
    const rows = await engine.rows(`from read_parquet(${quoteText(path)})`);
    const statistics = await engine.rows(`from parquet_metadata(${quoteText(path)})`);
    return bytes + JSON.stringify([rows, statistics]);
  };
  const found: [string, string][] = [];
  for (const path of files) found.push([path, await read(path)]);
  engine.close();
  return found;
}

test("what was planted is in accepted and in refused rows, and the commands go through", () => {
  expect(runs.map(({ code }) => code)).toEqual([1, 0, 0, 0]); // the check found an e-mail address
  expect(runs[0]!.out).toContain("direct_identifier");
  const { totals } = JSON.parse(runs[0]!.out) as { totals: Record<string, number> };
  expect(totals["quarantined"]).toBeGreaterThan(500);
});

test.each(["releases/2026-q3/public", "releases/2026-q3/sponsor", "dist"])(
  "no byte of %s holds a value of one record",
  async (below) => {
    const files = await readAll(join(folder, below));
    expect(files.length).toBeGreaterThan(100);
    const leaks = files.flatMap(([path, text]) =>
      canaries.filter((canary) => text.includes(canary)).map((canary) => `${path}: ${canary}`),
    );
    expect(leaks).toEqual([]);
  },
);

test("what auditors alone are told of files and fields holds no value of one record", async () => {
  for (const name of ["intake", "completeness", "anonymity", "drift"]) {
    const text = await readFile(join(folder, "exact/2026-q3/auditor", `${name}.json`), "utf8");
    expect(text.length, name).toBeGreaterThan(200);
    expect(canaries.filter((canary) => text.includes(canary))).toEqual([]);
  }
});

test("no byte of the public site holds a sum that the public tier hides", async () => {
  const sums = async (path: string): Promise<Figure[]> =>
    (JSON.parse(await readFile(join(folder, path, "figures.json"), "utf8")) as Figure[]).filter(
      ({ unit }) => unit === "money",
    );
  const name = ({ indicator, breakdown, category, from }: Figure): string =>
    [indicator, breakdown, category, from].join("|");
  const shown = await sums("releases/2026-q3/public");
  const hidden = new Set(shown.filter(({ status }) => status === "hidden").map(name));
  const open = new Set(shown.map(({ exact }) => exact));
  const secrets = (await sums("exact/2026-q3/auditor"))
    .filter((figure) => hidden.has(name(figure)) && (figure.value ?? 0) > 1000)
    .filter(({ exact }) => !open.has(exact))
    .flatMap(({ exact, value }) => [
      exact!,
      value!.toLocaleString("en", { maximumFractionDigits: 0 }),
    ]);
  expect(secrets.length).toBeGreaterThan(20);
  // A whole number, not the middle of another one.
  const holds = (text: string, secret: string): boolean =>
    text.includes(secret) &&
    new RegExp(`(?<![\\d.,])${secret.replaceAll(".", "\\.")}(?![\\d]|[.,]\\d)`).test(text);
  const leaks = (await readAll(join(folder, "dist"))).flatMap(([path, text]) =>
    secrets.filter((secret) => holds(text, secret)).map((secret) => `${path}: ${secret}`),
  );
  expect(leaks).toEqual([]);
});

test("nothing of a restricted tier is in the public site", async () => {
  const files = await readAll(join(folder, "dist"));
  expect(
    files.filter(([path]) => /\/(held|sponsor|auditor)(\/|$)/.test(path.slice(folder.length))),
  ).toEqual([]);
  const abouts = files.filter(([path]) => path.endsWith("about.json"));
  expect(abouts.map(([, text]) => (JSON.parse(text) as { tier: string }).tier)).toEqual(["public"]);
});

test("nothing that was said holds a value of one record", () => {
  for (const { out, err } of runs) {
    for (const canary of canaries) expect(out + err).not.toContain(canary);
  }
});

test("nothing is left behind: no work folder, no draft, no temporary file", async () => {
  expect((await readdir(folder)).sort()).toEqual(["data", "dist", "exact", "releases", "tmp"]);
  expect(await readdir(join(folder, "releases"))).toEqual(["2026-q3"]);
  expect((await readdir(join(folder, "releases/2026-q3"))).sort()).toEqual([
    "held",
    "public",
    "sponsor",
  ]);
  expect(await readdir(join(folder, "dist"))).toEqual(["public"]);
  expect(await readdir(join(folder, "tmp"))).toEqual([]);
});
