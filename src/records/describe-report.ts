import { posix } from "node:path";
import { readMeta, type Contract } from "./contract.ts";
import { isUseless, type FileReport, type IngestReport } from "./report.ts";

/** The width of a terminal that nobody has made wider. */
const width = 80;
const heads = ["received", "accepted", "quarantined", "repeats"];
const tableWidth = heads.reduce((sum, head) => sum + head.length + 2, 0);

/**
 * The report of a check as text for a terminal: files by folder with what became of their rows,
 * then the refused ones, the measure of anonymity and the sum. It holds no value from a record.
 * @param contracts of the kinds, for the codes that a refused row should have had
 */
export function describeReport(
  name: string,
  report: IngestReport,
  contracts: readonly Contract[],
): string {
  const accepted = report.files.filter(({ state }) => state !== "refused");
  const refused = report.files.filter(({ state }) => state === "refused");
  return [
    ...wrap(`${name}: ${describeStates(report.files)}`, ""),
    ...(accepted.some(({ reasons }) => reasons.length > 0)
      ? ["Rows are counted from 1, below the header."]
      : []),
    "",
    ...(accepted.length > 0 ? [...describeTable(accepted, contracts), ""] : []),
    ...(refused.length > 0 ? [...describeRefused(refused), ""] : []),
    ...describeAnonymity(report),
    ...describeTotals(report),
  ].join("\n");
}

/** Whether a check has failed: a file is refused or of no use, or a row could tell who somebody is. */
export function hasFailed({ files }: IngestReport): boolean {
  return files.some((file) => file.state === "refused" || file.guarded || isUseless(file));
}

function describeStates(files: readonly FileReport[]): string {
  const words = { used: "in use", later: "for later", replaced: "replaced", refused: "refused" };
  const parts = Object.entries(words).flatMap(([state, word]) => {
    const n = files.filter((file) => file.state === state).length;
    return n === 0 ? [] : [`${show(n)} ${word}`];
  });
  return `${countOf(files.length, "file")}${parts.length > 0 ? `, ${parts.join(", ")}` : ""}`;
}

function describeTable(files: readonly FileReport[], contracts: readonly Contract[]): string[] {
  const folders = new Set(files.map(({ file }) => posix.dirname(file)));
  const head = heads.map((name) => `  ${name}`).join("");
  return [
    `${" ".repeat(width - tableWidth)}${head}`,
    ...[...folders].flatMap((folder) => [
      folder,
      ...files
        .filter(({ file }) => posix.dirname(file) === folder)
        .flatMap((file) => describeFile(file, contracts)),
    ]),
  ];
}

function describeFile(file: FileReport, contracts: readonly Contract[]): string[] {
  const name = `  ${posix.basename(file.file)}`;
  const cells = describeCells(file);
  const reasons = file.reasons.flatMap(({ rule, sentence, rows, firstRow }) => {
    const where =
      rows === 1 ? `Row ${show(firstRow)}` : `${show(rows)} rows, from row ${show(firstRow)} on`;
    return wrap(`${where}: ${sentence}${adviseCodes(file, rule, contracts)}`, "    ");
  });
  const { notRecorded } = file;
  const absent =
    notRecorded.length === 0 ? [] : wrap(`Not recorded: ${notRecorded.join(", ")}.`, "    ");
  const room = width - tableWidth;
  const lines =
    name.length > room ? [name, " ".repeat(room) + cells] : [`${name.padEnd(room)}${cells}`];
  return [...lines, ...absent, ...reasons];
}

/** The codes of a field that holds none of them, which a mapping can turn others into. */
function adviseCodes({ kind }: FileReport, rule: string, contracts: readonly Contract[]): string {
  const fields = contracts.find((contract) => contract.kind === kind)?.fields ?? {};
  const field = fields[/^(.*)_not_valid$/.exec(rule)?.[1] ?? ""];
  const codes = field && readMeta(field).codes;
  return codes === undefined
    ? ""
    : ` They are ${Object.keys(codes).join(", ")}; a mapping in programme.yaml turns others into them.`;
}

function describeCells(file: FileReport): string {
  if (file.state === "replaced") return "  replaced by a newer file";
  if (file.state === "later") return "  for a later release";
  if (file.file.endsWith(".none")) return "  nothing to report";
  const { received, accepted, quarantined, duplicates } = file;
  return [received, accepted, quarantined, duplicates]
    .map((n, i) => `  ${show(n).padStart(heads[i]!.length)}`)
    .join("");
}

function describeRefused(files: readonly FileReport[]): string[] {
  return [
    "Refused:",
    ...files.flatMap(({ file, problem }) => [`  ${file}`, ...wrap(problem ?? "", "    ")]),
  ];
}

function describeAnonymity({ anonymity }: IngestReport): string[] {
  const lines = Object.entries(anonymity).flatMap(([kind, measured]) => {
    const { quasiIdentifiers, smallestGroup, recordsInGroupsBelow5: few } = measured;
    if (smallestGroup === null) return [];
    const share = `${few === 0 ? "no record" : countOf(few, "record")} in a group of fewer than 5`;
    const text = `${kind}: k = ${show(smallestGroup)} over ${quasiIdentifiers.join(", ")}; ${share}.`;
    return wrap(text, "  ", "    ");
  });
  return lines.length === 0 ? [] : ["k-anonymity of the accepted records:", ...lines, ""];
}

function describeTotals({ files, totals }: IngestReport): string[] {
  const { received, accepted, quarantined, duplicates } = totals;
  const refused = files.filter(({ state }) => state === "refused").length;
  const useless = files.filter(isUseless).length;
  const sum =
    `${countOf(received, "row")} received = ${show(accepted)} accepted + ` +
    `${show(quarantined)} quarantined + ${countOf(duplicates, "repeat")}.`;
  const guarded = files.some((file) => file.guarded);
  return [
    ...wrap(sum, ""),
    ...(quarantined > 0 ? [describeQuarantine(quarantined)] : []),
    ...(refused > 0 ? [`${countOf(refused, "file")} refused: mend what is said above.`] : []),
    ...(useless > 0 ? [`${countOf(useless, "file")} without one good row: see the reasons.`] : []),
    ...(guarded ? ["Something could tell who somebody is: anonymise it before you submit."] : []),
  ];
}

function describeQuarantine(rows: number): string {
  return rows === 1
    ? "1 row is in no figure: the reason stands below its file."
    : `${show(rows)} rows are in no figure: the reasons stand below their files.`;
}

/** Lines of at most the terminal's width, unless a single word is longer. */
function wrap(text: string, first: string, rest = `${first}  `): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(" ")) {
    const isStart = line === first || line === rest;
    if (!isStart && line.length + 1 + word.length > width) {
      lines.push(line);
      line = rest + word;
    } else line += isStart ? word : ` ${word}`;
  }
  return [...lines, line];
}

function countOf(n: number, noun: string): string {
  return `${show(n)} ${noun}${n === 1 ? "" : "s"}`;
}

function show(n: number): string {
  return n.toLocaleString("en");
}
