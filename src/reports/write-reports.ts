import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeFolder } from "../make-folder.ts";
import { readRelease } from "../release/read.ts";
import { makeBriefing } from "./make-briefing.ts";
import { makeReport, makeSummary } from "./make-report.ts";
import { openPress, type Form, type Press } from "./set-report.ts";

/** A report that was written. */
export interface Written {
  readonly path: string;
  readonly bytes: number;
}

/**
 * Writes the reports of releases as PDF: for each the audit report, and beside it, on two pages, for
 * the public a summary and for those who steer a briefing.
 * @param folders `releases/<id>/<tier>`
 * @param out the reports of a release go to `<out>/<id>/`
 * @throws Error where a release does not fulfil its format
 */
export async function writeReports(folders: readonly string[], out: string): Promise<Written[]> {
  const press = await openPress();
  const written: Written[] = [];
  for (const folder of folders) written.push(...(await writeRelease(press, folder, out)));
  return written;
}

async function writeRelease(press: Press, folder: string, out: string): Promise<Written[]> {
  const release = await readRelease(folder);
  const subject = { release };
  const { id, published } = release.about.release;
  const forms: [Form, Awaited<ReturnType<typeof makeReport>>][] = [
    ["audit-report", await makeReport(subject)],
  ];
  if (release.about.tier === "public") forms.push(["summary", makeSummary(subject)]);
  if (release.steering !== undefined) forms.push(["briefing", makeBriefing(subject)]);
  return Promise.all(
    forms.map(async ([form, report]) => {
      const path = join(out, id, `${form}.pdf`);
      const pdf = press.print(form, report, published);
      await makeFolder(dirname(path));
      await writeFile(path, pdf);
      return { path, bytes: pdf.length };
    }),
  );
}
