import { isUseless } from "./records/report.ts";
import type { RunResult } from "./run.ts";

/** What an operator should look at although a release is made, one sentence each. */
export function listWarnings({
  release,
  cutOff,
  ingest,
}: Pick<RunResult, "release" | "cutOff" | "ingest">): string[] {
  const used = ingest.files.filter(({ state }) => state === "used");
  const partly = used.filter((file) => file.quarantined > 0 && !isUseless(file));
  const rows = partly.reduce((sum, { quarantined }) => sum + quarantined, 0);
  const month = cutOff.slice(0, 7);
  return [
    ...ingest.files
      .filter(isUseless)
      .map(({ file }) => `No row of ${file} was accepted: \`plumbline check\` says why.`),
    ...(rows === 0
      ? []
      : [
          `Release ${release}: ${countOf(rows, "row")} of ${countOf(partly.length, "file")} ` +
            `${rows === 1 ? "is" : "are"} in no figure: \`plumbline check\` says why.`,
        ]),
    ...(used.some((file) => reach(file) >= `${month}-01`)
      ? []
      : [
          `Release ${release}: no file speaks of its last month, ${month}. Make it when they have ` +
            "come: if nobody has seen it, run again then with --redo.",
        ]),
  ];
}

/** The last day that a file can speak of. */
function reach({ period, receivedOn }: RunResult["ingest"]["files"][number]): string {
  const to = period?.to ?? "";
  return receivedOn !== null && receivedOn < to ? receivedOn : to;
}

function countOf(n: number, noun: string): string {
  return `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;
}
