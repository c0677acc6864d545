import { limitsTypes } from "../measures/survival-limits.ts";
import type { EstimateSettings } from "./estimator.ts";
import { estimators, isEstimator, type EstimatorName } from "./estimators.ts";
import { estimateProblems } from "./problems.ts";

/** What is to be estimated from a file, and how. */
export interface EstimateRequest extends EstimateSettings {
  readonly measure: EstimatorName;
}

/** Options as the command line has them. */
export interface EstimateOptions {
  readonly by?: string;
  readonly level: string;
  readonly per: string;
  readonly p: string;
  readonly limits: string;
  readonly within?: string;
  readonly percent?: boolean;
  readonly chart?: string;
  readonly improves?: string;
  readonly target?: string;
  readonly screen?: boolean;
  readonly rebase?: string;
  readonly transform?: string;
}

const charts = ["xmr", "p", "u", "p-prime", "u-prime"] as const;
const directions = ["up", "down", "none"] as const;
const transforms = ["proportion", "shmi", "cqc"] as const;

/** @throws Problem for the first argument or option that is wrong */
export function readRequest(
  measure: string,
  file: string,
  roles: readonly string[],
  options: EstimateOptions,
): EstimateRequest {
  if (!isEstimator(measure)) throw estimateProblems.measureUnknown(Object.keys(estimators));
  const own = readRoles(measure, roles);
  const process = readProcess(options);
  if (measure === "spc" && process.chart !== "xmr" && own["numerator"] === undefined) {
    throw estimateProblems.roleMissing("numerator", `spc --chart ${process.chart}`);
  }
  return {
    ...{ measure, file, roles: own, process },
    limits: readName("--limits", options.limits, limitsTypes),
    transform: readName("--transform", options.transform ?? "proportion", transforms),
    by: options.by === undefined ? [] : [...new Set(options.by.split(","))],
    level: readShares("--level", options.level, 1)[0]!,
    per: readPer(options.per),
    quantiles: readShares("--p", options.p),
    within: options.within === undefined ? [] : readWithin(options.within),
    percent: options.percent ?? false,
  };
}

function readRoles(measure: EstimatorName, given: readonly string[]): Record<string, string> {
  const { needed, optional } = estimators[measure];
  const known = [...new Set([...needed.flat(), ...optional])];
  const roles: Record<string, string> = {};
  for (const argument of given) {
    const [, role, column] = /^([^=]+)=(.+)$/s.exec(argument) ?? [];
    if (role === undefined || column === undefined) throw estimateProblems.roleNotReadable();
    if (!known.includes(role)) throw estimateProblems.roleUnknown(role, measure, known);
    if (Object.hasOwn(roles, role)) throw estimateProblems.roleTwice(role);
    roles[role] = column;
  }
  const lists = needed.filter((list) =>
    Object.keys(roles).every((role) => list.includes(role) || optional.includes(role)),
  );
  if (lists.length === 0) {
    throw estimateProblems.rolesApart(
      measure,
      needed.map((list) => joinWords(list)),
    );
  }
  const missing = lists.map((list) => list.filter((role) => !Object.hasOwn(roles, role)));
  const least = missing.reduce((few, own) => (own.length < few.length ? own : few));
  if (least.length > 0) throw estimateProblems.roleMissing(least[0]!, measure);
  return roles;
}

function readProcess(options: EstimateOptions): EstimateRequest["process"] {
  const { target, screen, rebase } = options;
  const level = target === undefined ? undefined : readNumbers(target);
  if (level !== undefined && (level.length > 1 || Number.isNaN(level[0]))) {
    throw estimateProblems.optionWrong("--target", "a number, such as 0.95");
  }
  return {
    chart: readName("--chart", options.chart ?? "xmr", charts),
    improves: readName("--improves", options.improves ?? "none", directions),
    ...(level === undefined ? {} : { target: level[0]! }),
    ...(screen === undefined ? {} : { screen }),
    ...(rebase === undefined ? {} : { rebaseAt: rebase.split(",") }),
  };
}

function readName<Name extends string>(option: string, text: string, names: readonly Name[]): Name {
  const name = names.find((one) => one === text);
  if (name !== undefined) return name;
  throw estimateProblems.optionWrong(option, joinWords(names, "or"));
}

function joinWords(words: readonly string[], last: "and" | "or" = "and"): string {
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)!}`;
}

function readShares(option: string, text: string, most = Infinity): readonly number[] {
  const values = readNumbers(text);
  if (values.length > most || values.some((value) => !(value > 0 && value < 1))) {
    throw estimateProblems.optionWrong(option, "a number between 0 and 1, such as 0.95");
  }
  return values;
}

function readPer(text: string): number {
  const [per, ...more] = readNumbers(text);
  if (more.length > 0 || !(per! > 0)) {
    throw estimateProblems.optionWrong("--per", "a number above 0, such as 1000");
  }
  return per!;
}

function readWithin(text: string): readonly number[] {
  const limits = readNumbers(text);
  if (limits.some((limit) => !(limit >= 0))) {
    throw estimateProblems.optionWrong("--within", "numbers of at least 0, such as 30,90");
  }
  return limits;
}

/** Numbers divided by commas; NaN for what is none. */
function readNumbers(text: string): readonly number[] {
  return text
    .split(",")
    .map((part) => (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(part) ? Number(part) : NaN))
    .map((value) => (Number.isFinite(value) ? value : NaN));
}
