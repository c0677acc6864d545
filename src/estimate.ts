import { Command } from "commander";
import type { Collector } from "./estimate/estimator.ts";
import { estimators } from "./estimate/estimators.ts";
import { readTallies, type CsvTally } from "./estimate/csv.ts";
import { estimateProblems } from "./estimate/problems.ts";
import { readRequest, type EstimateOptions, type EstimateRequest } from "./estimate/request.ts";
import type { EstimateGroup, EstimateReport } from "./estimate/report.ts";
import type { EstimateResult } from "./estimate/results.ts";
import { formatReport } from "./estimate/text.ts";

export type { EstimateGroup, EstimateReport };

/** `plumbline estimate`: the estimators of the indicators on any CSV file. */
export function estimateCommand(): Command {
  return new Command("estimate")
    .description("estimate a measure with its interval from any CSV file, or chart its variation")
    .argument("<measure>", `one of ${Object.keys(estimators).join(", ")}`)
    .argument("<file>", "CSV with a header line, commas, UTF-8")
    .argument("[roles...]", "the column of each role, such as numerator=hits denominator=cases")
    .option("--by <columns>", "a result for each group of these columns, divided by commas")
    .option("--level <number>", "coverage of the intervals, between 0 and 1", "0.95")
    .option("--per <number>", "rate: the exposure that it is given for", "1000")
    .option("--p <numbers>", "duration, amount: quantiles, divided by commas", "0.5,0.9")
    .option("--limits <name>", "duration: log-log, log or plain", "log-log")
    .option("--within <numbers>", "duration: the share closed within these limits")
    .option("--percent", "forecast: probabilities run from 0 to 100")
    .option("--chart <name>", "spc: xmr, p, u, p-prime or u-prime", "xmr")
    .option("--improves <direction>", "spc: up, down or none, where neither is good", "none")
    .option("--target <number>", "spc: what is to be reached, in the unit of the values")
    .option("--screen", "spc: leave out large moving ranges once; xmr does of itself")
    .option("--no-screen", "spc: keep them")
    .option("--rebase <periods>", "spc: periods with which the process starts anew, by commas")
    .option("--transform <name>", "funnel: proportion, shmi or cqc", "proportion")
    .option("--json", "print JSON in full precision")
    .addHelpText("after", rolesHelp)
    .action(async (measure, file, roles, options: EstimateOptions & { json?: true }) => {
      const report = await estimateFile(
        readRequest(String(measure), String(file), roles as string[], options),
      );
      console.log(options.json === true ? JSON.stringify(report, null, 2) : formatReport(report));
    });
}

const rolesHelp = `
Roles:
  count       n
  amount      amount (empty where unknown)
  money-share numerator, denominator (sums of money)
  proportion  numerator, denominator
  rate        events, exposure
  duration    duration, observed (1 closed, 0 still open), count if rows stand for several cases
  forecast    probability (0 to 1), outcome (1 or 0; others are left out and counted), count
  score       score, weight; stratum and cluster of the survey, count of respondents
  ratio       events1, trials1, events0, trials0 (the reference group); stratum
  spc         period, value, or for counts: period, numerator, denominator (empty where unknown)
  funnel      group, numerator, denominator (cases, or the events expected for shmi and cqc)`;

/**
 * Estimates a measure from a CSV file. Rows of a group are added up and estimated once, so their
 * order is of no matter.
 * @throws Problem for a file, column or cell that cannot be what it is said to be
 */
export async function estimateFile(request: EstimateRequest): Promise<EstimateReport> {
  const roles = Object.keys(request.roles);
  const columns = [...request.by, ...Object.values(request.roles)];
  type Group = { values: readonly string[]; collector: Collector<EstimateResult> };
  const groups = new Map<string, Group>();
  for await (const tally of readTallies(request.file, columns)) {
    const values = tally.cells.slice(0, request.by.length);
    const key = JSON.stringify(values);
    const group = groups.get(key) ?? {
      values,
      collector: estimators[request.measure].start(request),
    };
    groups.set(key, group);
    group.collector.add(nameCells(request, roles, tally));
  }
  const finished = [...groups.values()]
    .toSorted((a, b) => compareLists(a.values, b.values))
    .map(({ values, collector }) => ({
      by: nameValues(request.by, values),
      ...collector.finish(),
    }));
  if (request.measure === "forecast" && finished.every(({ n }) => n === 0)) {
    throw estimateProblems.noOutcome(request.file, request.roles["outcome"]!);
  }
  return { measure: request.measure, level: request.level, groups: finished };
}

function nameCells(request: EstimateRequest, roles: readonly string[], tally: CsvTally) {
  const texts = tally.cells.slice(request.by.length);
  return {
    text: Object.fromEntries(roles.map((role, i) => [role, texts[i]!])),
    rows: tally.rows,
    place: (role: string) => ({
      file: request.file,
      column: request.roles[role]!,
      row: tally.row,
    }),
  };
}

function nameValues(by: readonly string[], values: readonly string[]): Record<string, string> {
  return Object.fromEntries(by.map((column, i) => [column, values[i]!]));
}

/** By code unit, which is the same in every locale. */
function compareLists(a: readonly string[], b: readonly string[]): number {
  const i = a.findIndex((text, j) => text !== b[j]);
  return i < 0 ? 0 : a[i]! < b[i]! ? -1 : 1;
}
