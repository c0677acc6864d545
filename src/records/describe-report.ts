import type { FileReport, IngestReport } from "./report.ts";

/** The report of a check as text for a terminal; it holds no value from a record. */
export function describeReport(name: string, report: IngestReport): string {
  const files = [...report.files].sort((a, b) => order(a) - order(b));
  return [
    `${name}: ${countOf(report.files.length, "file")}`,
    "",
    ...describeTable(files),
    "",
    ...files.flatMap(describeFile),
    ...describeAnonymity(report),
    "",
    describeTotals(report),
  ].join("\n");
}

/** Whether a check has failed: a file is refused, or a row could tell who somebody is. */
export function hasFailed({ files }: IngestReport): boolean {
  return files.some(({ state, guarded }) => state === "refused" || guarded);
}

function order({ state }: FileReport): number {
  return ["used", "later", "replaced", "refused"].indexOf(state);
}

function describeTable(files: readonly FileReport[]): string[] {
  const width = Math.max(4, ...files.map(({ file }) => file.length));
  const heads = ["received", "accepted", "quarantined", "repeats"];
  const line = (file: string, cells: readonly string[]) =>
    [file.padEnd(width), ...cells.map((cell, i) => cell.padStart(heads[i]!.length))].join("  ");
  return [
    line("file", heads),
    ...files.map((file) => {
      if (file.state !== "used") return `${file.file.padEnd(width)}  ${file.state}`;
      const { received, accepted, quarantined, duplicates } = file;
      return line(file.file, [received, accepted, quarantined, duplicates].map(show));
    }),
  ];
}

function describeFile(file: FileReport): string[] {
  if (file.problem !== undefined) return [file.file, `  Refused. ${file.problem}`, ""];
  if (file.reasons.length === 0) return [];
  const reasons = file.reasons.map(({ sentence, rows, firstRow }) => {
    const where = rows === 1 ? `row ${show(firstRow)}` : `first in row ${show(firstRow)}`;
    return `  ${countOf(rows, "row")}, ${where}: ${sentence}`;
  });
  return [`${file.file}, quarantined`, ...reasons, ""];
}

function describeAnonymity({ anonymity }: IngestReport): string[] {
  return Object.entries(anonymity).flatMap(([kind, measured]) => {
    const { quasiIdentifiers, smallestGroup, recordsInGroupsBelow5 } = measured;
    if (smallestGroup === null) return [];
    const few =
      recordsInGroupsBelow5 === 0
        ? "no record is"
        : recordsInGroupsBelow5 === 1
          ? "1 record is"
          : `${show(recordsInGroupsBelow5)} records are`;
    return [
      `${kind}: k-anonymity ${show(smallestGroup)} over ${quasiIdentifiers.join(", ")}; ` +
        `${few} in a group of fewer than 5.`,
    ];
  });
}

function describeTotals({ files, totals }: IngestReport): string {
  const refused = files.filter(({ state }) => state === "refused").length;
  const { received, accepted, quarantined, duplicates } = totals;
  const sum =
    `${countOf(received, "row")} received = ${show(accepted)} accepted + ` +
    `${show(quarantined)} quarantined + ${show(duplicates)} repeats.`;
  const guarded = files.some((file) => file.guarded);
  return [
    sum,
    ...(refused > 0 ? [`${countOf(refused, "file")} refused: mend what is said above.`] : []),
    ...(guarded ? ["Something could tell who somebody is: anonymise it before you submit."] : []),
  ].join("\n");
}

function countOf(n: number, noun: string): string {
  return `${show(n)} ${noun}${n === 1 ? "" : "s"}`;
}

function show(n: number): string {
  return n.toLocaleString("en");
}
