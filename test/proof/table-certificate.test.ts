import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { attackTable } from "../../src/attack/attack.ts";
import { suppressTable } from "../../src/disclosure/suppression/suppress.ts";
import { publishTable, type PublishedTable } from "../../src/proof/published.ts";
import {
  checkTableCertificate,
  makeTableCertificate,
  WitnessBook,
  type TableCertificate,
} from "../../src/proof/table-certificate.ts";
import { readTableFile } from "../../src/tables/table.ts";

const need = { width: 10, percent: 0 };
let published: PublishedTable;
let certificate: TableCertificate;

beforeAll(async () => {
  const path = join(import.meta.dirname, "../disclosure/cases/c02_2d_z1_t10.json");
  const { table } = await readTableFile(path);
  const { primary, secondary } = await suppressTable(table, { width: 10, notZero: false });
  const hidden = new Set([...primary, ...secondary]);
  const shown = table.cells.map(({ value }, at) => (hidden.has(at) ? null : value));
  published = publishTable(table, { published: shown });
  const book = new WitnessBook(published, need);
  await attackTable(table, { published: shown }, { witness: (values) => book.show(values) });
  certificate = makeTableCertificate(published, need, book.witnesses());
});

test("what withstands the attack has a certificate of few tables, which holds", () => {
  expect(checkTableCertificate(published, need, certificate)).toEqual([]);
  expect(certificate.others.length).toBeLessThan(published.size);
});

test("each table of a certificate is needed", () => {
  for (const at of certificate.others.keys()) {
    const others = certificate.others.toSpliced(at, 1);
    expect(checkTableCertificate(published, need, { ...certificate, others })).not.toEqual([]);
  }
});

describe("a certificate does not hold", () => {
  const other =
    "The certificate was made for another table, another rule or other published numbers.";

  test("where one published value, one hidden cell or the threshold is another", () => {
    const shown = published.published.findIndex((value) => value !== null && value > 0);
    const hidden = published.published.indexOf(null);
    const raised = published.published.with(shown, published.published[shown]! + 1);
    const check = (changed: Partial<PublishedTable>, width = 10) =>
      checkTableCertificate({ ...published, ...changed }, { width, percent: 0 }, certificate);
    expect(check({ published: raised })).toEqual([other]);
    expect(check({ published: published.published.with(hidden, 3) })).toEqual([other]);
    expect(check({}, 11)).toEqual([other]);
  });

  test("where one value of one of its tables is another", () => {
    for (const [at, value] of certificate.first.entries()) {
      const first = certificate.first.with(at, value + 1);
      expect(checkTableCertificate(published, need, { ...certificate, first })).not.toEqual([]);
    }
  });
});
