import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { protectCommand } from "../../src/disclosure/protect-command.ts";
import { explain } from "../../src/explain.ts";
import { Problem } from "../../src/problem.ts";
import { parseTable, readTableFile } from "../../src/tables/table.ts";

const cases = join(import.meta.dirname, "cases");
const c02 = join(cases, "c02_2d_z1_t10.json");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plumbline-protect-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(text: string): string {
  const file = join(folder, "table.json");
  writeFileSync(file, text);
  return file;
}

/** What the command prints, or what the operator is told. */
async function protect(file: string, ...options: string[]): Promise<string> {
  const print = vi.spyOn(console, "log").mockImplementation(() => undefined);
  try {
    await protectCommand().parseAsync([file, ...options], { from: "user" });
    expect(print).toHaveBeenCalledOnce();
    return String(print.mock.calls[0]![0]);
  } finally {
    print.mockRestore();
  }
}

async function complain(file: string, ...options: string[]): Promise<string> {
  const error: unknown = await protect(file, ...options).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const { text, exitCode } = explain(error);
  expect(exitCode).toBe(1);
  return text;
}

const two = {
  kind: "frequency",
  primaryRule: { type: "count_le", max: 9, zeros: "protected" },
  threshold: 10,
  inner: [
    { key: ["a"], count: 711 },
    { key: ["b"], count: 4 },
  ],
  cells: [
    { key: ["a"], count: 711, members: [0] },
    { key: ["b"], count: 4, members: [1] },
    { key: ["Total"], count: 715, members: [0, 1] },
  ],
  marginRelations: [{ total: 2, parts: [0, 1] }],
};

describe("plumbline protect --method round", () => {
  test.each([[[]], [["--json"]]])("prints one line of JSON %j", async (more) => {
    const printed = await protect(write(JSON.stringify(two)), ...round("10"), ...more);
    expect(printed).not.toContain("\n");
    const { seconds, ...report } = JSON.parse(printed) as Record<string, unknown>;
    expect(report).toEqual({
      method: "round",
      inner: [711, 0],
      rms: Math.sqrt((4 ** 2 + 4 ** 2) / 3),
      max: 4,
      changed: 1,
    });
    expect(seconds).toBeGreaterThanOrEqual(0);
  });

  test("gives the protected values in the order of the file", async () => {
    const { table } = await readTableFile(c02);
    const { inner } = JSON.parse(await protect(c02, ...round("10"))) as { inner: number[] };
    expect(inner.map((value, at) => value === table.inner[at])).toEqual(
      table.inner.map((value) => value === 0 || value >= 10),
    );
  });
});

describe("plumbline protect --method suppress", () => {
  test("names the hidden cells, by rule and besides, and says whether fewer would do", async () => {
    const report = JSON.parse(await protect(c02, ...suppress("10"))) as Record<string, unknown>;
    expect(Object.keys(report)).toEqual(
      "method primary secondary secondaryValue optimal lowerBound seconds".split(" "),
    );
    const { table } = await readTableFile(c02);
    const small = table.cells.flatMap(({ value }, at) => (value <= 9 ? [at] : []));
    expect(report).toMatchObject({ method: "suppress", primary: small, secondaryValue: 57 });
    const hidden = [...small, ...(report["secondary"] as number[])];
    expect(new Set(hidden).size).toBe(hidden.length);
  });
});

const round = (base: string): string[] => ["--method", "round", "--base", base];
const suppress = (width: string): string[] => ["--method", "suppress", "--width", width];

describe("a wrong option is told in a sentence:", () => {
  const base = /^The base of the rounding is not a whole number from 2 to 1,000,000\.\n/;
  const width = /^The width of the intervals is not a number of at least 0\.\n/;

  test.each(["1", "0", "-5", "2.5", "ten", "", "1000001"])("base %j", async (text) => {
    expect(await complain(c02, "--method", "round", `--base=${text}`)).toMatch(base);
  });

  test("no base", async () => {
    expect(await complain(c02, "--method", "round")).toMatch(base);
  });

  test.each(["-1", "wide", "", "Infinity", "NaN"])("width %j", async (text) => {
    expect(await complain(c02, "--method", "suppress", `--width=${text}`)).toMatch(width);
  });

  test("no width", async () => {
    expect(await complain(c02, "--method", "suppress")).toMatch(width);
  });

  test.each([[[]], [["--method", "blur"]]])("method %j", async (options) => {
    expect(await complain(c02, ...options)).toMatch(/^The option --method is neither round nor/);
  });

  test("an option of the other method", async () => {
    expect(await complain(c02, ...round("10"), "--width", "3")).toMatch(/^The option --width does/);
    expect(await complain(c02, ...round("10"), "--not-zero")).toMatch(
      /^The option --not-zero does/,
    );
    expect(await complain(c02, ...suppress("3"), "--base", "5")).toMatch(/^The option --base does/);
  });

  test("rounding a table of amounts", async () => {
    const said = await complain(join(cases, "c10_magnitude1_p10.json"), ...round("10"));
    expect(said).toMatch(/^A table of amounts cannot be rounded: only counts can\.\n/);
  });
});

describe("a wrong table is told in a sentence without its values:", () => {
  const [first, second, total] = two.cells;
  test.each<[string, unknown, RegExp]>([
    [
      "a negative count",
      { ...two, inner: [{ key: ["a"], count: -711 }, two.inner[1]] },
      /inner\[0\] is negative\.$/,
    ],
    [
      "a count that is not whole",
      { ...two, inner: [{ key: ["a"], count: 711.5 }, two.inner[1]] },
      /inner\[0\] is not a whole number\.$/,
    ],
    [
      "a member that is not there",
      { ...two, cells: [first, { ...second, members: [2] }, total] },
      /cells\[1\] names a member that is not in inner\.$/,
    ],
    [
      "a sum that is none",
      { ...two, cells: [first, second, { ...total, count: 711 }] },
      /cells\[2\] is not the sum of its members: the table does not add up\.$/,
    ],
    [
      "a circle of margins",
      {
        ...two,
        marginRelations: [
          { total: 2, parts: [0, 1] },
          { total: 1, parts: [2] },
        ],
      },
      /cells\[1\] is a part of itself: its hierarchy goes round in a circle\.$/,
    ],
    ["no cells", { ...two, cells: [] }, /cells is missing or is not what it should be\.$/],
    ["a list", [711], /it is missing or is not what it should be\.$/],
  ])("%s", async (_, raw, sentence) => {
    const file = write(JSON.stringify(raw));
    const said = await complain(file, ...round("10"));
    const [what, remedy, ...rest] = said.split("\n");
    expect(what).toMatch(sentence);
    expect(what!.startsWith(file)).toBe(true);
    expect(remedy).toMatch(/\.$/);
    expect(rest).toEqual([]);
    expect(said.replace(file, "")).not.toContain("711");
    expect(() => parseTable(raw, "the table")).toThrow(Problem);
  });

  test("not JSON", async () => {
    const file = write('{"inner": [711');
    expect(await complain(file, ...round("10"))).toMatch(/^\S+table\.json is not JSON\.\n/);
  });

  test("no file", async () => {
    const said = await complain(join(folder, "none.json"), ...round("10"));
    expect(said).toMatch(/none\.json cannot be read or written: it is not there\./);
  });
});
