import { DataType, Decimal, Int32, TimestampMicrosecond, Utf8 } from "apache-arrow";
import { describe, expect, test } from "vitest";
import type { CatalogTable } from "../../src/site/workbench/catalog.ts";
import { placeBars, placeLine } from "../../src/site/workbench/chart-shapes.ts";
import { writeCsv } from "../../src/site/workbench/csv.ts";
import { readLink, writeLink } from "../../src/site/workbench/link.ts";
import { sayFault } from "../../src/site/workbench/say-fault.ts";
import { fillSql, findNamed } from "../../src/site/workbench/worker/table-sql.ts";
import { writeValue } from "../../src/site/workbench/worker/write-value.ts";

describe("what DuckDB says becomes one sentence with its place", () => {
  test("from JSON with an offset", () => {
    const message = JSON.stringify({
      exception_type: "Parser",
      exception_message: 'syntax error at or near "selec"\n\nLINE 2: selec 1\n        ^',
      position: "3",
    });
    expect(sayFault(message, "--\nselec 1")).toEqual({
      says: 'This is not SQL that DuckDB can read: syntax error at or near "selec", line 2, column 1.',
      at: 3,
    });
  });

  test("from text with a caret, and with what was perhaps meant", () => {
    const sql = "select 1,\n  nope\nfrom figures";
    const message =
      'Binder Error: Referenced column "nope" not found in FROM clause!\n' +
      'Candidate bindings: "n", "to"\n\nLINE 2:   nope\n          ^';
    expect(sayFault(message, sql)).toEqual({
      says:
        'The SQL does not fit the tables: referenced column "nope" not found in FROM clause, ' +
        'line 2, column 3. Candidate bindings: "n", "to".',
      at: sql.indexOf("nope"),
    });
  });

  test("in a long line of which DuckDB shows a part", () => {
    const sql = `select ${"1, ".repeat(60)}nope from figures`;
    const shown = `...1, 1, nope from figures`;
    const caret = " ".repeat("LINE 1: ".length + shown.indexOf("nope")) + "^";
    const message = `Binder Error: Referenced column "nope" not found!\n\nLINE 1: ${shown}\n${caret}`;
    expect(sayFault(message, sql).at).toBe(sql.lastIndexOf("nope"));
  });

  test("without the settings that nobody can change here", () => {
    const memory = "Out of Memory Error: could not allocate block (1.0 GiB/1.0 GiB used)\nSET x=…";
    expect(sayFault(memory, "").says).toMatch(/^The query needs more than the 1 GB of memory/);
    expect(sayFault("No statements", " ").says).toBe("There is no SQL to run: write some first.");
    const file = 'Permission Error: Cannot access file "https://example.org"';
    expect(sayFault(file, "").says).toMatch(/reads nothing but the tables below\.$/);
  });
});

test("a link gives back the SQL that was put into it, whatever it holds", () => {
  const sql = "select '50 % & more #1 +é'\n\n-- \"x\"";
  expect(readLink(writeLink(sql)!)).toBe(sql);
  expect(writeLink(sql)).toMatch(/^#sql=[\w%!'()*.~-]+$/);
  expect(readLink("#tables-title")).toBeUndefined();
  expect(readLink("#sql=%")).toBeUndefined();
  expect(readLink(writeLink("select '\ud800'")!), "half a character").toBe("select '\ufffd'");
  expect(writeLink("x".repeat(30_000)), "longer than an address").toBeUndefined();
});

test("a CSV file tells no value from empty text, and quotes what it must", () => {
  const columns = [
    { name: 'a "b"', isNumber: false, values: ["x, y", "", null] },
    { name: "n", isNumber: true, values: ["1.50", null, "-3"] },
  ];
  expect(writeCsv({ columns, rows: 3, cut: false, shortened: false, seconds: 0 })).toBe(
    '"a ""b""",n\r\n"x, y",1.50\r\n"",\r\n,-3\r\n',
  );
});

const money: CatalogTable = {
  ...{ name: "seizures", says: "", path: "", bytes: 0, marks: false },
  columns: { month: "date", seized_money: "decimal(38, 2)" },
};

test("SQL loads the tables whose names stand in it as words, in any case", () => {
  const names = (sql: string) => findNamed(sql, [money]).map(({ name }) => name);
  expect(names("from SEIZURES")).toEqual(["seizures"]);
  expect(names('select * from "seizures";')).toEqual(["seizures"]);
  expect(names("select seizures_n from other")).toEqual([]);
});

test("marks become no number, and files without marks are read strictly", () => {
  expect(fillSql(money)).not.toContain("try_cast");
  expect(fillSql({ ...money, marks: true })).toContain(
    `try_cast("seized_money" as decimal(38, 2))`,
  );
});

test("values are written exactly", () => {
  const units = (value: bigint) =>
    new Uint32Array(new BigUint64Array([value, value >> 64n]).buffer);
  const cents = new Decimal(2, 38);
  expect(writeValue(units(9031944920n), cents)).toBe("90319449.20");
  expect(writeValue(units(-5n), cents)).toBe("-0.05");
  expect(writeValue(units(170141183460469231731687303715884105727n), new Decimal(0, 38))).toBe(
    "170141183460469231731687303715884105727",
  );
  expect(writeValue(12345678901234567n, new Int32())).toBe("12345678901234567");
  expect(writeValue(0.1 + 0.2, new Int32())).toBe("0.30000000000000004");
  const moment = new TimestampMicrosecond() as DataType;
  expect(writeValue(Date.UTC(2026, 0, 2, 3, 4, 5), moment)).toBe("2026-01-02 03:04:05");
  expect(writeValue(new Uint8Array([0, 255]), new Utf8())).toBe("0x00ff");
  expect(writeValue(null, new Utf8())).toBeNull();
});

test("bars start at 0, negative ones to the other side; a line keeps the order of its points", () => {
  const bars = placeBars([
    { label: "a", value: 10 },
    { label: "b", value: -5 },
  ]).shapes.filter(({ tag }) => tag === "path");
  const [[from = 0, to = 0] = [], [start = 0, end = 0] = []] = bars.map(({ path }) =>
    path![0]!.points.slice(0, 2).map(([x]) => x),
  );
  expect(from).toBe(start);
  expect(to - from).toBeCloseTo(2 * (start - end));
  const months = [3, 1, 2].map((value, index) => ({ label: `2026-0${index + 1}`, value }));
  const line = placeLine(months).shapes.find(({ classes }) => classes.includes("chart-line"))!;
  const [first, second, third] = line.path![0]!.points;
  expect([first![0] < second![0], second![0] < third![0]]).toEqual([true, true]);
  expect([second![1] > third![1], third![1] > first![1]]).toEqual([true, true]);
});
