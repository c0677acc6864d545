import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../make-folder.ts";
import type { Draw } from "./draw.ts";
import { writeGuide } from "./guide.ts";
import type { Sample } from "./sample.ts";

export const sampleColumns =
  "partner,period,file,rows,key,stratum,frame,sampled,probability,ticket".split(",");
export const resultColumns = ["partner", "key", "agrees", "note"];

/** Writes a sample to a new folder that only its owner may read; sample.json comes last. */
export async function writeSample(out: string, sample: Sample, draw: Draw): Promise<void> {
  await makeFolder(out);
  await chmod(out, 0o700);
  const write = (name: string, text: string): Promise<void> =>
    writeFile(join(out, name), text, { mode: 0o600 });
  await write("sample.csv", writeCsv(sampleColumns, listRecords(sample, draw)));
  const template = draw.records.map(({ partner, key }) => [partner, key, "", ""]);
  await write("results.csv", writeCsv(resultColumns, template));
  await write("README.md", writeGuide(sample));
  await write("sample.json", `${JSON.stringify(sample, null, 2)}\n`);
}

function listRecords({ strata }: Sample, { records }: Draw): string[][] {
  const by = new Map(strata.map((one) => [one.stratum, one]));
  return records.map(({ partner, period, file, rows, key, stratum, ticket }) => {
    const { frame, size, probability } = by.get(stratum)!;
    const numbers = [frame, size, probability].map(String);
    return [partner, period, file, rows.join(" "), key, stratum, ...numbers, ticket];
  });
}

function writeCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const quote = (cell: string): string =>
    /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return [columns, ...rows].map((row) => `${row.map(quote).join(",")}\n`).join("");
}
