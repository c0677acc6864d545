import type { Protection } from "../../pipelines/4-disclosure/tiers.ts";
import type { Statistic } from "../measures/measure.ts";
import type { Confidentiality, Figure, Mark, Reason } from "../release/schema.ts";

/** The rules of a policy that decide what becomes of a figure. */
export type FigureRules = {
  readonly [Name in "threshold" | "shares" | "percentiles" | "scores" | "bodies"]: Pick<
    Protection[Name],
    "value"
  >;
};

/** As much of a tier's policy as figures depend on; null: nothing is hidden or rounded. */
export interface FigurePolicy {
  readonly protection: FigureRules | null;
}

/** Whether the tier's tallies of a record kind are exact: it has no protection, or they are about no person. */
export function isExactKind({ protection }: FigurePolicy, kind: string): boolean {
  return protection === null || protection.bodies.value.includes(kind);
}

/** What of a tier's policy an indicator is under: none of it where all its tallies are exact. */
export function policyFor(policy: FigurePolicy, kinds: readonly string[]): FigurePolicy {
  return kinds.every((kind) => isExactKind(policy, kind)) ? { protection: null } : policy;
}

/**
 * Why a statistic of the tier's rounded counts may not be shown, or that there is none to show;
 * undefined where it may be.
 * @param notRecorded cases of partners that keep no such record
 */
export function findReason(
  protection: FigureRules | null,
  statistic: Statistic,
  notRecorded: number,
): Reason | undefined {
  const { n } = statistic;
  if (n === 0 && notRecorded > 0) return "not recorded";
  const hidden = protection === null ? undefined : findHidden(protection, statistic);
  if (hidden !== undefined) return hidden;
  if (statistic.value !== null) return undefined;
  if (statistic.note === "not reached") return "not reached";
  return n === 0 ? "no cases" : "undefined";
}

function findHidden(protection: FigureRules, statistic: Statistic): Reason | undefined {
  const { n, facts, unit } = statistic;
  const threshold = protection.threshold.value;
  const { least } = protection.shares.value;
  if (n < threshold) return "few cases";
  if (unit === "share" && n < least) return "few cases";
  switch (facts?.kind) {
    case "parts":
      // A share is given as a bound; what is one under another name is not given.
      if (unit === "share") return undefined;
      if (n < least) return "few cases";
      return Math.min(...facts.parts) < threshold ? "small number" : undefined;
    case "groups":
      if (facts.groups.some(([events, rest]) => events + rest < least)) return "few cases";
      return Math.min(...facts.groups.flat()) < threshold ? "small number" : undefined;
    case "sides": {
      const { median, p90, eachSide } = protection.percentiles.value;
      if (n < (statistic.name === "median" ? median : p90)) return "few cases";
      return Math.min(...facts.sides) < eachSide ? "small number" : undefined;
    }
    case "outcomes": {
      const { eachOutcome } = protection.scores.value;
      return Math.min(...facts.outcomes) < eachOutcome ? "small number" : undefined;
    }
    case "exposure":
      return facts.exposure < least ? "few cases" : undefined;
    default:
      return undefined;
  }
}

/** What stands in a table in the place of a number that is not shown. */
export function markOf(why: Reason | undefined, statistic: Pick<Statistic, "unit">): Mark {
  switch (why) {
    case undefined:
      return "";
    case "few cases":
      return statistic.unit === "count" ? "[low]" : "[c]";
    case "small number":
    case "dominated":
    case "protects another":
      return "[c]";
    case "not recorded":
    case "not reached":
      return "[x]";
    case "no cases":
    case "undefined":
      return "[z]";
  }
}

const confidential: Partial<Record<Reason, Confidentiality>> = {
  "few cases": "A",
  "small number": "A",
  dominated: "C",
  "protects another": "D",
};

/** Code of SDMX CL_CONF_STATUS. */
export function confidentialityOf(why: Reason | undefined): Confidentiality {
  return (why === undefined ? undefined : confidential[why]) ?? "F";
}

export function statusOf(why: Reason | undefined): Figure["status"] {
  if (why === undefined) return "value";
  return confidential[why] === undefined ? "absent" : "hidden";
}
