import type { MeasureName } from "../measures/measure.ts";
import { limitsTypes, type LimitsType } from "../measures/survival-limits.ts";
import { estimateProblems } from "./problems.ts";

/** What is to be estimated from a file. */
export interface EstimateRequest {
  readonly measure: MeasureName;
  readonly file: string;
  /** The column of each role. */
  readonly roles: Readonly<Record<string, string>>;
  /** Columns whose values make the groups; none for the whole file. */
  readonly by: readonly string[];
  /** Coverage of the intervals, between 0 and 1. */
  readonly level: number;
  /** rate: the exposure that it is given for. */
  readonly per: number;
  /** duration and amount: between 0 and 1. */
  readonly quantiles: readonly number[];
  readonly limits: LimitsType;
  /** duration: limits in the unit of the durations. */
  readonly within: readonly number[];
  /** forecast: whether probabilities run from 0 to 100. */
  readonly percent: boolean;
}

interface Roles {
  readonly needed: readonly string[];
  readonly optional: readonly string[];
}

export const rolesOf: Readonly<Record<MeasureName, Roles>> = {
  count: { needed: ["n"], optional: [] },
  amount: { needed: ["amount"], optional: [] },
  "money-share": { needed: ["numerator", "denominator"], optional: [] },
  proportion: { needed: ["numerator", "denominator"], optional: [] },
  rate: { needed: ["events", "exposure"], optional: [] },
  duration: { needed: ["duration", "observed"], optional: ["count"] },
  forecast: { needed: ["probability", "outcome"], optional: ["count"] },
};

/** Options as the command line has them. */
export interface EstimateOptions {
  readonly by?: string;
  readonly level: string;
  readonly per: string;
  readonly p: string;
  readonly limits: string;
  readonly within?: string;
  readonly percent?: boolean;
}

/** @throws Problem for the first argument or option that is wrong */
export function readRequest(
  measure: string,
  file: string,
  roles: readonly string[],
  options: EstimateOptions,
): EstimateRequest {
  if (!isMeasure(measure)) throw estimateProblems.measureUnknown(Object.keys(rolesOf));
  const limits = limitsTypes.find((type) => type === options.limits);
  if (!limits) throw estimateProblems.optionWrong("--limits", "log-log, log or plain");
  return {
    ...{ measure, file, limits, roles: readRoles(measure, roles) },
    by: options.by === undefined ? [] : [...new Set(options.by.split(","))],
    level: readShares("--level", options.level, 1)[0]!,
    per: readPer(options.per),
    quantiles: readShares("--p", options.p),
    within: options.within === undefined ? [] : readWithin(options.within),
    percent: options.percent ?? false,
  };
}

function isMeasure(name: string): name is MeasureName {
  return Object.hasOwn(rolesOf, name);
}

function readRoles(measure: MeasureName, given: readonly string[]): Record<string, string> {
  const { needed, optional } = rolesOf[measure];
  const roles: Record<string, string> = {};
  for (const argument of given) {
    const [, role, column] = /^([^=]+)=(.+)$/s.exec(argument) ?? [];
    if (role === undefined || column === undefined) throw estimateProblems.roleNotReadable();
    const known = [...needed, ...optional];
    if (!known.includes(role)) throw estimateProblems.roleUnknown(role, measure, known);
    if (Object.hasOwn(roles, role)) throw estimateProblems.roleTwice(role);
    roles[role] = column;
  }
  const missing = needed.find((role) => !Object.hasOwn(roles, role));
  if (missing !== undefined) throw estimateProblems.roleMissing(missing, measure);
  return roles;
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
