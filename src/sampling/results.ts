import { dirname, join } from "node:path";
import { readTallies } from "../estimate/csv.ts";
import { resultFaults, samplingProblems } from "./problems.ts";
import type { Found } from "./project.ts";
import type { Sample } from "./sample.ts";
import { ticketOf } from "./seed.ts";

/** What an auditor found in one stratum of a sample; `errors` include what was not found. */
export interface StratumResult extends Found {
  readonly stratum: string;
  readonly notFound: number;
}

type Answer = "yes" | "no" | "not found";
const answers: readonly string[] = ["yes", "no", "not found"];

/**
 * Reads an auditor's results for a sample. A record that was not found counts as an error.
 * @param sampleFile the sample.json; the sample.csv beside it says which records were drawn
 * @throws Problem with one sentence for each fault: a record twice, missing, strange or unanswered
 */
export async function readResults(
  sample: Sample,
  sampleFile: string,
  resultsFile: string,
): Promise<StratumResult[]> {
  const drawn = await readDrawn(sample, join(dirname(sampleFile), "sample.csv"));
  const given = new Map<string, string>();
  const faults: { row: number; sentence: string }[] = [];
  for await (const { cells, rows, row } of readTallies(resultsFile, ["partner", "key", "agrees"])) {
    const [partner, key, agrees] = cells as [string, string, string];
    const record = `${partner}/${key}`;
    const answer = agrees.trim().toLowerCase();
    const fault = !drawn.has(record)
      ? resultFaults.stranger
      : rows > 1 || given.has(record)
        ? resultFaults.repeated
        : answer === ""
          ? resultFaults.empty
          : answers.includes(answer)
            ? undefined
            : resultFaults.unknown;
    if (fault) faults.push({ row, sentence: fault(row) });
    given.set(record, answer);
  }
  const missing = [...drawn.keys()].filter((record) => !given.has(record)).length;
  const sentences = faults.sort((a, b) => a.row - b.row).map(({ sentence }) => sentence);
  if (missing > 0) sentences.unshift(resultFaults.missing(missing));
  if (sentences.length > 0) throw samplingProblems.faultyResults(resultsFile, sentences);
  return countErrors(sample, drawn, given as Map<string, Answer>);
}

/** The stratum of each record that was drawn, by partner and key. */
async function readDrawn(sample: Sample, file: string): Promise<Map<string, string>> {
  const drawn = new Map<string, string>();
  for await (const { cells } of readTallies(file, ["partner", "key", "stratum", "ticket"])) {
    const [partner, key, stratum, ticket] = cells as [string, string, string, string];
    if (ticket !== ticketOf(sample.seed.sha256, partner, key)) {
      throw samplingProblems.sampleDamaged(file);
    }
    drawn.set(`${partner}/${key}`, stratum);
  }
  const counted = [...drawn.values()];
  const isWhole = sample.strata.every(
    ({ stratum, size }) => counted.filter((one) => one === stratum).length === size,
  );
  if (drawn.size !== sample.size || !isWhole) throw samplingProblems.sampleDamaged(file);
  return drawn;
}

function countErrors(
  { strata }: Sample,
  drawn: ReadonlyMap<string, string>,
  given: ReadonlyMap<string, Answer>,
): StratumResult[] {
  return strata.map(({ stratum, frame, size }) => {
    const own = [...drawn].filter(([, of]) => of === stratum).map(([record]) => given.get(record)!);
    return {
      ...{ stratum, frame, size },
      errors: own.filter((answer) => answer !== "yes").length,
      notFound: own.filter((answer) => answer === "not found").length,
    };
  });
}
